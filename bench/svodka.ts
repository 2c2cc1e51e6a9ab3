/** The jobs of one programme on the local host, run from the bundle that is pushed to Google, each measured. */

import { SheetView } from '../host/people/sheetView';
import { LocalHost } from '../host/runtime/localHost';
import type { RunOutcome } from '../host/runtime/outcome';
import { type Books, makeBooks, press } from '../host/sample/books';
import { formatRu, fromSerial } from '../src/domain/dates/civil';
import type { TabSchema } from '../src/domain/schema/schema';
import { organisationsSchema, stagesSchema } from '../src/tabs/schemas/programme';
import { type CellsByColumn, organisationRow, placeRow, stageRow } from '../src/tabs/schemas/programmeRows';
import { NAMES } from './budgets';
import { type Figure, measure, peakMemoryMb, type SizeFigures } from './figures';
import { DISTRICTS, filed, NOW, organisations, STAGES, stages, TIME_ZONE } from './programme';
import { measureSidebar } from './sidebar';

const CURATOR = 'curator@example.org';
const HEAD = 'head@example.org';
const MINUTES = 60_000;
const REBUILD = 'Обновить сводку сейчас';
/** The size of a paste that the head of a district makes. */
const PASTED_ROWS = 100;

export function measureSvodka(count: number): SizeFigures {
  const host = new LocalHost({ now: NOW, callsTakeTime: true });
  const figures: Figure[] = [];
  const add = (name: string, job: () => readonly RunOutcome[]) => figures.push(measure(name, job));

  let made: Books | null = null;
  add(NAMES.setUp, () => {
    made = makeBooks(host, { timeZone: TIME_ZONE });
    return host.runs.filter((run) => run.functionName === 'menuSetUp');
  });
  const books = made as Books | null;
  if (books === null) throw new Error('setup made no books');
  for (const person of [CURATOR, HEAD]) books.reporting.share(person, 'edit');
  pasteTable(host, books, stagesSchema, stages().map(stageRow));
  pasteTable(host, books, organisationsSchema, organisations(count).map(organisationRow));
  host.advance(MINUTES);
  add(NAMES.first, () => pressUntilDone(host, books));
  pasteReports(host, books);
  host.advance(MINUTES);
  add(NAMES.all, () => pressUntilDone(host, books));
  host.advance(MINUTES);
  add(NAMES.again, () => [press(host, books, 'Настроить таблицы…')]);

  host.advance(MINUTES);
  press(host, books, 'Включить расписание');
  // The first tick does the nightly repair, which this night still lacks.
  add(NAMES.repair, () => ticksUntilDone(host, books));
  add(NAMES.idle, () => ticks(host, 1));
  add(NAMES.look, () => nextTick(host, books, 'watchedAt'));
  add(NAMES.nothing, () => nextTick(host, books, 'rebuiltAt'));

  const place = reportPlace(books);
  const curator = host.person(CURATOR);
  const view = SheetView.of(books.reporting.workbook, 'Отчёт');
  const row = openRow(view);
  const edits = (edit: () => void) => () => {
    const before = host.runs.length;
    edit();
    return host.runs.slice(before);
  };
  add(
    NAMES.edit,
    edits(() => curator.type(place, view.cell(row, 'Дата выполнения'), '09.11.20 г.')),
  );
  curator.type(place, view.cell(row, 'Документ'), 'приказ № 1');
  const one = measure(NAMES.one, () => nextTick(host, books, 'rebuiltAt'));
  figures.push({ ...one, tabs: tabsOfLastRun(books) });
  const lines = Array.from({ length: PASTED_ROWS }, (_, index) => ['10.11.20 г.', ` приказ № ${index} `]);
  add(
    NAMES.paste,
    edits(() => curator.paste(place, view.cell(2, 'Дата выполнения'), lines)),
  );
  measureSidebar(host, books, CURATOR, openRow(view), add);
  measureClosing(host, books, count, add);
  return { organisations: count, rows: count * STAGES, figures, peakMemoryMb: peakMemoryMb() };
}

/** «Закрыть чужие строки» where every organisation has a curator and every district a head, all of them editors. */
function measureClosing(
  host: LocalHost,
  books: Books,
  count: number,
  add: (name: string, job: () => readonly RunOutcome[]) => void,
): void {
  const curators = organisations(count).map(({ id }, index) => [`o${index}@gmail.com`, 'куратор', id, '']);
  const heads = Array.from({ length: DISTRICTS }, (_, index) => [
    ...[`d${index}@gmail.com`, 'руководитель района', '', `Район ${index + 1}`],
  ]);
  for (const [email = ''] of [...curators, ...heads]) books.reporting.share(email, 'edit');
  const administrator = host.person(books.administrator);
  const view = (tab: string) => SheetView.of(books.control.workbook, tab);
  const place = (tab: string) => ({
    spreadsheetId: books.control.workbook.id,
    sheetId: view(tab).sheet.id,
  });
  administrator.paste(place('Адреса'), 'A2', [...curators, ...heads]);
  const settings = view('Настройки');
  const cell = settings.cell(settings.find({ Настройка: 'Отчётная книга' }), 'Закрыть чужие строки');
  administrator.type(place('Настройки'), cell, 'да');
  const repaired = memoryOf(host, books)?.repairedOn;
  add(NAMES.close, () => ticksUntil(host, () => memoryOf(host, books)?.closing?.closed === count));
  add(NAMES.closedLook, () => nextTick(host, books, 'watchedAt'));
  add(NAMES.closed, () => nextTick(host, books, 'rebuiltAt'));
  // Up to the next night.
  while (new Date(host.clock.now()).getUTCHours() !== 23) ticks(host, 1);
  add(NAMES.closedRepair, () => ticksUntil(host, () => memoryOf(host, books)?.repairedOn !== repaired));
}

