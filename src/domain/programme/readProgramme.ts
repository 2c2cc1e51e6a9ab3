/** From the administrator's tabs to a programme. What cannot be used is left out and said as an issue. */

import type { CivilDate } from '../dates/civil';
import { checkTable, issueAt } from '../schema/check';
import { isYes } from '../schema/columnTypes/choices';
import { type Issue, wrongCells } from '../schema/issue';
import { columnOf } from '../schema/schema';
import { cellAt, isBlankRow, rowCount, sheetRow, type Table, textAt } from '../schema/table';
import { type Cell, cellText, dayOf, isErrorCell, numberOf } from '../values/cell';
import { withoutFormulaSigns } from '../values/formulaText';
import { clip, listItems, sameKey } from '../values/text';
import { readFormerDistricts, type UntilWords } from './formerDistricts';
import type { ApprovalNeed, DeadlineKind, Indicator, Organisation, Stage, Target } from './programme';

/** Words of the choice columns, as the tabs hold them. */
export interface ProgrammeWords {
  readonly deadlineKinds: Readonly<Record<DeadlineKind, string>>;
  readonly indicators: Readonly<Record<Indicator, string>>;
  readonly organisationTypes: readonly string[];
  readonly yes: string;
  /** Of «Прежние районы». */
  readonly until: UntilWords;
}

export interface Read<T> {
  readonly items: readonly T[];
  readonly issues: readonly Issue[];
}

const NO_REFERENCES = { organisations: new Set<string>(), stages: new Set<string>() };

function checked(table: Table, today: CivilDate): Issue[] {
  return checkTable(table, {
    today,
    programmeStart: null,
    references: NO_REFERENCES,
    ownerOf: () => null,
  });
}

function keyOfWord<K extends string>(words: Readonly<Record<K, string>>, cell: Cell): K | null {
  const text = sameKey(cellText(cell));
  const entry = (Object.entries(words) as [K, string][]).find(([, word]) => sameKey(word) === text);
  return entry?.[0] ?? null;
}

/**
 * Codes become keys and labels of rows, which Sheets must not take for formulas: the rules of the columns tell
 * the person, and the row is left out until it is repaired. A key splits at its first «/».
 */
const USABLE_CODE = { code: /^[^=+\-@']/, id: /^[^/=+\-@'][^/]*$/ } as const;

/** What a cell says; nothing where it shows an error. */
const saidAt = (table: Table, row: number, column: string): string =>
  isErrorCell(cellAt(table, row, column)) ? '' : textAt(table, row, column);

/** A text of 50,000 characters pasted by mistake must not stand in every row of «Отчёт». */
const LONGEST_NAME = 140;

/** Names of organisations and districts are copied into other tabs, where a leading sign would make a formula. */
const nameAt = (table: Table, row: number, column: string): string =>
  clip(withoutFormulaSigns(saidAt(table, row, column)), LONGEST_NAME);

/** Rows of a table that hold anything, with the text of their key column; twins of a key are left out. */
function* keyedRows(
  table: Table,
  keyColumn: keyof typeof USABLE_CODE,
): Generator<[row: number, key: string]> {
  const seen = new Set<string>();
  for (let row = 0; row < rowCount(table); row += 1) {
    if (isBlankRow(table, row)) continue;
    const key = saidAt(table, row, keyColumn);
    if (!USABLE_CODE[keyColumn].test(key) || seen.has(sameKey(key))) continue;
    seen.add(sameKey(key));
    yield [row, key];
  }
}

export function readStages(table: Table, today: CivilDate, words: ProgrammeWords): Read<Stage> {
  const issues = checked(table, today);
  const items: Stage[] = [];
  for (const [row, code] of keyedRows(table, 'code')) {
    const yes = (column: string) => isYes(cellAt(table, row, column), words.yes);
    const kind = keyOfWord(words.deadlineKinds, cellAt(table, row, 'kind')) ?? 'none';
    const stage: Stage = {
      code,
      section: textAt(table, row, 'section'),
      title: saidAt(table, row, 'title'),
      kind,
      start: dayOf(cellAt(table, row, 'start')),
      deadline: dayOf(cellAt(table, row, 'deadline')),
      responsible: textAt(table, row, 'responsible'),
      result: textAt(table, row, 'result'),
      documentNeeded: yes('document'),
      approval: approvalNeed(yes('approval'), yes('approvalInDeadline')),
      appliesTo: typesIn(cellText(cellAt(table, row, 'appliesTo')), words.organisationTypes),
      phrase: textAt(table, row, 'phrase'),
      dropped: yes('dropped'),
    };
    items.push(stage);
    if ((kind === 'relative' || kind === 'none') && stage.deadline === null && !stage.dropped) {
      issues.push(issueAt(table, row, columnOf(table.schema, 'deadline'), '', { code: 'stageUndated' }));
    }
  }
  if (items.length === 0) issues.push(issueAt(table, null, null, '', { code: 'noStages' }));
  return { items, issues };
}

const approvalNeed = (asked: boolean, included: boolean): ApprovalNeed =>
  included ? 'included' : asked ? 'yes' : 'no';

const typesIn = (text: string, types: readonly string[]): string[] =>
  listItems(text).map((item) => types.find((type) => sameKey(type) === sameKey(item)) ?? item);

