/** What the add-on's tests share: two books on the local host, their people, and what stands in the tabs. */

import { SheetView } from '../../host/people/sheetView';
import type { Person } from '../../host/people/userEdits';
import { LocalHost } from '../../host/runtime/localHost';
import type { RunOutcome } from '../../host/runtime/outcome';
import { ADMINISTRATOR, type Books, makeBooks, press } from '../../host/sample/books';
import type { DriveFile } from '../../host/services/storage/drive';
import type { Workbook } from '../../host/workbook/grid/workbook';
import { fork, madeOnce, type World } from '../support/fork';

export { ADMINISTRATOR };
export const CURATOR = 'curator@example.org';
export const HEAD = 'head@example.org';
export const STRANGER = 'stranger@example.org';
export const REBUILD = 'Обновить сводку сейчас';
export const SET_UP = 'Настроить таблицы…';
export const ADD_BOOK = 'Добавить отчётную книгу…';
export const CHECK = 'Проверить данные';
export const STATE = 'Состояние';

export const EKATERINBURG = 1;
export const BELOYARSKY = 2;

/** Noon in Yekaterinburg of 6 October 2020: stages 1 and 2 of Екатеринбург are due, the others are not. */
export const NOON = Date.UTC(2020, 9, 6, 7);

export interface Office {
  readonly host: LocalHost;
  readonly books: Books;
  readonly administrator: Person;
  readonly curator: Person;
  readonly head: Person;
}

export interface OfficeOptions {
  readonly programme?: number;
  readonly now?: number;
  readonly timeZone?: string;
  /** Press «Обновить» once, so that rows and pages are there. Default yes. */
  readonly built?: boolean;
}

/** Both books as the administrator makes them by the menu, shared with a curator and a head of district. */
export const makeOffice = madeOnce(makeAnew, (office) => {
  const world = fork(office);
  return { ...world, ...peopleOf(world) };
});

const peopleOf = ({ host, books }: World) => ({
  administrator: host.person(books.administrator),
  curator: host.person(CURATOR),
  head: host.person(HEAD),
});

function makeAnew(options: OfficeOptions = {}): Office {
  const host = new LocalHost({ now: options.now ?? NOON });
  const timeZone = options.timeZone ?? 'Asia/Yekaterinburg';
  const { programme } = options;
  const books = makeBooks(host, programme === undefined ? { timeZone } : { timeZone, programme });
  books.reporting.share(CURATOR, 'edit');
  books.reporting.share(HEAD, 'edit');
  const office = { host, books, ...peopleOf({ host, books }) };
  addAddress(office, HEAD, 'руководитель района', 'Кировский');
  if (options.built !== false) {
    press(host, books, REBUILD);
    // Rights follow «Адреса» with the next setup.
    press(host, books, SET_UP);
  }
  return office;
}

export function addAddress(
  office: Pick<Office, 'host' | 'books'>,
  email: string,
  role: string,
  of = '',
): void {
  const { host, books } = office;
  const tab = new Tab(books.control, 'Адреса');
  const row = tab.rows().length + 2;
  const person = host.person(books.administrator);
  const column = role === 'куратор' ? 'Код организации' : 'Район';
  for (const [header, text] of [
    ['Адрес', email],
    ['Роль', role],
    [column, of],
  ] as const) {
    if (text !== '') person.type(tab.place, tab.cell(row, header), text);
  }
}

export const rebuild = (office: Office): RunOutcome => worked(press(office.host, office.books, REBUILD));
export const setUp = (office: Office): RunOutcome => worked(press(office.host, office.books, SET_UP));

/** A job says its errors in words: «Не получилось» is one. */
function worked(run: RunOutcome): RunOutcome {
  if (said(run).startsWith('Не получилось')) throw new Error(`${said(run)}\n${run.log.join('\n')}`);
  return run;
}

/** What the person was told in the end. */
export function said(run: RunOutcome): string {
  const last = run.seen[run.seen.length - 1];
  return last && 'text' in last ? last.text : '';
}

/** A tab of a book, found anew at each look: by title, as people know it. */
export class Tab {
  constructor(
    readonly file: DriveFile,
    readonly title: string,
  ) {}

  get view(): SheetView {
    return SheetView.of(this.file.workbook, this.title);
  }
  get place() {
    return { spreadsheetId: this.file.workbook.id, sheetId: this.view.sheet.id };
  }
  cell(row: number, header: string): string {
    return this.view.cell(row, header);
  }
  /** Text that is shown under a header. */
  at(row: number, header: string): string {
    return this.view.text(row, this.view.column(header));
  }
  headers(): string[] {
    return this.view.texts()[0] ?? [];
  }
  /** Data rows as objects by header. */
  rows(): Record<string, string>[] {
    const [headers = [], ...rows] = this.view.texts();
    return rows.map((row) => Object.fromEntries(headers.map((header, index) => [header, row[index] ?? ''])));
  }
  /** Number in the sheet of the n-th data row (from 0) that shows these texts. */
  row(where: Record<string, string>): number {
    return this.view.find(where);
  }
}

