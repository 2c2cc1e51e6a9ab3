import type { Box } from '../../src/domain/values/a1';
import type { LocalHost } from '../runtime/localHost';
import type { OutboxState } from '../services/mail/outbox';
import type { Drive, LinkAccess } from '../services/storage/drive';
import type { TriggerStoreState } from '../services/triggers/triggers';
import type { Metadata } from '../workbook/grid/metadata';
import type { SheetModel } from '../workbook/grid/sheet';
import type { Workbook } from '../workbook/grid/workbook';

/** What of a book .xlsx cannot hold, as JSON. */
export interface BookState {
  readonly version: 1;
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly owner: string;
  readonly editors: readonly string[];
  readonly viewers: readonly string[];
  readonly link: LinkAccess;
  readonly metadata: readonly Metadata[];
  readonly sheets: readonly SheetState[];
}

/** A sheet is found again by its name in the file. */
interface SheetState {
  readonly id: number;
  readonly name: string;
  readonly maxRows: number;
  readonly maxColumns: number;
  readonly protections: readonly ProtectionState[];
  readonly metadata: readonly Metadata[];
}

interface ProtectionState {
  readonly id: number;
  readonly type: 'RANGE' | 'SHEET';
  readonly box: Box | null;
  readonly description: string;
  readonly warningOnly: boolean;
  readonly domainEdit: boolean;
  readonly editors: readonly string[] | null;
  readonly unprotected: readonly Box[];
}

/** What of a host outlives its process besides the books: stores, triggers, sent mail and quotas, the clock. */
export interface HostState {
  readonly version: 2;
  readonly now: number;
  readonly properties: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly triggers: TriggerStoreState;
  readonly outbox: OutboxState;
}

export function dumpBook(drive: Drive, spreadsheetId: string): BookState {
  const file = drive.get(spreadsheetId);
  if (!file) throw new Error(`There is no spreadsheet ${spreadsheetId}`);
  const { workbook } = file;
  return {
    version: 1,
    id: workbook.id,
    name: workbook.name,
    locale: workbook.locale,
    timeZone: workbook.timeZone,
    owner: file.owner,
    editors: [...file.editors],
    viewers: [...file.viewers],
    link: file.link,
    metadata: workbook.metadata,
    sheets: workbook.sheets.map(dumpSheet),
  };
}

function dumpSheet(sheet: SheetModel): SheetState {
  const { id, name, maxRows, maxColumns, metadata } = sheet;
  const protections = sheet.protections.map((one) => ({ ...one, editors: one.editors && [...one.editors] }));
  return { id, name, maxRows, maxColumns, protections, metadata };
}

/** Puts back what the file could not hold. Sheets that the state does not know keep what the file says. */
export function restoreBook(workbook: Workbook, state: BookState): void {
  workbook.metadata = state.metadata.map(copyOf);
  for (const one of workbook.metadata) workbook.reserveId(one.id);
  for (const known of state.sheets) {
    const sheet = workbook.sheetByName(known.name);
    if (!sheet) continue;
    sheet.metadata = known.metadata.map(copyOf);
    sheet.protections = known.protections.map((one) => ({
      ...one,
      editors: one.editors && new Set(one.editors),
      unprotected: [...one.unprotected],
    }));
    for (const one of [...sheet.metadata, ...sheet.protections]) workbook.reserveId(one.id);
  }
}

function copyOf(one: Metadata): Metadata {
  return { ...one, place: { ...one.place } };
}

export function dumpHost(host: LocalHost): HostState {
  return {
    version: 2,
    now: host.clock.now(),
    properties: host.properties.dump(),
    triggers: host.triggers.dump(),
    outbox: host.outbox.dump(),
  };
}

/** The clock goes to where it stood, unless `keepClock`: a page may show today. */
export function restoreHost(
  host: LocalHost,
  state: HostState,
  options: { readonly keepClock?: boolean } = {},
): void {
  if (!options.keepClock) host.clock.set(state.now);
  host.properties.restore(state.properties);
  host.triggers.restore(state.triggers);
  host.outbox.restore(state.outbox);
}
