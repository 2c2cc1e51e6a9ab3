/** Rows that somebody filed, or decided, who belongs elsewhere: told where it is known, and nothing is guessed. */
import { describe, expect, it } from '@jest/globals';
import { SheetView } from '../../host/people/sheetView';
import { ADMINISTRATOR } from '../../host/sample/books';
import { inControl } from '../support/closedRows';
import { fork, madeOnce, type World } from '../support/fork';
import { built } from '../support/scenes';
import { journalRows, must, mustRun, placeOf, rebuild, rowOf, run, viewOf } from '../support/smallProgramme';

const [OWN, OTHER, HEAD, OTHER_HEAD] = ['school1', 'school5', 'head', 'other-head'].map(
  (name) => `${name}@example.org`,
) as [string, string, string, string];

/** Curators of schools 1 and 5 and heads of their districts, in the office's own Workspace domain. */
const shared = madeOnce((): World => {
  const world = built();
  for (const who of [OWN, OTHER, HEAD, OTHER_HEAD]) world.books.reporting.share(who, 'edit');
  const rows = [
    [OWN, 'куратор', 'К-01', ''],
    [OTHER, 'куратор', 'К-05', ''],
    [HEAD, 'руководитель района', '', 'Кировский'],
    [OTHER_HEAD, 'руководитель района', '', 'Чкаловский'],
  ];
  const { workbook } = world.books.control;
  const place = {
    spreadsheetId: workbook.id,
    sheetId: SheetView.of(workbook, 'Адреса').sheet.id,
  };
  must(world.host.person(ADMINISTRATOR).paste(place, 'A2', rows));
  mustRun(world, 'menuSetUp');
  rebuild(world);
  return world;
});

const named = (): World => {
  const world = fork(shared());
  world.host.nameEditors();
  return world;
};

function types(world: World, who: string, header: string, text: string, stage = 1): void {
  const row = rowOf(world, 1, stage) ?? 0;
  must(world.host.person(who).type(placeOf(world, 'Отчёт'), viewOf(world, 'Отчёт').cell(row, header), text));
}

const issues = (world: World) =>
  viewOf(world, 'Замечания')
    .texts()
    .filter((row) => row.join(' ').includes('человек друго'))
    .map((row) => [row[3], row[4], row[7]]);
const journal = (world: World) =>
  journalRows(world)
    .filter((row) => row[1] === 'чужая строка')
    .map((row) => [row[3], row[5]]);
const cell = (world: World, header: string, stage = 1) => {
  const view = viewOf(world, 'Отчёт');
  return view.text(rowOf(world, 1, stage) ?? 0, view.column(header));
};