function ticksUntil(host: LocalHost, done: () => boolean): RunOutcome[] {
  const runs: RunOutcome[] = [];
  do runs.push(...ticks(host, 1));
  while (!done() && runs.length < 40);
  return runs;
}

/** The administrator pastes rows below the header of an empty table. */
export function pasteTable(
  host: LocalHost,
  books: Books,
  schema: TabSchema,
  rows: readonly CellsByColumn[],
): void {
  const { workbook } = books.reporting;
  const view = SheetView.of(workbook, schema.title);
  const at = new Map(schema.columns.map((column) => [column.id, view.column(column.header) - 1]));
  const lines = rows.map((row) =>
    placeRow(row, at).map((cell) => (typeof cell === 'object' ? formatRu(cell.date) : cell)),
  );
  const place = { spreadsheetId: workbook.id, sheetId: view.sheet.id };
  const result = host.person(books.administrator).paste(place, 'A2', lines);
  if (!result.ok) throw new Error(result.message);
}

/** Reports of all schools as they stand on the day, in one paste: how they were entered does not matter below. */
export function pasteReports(host: LocalHost, books: Books): void {
  const view = SheetView.of(books.reporting.workbook, 'Отчёт');
  const deadline = view.column('Срок');
  const lines = view.dataRows().map((row) => {
    const due = view.sheet.value(row, deadline);
    return typeof due === 'number' ? [...filed(row, fromSerial(due))] : ['', ''];
  });
  const result = host.person(CURATOR).paste(reportPlace(books), view.cell(2, 'Дата выполнения'), lines);
  if (!result.ok) throw new Error(result.message);
}

const reportPlace = ({ reporting: { workbook } }: Books) => ({
  spreadsheetId: workbook.id,
  sheetId: SheetView.of(workbook, 'Отчёт').sheet.id,
});

/** A row that nobody filed for yet, in the middle of the tab. */
export function openRow(view: SheetView): number {
  const [done, last] = [view.column('Дата выполнения'), view.dataRows().length];
  for (let row = Math.floor(last / 2); row < last; row += 1) {
    if ((view.sheet.value(row, done) ?? '') === '') return row;
  }
  throw new Error('everybody filed everything');
}

/** A large book may need several runs: each stops itself before five minutes. */
export function pressUntilDone(host: LocalHost, books: Books): RunOutcome[] {
  const runs: RunOutcome[] = [];
  do runs.push(press(host, books, REBUILD));
  while (isUnfinished(host, books) && runs.length < 20);
  return runs;
}

const ticks = (host: LocalHost, count: number): RunOutcome[] =>
  Array.from({ length: count }, () => host.advance(10 * MINUTES)).flat();

function ticksUntilDone(host: LocalHost, books: Books): RunOutcome[] {
  const runs: RunOutcome[] = [];
  do runs.push(...ticks(host, 1));
  while (isUnfinished(host, books) && runs.length < 20);
  return runs;
}

/** Runs ticks until one of them satisfies the condition; returns that one. */
function nextTick(host: LocalHost, books: Books, what: 'watchedAt' | 'rebuiltAt'): RunOutcome[] {
  const before = memoryOf(host, books)?.[what];
  for (let count = 0; count < 12; count += 1) {
    const runs = ticks(host, 1);
    if (memoryOf(host, books)?.[what] !== before) return runs;
  }
  throw new Error(`no tick within two hours changed ${what}`);
}

interface Memory {
  readonly books: Record<
    string,
    {
      readonly repairedOn: string | null;
      readonly closing: { readonly closed: number } | null;
      readonly unfinished: boolean;
      readonly rebuiltAt: string | null;
      readonly watchedAt: string | null;
    }
  >;
}

/** The jobs' stored state, as it is in the script's properties. */
function memoryOf(host: LocalHost, books: Books) {
  const all = host.properties.store(`script:${books.controlScript.id}`);
  const pieces: string[] = [];
  for (let index = 0; all.get(`state.${index}`) !== undefined; index += 1) {
    pieces.push(all.get(`state.${index}`) ?? '');
  }
  const memory = JSON.parse(pieces.join('')) as Memory;
  return memory.books[books.reporting.workbook.id];
}

const isUnfinished = (host: LocalHost, books: Books) => memoryOf(host, books)?.unfinished === true;

/** Tabs that the journal's last row names, and the journal itself. */
function tabsOfLastRun(books: Books): string[] {
  const { sheet } = SheetView.of(books.control.workbook, 'Журнал');
  const last = sheet.rows.length;
  for (let row = last; row > 1; row -= 1) {
    const text = sheet.value(row, 6);
    if (typeof text === 'string' && text !== '') return [...text.replace(/^.*: /, '').split(', '), 'Журнал'];
  }
  return [];
}
