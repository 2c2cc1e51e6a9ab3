/** «Закрыть чужие строки»: who may write in whose rows, and that it stays so. */
import { describe, expect, it } from '@jest/globals';
import { ADMINISTRATOR } from '../../host/sample/books';
import {
  closedWorld,
  curatorOf,
  headOf,
  inControl,
  mayWrite,
  openWorld,
  switchClosing,
  wrongRights,
} from '../support/closedRows';
import { sheetWrites } from '../support/crash';
import { fork, type World } from '../support/fork';
import {
  DAY_MS,
  journalRows,
  MINUTE_MS,
  must,
  placeOf,
  rebuild,
  rowOf,
  run,
  viewOf,
} from '../support/smallProgramme';

const NONE = { lockedOut: [], letIn: [] };
const row = (world: World, school: number, stage = 1) => rowOf(world, school, stage) ?? 0;
const closings = ({ books }: World) =>
  books.reporting.workbook.sheets
    .flatMap(({ protections }) => protections)
    .filter(({ description }) => description.startsWith('Сводка: строки организации'));
const administrator = (world: World) => world.host.person(ADMINISTRATOR);

describe('in a book with «Закрыть чужие строки»', () => {
  it('a curator writes in the rows of her school, a head in those of the district, nobody else but the administrators', () => {
    const world = closedWorld();
    expect(wrongRights(world)).toEqual(NONE);
    expect(closings(world)).toHaveLength(6);
  });

  it('a quiet rebuild asks for no protection and writes nothing', () => {
    const world = fork(closedWorld());
    rebuild(world);
    const quiet = run(world, 'menuRebuild');
    expect(sheetWrites(quiet)).toBe(1);
    expect(Object.keys(quiet.meter.calls).filter((kind) => /rotect/.test(kind))).toEqual([]);
  });

  it('and rows that were never closed, all who edit the book write in all rows', () => {
    const world = openWorld();
    expect(closings(world)).toEqual([]);
    expect(mayWrite(world, curatorOf(5), row(world, 1), 'Дата выполнения')).toBe(true);
  });

  it('rights follow when the administrator sorts the rows', () => {
    const world = fork(closedWorld());
    const view = viewOf(world, 'Отчёт');
    must(
      administrator(world).sort(placeOf(world, 'Отчёт'), `A2:${view.cell(19, 'Решение учтено')}`, 1, false),
    );
    expect(wrongRights(world).lockedOut).not.toEqual([]);
    rebuild(world);
    expect(wrongRights(world)).toEqual(NONE);
  });

  it('rights follow when a stage and a school come, though their rows stand at the end', () => {
    const world = fork(closedWorld());
    const stage = [
      '4',
      '',
      'Подвести итоги',
      'до даты',
      '',
      '20.12.2020',
      '',
      '',
      'нет',
      'нет',
      'нет',
      '',
      '',
      'нет',
    ];
    must(administrator(world).paste(placeOf(world, 'Этапы'), 'A5', [stage]));
    rebuild(world);
    expect(closings(world)).toHaveLength(12);
    expect(wrongRights(world)).toEqual(NONE);
    world.host.answers.push({ button: 'YES' });
    run(world, 'menuRegroup');
    expect(wrongRights(world)).toEqual(NONE);
    rebuild(world);
    expect(wrongRights(world)).toEqual(NONE);
    expect(
      closings(world)
        .map(({ box }) => box?.row)
        .sort((a = 0, b = 0) => a - b),
    ).toEqual([2, 6, 10, 14, 18, 22]);
  });

  it('rights follow «Адреса» and the districts: by themselves within twenty minutes, without a press', () => {
    const world = fork(closedWorld());
    run(world, 'menuScheduleOn');
    world.books.reporting.share('new@gmail.com', 'edit');
    inControl(world, 'Адреса', 'A2', 'new@gmail.com');
    must(administrator(world).type(placeOf(world, 'Организации'), 'B2', 'Чкаловский'));
    for (let count = 0; count < 5; count += 1) {
      world.host.clock.set(world.host.clock.now() + 10 * MINUTE_MS);
      run(world, 'tick');
    }
    const at = row(world, 1);
    expect(mayWrite(world, 'new@gmail.com', at, 'Дата выполнения')).toBe(true);
    expect(mayWrite(world, curatorOf(1), at, 'Дата выполнения')).toBe(false);
    expect(mayWrite(world, headOf(3), at, 'Решение')).toBe(true);
    expect(mayWrite(world, headOf(1), at, 'Решение')).toBe(false);
  });

  it('what somebody changed by hand in Google’s list is put right in the night', () => {
    const world = fork(closedWorld());
    const [first, second] = closings(world);
    const sheet = viewOf(world, 'Отчёт').sheet;
    sheet.protections = sheet.protections.filter((each) => each !== first);
    second?.editors?.add('curator@example.org');
    second?.editors?.delete(curatorOf(2));
    run(world, 'menuScheduleOn');
    world.host.clock.set(Date.UTC(2020, 9, 2, 0, 15));
    run(world, 'tick');
    expect(wrongRights(world)).toEqual(NONE);
  });

  it('an organisation stays open while it has no curator, or it is not known that hers is a Google account', () => {
    const world = fork(closedWorld());
    inControl(world, 'Адреса', 'A2', 'school1@mail.example');
    inControl(world, 'Адреса', 'C3', 'К-06');
    rebuild(world);
    for (const school of [1, 2]) {
      expect(mayWrite(world, 'curator@example.org', row(world, school), 'Дата выполнения')).toBe(true);
    }
    expect(mayWrite(world, curatorOf(2), row(world, 6), 'Дата выполнения')).toBe(true);
    expect(mayWrite(world, 'curator@example.org', row(world, 6), 'Дата выполнения')).toBe(false);
    const told = journalRows(world)
      .filter((each) => each[1] === 'чужие строки')
      .at(-1)?.[5];
    expect(told).toContain('Закрыты строки: 4 организации');
    expect(told).toContain('нет куратора в «Адресах»: 1 организация');
    expect(told).toContain('учётная запись Google: 1 организация');
    expect(JSON.stringify(journalRows(world))).not.toContain('school1@mail.example');
  });

  it('it is closed once the administrator says whose accounts those are', () => {
    const world = fork(closedWorld());
    inControl(world, 'Адреса', 'A2', 'school1@mail.example');
    const settings = world.books.control.workbook.sheets.find(({ name }) => name === 'Настройки');
    const at = settings?.rows.findIndex((each) => each?.values[0] === 'Учётные записи Google') ?? 0;
    world.books.reporting.share('school1@mail.example', 'edit');
    inControl(world, 'Настройки', `B${at + 1}`, 'mail.example');
    rebuild(world);
    expect(
      wrongRights(world, (school) => [school === 1 ? 'school1@mail.example' : curatorOf(school)]),
    ).toEqual(NONE);
  });

  it('an address that Google does not take leaves the rows open and keeps nothing else from being done', () => {
    const world = fork(openWorld());
    world.books.reporting.notAccounts.add(curatorOf(3));
    switchClosing(world, 'да');
    rebuild(world);
    expect(mayWrite(world, curatorOf(3), row(world, 3), 'Дата выполнения')).toBe(true);
    expect(mayWrite(world, curatorOf(1), row(world, 3), 'Дата выполнения')).toBe(true);
    expect(mayWrite(world, curatorOf(1), row(world, 2), 'Дата выполнения')).toBe(false);
    expect(sheetWrites(run(world, 'menuRebuild'))).toBe(1);
  });

  it('nothing of it is left once it is switched off', () => {
    const world = fork(closedWorld());
    switchClosing(world, 'нет');
    rebuild(world);
    expect(closings(world)).toEqual([]);
    expect(mayWrite(world, curatorOf(5), row(world, 1), 'Дата выполнения')).toBe(true);
    expect(mayWrite(world, curatorOf(5), row(world, 1), 'Состояние')).toBe(false);
  });

  it('nothing of it is left either when it was switched off while the memory was lost: the night finds it', () => {
    const world = fork(closedWorld());
    switchClosing(world, 'нет');
    world.host.properties.restore({});
    world.host.clock.set(world.host.clock.now() + DAY_MS);
    run(world, 'menuSetUp');
    expect(closings(world)).toEqual([]);
  });
});