export function readOrganisations(table: Table, today: CivilDate, words: ProgrammeWords): Read<Organisation> {
  const issues = checked(table, today);
  const wrong = wrongCells(issues, table.schema.id);
  const items: Organisation[] = [];
  const districts = new Map<string, string>();
  const names = new Map<string, number>();
  for (const [row, id] of keyedRows(table, 'id')) {
    const typed = cellAt(table, row, 'district');
    const district = nameAt(table, row, 'district');
    const known = districts.get(sameKey(district));
    if (known === undefined) districts.set(sameKey(district), district);
    else if (district !== '' && (known !== district || district !== cellText(typed))) {
      issues.push(
        issueAt(table, row, columnOf(table.schema, 'district'), typed, {
          code: 'districtsAlike',
          other: known,
        }),
      );
    }
    const shortName = nameAt(table, row, 'shortName') || nameAt(table, row, 'fullName') || id;
    const name = `${sameKey(district)}|${sameKey(shortName)}`;
    const twin = names.get(name);
    if (twin === undefined) names.set(name, row);
    else {
      issues.push(
        issueAt(table, row, columnOf(table.schema, 'shortName'), shortName, {
          code: 'organisationTwice',
          row: sheetRow(twin),
        }),
      );
    }
    const trusted = (column: string) =>
      wrong(row, table.at.get(column) ?? -1) ? null : dayOf(cellAt(table, row, column));
    const formerDistricts = readFormerDistricts(saidAt(table, row, 'formerDistricts'), words.until);
    if (formerDistricts === null) {
      const column = columnOf(table.schema, 'formerDistricts');
      issues.push(
        issueAt(table, row, column, cellAt(table, row, 'formerDistricts'), { code: 'formerDistricts' }),
      );
    }
    items.push({
      id,
      district: known ?? district,
      formerDistricts: (formerDistricts ?? []).map((each) => ({
        ...each,
        district:
          districts.get(sameKey(each.district)) ?? clip(withoutFormulaSigns(each.district), LONGEST_NAME),
      })),
      fullName: saidAt(table, row, 'fullName'),
      shortName,
      type: typesIn(textAt(table, row, 'type'), words.organisationTypes)[0] ?? '',
      // A closing day before the opening day is called wrong: it must not take the organisation out of the figures.
      opened: trusted('opened'),
      closed: trusted('closed'),
    });
  }
  if (items.length === 0) issues.push(issueAt(table, null, null, '', { code: 'noOrganisations' }));
  return { items, issues };
}

/** What stands in «Прежние районы», by organisation's id, with its data row from 0. */
export const formerDistrictCells = (table: Table): Map<string, { row: number; text: string }> =>
  new Map(
    [...keyedRows(table, 'id')].map(([row, id]) => [
      id,
      { row, text: cellText(cellAt(table, row, 'formerDistricts')) },
    ]),
  );

/** «10 %» typed into a cell is the number 0.1: with it any share would be reached. */
const isPercent = (value: number): boolean => value === 0 || (value >= 1 && value <= 100);

/** `leftOut`: rows that are no targets because an issue calls their indicator, date or value wrong. */
export function readTargets(
  table: Table,
  today: CivilDate,
  words: ProgrammeWords,
): Read<Target> & { readonly leftOut: number } {
  const issues = checked(table, today);
  const wrong = wrongCells(issues, table.schema.id);
  const items: Target[] = [];
  let leftOut = 0;
  for (let row = 0; row < rowCount(table); row += 1) {
    if (isBlankRow(table, row)) continue;
    const indicator = keyOfWord(words.indicators, cellAt(table, row, 'indicator'));
    const date = dayOf(cellAt(table, row, 'date'));
    const value = numberOf(cellAt(table, row, 'value'));
    const isWrong = ['indicator', 'date', 'value'].some((id) => wrong(row, table.at.get(id) ?? -1));
    if (indicator === null || date === null || value === null || isWrong) {
      leftOut += 1;
      continue;
    }
    if (indicator === 'menteeShare' && !isPercent(value)) {
      issues.push(
        issueAt(table, row, columnOf(table.schema, 'value'), cellAt(table, row, 'value'), {
          code: 'notOfType',
          type: 'share',
        }),
      );
      leftOut += 1;
      continue;
    }
    const title = textAt(table, row, 'title') || words.indicators[indicator];
    items.push({ indicator, title, date, value, unit: textAt(table, row, 'unit') });
  }
  items.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return { items, issues, leftOut };
}

/** A stage that no organisation's type is asked for: most often a typing error in «Кто отчитывается». */
export function stagesWithoutReporters(
  table: Table,
  stages: readonly Stage[],
  organisations: readonly Organisation[],
): Issue[] {
  if (organisations.length === 0) return [];
  const types = new Set(organisations.map((each) => each.type));
  const issues: Issue[] = [];
  for (const [row, code] of keyedRows(table, 'code')) {
    const stage = stages.find((each) => each.code === code);
    if (!stage || stage.dropped || stage.appliesTo.length === 0) continue;
    if (stage.appliesTo.some((type) => types.has(type))) continue;
    issues.push(
      issueAt(table, row, columnOf(table.schema, 'appliesTo'), stage.appliesTo.join(', '), {
        code: 'nobodyReports',
      }),
    );
  }
  return issues;
}