describe('where Google tells who edits', () => {
  it('a report of a curator of another school is an issue of its row and stands in «Журнал», once', () => {
    const world = named();
    types(world, OTHER, 'Дата выполнения', '12.09.2020');
    rebuild(world);
    rebuild(world);
    expect(issues(world)).toEqual([['Школа № 1', 'Дата выполнения', expect.stringContaining('Школа № 5')]]);
    expect(journal(world)).toEqual([['отчёт вписал человек другой организации', 'Школа № 1 · Школа № 5']]);
    expect(cell(world, 'Кто сдал')).toMatch(/^!\w+$/);
    for (const { workbook } of [world.books.reporting, world.books.control]) {
      const texts = workbook.sheets
        .filter(({ name }) => name !== 'Адреса')
        .flatMap((sheet) => SheetView.of(workbook, sheet.name).texts());
      expect(JSON.stringify(texts)).not.toContain(OTHER);
    }
  });

  it('it goes when the school writes itself, or the head approves', () => {
    const world = named();
    types(world, OTHER, 'Дата выполнения', '12.09.2020');
    rebuild(world);
    const approved = fork(world);
    types(world, OWN, 'Дата выполнения', '11.09.2020');
    rebuild(world);
    expect([issues(world), cell(world, 'Кто сдал').startsWith('!')]).toEqual([[], false]);
    types(approved, ADMINISTRATOR, 'Решение', 'согласовано');
    rebuild(approved);
    expect(issues(approved)).toEqual([]);
  });

  it('an extension of a head of another district is told in «Журнал», in the row and to both heads', () => {
    const world = named();
    types(world, OTHER_HEAD, 'Продлено до', '10.12.2020', 3);
    rebuild(world);
    expect(issues(world)).toEqual([['Школа № 1', 'Решение', expect.stringContaining('Чкаловский')]]);
    expect(journal(world)).toEqual([['решил человек другого района', 'Школа № 1 · Чкаловский']]);
    const mail = (whom: string) =>
      JSON.stringify(
        world.host.call(world.books.controlScript, 'controlMailPreview', [{ kind: 'district', whom }], {
          user: ADMINISTRATOR,
          trigger: 'sidebar',
        }).result,
      );
    expect(mail(HEAD)).toContain('вашего района решил человек другого района');
    expect(mail(OTHER_HEAD)).toContain('поставил руководитель вашего района');
    types(world, HEAD, 'Продлено до', '11.12.2020', 3);
    rebuild(world);
    expect(issues(world)).toEqual([]);
  });

  it('nothing is said of the school’s own curator, its head, the administrator or somebody unknown', () => {
    const world = named();
    for (const who of [OWN, HEAD, ADMINISTRATOR, 'curator@example.org']) {
      types(world, who, 'Комментарий', `написал ${who.split('@')[0]}`);
      rebuild(world);
      expect(issues(world)).toEqual([]);
    }
    expect(journal(world)).toEqual([]);
  });

  it('a quiet rebuild does not read «Адреса» for it', () => {
    const world = named();
    types(world, OTHER, 'Дата выполнения', '12.09.2020');
    rebuild(world);
    const marked = run(world, 'menuRebuild').meter.total;
    const plain = fork(shared());
    expect(marked).toBe(run(plain, 'menuRebuild').meter.total);
  });

  it('an edit costs no more calls than before', () => {
    const world = named();
    for (const [header, text] of [
      ['Дата выполнения', '12.09.2020'],
      ['Дата выполнения', '12 сентября 2020'],
    ] as const) {
      types(world, OTHER, header, text);
      expect(world.host.runs.at(-1)?.functionName).toBe('onEdit');
      expect(world.host.runs.at(-1)?.meter.total).toBeLessThanOrEqual(6);
    }
  });
});

it('a book that was laid out before there were marks gets their columns, and nobody is said to have deleted them', () => {
  const world = fork(shared());
  const report = placeOf(world, 'Отчёт');
  for (const header of ['Кто решил', 'Кто сдал']) {
    must(world.host.person(ADMINISTRATOR).deleteColumns(report, viewOf(world, 'Отчёт').column(header)));
  }
  must(world.host.person(ADMINISTRATOR).type(placeOf(world, 'Служебное'), 'B8', '2'));
  rebuild(world);
  expect(viewOf(world, 'Отчёт').texts()[0]).toEqual(expect.arrayContaining(['Кто сдал', 'Кто решил']));
  expect(JSON.stringify(viewOf(world, 'Замечания').texts())).not.toContain('Столбец был удалён');
});

it('a head asks for reminders in the own district’s row only, also where another district has no head yet', () => {
  const world = fork(shared());
  const view = viewOf(world, 'Напоминания');
  const asks = (district: string) =>
    world.host
      .person(HEAD)
      .type(
        placeOf(world, 'Напоминания'),
        view.cell(view.find({ Район: district }), 'Напомнить'),
        '02.10.2020',
      ).ok;
  expect(['Кировский', 'Чкаловский', 'Ленинский'].map(asks)).toEqual([true, false, false]);
});

it('where Google does not tell, rows bear no mark', () => {
  const world = fork(shared());
  types(world, OTHER, 'Дата выполнения', '12.09.2020');
  inControl(world, 'Адреса', 'G2', 'примечание');
  rebuild(world);
  expect([cell(world, 'Кто сдал'), issues(world), journal(world)]).toEqual(['', [], []]);
});
