/** «Столбцы»: further columns of «Отчёт» and «Охват» that the administrator declares without code. */

import type { CivilDate } from '../dates/civil';
import { cellText } from '../values/cell';
import { listItems, sameKey } from '../values/text';
import { checkTable, issueAt } from './check';
import { COLUMN_TYPE_NAMES, COLUMN_TYPES, type ColumnType } from './columnTypes';
import { isYes } from './columnTypes/choices';
import type { Issue } from './issue';
import type { Rule } from './rule';
import { type Column, columnOf } from './schema';
import { cellAt, isBlankRow, rowCount, type Table, textAt } from './table';

export interface DeclaredWords {
  readonly reportTitle: string;
  readonly coverageTitle: string;
  readonly columnTypes: Readonly<Record<ColumnType, string>>;
  readonly head: string;
  /** The two words of a yes-or-no column, yes first. */
  readonly yesNo: readonly [yes: string, no: string];
}

export interface Declared {
  readonly report: readonly Column[];
  readonly coverage: readonly Column[];
  /** Ids of the columns that a summary shows. */
  readonly inSummary: ReadonlySet<string>;
  readonly issues: readonly Issue[];
  /** Every stage code that «Для этапов» names, with what is to be said if the programme has no such stage. */
  readonly namedStages: readonly { readonly code: string; readonly issue: Issue }[];
}

const WIDTH = 160;
/** A bold letter of a header, pixels: its longest word must not be broken. */
const LETTER = 9.6;

export function readDeclaredColumns(
  table: Table,
  taken: { readonly report: readonly Column[]; readonly coverage: readonly Column[] },
  today: CivilDate,
  words: DeclaredWords,
): Declared {
  const issues = checkTable(table, {
    today,
    programmeStart: null,
    references: { organisations: new Set(), stages: new Set() },
    ownerOf: () => null,
  });
  const declared: { report: Column[]; coverage: Column[] } = { report: [], coverage: [] };
  const inSummary = new Set<string>();
  const namedStages: { code: string; issue: Issue }[] = [];
  const seen = new Set<string>();
  for (let row = 0; row < rowCount(table); row += 1) {
    if (isBlankRow(table, row)) continue;
    const tab = tabOf(textAt(table, row, 'tab'), words);
    const header = textAt(table, row, 'header');
    const type = typeNamed(textAt(table, row, 'type'), words);
    if (tab === null || header === '' || type === null) continue;
    if (taken[tab].some((column) => sameKey(column.header) === sameKey(header))) {
      issues.push(issueAt(table, row, columnOf(table.schema, 'header'), header, { code: 'headerTaken' }));
      continue;
    }
    const id = `own:${sameKey(header)}`;
    if (seen.has(`${tab}|${id}`)) continue;
    seen.add(`${tab}|${id}`);
    declared[tab].push(declaredColumn(table, row, id, header, type, tab, words));
    if (isYes(cellAt(table, row, 'summary'), words.yesNo[0])) inSummary.add(id);
    const stages = cellAt(table, row, 'stages');
    for (const code of listItems(cellText(stages))) {
      const issue = issueAt(table, row, columnOf(table.schema, 'stages'), stages, {
        code: 'noSuchStage',
        stage: code,
      });
      namedStages.push({ code, issue });
    }
  }
  return { ...declared, inSummary, issues, namedStages };
}

function declaredColumn(
  table: Table,
  row: number,
  id: string,
  header: string,
  type: ColumnType,
  tab: 'report' | 'coverage',
  words: DeclaredWords,
): Column {
  const list = (column: string) => listItems(cellText(cellAt(table, row, column)));
  const required = isYes(cellAt(table, row, 'required'), words.yesNo[0]);
  const stages = list('stages');
  // In «Отчёт» a column is asked for once the stage is handed in, not before.
  const rules: Rule[] = required && tab === 'report' ? [{ kind: 'requiredForStages', stages }] : [];
  return {
    id,
    header,
    type,
    writer: sameKey(textAt(table, row, 'writer')) === sameKey(words.head) ? 'head' : 'curator',
    required: required && tab === 'coverage',
    ...allowedOf(type, list, words),
    rules,
    help: textAt(table, row, 'help'),
    example: textAt(table, row, 'example'),
    width: Math.max(
      WIDTH,
      Math.ceil(LETTER * Math.max(...header.split(' ').map(({ length }) => length))) + 8,
    ),
  };
}

function allowedOf(
  type: ColumnType,
  list: (column: string) => readonly string[],
  words: DeclaredWords,
): Pick<Column, 'allowed'> {
  const { allowed } = COLUMN_TYPES[type];
  if (allowed === null) return {};
  return { allowed: allowed === 'yesNo' ? words.yesNo : list('allowed') };
}

const tabOf = (text: string, words: DeclaredWords): 'report' | 'coverage' | null =>
  sameKey(text) === sameKey(words.reportTitle)
    ? 'report'
    : sameKey(text) === sameKey(words.coverageTitle)
      ? 'coverage'
      : null;

const typeNamed = (text: string, words: DeclaredWords): ColumnType | null =>
  COLUMN_TYPE_NAMES.find((type) => sameKey(words.columnTypes[type]) === sameKey(text)) ?? null;
