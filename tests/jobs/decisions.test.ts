/** What districts decide is remembered beside the row and told once in «Журнал». */
import { describe, expect, it } from '@jest/globals';
import { fork, type World } from '../support/fork';
import { built } from '../support/scenes';
import {
  DAY_MS,
  file,
  journalRows,
  must,
  placeOf,
  rebuild,
  rowOf,
  run,
  viewOf,
} from '../support/smallProgramme';
import { decisionsOf, keyOf } from '../support/truth';

const quiet = built();
const JOB = 'решение района';

/** «Итог» and «Подробности» of the journal's rows about decisions, since `from`. */
const told = (world: World, from = 0): string[][] =>
  journalRows(world)
    .slice(from)
    .filter((row) => row[1] === JOB)
    .map((row) => [row[3] ?? '', row[5] ?? '']);

const later = (world: World, days = 1): World => {
  world.host.clock.set(world.host.clock.now() + days * DAY_MS);
  return world;
};

describe('«Журнал» tells', () => {
  it('a return and an extension with the day on which they were found, the school and the stage', () => {
    const rows = journalRows(quiet).filter((row) => row[1] === JOB);
    expect(rows.map((row) => [row[0], row[2], row[3], row[5]])).toEqual([
      [
        expect.stringMatching(/^01\.10\.2020/),
        expect.any(String),
        'возвращено',
        'Школа № 4 · 2. Утвердить карту',
      ],
      [
        expect.stringMatching(/^01\.10\.2020/),
        expect.any(String),
        'продлено до 10.12.2020',
        'Школа № 6 · 3. Отчитаться',
      ],
    ]);
    expect(decisionsOf(quiet)).toEqual(
      new Map([
        [keyOf(4, 2), '01.10.2020 возвращено'],
        [keyOf(6, 3), '01.10.2020 продлено до 10.12.2020'],
      ]),
    );
  });

  it('nothing again, as long as the decision stands', () => {
    const world = later(fork(quiet), 3);
    const from = journalRows(world).length;
    rebuild(world);
    file(world, { school: 4, stage: 2, cells: { Причина: 'нет карты и подписи' } });
    rebuild(world);
    expect(told(world, from)).toEqual([]);
    expect(decisionsOf(world).get(keyOf(4, 2))).toBe('01.10.2020 возвращено');
  });

  it('once that what was returned was handed in again, though the run was stopped and more was mended since', () => {
    const world = later(fork(quiet), 3);
    const from = journalRows(world).length;
    file(world, { school: 4, stage: 2, cells: { 'Дата выполнения': '03.10.2020' } });
    rebuild(world);
    file(world, { school: 4, stage: 2, cells: { Документ: 'приказ № 4' } });
    run(later(world), 'menuRebuild', [{ at: { kind: 'Range.setValues' }, kill: true }]);
    rebuild(later(world));
    expect(told(world, from)).toEqual([
      ['сдано снова', 'Школа № 4 · 2. Утвердить карту · прежде возвращено, с 01.10.2020'],
    ]);
    expect(decisionsOf(world).get(keyOf(4, 2))).toBe('01.10.2020 возвращено; 04.10.2020 сдано снова');
  });

  it('a book that remembers its returns without fingerprints is read as before, and then remembers more', () => {
    const world = later(fork(quiet), 3);
    const view = () => viewOf(world, 'Отчёт');
    const row = rowOf(world, 4, 2) ?? 0;
    const administrator = world.host.person(world.books.administrator);
    must(
      administrator.type(
        placeOf(world, 'Отчёт'),
        view().cell(row, 'Решение учтено'),
        '01.10.2020 возвращено',
      ),
    );
    const from = journalRows(world).length;
    rebuild(world);
    expect(told(world, from)).toEqual([]);
    expect(view().text(row, view().column('Решение учтено'))).toMatch(/^01\.10\.2020 возвращено #[0-9a-z]+$/);
    file(world, { school: 4, stage: 2, cells: { Документ: 'приказ № 4' } });
    rebuild(world);
    expect(told(world, from).map(([what]) => what)).toEqual(['сдано снова']);
  });

  it('an approval that followed a return, and what stood before', () => {
    const world = later(fork(quiet), 3);
    const from = journalRows(world).length;
    file(world, { school: 4, stage: 2, cells: { Решение: 'согласовано' } });
    rebuild(world);
    expect(told(world, from)).toEqual([
      ['согласовано', 'Школа № 4 · 2. Утвердить карту · прежде возвращено, с 01.10.2020'],
    ]);
    expect(decisionsOf(world).get(keyOf(4, 2))).toBe('04.10.2020 согласовано');
  });

  it('a decision and an extension that were withdrawn, and the memory is empty', () => {
    const world = later(fork(quiet));
    const from = journalRows(world).length;
    file(world, { school: 4, stage: 2, cells: { Решение: '', Причина: '' } });
    file(world, { school: 6, stage: 3, cells: { 'Продлено до': '' } });
    rebuild(world);
    expect(told(world, from)).toEqual([
      ['решение снято', 'Школа № 4 · 2. Утвердить карту · прежде возвращено, с 01.10.2020'],
      ['продление снято', 'Школа № 6 · 3. Отчитаться · прежде продлено до 10.12.2020, с 01.10.2020'],
    ]);
    expect(decisionsOf(world)).toEqual(new Map());
  });

  it('of many at once the first twenty, and how many more there are', () => {
    const world = fork(quiet);
    const from = journalRows(world).length;
    const lines = viewOf(world, 'Отчёт')
      .dataRows()
      .map(() => ['согласовано', '15.12.2020']);
    const first = viewOf(world, 'Отчёт').cell(2, 'Решение');
    must(world.host.person(world.books.administrator).paste(placeOf(world, 'Отчёт'), first, lines));
    rebuild(world);
    const rows = told(world, from);
    expect(rows).toHaveLength(21);
    expect(rows[20]).toEqual(['', '…и ещё 16 решений']);
    expect(decisionsOf(world).size).toBe(18);
  });

  it('a decision though the run was stopped before it was remembered, at worst twice', () => {
    const world = fork(quiet);
    const from = journalRows(world).length;
    file(world, { school: 1, stage: 1, cells: { Решение: 'согласовано' } });
    run(world, 'menuRebuild', [{ at: { kind: 'Range.setValues' }, kill: true }]);
    expect(decisionsOf(world).get(keyOf(1, 1))).toBeUndefined();
    rebuild(world);
    expect(told(world, from)).toEqual([
      ['согласовано', 'Школа № 1 · 1. Назначить куратора'],
      ['согласовано', 'Школа № 1 · 1. Назначить куратора'],
    ]);
    expect(decisionsOf(world).get(keyOf(1, 1))).toBe('01.10.2020 согласовано');
  });

  it('a decision that was changed while the run wrote, each state once though rows moved too', () => {
    const world = fork(quiet);
    const from = journalRows(world).length;
    file(world, { school: 1, stage: 1, cells: { Решение: 'согласовано' } });
    const change = () =>
      file(world, { school: 1, stage: 1, cells: { Решение: 'возвращено', Причина: 'ещё раз' } });
    const insert = () =>
      must(world.host.person(world.books.administrator).insertRows(placeOf(world, 'Отчёт'), 2));
    run(world, 'menuRebuild', [
      { at: { kind: 'Range.setValues' }, meanwhile: change },
      { at: { kind: 'Range.setValues', nth: 2 }, meanwhile: insert },
    ]);
    expect(told(world, from).map(([what]) => what)).toEqual(['согласовано', 'возвращено']);
    expect(decisionsOf(world).get(keyOf(1, 1))).toBe('01.10.2020 возвращено');
  });
});

/** Deletes the column, as the book of an earlier layout lacks it; `layout` is what its service tab says. */
function withoutColumn(layout: string): World {
  const world = fork(quiet);
  const administrator = world.host.person(world.books.administrator);
  must(administrator.deleteColumns(placeOf(world, 'Отчёт'), viewOf(world, 'Отчёт').column('Решение учтено')));
  must(administrator.type(placeOf(world, 'Служебное'), 'B8', layout));
  return world;
}

describe('a book without the column', () => {
  const issues = (world: World) =>
    viewOf(world, 'Замечания')
      .texts()
      .filter((row) => row.includes('Решение учтено'));
  it('of an earlier layout gets it hidden and locked, and nobody is told that it was deleted', () => {
    const world = withoutColumn('1');
    rebuild(world);
    const view = viewOf(world, 'Отчёт');
    expect(view.column('Решение учтено')).toBe(view.column('Ключ') + 1);
    expect(view.sheet.hiddenColumns.has(view.column('Решение учтено'))).toBe(true);
    expect(issues(world)).toEqual([]);
    expect(decisionsOf(world).get(keyOf(4, 2))).toBe('01.10.2020 возвращено');
    const head = world.host.person('head@example.org');
    expect(head.type(placeOf(world, 'Отчёт'), view.cell(2, 'Решение учтено'), 'х').ok).toBe(false);
  });
  it('of this layout lost it by somebody’s hand, and that is said', () => {
    const world = withoutColumn('2');
    rebuild(world);
    expect(issues(world)).toHaveLength(1);
  });
  it('is not told once more at the next rebuild', () => {
    const world = withoutColumn('1');
    rebuild(world);
    rebuild(world);
    expect(issues(world)).toEqual([]);
    expect(rowOf(world, 4, 2)).not.toBeNull();
  });
});
