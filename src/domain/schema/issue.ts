/** A problem with people's data is a value: where it is, what was found, and a code that messages/ words. */
import type { CivilDate } from '../dates/civil';
import type { TabId } from './schema';

export type Problem =
  // one cell
  | { readonly code: 'required' }
  | { readonly code: 'errorCell' }
  | { readonly code: 'notDate'; readonly suggestion: CivilDate | null }
  /** Written as a date, such as 31.02.2020, but the calendar has no such day. */
  | { readonly code: 'noSuchDay' }
  | { readonly code: 'dateOutOfRange' }
  | { readonly code: 'dateInFuture' }
  | { readonly code: 'dateBeforeStart'; readonly start: CivilDate }
  | { readonly code: 'notInteger' }
  | { readonly code: 'notNumber' }
  | { readonly code: 'numberAsText' }
  | { readonly code: 'notShare' }
  | { readonly code: 'numberTooSmall'; readonly min: number }
  | { readonly code: 'numberTooBig'; readonly max: number }
  | { readonly code: 'notLink' }
  | { readonly code: 'notEmail' }
  | { readonly code: 'notYesNo' }
  | { readonly code: 'notChoice'; readonly allowed: readonly string[] }
  | { readonly code: 'notCode' }
  | { readonly code: 'unknownOrganisation' }
  | { readonly code: 'notInBooks' }
  /** Of «Адреса»: a code or a district that several books have, and the row does not say which. */
  | { readonly code: 'inSeveralBooks' }
  | { readonly code: 'unknownStage' }
  | { readonly code: 'noSuchStage'; readonly stage: string }
  | { readonly code: 'tooLong'; readonly length: number }
  | { readonly code: 'pattern'; readonly says: string }
  | { readonly code: 'personalData'; readonly kinds: readonly string[] }
  // several cells of a row
  | { readonly code: 'onlyWhen'; readonly column: string }
  | { readonly code: 'requiredWhen'; readonly column: string }
  | { readonly code: 'before'; readonly column: string }
  | { readonly code: 'moreThan'; readonly column: string }
  | { readonly code: 'documentMissing' }
  | { readonly code: 'duplicate'; readonly row: number }
  // rows of «Отчёт»
  | { readonly code: 'rowUnclear' }
  | { readonly code: 'rowTwice'; readonly row: number }
  | { readonly code: 'rowForeign' }
  // the programme
  | { readonly code: 'noStages' }
  | { readonly code: 'noOrganisations' }
  | { readonly code: 'stageUndated' }
  | { readonly code: 'nobodyReports' }
  | { readonly code: 'districtsAlike'; readonly other: string }
  | { readonly code: 'organisationTwice'; readonly row: number }
  // tabs and books
  | { readonly code: 'missingTab' }
  | { readonly code: 'tabRestored'; readonly on: CivilDate }
  | { readonly code: 'columnRestored'; readonly on: CivilDate }
  | { readonly code: 'columnTwice' }
  | { readonly code: 'headerTaken' }
  | { readonly code: 'mergedCells'; readonly range: string }
  | { readonly code: 'wrongLocale'; readonly locale: string }
  | { readonly code: 'wrongTimeZone'; readonly zone: string; readonly expected: string }
  | { readonly code: 'settingInvalid'; readonly used: string }
  | { readonly code: 'columnTypeUnknown' }
  // a group of the same
  | { readonly code: 'andMore'; readonly count: number; readonly of: Problem };

export interface Issue {
  readonly tab: TabId;
  /** Row of the sheet, from 1; null for the whole tab or column. */
  readonly row: number | null;
  /** Header of the column as it stands in the sheet, null for the whole row or tab. */
  readonly column: string | null;
  /** Index of that column in the sheet, from 0; null when there is none. */
  readonly columnIndex: number | null;
  readonly organisation: string | null;
  readonly problem: Problem;
  /** What stands there, shortened; null when there is nothing to repeat or it must not be repeated. */
  readonly found: string | null;
}

const ROWS_OF_ONE_KIND = 50;

/**
 * Ten thousand pasted rows of rubbish are one thing to say: of each kind of problem in one column the
 * first fifty are listed, the rest are counted in one line. Keeps the order of first appearance.
 */
export function groupIssues(issues: readonly Issue[]): Issue[] {
  const seen = new Map<string, { count: number; first: Issue }>();
  const kept: Issue[] = [];
  for (const issue of issues) {
    const kind = `${issue.tab}|${issue.column ?? ''}|${issue.problem.code}`;
    const entry = seen.get(kind);
    if (!entry) seen.set(kind, { count: 1, first: issue });
    else entry.count += 1;
    if (!entry || entry.count <= ROWS_OF_ONE_KIND) kept.push(issue);
  }
  for (const { count, first } of seen.values()) {
    if (count <= ROWS_OF_ONE_KIND) continue;
    kept.push({
      ...first,
      row: null,
      organisation: null,
      found: null,
      problem: { code: 'andMore', count: count - ROWS_OF_ONE_KIND, of: first.problem },
    });
  }
  return kept;
}