export const reportOf = (office: Office): Tab => new Tab(office.books.reporting, 'Отчёт');
export const reportingTab = (office: Office, title: string): Tab => new Tab(office.books.reporting, title);
export const controlTab = (office: Office, title: string): Tab => new Tab(office.books.control, title);

export interface ShownIssue {
  readonly tab: string;
  readonly cell: string;
  readonly organisation: string;
  readonly column: string;
  readonly expected: string;
  readonly found: string;
  readonly repair: string;
}

/** «Замечания» as people read it; empty when it says that there are none. */
export function issuesOf(office: Office): ShownIssue[] {
  return reportingTab(office, 'Замечания')
    .rows()
    .filter((row) => !row.Вкладка?.startsWith('Замечаний нет'))
    .map((row) => ({
      tab: row.Вкладка ?? '',
      cell: row.Ячейка ?? '',
      organisation: row.Организация ?? '',
      column: row.Столбец ?? '',
      expected: row['Что ожидается'] ?? '',
      found: row['Что записано'] ?? '',
      repair: row['Как исправить'] ?? '',
    }));
}

/** The head figures of «Сводка». */
export function figuresOf(office: Office, title = 'Сводка'): Record<string, number> {
  const { view } = reportingTab(office, title);
  const value = (row: number) => Number(view.sheet.value(row, 2));
  return { expected: value(4), inTime: value(5), late: value(6), missed: value(7), notYetDue: value(8) };
}

/** Column B of the pages' second row holds the stamp; where a test compares two moments, it is left out. */
export interface StateOptions {
  readonly withoutTabs?: readonly string[];
}

/** Everything that a book holds, tab by tab, as text: for telling that nothing changed. */
export function wholeState(workbook: Workbook, options: StateOptions = {}): Record<string, unknown> {
  const skip = new Set(options.withoutTabs ?? []);
  return Object.fromEntries(
    workbook.sheets.filter((sheet) => !skip.has(sheet.name)).map((sheet) => [sheet.name, sheetState(sheet)]),
  );
}

type Sheet = Workbook['sheets'][number];

/** Looks, rules and formulas are shared objects: each is spelled out once and told apart by a number. */
const spelled = new WeakMap<object, string>();
function textOf(shared: object): string {
  const known = spelled.get(shared);
  // A rule over a range moves with the rows: it is spelled anew each time.
  const moving = 'range' in shared && shared.range !== null;
  if (known !== undefined && !moving) return known;
  const text = JSON.stringify(shared, (key, value: unknown) =>
    key === 'sheet'
      ? ((value as Sheet | null)?.id ?? value)
      : key === 'node' || key === 'pattern'
        ? undefined
        : value,
  );
  spelled.set(shared, text);
  return text;
}

const trimmed = (cells: readonly string[]): string => cells.join('¦').replace(/¦+$/, '');

export function sheetState(sheet: Sheet): unknown {
  sheet.workbook.engine.refresh(sheet, sheet.grid);
  return JSON.parse(
    JSON.stringify({
      id: sheet.id,
      index: sheet.workbook.sheets.indexOf(sheet),
      hidden: sheet.hidden,
      frozen: [sheet.frozenRows, sheet.frozenColumns],
      size: [sheet.maxRows, sheet.maxColumns],
      widths: [...sheet.columnWidths],
      heights: [...sheet.rowHeights],
      hiddenColumns: [...sheet.hiddenColumns],
      merges: sheet.merges,
      colours: sheet.conditionalRules.map((rule) => ({
        ...rule,
        condition: rule.condition && { ...rule.condition, pattern: rule.condition.pattern?.tokens ?? null },
      })),
      protections: sheet.protections.map((one) => ({
        ...one,
        // The owner may always edit, on the list or not.
        editors: one.editors && [...one.editors].filter((email) => email !== ADMINISTRATOR).sort(),
      })),
      metadata: sheet.metadata,
      rows: sheet.rows.map((row) =>
        row
          ? [
              row.values.map((value) => String(value ?? '')).join('¦'),
              trimmed((row.formulas ?? []).map((each) => (each ? textOf(each.group.pattern) : ''))),
              trimmed((row.styles ?? []).map((each) => (each ? textOf(each) : ''))),
              trimmed((row.validations ?? []).map((each) => (each ? textOf(each) : ''))),
              trimmed((row.notes ?? []).map((each) => each ?? '')),
            ]
          : null,
      ),
    }),
  );
}

/** Cells that people type in «Отчёт», by key: what must never change by itself. */
export function peoplesCells(office: Office, headers: readonly string[] = PEOPLES): Record<string, string[]> {
  const { view } = reportOf(office);
  const columns = headers.map((header) => view.column(header));
  const key = view.column('Ключ');
  return Object.fromEntries(
    view.dataRows().map((row) => [view.text(row, key), columns.map((column) => view.text(row, column))]),
  );
}

const PEOPLES = ['Дата выполнения', 'Документ', 'Комментарий', 'Решение', 'Продлено до', 'Причина'] as const;
