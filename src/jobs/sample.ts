/** Puts a programme that comes with Svodka into the administrator's empty tabs, on the administrator's press. */
import { formatRu } from '../domain/civil';
import type { TabSchema } from '../domain/schema/schema';
import { isBlankRow, readTable, rowCount } from '../domain/table';
import type { ReportingBook } from '../google/reportingBook';
import { SETTING_NAME_WORDS } from '../messages/settings';
import { dialogs } from '../messages/setup';
import { type BuiltInProgramme, PROGRAMMES } from '../programmes';
import { organisationRow, type RowCells, stageRow, targetRow } from '../tabs/programmeRows';
import { organisationsSchema, stagesSchema, targetsSchema } from '../tabs/schemas/programme';
import type { Run } from './run';
import type { Dialogs } from './setUp';

export function insertSample(run: Run, { say, ask }: Dialogs): void {
  const [id] = run.settings.books;
  const book = id === undefined ? null : run.open(id);
  if (book === null) {
    say(dialogs.noBooks);
    return;
  }
  const answer = ask(dialogs.sampleChoice(PROGRAMMES.map((programme) => programme.title)));
  const programme = PROGRAMMES[Number(answer) - 1];
  if (answer !== null && programme !== undefined) say(fill(run, book, programme));
}

function fill(run: Run, book: ReportingBook, programme: BuiltInProgramme): string {
  const tabs: readonly [TabSchema, readonly RowCells[]][] = [
    [stagesSchema, programme.stages.map(stageRow)],
    [organisationsSchema, programme.organisations.map(organisationRow)],
    [targetsSchema, programme.targets.map(targetRow)],
  ];
  if (tabs.some(([schema, rows]) => rows.length > 0 && !isEmpty(book, schema))) {
    return dialogs.sampleOnlyEmpty;
  }
  for (const [schema, rows] of tabs) book.fillEmpty(schema, rows);
  run.control.fillSetting(SETTING_NAME_WORDS.programmeTitle, programme.title);
  run.control.fillSetting(SETTING_NAME_WORDS.programmeStart, formatRu(programme.start));
  run.save(book);
  return dialogs.sampleDone(programme.title);
}

function isEmpty(book: ReportingBook, schema: TabSchema): boolean {
  const grid = book.grid(schema.id);
  if (grid === null) return false;
  const table = readTable(schema, grid, book.state.renamed[schema.id]);
  return Array.from({ length: rowCount(table) }, (_, row) => row).every((row) => isBlankRow(table, row));
}
