/** Puts a programme that comes with Svodka into the administrator's empty tabs, on the administrator's press. */
import { formatRu } from '../../domain/dates/civil';
import type { TabSchema } from '../../domain/schema/schema';
import { isBlankRow, readTable, rowCount, textAt } from '../../domain/schema/table';
import type { ReportingBook } from '../../google/book/reportingBook';
import { SETTING_NAME_WORDS } from '../../messages/jobs/settings';
import { dialogs } from '../../messages/jobs/setup';
import { type BuiltInProgramme, PROGRAMMES } from '../../programmes';
import { organisationsSchema, stagesSchema, targetsSchema } from '../../tabs/schemas/programme';
import { type CellsByColumn, organisationRow, stageRow, targetRow } from '../../tabs/schemas/programmeRows';
import { refuse } from '../run/answer';
import type { Uses } from '../run/parts';
import type { Dialogs } from './setUp';

export function insertSample(run: Uses<'memory' | 'office' | 'books'>, { say, ask }: Dialogs): void {
  const [id] = run.office.settings.books;
  const book = id === undefined ? null : run.books.open(id);
  if (book === null) {
    say(dialogs.noBooks);
    return;
  }
  const left = run.books.notOurs(book);
  if (left?.kind === 'newer') {
    say(refuse(left.why).sentence);
    return;
  }
  const answer = ask(dialogs.sampleChoice(PROGRAMMES.map((programme) => programme.title)));
  const programme = PROGRAMMES[Number(answer) - 1];
  if (answer !== null && programme !== undefined) say(fill(run, book, programme));
}

function fill(run: Uses<'memory' | 'office'>, book: ReportingBook, programme: BuiltInProgramme): string {
  const tabs: readonly [TabSchema, readonly CellsByColumn[]][] = [
    [stagesSchema, programme.stages.map(stageRow)],
    [organisationsSchema, programme.organisations.map(organisationRow)],
    [targetsSchema, programme.targets.map(targetRow)],
  ];
  const states = tabs.map(([schema, rows]) => stateOf(book, schema, rows));
  if (states.includes('other')) return dialogs.sampleOnlyEmpty;
  // A press that was stopped half way left some tabs filled: those are people's by now and stay as they are.
  tabs.forEach(([schema, rows], index) => {
    if (states[index] === 'empty') book.fillEmpty(schema, rows);
  });
  run.office.control.fillSetting(SETTING_NAME_WORDS.programmeTitle, programme.title);
  run.office.control.fillSetting(SETTING_NAME_WORDS.programmeStart, formatRu(programme.start));
  run.memory.save(book);
  return dialogs.sampleDone(programme.title);
}

/** Whether the tab is empty, holds the very rows already (told by the first cells), or anything else. */
function stateOf(
  book: ReportingBook,
  schema: TabSchema,
  rows: readonly CellsByColumn[],
): 'empty' | 'same' | 'other' {
  const [first] = schema.columns;
  const grid = book.grid(schema.id);
  if (grid === null || rows.length === 0 || first === undefined) return 'empty';
  const table = readTable(schema, grid, book.state.renamed[schema.id]);
  const filled = Array.from({ length: rowCount(table) }, (_, row) => row).filter(
    (row) => !isBlankRow(table, row),
  );
  if (filled.length === 0) return 'empty';
  const same =
    filled.length === rows.length &&
    rows.every((cells, row) => textAt(table, row, first.id) === String(cells[first.id] ?? ''));
  return same ? 'same' : 'other';
}
