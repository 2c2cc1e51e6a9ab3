/** The importer's server: what a reporting book holds, and writing what the page asks. Control book only. */

import type { Applied, BookContent, ImporterFunctions } from '../../contract/importer';
import type { Answer } from '../../contract/plain';
import {
  countRefused,
  IMPORT_KEYS,
  IMPORT_TABS,
  type ImportTab,
  type RemainingChanges,
  remainingChanges,
} from '../../domain/import/changes';
import { readChanges } from '../../domain/import/changesInput';
import { findPersonalData } from '../../domain/personal/personalData';
import { splitKey } from '../../domain/report/registry';
import type { TabSchema } from '../../domain/schema/schema';
import {
  cellAt,
  isBlankRow,
  missingColumns,
  readTable,
  rowCount,
  type Table,
  textAt,
} from '../../domain/schema/table';
import { type Cell, isBlank } from '../../domain/values/cell';
import { withoutFormulaSigns } from '../../domain/values/formulaText';
import { sameKey, tidy } from '../../domain/values/text';
import { appendRows, changeCells } from '../../google/book/programmeTabs';
import type { ReportingBook } from '../../google/book/reportingBook';
import { showDialog } from '../../google/services/ui';
import { importer as says } from '../../messages/importer/server';
import { SETTING_NAME_WORDS } from '../../messages/jobs/settings';
import { jobNames, runWords } from '../../messages/jobs/setup';
import { addressesSchema } from '../../tabs/schemas/control';
import { organisationsSchema, stagesSchema, targetsSchema } from '../../tabs/schemas/programme';
import { reportSchema } from '../../tabs/schemas/report';
import { rebuildBook } from '../rebuild/rebuild';
import { refuse } from '../run/answer';
import type { Run, Uses } from '../run/parts';
import { alone } from '../run/press';
import { completeBook } from '../setUp/completeBook';

export const menuImport = (): void => showDialog('Importer', says.dialogTitle, 1060, 700);

/** Runs one call of the page: alone, on a book that is there and ours, with an answer in words whatever happens. */
const answer = <T>(id: unknown, work: (run: Run, book: ReportingBook) => Answer<T>): Answer<T> =>
  alone(says, (run) => {
    run.office.readSettings();
    const { books } = run.office.settings;
    const wanted = typeof id === 'string' && books.includes(id) ? id : books[0];
    if (wanted === undefined) return refuse(says.noBooks);
    const book = run.books.open(wanted);
    if (book === null) return refuse(runWords.bookGone);
    const left = run.books.notOurs(book);
    return left === null ? work(run, book) : refuse(left.why);
  });

/** What the book holds now; '' is the first book. Writes nothing. */
export const importRead: ImporterFunctions['importRead'] = (id) =>
  answer(id, (run, book) => {
    const rows = {} as Record<ImportTab, Cell[][]>;
    for (const tab of IMPORT_TABS) rows[tab] = rowsOf(tableOf(run, book, tab));
    const { books, programmeTitle } = run.office.settings;
    return {
      ok: true,
      book: book.id,
      books: books.map((each) => ({ id: each, name: nameOf(run, book, each) })),
      programme: programmeTitle,
      rows,
      ...countFiled(book),
    };
  });

const nameOf = (run: Uses<'books'>, book: ReportingBook, id: string): string =>
  (id === book.id ? book : run.books.open(id))?.file.getName() ?? id;

/**
 * Writes what is still to be written of the changes. Where a cell no longer holds what the administrator was
 * shown, nothing at all is written.
 */
