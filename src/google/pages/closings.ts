/**
 * «Закрыть чужие строки»: one protected range for each block of an organisation's rows in «Отчёт», over whole rows, so
 * that it holds wherever people move columns. Where protections overlap all must allow, so the columns of the district
 * and Svodka's own stay as closed as they were.
 * https://developers.google.com/apps-script/reference/spreadsheet/protection
 */
import { type ClosingPlan, type Found, PARKED, type Step } from '../../domain/rights/closingPlan';
import type { Closing } from '../../domain/rights/closings';
import { CLOSING_PREFIX, protectionNames } from '../../messages/jobs/setup';
import { isPassing } from '../services/app';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

export const closingName = ({ organisation, label }: Pick<Closing, 'organisation' | 'label'>): string =>
  protectionNames.closing(organisation, label);

const organisationIn = (name: string): string => name.slice(CLOSING_PREFIX.length).split(' · ')[0] ?? '';

export class Closings {
  private readonly protections: Protection[] = [];
  readonly found: Found[] = [];
  /** Organisations that stay open, for Google does not know an address of one of their curators. */
  readonly refused = new Set<string>();
  /** Null until it was asked. */
  private domain: boolean | null = null;

  /**
   * Reads what is there. `width`: columns that must be covered; `everybody`: accounts that edit the book, lower case.
   * A protection without a name that keeps nobody out and lies on a wanted block is what a run leaves that was stopped
   * before it named it: it is ours too.
   */
  constructor(
    private readonly sheet: Sheet,
    wanted: readonly Closing[],
    width: number,
    private readonly everybody: readonly string[],
  ) {
    for (const protection of sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)) {
      const name = protection.getDescription();
      if (name !== '' && !name.startsWith(CLOSING_PREFIX)) continue;
      const range = protection.getRange();
      const [row, rows] = [range.getRow(), range.getNumRows()];
      const leftBehind = wanted.find((closing) => closing.row === row && closing.rows === rows);
      if (name === '' && !leftBehind) continue;
      const editors = protection.getEditors().map((user) => user.getEmail().toLowerCase());
      if (name === '' && editors.length < everybody.length) continue;
      const organisation = name === '' ? (leftBehind?.organisation ?? '') : organisationIn(name);
      const whole = range.getColumn() === 1 && range.getNumColumns() >= width;
      this.protections.push(protection);
      this.found.push({ organisation, row, rows, whole, name, editors });
    }
  }

  /** `before` each step that a stopped run can go on with. */
  carryOut(steps: ClosingPlan['open'], before: (left: number) => void): void {
    steps.forEach((step, index) => {
      before(steps.length - index);
      this.take(step);
    });
  }

  private take(step: Step): void {
    if (step.kind === 'create') {
      this.create(step.closing);
      return;
    }
    const protection = this.protections[step.found];
    if (!protection || ('closing' in step && this.refused.has(step.closing.organisation))) return;
    if (step.kind === 'remove') protection.remove();
    else if (step.kind === 'rename') protection.setDescription(step.name);
    else if (step.kind === 'dismiss') protection.removeEditors([...step.who]);
    else if (step.kind === 'park') protection.setRange(this.rows(PARKED, 1));
    else if (step.kind === 'place') protection.setRange(this.rows(step.closing.row, step.closing.rows));
    else this.admit(protection, step.closing, step.who);
  }

  /** At first it keeps nobody out; named at once, so that it is known for ours. */
  private create(closing: Closing): void {
    if (this.refused.has(closing.organisation)) return;
    const protection = this.rows(closing.row, closing.rows).protect().setDescription(closingName(closing));
    if (!this.admit(protection, closing, closing.editors)) return;
    const others = this.everybody.filter((who) => !closing.editors.includes(who));
    if (others.length > 0) protection.removeEditors(others);
    this.domain ??= protection.canDomainEdit();
    if (!this.domain) return;
    try {
      protection.setDomainEdit(false);
    } catch (error) {
      // Google: «throws an exception if the spreadsheet is not owned by a Google Workspace domain member».
      if (isPassing(error)) throw error;
      this.domain = false;
    }
  }

  /** Opens the rows again, and says false, where Google does not take the address of one of their own curators. */
  private admit(
    protection: Protection,
    { organisation, curators }: Closing,
    who: readonly string[],
  ): boolean {
    const refused = refusedOf(protection, who);
    if (!refused.some((address) => curators.includes(address))) return true;
    protection.remove();
    this.refused.add(organisation);
    return false;
  }

  private rows(first: number, count: number) {
    return this.sheet.getRange(`${first}:${first + count - 1}`);
  }
}

/** Adds all at once; where Google refuses that (unconfirmed: for an address it does not know), one by one. */
function refusedOf(protection: Protection, who: readonly string[]): string[] {
  try {
    protection.addEditors([...who]);
    return [];
  } catch (error) {
    if (isPassing(error)) throw error;
  }
  return who.filter((address) => {
    try {
      protection.addEditor(address);
      return false;
    } catch (error) {
      if (isPassing(error)) throw error;
      return true;
    }
  });
}
