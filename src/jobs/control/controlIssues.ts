/**
 * What is wrong in «Настройки» and «Адреса»: said beside each row in the control book, never in the shared
 * book, and told to the administrator who presses something.
 */

import type { CivilDate } from '../../domain/dates/civil';
import { checkTable, issueAt } from '../../domain/schema/check';
import type { Issue } from '../../domain/schema/issue';
import { columnOf } from '../../domain/schema/schema';
import { cellAt, rowCount, sheetRow, type Table, textAt } from '../../domain/schema/table';
import { bookIdIn } from '../../domain/settings/readSettings';
import { cellText } from '../../domain/values/cell';
import { sameKey } from '../../domain/values/text';
import { momentIn } from '../../google/book/calendar';
import { controlIssue } from '../../messages/control/issues';
import { BOOK_HELP, BOOK_PREFIX, SETTING_WORDS } from '../../messages/jobs/settings';
import { addresses } from '../../messages/tabs/control';
import type { Uses } from '../run/parts';

/** Writes the notes that differ from those that stand there; nothing when none does. */
export function showControlIssues(run: Uses<'memory' | 'office' | 'people'>): void {
  const { settingsTable } = run.office;
  const { addressTable } = run.people;
  if (settingsTable !== null) {
    writeNotes(run, 'settings', 'help', settingsTable, settingNotes(run, settingsTable));
  }
  if (addressTable?.at.has('issue')) {
    const byRow = new Map<number, string>();
    for (const issue of addressIssues(run)) {
      const known = byRow.get(issue.row ?? 0);
      const text = controlIssue.note(issue);
      byRow.set(issue.row ?? 0, known === undefined ? text : `${known}\n${text}`);
    }
    const notes = Array.from({ length: rowCount(addressTable) }, (_, row) => byRow.get(sheetRow(row)) ?? '');
    writeNotes(run, 'addresses', 'issue', addressTable, notes);
  }
}

/** One line an issue, for the person who pressed. */
export const controlIssues = (run: Uses<'memory' | 'office' | 'people'>): string[] =>
  [...run.office.settingIssues, ...addressIssues(run)].map(controlIssue.line).slice(0, MOST_TOLD);

const MOST_TOLD = 10;

/** What is wrong in the rows of «Адреса», as it was read. */
export function addressIssues(run: Uses<'memory' | 'office' | 'people'>): Issue[] {
  const table = run.people.addressTable;
  if (table === null) return [];
  const issues = checkTable(table, {
    today: momentIn(run.office.settings.timeZone).date as CivilDate,
    programmeStart: null,
    references: { organisations: new Set(), stages: new Set() },
    ownerOf: () => null,
  });
  return [...issues, ...notInBooks(run, table)];
}

/** What the last reading for the mails found in no book, or in several; the addresses themselves are not asked for it. */
function notInBooks(run: Uses<'memory'>, table: Table): Issue[] {
  const { mail } = run.memory.state;
  const [unknown, several] = [new Set(mail.unknown), new Set(mail.several)];
  if (unknown.size + several.size === 0) return [];
  const issues: Issue[] = [];
  for (let row = 0; row < rowCount(table); row += 1) {
    const role = sameKey(textAt(table, row, 'role'));
    const id = role === CURATOR ? 'organisation' : role === HEAD ? 'district' : null;
    if (id === null) continue;
    const text = textAt(table, row, id);
    const saysMore =
      textAt(table, row, 'book') !== '' || (role === CURATOR && textAt(table, row, 'district') !== '');
    const code = unknown.has(text) ? 'notInBooks' : several.has(text) && !saysMore ? 'inSeveralBooks' : null;
    if (code === null) continue;
    const column = columnOf(table.schema, id);
    issues.push(issueAt(table, row, column, cellAt(table, row, id), { code }));
  }
  return issues;
}

const CURATOR = sameKey(addresses.roles.curator);
const HEAD = sameKey(addresses.roles.head);

/** What must stand beside each row; null where the row is not Svodka's. */
function settingNotes(run: Uses<'memory' | 'office'>, table: Table): (string | null)[] {
  const issues = new Map(run.office.settingIssues.map((issue) => [issue.row, issue]));
  const helps = new Map(Object.values(SETTING_WORDS).map(({ name, help }) => [sameKey(name), help]));
  return Array.from({ length: rowCount(table) }, (_, row) => {
    const name = sameKey(textAt(table, row, 'name'));
    const isBook = name.startsWith(sameKey(BOOK_PREFIX));
    const help = isBook ? BOOK_HELP : helps.get(name);
    if (help === undefined) return null;
    const issue = issues.get(sheetRow(row));
    if (issue !== undefined) return `${controlIssue.note(issue)} ${help}`;
    const id = isBook ? bookIdIn(cellText(cellAt(table, row, 'value'))) : null;
    const problem = id === null ? null : (run.memory.state.books[id]?.unreachable ?? null);
    return problem === null ? help : `${controlIssue.mark} ${problem}. ${help}`;
  });
}

function writeNotes(
  run: Uses<'office'>,
  tab: 'settings' | 'addresses',
  column: string,
  table: Table,
  wanted: readonly (string | null)[],
): void {
  const index = table.at.get(column);
  if (index === undefined) return;
  const present = (row: number) => cellText(cellAt(table, row, column));
  const differing = wanted.flatMap((note, row) => (note !== null && note !== present(row) ? [row] : []));
  const [first] = differing;
  if (first === undefined) return;
  const last = differing[differing.length - 1] ?? first;
  const notes = wanted.slice(first, last + 1).map((note, offset) => note ?? present(first + offset));
  run.office.control.writeNotes(tab, index, sheetRow(first), notes);
}