export const importApply: ImporterFunctions['importApply'] = (input) => {
  const changes = readChanges(input);
  if (changes === null) return refuse(says.badDraft);
  const refused = IMPORT_TABS.reduce((sum, tab) => sum + countRefused(SCHEMAS[tab], changes[tab]), 0);
  if (refused > 0) return refuse(says.notReady(refused));
  return answer<Applied>(changes.book, (run, book) => {
    const { moment, today } = run.books.moment(book);
    if (IMPORT_TABS.some((tab) => missingColumns(tableOf(run, book, tab)).length > 0)) {
      completeBook(run, book, today);
    }
    const left = IMPORT_TABS.map((tab) =>
      remainingChanges(IMPORT_KEYS[tab], changes[tab], tableOf(run, book, tab)),
    );
    if (left.some(({ conflicts }) => conflicts > 0)) {
      return { ok: true, written: false, sentence: says.meanwhile };
    }
    IMPORT_TABS.forEach((tab, index) => {
      const settled = left[index];
      run.time.check();
      if (settled) write(run, book, tab, settled);
    });
    const title = withoutFormulaSigns(tidy(changes.programme));
    if (title !== '' && findPersonalData(title).length === 0) {
      run.office.control.fillSetting(SETTING_NAME_WORDS.programmeTitle, title);
    }
    const sum = (part: 'added' | 'changed') => left.reduce((total, each) => total + each[part].length, 0);
    const sentence = says.written(sum('added'), sum('changed'));
    if (sentence !== says.nothing) {
      run.journal.log(moment, jobNames.importer, book.file.getName(), runWords.done, sentence);
    }
    run.memory.save(book);
    return { ok: true, written: true, sentence };
  });
};

/** Makes the rows of «Отчёт» for what was imported. */
export const importRebuild: ImporterFunctions['importRebuild'] = (id) =>
  answer(id, (run, book) => {
    const { reports, issues, unfinished, refused } = rebuildBook(run, book);
    if (refused !== null) return refuse(refused);
    return {
      ok: true,
      finished: !unfinished,
      sentence: unfinished ? says.rebuilding : says.rebuilt(reports, issues),
    };
  });

const SCHEMAS: Readonly<Record<ImportTab, TabSchema>> = {
  stages: stagesSchema,
  organisations: organisationsSchema,
  targets: targetsSchema,
  addresses: addressesSchema,
};

/** A tab that was deleted reads as one without columns: it is put back before anything is written. */
function tableOf(run: Uses<'people'>, book: ReportingBook, tab: ImportTab): Table {
  if (tab === 'addresses') {
    run.people.readAddresses();
    return run.people.addressTable ?? readTable(addressesSchema, [[]]);
  }
  return readTable(SCHEMAS[tab], book.grid(tab) ?? [[]], book.state.renamed[tab]);
}

const rowsOf = (table: Table): Cell[][] =>
  Array.from({ length: rowCount(table) }, (_, row) => row)
    .filter((row) => !isBlankRow(table, row))
    .map((row) => table.schema.columns.map(({ id }) => cellAt(table, row, id)));

function countFiled(book: ReportingBook): Pick<BookContent, 'filedByStage' | 'filedByOrganisation'> {
  const report = readTable(reportSchema(), book.grid('report') ?? [[]], book.state.renamed.report);
  const [filedByStage, filedByOrganisation]: Record<string, number>[] = [{}, {}];
  for (let row = 0; row < rowCount(report); row += 1) {
    const pair = splitKey(textAt(report, row, 'key'));
    if (pair === null || isBlank(cellAt(report, row, 'doneOn'))) continue;
    for (const [counts, id] of [
      [filedByStage, pair.stage],
      [filedByOrganisation, pair.organisation],
    ] as const) {
      if (counts) counts[sameKey(id)] = (counts[sameKey(id)] ?? 0) + 1;
    }
  }
  return { filedByStage: filedByStage ?? {}, filedByOrganisation: filedByOrganisation ?? {} };
}

function write(run: Uses<'office'>, book: ReportingBook, tab: ImportTab, settled: RemainingChanges): void {
  if (tab === 'addresses') {
    run.office.control.addAddresses(settled.added);
    return;
  }
  const sheet = book.sheet(tab);
  if (sheet === null) throw new Error(runWords.bookGone);
  changeCells(sheet, SCHEMAS[tab], book.state, settled);
  appendRows(sheet, SCHEMAS[tab], book.state, settled.added);
}
