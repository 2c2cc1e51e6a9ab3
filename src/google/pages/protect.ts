/** Protections of a tab. Ours are known by the beginning of their description and reused, never stacked. */
import { columnLetters } from '../../domain/values/a1';
import { CLOSING_PREFIX } from '../../messages/jobs/setup';
import { PROTECTION_PREFIX, type ProtectionSpec } from '../../tabs/rules/protection';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** Accounts, lower case. The owner and the user who runs the job can always write: Google does not let them be removed. */
export interface Rights {
  readonly administrators: readonly string[];
  readonly heads: readonly string[];
  /** The same by district, by its key. */
  readonly headsOf: ReadonlyMap<string, readonly string[]>;
  /** Everybody who edits the book now: they are the ones to take off a protection. */
  readonly editors: readonly string[];
}

/** Gives whether there are rows that are closed to other organisations; those are looked after by closings.ts. */
export function applyProtections(
  sheet: Sheet,
  specs: readonly ProtectionSpec[],
  rights: Rights,
  fresh: boolean,
): boolean {
  const { present, closed } = fresh ? { present: [], closed: false } : ownProtections(sheet);
  const wanted = new Map(specs.map((spec) => [spec.name, spec]));
  const kept = new Map<string, Protection>();
  for (const protection of present) {
    const name = protection.getDescription();
    if (wanted.has(name) && !kept.has(name)) kept.set(name, protection);
    else protection.remove();
  }
  const nameless = fresh || kept.size === specs.length ? [] : namelessProtections(sheet, rights);
  for (const spec of specs) {
    const known = kept.get(spec.name);
    const protection =
      known ?? leftBehind(nameless, sheet, spec) ?? create(sheet, spec).setDescription(spec.name);
    const range = rangeOf(sheet, spec);
    if (known && range && known.getRange().getA1Notation() !== range.getA1Notation()) known.setRange(range);
    allow(protection, spec.who, rights, known === undefined);
  }
  return closed;
}

const PROTECTION_TYPES = () => [SpreadsheetApp.ProtectionType.RANGE, SpreadsheetApp.ProtectionType.SHEET];

function ownProtections(sheet: Sheet): { readonly present: Protection[]; readonly closed: boolean } {
  const all = PROTECTION_TYPES().flatMap((type) =>
    sheet.getProtections(type).map((each) => ({ each, name: each.getDescription() })),
  );
  const isClosing = (name: string) => name.startsWith(CLOSING_PREFIX);
  return {
    present: all.flatMap(({ each, name }) =>
      name.startsWith(PROTECTION_PREFIX) && !isClosing(name) ? [each] : [],
    ),
    closed: all.some(({ name }) => isClosing(name)),
  };
}

/** Protections of ranges without a name that keep nobody out, such as a run leaves that was stopped before it named one. */
const namelessProtections = (sheet: Sheet, rights: Rights): Protection[] =>
  sheet
    .getProtections(SpreadsheetApp.ProtectionType.RANGE)
    .filter((each) => each.getDescription() === '' && each.getEditors().length >= rights.editors.length);

function leftBehind(nameless: Protection[], sheet: Sheet, spec: ProtectionSpec): Protection | null {
  const wanted = rangeOf(sheet, spec)?.getA1Notation();
  const index = nameless.findIndex((each) => each.getRange().getA1Notation() === wanted);
  const [found] = index < 0 ? [] : nameless.splice(index, 1);
  return found === undefined ? null : found.setDescription(spec.name);
}

export function removeProtections(sheet: Sheet): void {
  for (const protection of ownProtections(sheet).present) protection.remove();
}

const create = (sheet: Sheet, spec: ProtectionSpec): Protection =>
  rangeOf(sheet, spec)?.protect() ?? sheet.protect();

function rangeOf(sheet: Sheet, spec: ProtectionSpec): Range | null {
  if (spec.area === 'sheet') return null;
  if (spec.area === 'header') return sheet.getRange('1:1');
  if ('row' in spec.area) return sheet.getRange(spec.area.row, spec.area.column + 1);
  const [from, to] = spec.area.columns;
  return sheet.getRange(`${columnLetters(from + 1)}:${columnLetters(to + 1)}`);
}

/** Removes editors who are not on the list and adds those who are missing; a new protection admits all editors at first. */
function allow(protection: Protection, who: ProtectionSpec['who'], rights: Rights, isNew: boolean): void {
  const wanted = new Set([...rights.administrators, ...headsAmong(who, rights)]);
  const present = isNew
    ? rights.editors
    : protection.getEditors().map((user) => user.getEmail().toLowerCase());
  const off = present.filter((email) => !wanted.has(email));
  const on = [...wanted].filter((email) => isNew || !present.includes(email));
  if (off.length > 0) protection.removeEditors(off);
  // A row's cell lies in a column that is closed already: where the list is right, a call for each is saved.
  if (typeof who === 'object' && !isNew && on.length + off.length === 0) return;
  // With nobody to take off or let in, the list still has to become the protection's own.
  if (on.length > 0 || off.length === 0) protection.addEditors(on.length > 0 ? on : [...wanted]);
  closeToDomain(protection, isNew);
}

function headsAmong(who: ProtectionSpec['who'], { heads, headsOf }: Rights): readonly string[] {
  if (typeof who === 'object') return headsOf.get(who.headsOf) ?? [];
  return who === 'heads' ? heads : [];
}

/** In a Workspace domain a protection may be open to everybody of the domain; a private account has none. */
function closeToDomain(protection: Protection, isNew: boolean): void {
  if (!isNew || !protection.canDomainEdit()) return;
  try {
    protection.setDomainEdit(false);
  } catch {
    // Google: «throws an exception if the spreadsheet is not owned by a Google Workspace domain member».
  }
}

/**
 * Protects a generated tab, with as few calls as possible. `Sheet.protect` gives back the protection that is there
 * already. https://developers.google.com/apps-script/reference/spreadsheet/sheet#protect
 */
export function protectPage(sheet: Sheet, rights: Rights): void {
  const off = rights.editors.filter((email) => !rights.administrators.includes(email));
  const protection = sheet.protect();
  // Until its list is changed a protection keeps nobody out, later editors of the book included.
  if (off.length > 0) protection.removeEditors(off);
  else if (rights.administrators.length > 0) protection.addEditors([...rights.administrators]);
}
