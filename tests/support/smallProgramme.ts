/** A small programme, typed by the administrator: three districts, six schools, three stages, 18 reports. */

import type { Fault } from '../../host/metering/faults';
import { SheetView } from '../../host/people/sheetView';
import type { PersonResult, Place } from '../../host/people/userEdits';
import { LocalHost } from '../../host/runtime/localHost';
import type { RunOutcome } from '../../host/runtime/outcome';
import { makeBooks } from '../../host/sample/books';
import { madeOnce, type World } from './fork';

const CURATOR = 'curator@example.org';
const HEAD = 'head@example.org';
/** 1 October 2020, nine in the morning in Moscow. */
export const MORNING = Date.UTC(2020, 9, 1, 6);
export const DAY_MS = 86_400_000;
export const MINUTE_MS = 60_000;

const DISTRICTS = ['Кировский', 'Ленинский', 'Чкаловский'];
const stage = (code: string, title: string, deadline: string, approval: string) => [
  ...[code, '', title, 'до даты', '', deadline, '', '', 'нет', approval, 'нет', '', '', 'нет'],
];
/** The first is overdue, the second due in four days, the third far off. */
export const STAGES = [
  stage('1', 'Назначить куратора', '15.09.2020', 'нет'),
  stage('2', 'Утвердить карту', '05.10.2020', 'да'),
  stage('3', 'Отчитаться', '01.12.2020', 'нет'),
];
const SCHOOLS = [1, 2, 3, 4, 5, 6].map((number) => [
  `К-0${number}`,
  DISTRICTS[(number - 1) >> 1] ?? '',
  '',
  `Школа № ${number}`,
  'школа',
]);

export const viewOf = ({ books }: World, tab: string): SheetView =>
  SheetView.of(books.reporting.workbook, tab);

export const placeOf = (world: World, tab: string): Place => ({
  spreadsheetId: world.books.reporting.workbook.id,
  sheetId: viewOf(world, tab).sheet.id,
});

export function must(result: PersonResult): void {
  if (!result.ok) throw new Error(result.message);
}

/** Two books, set up and shared; the administrator's tabs are filled, nothing is built yet. */
export const makeSmall = madeOnce(({ now = MORNING }: { readonly now?: number } = {}): World => {
  const host = new LocalHost({ now });
  const books = makeBooks(host, { timeZone: 'Europe/Moscow' });
  return fillSmall({ host, books });
});

function fillSmall(world: World): World {
  const { host, books } = world;
  books.reporting.share(CURATOR, 'edit');
  books.reporting.share(HEAD, 'edit');
  const administrator = host.person(books.administrator);
  must(administrator.paste(placeOf(world, 'Этапы'), 'A2', STAGES));
  must(administrator.paste(placeOf(world, 'Организации'), 'A2', SCHOOLS));
  return world;
}

/** Runs a function of the control book's script as the administrator. Gives what came of it, errors too. */
export const run = (
  { host, books }: World,
  functionName: string,
  faults: readonly Fault[] = [],
): RunOutcome => host.call(books.controlScript, functionName, [], { user: books.administrator, faults });

/** The same, and it has to work: no error, and no sentence that says it did not. */
export function mustRun(world: World, functionName: string): RunOutcome {
  const outcome = run(world, functionName);
  const said = JSON.stringify(outcome.seen);
  if (outcome.error || said.includes('Не получилось')) {
    throw new Error(`${functionName}: ${outcome.error?.message ?? said}\n${outcome.log.join('\n')}`);
  }
  return outcome;
}

export const rebuild = (world: World): RunOutcome => mustRun(world, 'menuRebuild');

/** What a person writes in the row of a school's stage; the row is found by what is seen. */
export interface Filed {
  readonly school: number;
  readonly stage: number;
  readonly cells: Readonly<Record<string, string>>;
}

const SCHOOL = (number: number) => `Школа № ${number}`;
const stageLabel = (number: number) => `${number}. ${STAGES[number - 1]?.[2] ?? ''}`;

/** Row of a school's stage by its two labels; null while it is not there. */
export function rowOf(world: World, school: number, stageNumber: number): number | null {
  const view = viewOf(world, 'Отчёт');
  try {
    return view.find({ Организация: SCHOOL(school), Этап: stageLabel(stageNumber) });
  } catch {
    return null;
  }
}

/** Types cells of a school's row as its curator, or as the head where the column is the head's. */
export function file(world: World, { school, stage: number, cells }: Filed): void {
  const row = rowOf(world, school, number);
  if (row === null) throw new Error(`no row of school ${school}, stage ${number}`);
  const place = placeOf(world, 'Отчёт');
  for (const [header, text] of Object.entries(cells)) {
    const email = ['Решение', 'Продлено до', 'Причина'].includes(header)
      ? world.books.administrator
      : CURATOR;
    must(world.host.person(email).type(place, viewOf(world, 'Отчёт').cell(row, header), text));
  }
}

/** Reports in every state: in time, late, awaiting, returned, extended, unreadable, withdrawn later. */
const REPORTS: readonly Filed[] = [
  { school: 1, stage: 1, cells: { 'Дата выполнения': '10.09.2020', Документ: 'приказ № 1' } },
  { school: 2, stage: 1, cells: { 'Дата выполнения': '20.09.2020', Комментарий: 'болели' } },
  { school: 3, stage: 1, cells: { 'Дата выполнения': 'скоро' } },
  {
    school: 4,
    stage: 2,
    cells: { 'Дата выполнения': '28.09.2020', Решение: 'возвращено', Причина: 'нет карты' },
  },
  { school: 5, stage: 2, cells: { 'Дата выполнения': '29.09.2020', Документ: 'приказ № 5' } },
  { school: 6, stage: 3, cells: { 'Продлено до': '10.12.2020', Комментарий: 'карантин' } },
];

export function fileReports(world: World): void {
  for (const report of REPORTS) file(world, report);
}

export const journalRows = (world: World): string[][] =>
  SheetView.of(world.books.control.workbook, 'Журнал').texts().slice(1);
