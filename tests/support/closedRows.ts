/** The small programme in a shared book: six schools with a curator each, three districts with a head each. */
import { SheetView } from '../../host/people/sheetView';
import { ADMINISTRATOR } from '../../host/sample/books';
import { mayEditBox } from '../../host/workbook/rules/protection';
import { madeOnce, type World } from './fork';
import { fileReports, makeSmall, must, mustRun, rebuild, viewOf } from './smallProgramme';

export const curatorOf = (school: number): string => `school${school}@gmail.com`;
export const headOf = (district: number): string => `district${district}@gmail.com`;
const districtOf = (school: number): number => ((school - 1) >> 1) + 1;
const SCHOOLS = [1, 2, 3, 4, 5, 6];
const DISTRICTS = ['Кировский', 'Ленинский', 'Чкаловский'];

const controlPlace = ({ books }: World, tab: string) => ({
  spreadsheetId: books.control.workbook.id,
  sheetId: SheetView.of(books.control.workbook, tab).sheet.id,
});

/** Types into a cell of the control book as the administrator. */
export function inControl(world: World, tab: string, cell: string, text: string): void {
  must(world.host.person(ADMINISTRATOR).type(controlPlace(world, tab), cell, text));
}

/** Built and filed, rows open to everybody who edits the book. */
export const openWorld = madeOnce((): World => {
  const world = makeSmall();
  const { host, books } = world;
  for (const number of SCHOOLS) books.reporting.share(curatorOf(number), 'edit');
  for (const number of [1, 2, 3]) books.reporting.share(headOf(number), 'edit');
  const rows = [
    ...SCHOOLS.map((number) => [curatorOf(number), 'куратор', `К-0${number}`, '']),
    ...DISTRICTS.map((name, index) => [headOf(index + 1), 'руководитель района', '', name]),
  ];
  must(host.person(ADMINISTRATOR).paste(controlPlace(world, 'Адреса'), 'A2', rows));
  rebuild(world);
  mustRun(world, 'menuSetUp');
  fileReports(world);
  rebuild(world);
  return world;
});

/** Row of «Настройки» that names the book. */
function bookRow({ books }: World): number {
  const view = SheetView.of(books.control.workbook, 'Настройки');
  return view.find({ Настройка: 'Отчётная книга' });
}

export function switchClosing(world: World, text: 'да' | 'нет' | ''): void {
  const view = SheetView.of(world.books.control.workbook, 'Настройки');
  inControl(world, 'Настройки', view.cell(bookRow(world), 'Закрыть чужие строки'), text || ' ');
}

/** The same with the rows closed. */
export const closedWorld = madeOnce((): World => {
  const world = openWorld();
  switchClosing(world, 'да');
  rebuild(world);
  return world;
});

export const mayWrite = (world: World, who: string, row: number, header: string): boolean => {
  const view = viewOf(world, 'Отчёт');
  return mayIn(world, view.sheet, who, row, view.column(header));
};

const mayIn = ({ books }: World, sheet: SheetView['sheet'], who: string, row: number, col: number): boolean =>
  mayEditBox(sheet, { row, col, rows: 1, cols: 1 }, who, books.reporting);

export interface Wrong {
  readonly lockedOut: string[];
  readonly letIn: string[];
}

/** Where the rights differ from what closed rows promise, by the key that stands in the row. */
export function wrongRights(
  world: World,
  curators: (school: number) => readonly string[] = (n) => [curatorOf(n)],
): Wrong {
  const view = viewOf(world, 'Отчёт');
  const wrong: Wrong = { lockedOut: [], letIn: [] };
  const everybody = [
    ...SCHOOLS.map(curatorOf),
    ...[1, 2, 3].map(headOf),
    'curator@example.org',
    ADMINISTRATOR,
  ];
  const columns = ['Дата выполнения', 'Комментарий', 'Решение', 'Состояние'].map(
    (header) => [header, view.column(header)] as const,
  );
  const key = view.column('Ключ');
  for (const row of view.dataRows()) {
    const school = Number(/^К-0(\d)/.exec(view.text(row, key))?.[1] ?? 0);
    if (school === 0) continue;
    for (const who of new Set([...everybody, ...SCHOOLS.flatMap(curators)])) {
      for (const [header, col] of columns) {
        const head = who === headOf(districtOf(school));
        const admin = who === ADMINISTRATOR;
        const may =
          header === 'Состояние'
            ? admin
            : header === 'Решение'
              ? head || admin
              : head || admin || curators(school).includes(who);
        const can = mayIn(world, view.sheet, who, row, col);
        if (may && !can) wrong.lockedOut.push(`${who} ${header}${row} of school ${school}`);
        if (!may && can) wrong.letIn.push(`${who} ${header}${row} of school ${school}`);
      }
    }
  }
  return wrong;
}
