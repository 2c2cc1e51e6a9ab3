/** The schedule as people notice it: it runs by itself, once, in time, and says when it cannot. */
import { describe, expect, it } from '@jest/globals';
import type { Fault } from '../../host/metering/faults';
import { SheetView } from '../../host/people/sheetView';
import type { RunOutcome } from '../../host/runtime/outcome';
import { SETTING_NAME_WORDS } from '../../src/messages/jobs/settings';
import { differences } from '../support/bookDump';
import { sheetWrites, stateOf } from '../support/crash';
import { fork, type World } from '../support/fork';
import { built } from '../support/scenes';
import {
  DAY_MS,
  file,
  journalRows,
  MINUTE_MS,
  makeSmall,
  must,
  mustRun,
  placeOf,
  run,
  viewOf,
} from '../support/smallProgramme';
import { figuresShown } from '../support/truth';

const COLLEAGUE = 'colleague@example.org';
const said = (outcome: RunOutcome): string => JSON.stringify(outcome.seen);

/** Built at nine in the morning, the day's repair done, the schedule on. */
function scheduled(): World {
  const world = built();
  mustRun(world, 'tick');
  mustRun(world, 'menuScheduleOn');
  return world;
}
const start = scheduled();

/** All but the stamps: a slow run ends at another minute. */
const tabsOf = (world: World) =>
  Object.fromEntries(
    Object.entries(stateOf(world)).filter(([part]) => !/: row 2$|^Служебное: row/.test(part)),
  );

const ticks = (outcomes: readonly RunOutcome[]) => outcomes.filter((each) => each.functionName === 'tick');
/** Ticks that wrote into a book. */
const rebuilds = (outcomes: readonly RunOutcome[]) => ticks(outcomes).filter((each) => sheetWrites(each) > 0);

describe('switching the schedule on', () => {
  it('often makes one trigger', () => {
    const world = fork(start);
    for (let press = 0; press < 3; press += 1) mustRun(world, 'menuScheduleOn');
    expect(world.host.triggers.all()).toHaveLength(1);
  });
  it('by a second administrator makes none and says whose it is', () => {
    const world = fork(start);
    world.books.control.share(COLLEAGUE, 'edit');
    const { host, books } = world;
    const outcome = host.call(books.controlScript, 'menuScheduleOn', [], { user: COLLEAGUE });
    expect(said(outcome)).toContain(books.administrator);
    expect(host.triggers.all()).toHaveLength(1);
  });
  it('and off again takes the trigger away, and the owner may switch it on anew', () => {
    const world = fork(start);
    mustRun(world, 'menuScheduleOff');
    expect(world.host.triggers.all()).toHaveLength(0);
    mustRun(world, 'menuScheduleOn');
    expect(world.host.triggers.all()).toHaveLength(1);
  });
});

describe('by itself', () => {
  it('it ticks every ten minutes and rebuilds once an hour while nobody files', () => {
    const world = fork(start);
    const outcomes = world.host.advance(3 * 60 * MINUTE_MS);
    expect(ticks(outcomes)).toHaveLength(18);
    expect(outcomes.filter((each) => each.error)).toEqual([]);
    expect(rebuilds(outcomes)).toHaveLength(3);
  });
  it('a report shows in the summary within half an hour', () => {
    const world = fork(start);
    world.host.advance(2 * 60 * MINUTE_MS + 5 * MINUTE_MS);
    const before = figuresShown(world);
    file(world, { school: 1, stage: 2, cells: { 'Дата выполнения': '30.09.2020' } });
    world.host.advance(30 * MINUTE_MS);
    expect(figuresShown(world)).toEqual({
      ...before,
      inTime: before.inTime + 1,
      notYetDue: before.notYetDue - 1,
    });
  });
  it('does nothing while another run holds the lock, and goes on after it', () => {
    const world = fork(start);
    world.host.clock.set(world.host.clock.now() + 2 * 60 * MINUTE_MS);
    const before = stateOf(world);
    const release = world.host.locks.holdAsAnotherRun(`script:${world.books.controlScript.id}`);
    const waiting = mustRun(world, 'tick');
    expect(waiting.meter.writes).toBe(0);
    expect(differences(before, stateOf(world))).toEqual([]);
    release();
    expect(sheetWrites(mustRun(world, 'tick'))).toBeGreaterThan(0);
  });
});

describe('the night', () => {
  const NIGHT = Date.UTC(2020, 9, 2, 1);
  const until = (world: World) => world.host.advance(new Date(NIGHT));

  it('puts back headers, formats, lists, colours, notes and rights that somebody destroyed', () => {
    const expected = fork(start);
    until(expected);
    const world = fork(start);
    const administrator = world.host.person(world.books.administrator);
    const report = placeOf(world, 'Отчёт');
    must(administrator.clear(report, 'A1:H1'));
    const { sheet } = viewOf(world, 'Отчёт');
    // A block of plain cells from another program takes formats and validation along.
    const block = Array.from({ length: 5 }, (_, row) =>
      Array.from({ length: 6 }, (_unused, col) => {
        const value = sheet.value(row + 2, col + 5);
        return typeof value === 'number'
          ? new Date((value - 25_569) * DAY_MS).toISOString().slice(0, 10)
          : (value ?? '');
      }),
    );
    must(administrator.paste(report, 'E2', block, { formats: 'clear', validation: 'clear' }));
    sheet.conditionalRules = [];
    sheet.protections = [];
    for (const cells of sheet.rows) if (cells) cells.notes = null;
    const page = viewOf(world, 'Сводка').sheet;
    must(administrator.paste(placeOf(world, 'Сводка'), 'A1', [['мусор'], ['мусор']], { formats: 'clear' }));
    page.protections = [];
    page.conditionalRules = [];
    expect(differences(stateOf(start), stateOf(world))).not.toEqual([]);
    until(world);
    // How text stands in people's cells is theirs, a paste may change it for good: alignment and wrapping.
    const look = (of: World) =>
      JSON.parse(
        JSON.stringify(stateOf(of)).replace(/\|(general|center|left)\|(top|bottom)\|(WRAP|OVERFLOW)\|/g, '|'),
      ) as Record<string, unknown>;
    expect(differences(look(expected), look(world))).toEqual([]);
  });

  it.each([
    ['at three, as long as nobody says otherwise', null, 3],
    ['at the hour of «Настройки»', '5', 5],
  ])('repairs %s, and not before', (_, setting, hour) => {
    const world = fork(start);
    if (setting !== null) {
      const settings = SheetView.of(world.books.control.workbook, 'Настройки');
      const place = { spreadsheetId: world.books.control.workbook.id, sheetId: settings.sheet.id };
      const row = settings.find({ Настройка: SETTING_NAME_WORDS.repairHour });
      must(world.host.person(world.books.administrator).type(place, settings.cell(row, 'Значение'), setting));
      mustRun(world, 'menuRebuild');
    }
    const { sheet } = viewOf(world, 'Отчёт');
    sheet.conditionalRules = [];
    // Three in the night in Moscow is midnight in UTC.
    world.host.advance(new Date(Date.UTC(2020, 9, 2, hour - 3) - MINUTE_MS));
    expect(sheet.conditionalRules).toEqual([]);
    world.host.advance(21 * MINUTE_MS);
    expect(sheet.conditionalRules).not.toEqual([]);
  });

  it('repairs once, and later ticks of the day do not', () => {
    const world = fork(start);
    until(world);
    const day = ticks(world.host.advance(6 * 60 * MINUTE_MS));
    expect(Math.max(...day.map((each) => each.meter.total))).toBeLessThanOrEqual(40);
  });
});

describe('on a slow day of Google, when every call takes seconds', () => {
  /** Every call that asks the document takes so much longer; those that only build a rule do not. */
  const slow = ({ host }: World, ms: number): Fault => ({
    at: { kind: /^(?!.*(Builder|SpreadsheetApp\.new|getRange$))/, every: true },
    meanwhile: () => host.clock.tick(ms),
  });

  /** Ticks until nothing is due, each slow; gives how long each took, in minutes. */
  function tickSlowly(world: World, ms: number): number[] {
    const minutes: number[] = [];
    for (let count = 0; count < 60; count += 1) {
      const before = world.host.clock.now();
      const outcome = run(world, 'tick', [slow(world, ms)]);
      expect(outcome.error).toBeNull();
      minutes.push((world.host.clock.now() - before) / MINUTE_MS);
      if (outcome.meter.total <= 4) return minutes;
    }
    throw new Error('the schedule never came to an end');
  }

  it('the first build stops itself before Google would end it and is finished by later ticks', () => {
    // At two in the morning no repair is due.
    const world = makeSmall({ now: Date.UTC(2020, 8, 30, 22) });
    world.host.clock.set(Date.UTC(2020, 8, 30, 23, 5));
    const expected = fork(world);
    mustRun(expected, 'tick');
    const minutes = tickSlowly(world, 2_600);
    expect(minutes.length).toBeGreaterThan(2);
    expect(Math.max(...minutes)).toBeLessThan(5.5);
    expect(journalRows(world).some((cells) => cells[3] === 'не закончено')).toBe(true);
    expect(figuresShown(world)).toEqual(figuresShown(expected));
    expect(differences(tabsOf(expected), tabsOf(world))).toEqual([]);
  });
  it('the nightly repair goes on at each tick and comes to an end', () => {
    const world = fork(start);
    world.host.clock.set(Date.UTC(2020, 9, 2, 1));
    const minutes = tickSlowly(world, 700);
    expect(minutes.length).toBeGreaterThan(3);
    expect(Math.max(...minutes)).toBeLessThan(5.5);
  });
});

describe('when something is wrong', () => {
  it('a book that fails does not stop the others, and is tried again', () => {
    const world = fork(start);
    const { host, books } = world;
    host.answers.push({ text: '' });
    mustRun(world, 'menuAddBook');
    const others = [...host.drive.files.values()].filter(
      ({ workbook }) => ![books.control, books.reporting].some((book) => book.workbook.id === workbook.id),
    );
    const [second] = others;
    if (!second) throw new Error('no second book');
    host.clock.set(host.clock.now() + 61 * MINUTE_MS);
    mustRun(world, 'tick');
    host.clock.set(host.clock.now() + 61 * MINUTE_MS);
    const stamp = () => SheetView.of(second.workbook, 'Служебное').text(5, 2);
    const before = stamp();
    const failed = run(world, 'tick', [{ at: { kind: 'SpreadsheetApp.openById' }, fail: 'service' }]);
    expect(failed.error).not.toBeNull();
    expect(stamp()).not.toBe(before);
    expect(journalRows(world).at(-1)?.[3]).toBe('ошибка');
    host.clock.set(host.clock.now() + 10 * MINUTE_MS);
    expect(sheetWrites(mustRun(world, 'tick'))).toBeGreaterThan(0);
  });

  it('a book that failed often and then worked is tried again soon after the next failure', () => {
    const world = fork(start);
    const { host } = world;
    const later = (minutes: number) => host.clock.set(host.clock.now() + minutes * MINUTE_MS);
    const fail = () =>
      expect(
        run(world, 'tick', [{ at: { kind: 'SpreadsheetApp.openById' }, fail: 'service' }]).error,
      ).not.toBeNull();
    const isTried = () => sheetWrites(run(world, 'tick')) > 0;
    later(61);
    for (let count = 0; count < 3; count += 1) {
      fail();
      later(10);
    }
    // Three failures in a row: from now on once an hour.
    expect(isTried()).toBe(false);
    later(61);
    expect(isTried()).toBe(true);
    later(61);
    fail();
    later(10);
    expect(isTried()).toBe(true);
  });

  it('a book that was taken away is told once in the journal and in «Состояние», asked for once an hour', () => {
    const world = fork(start);
    const { host, books } = world;
    const rowsBefore = journalRows(world).length;
    books.reporting.trashed = true;
    const outcomes = host.advance(20 * 60 * MINUTE_MS);
    expect(outcomes.filter((each) => each.error)).toEqual([]);
    const asked = outcomes.filter((each) => each.meter.calls['SpreadsheetApp.openById']);
    expect(asked.length).toBeGreaterThanOrEqual(19);
    expect(asked.length).toBeLessThanOrEqual(21);
    const added = journalRows(world).slice(rowsBefore);
    expect(added).toHaveLength(1);
    expect(added[0]?.[5]).toContain('книга удалена или к ней нет доступа');
    expect(said(run(world, 'menuState'))).toContain('книга удалена или к ней нет доступа');
    books.reporting.trashed = false;
    host.advance(60 * MINUTE_MS);
    expect(said(run(world, 'menuState'))).not.toContain('книга удалена');
  });

  it('the stamp «обновлено» says when on every page, and the same after days without a run, as in a saved copy', () => {
    const world = fork(start);
    mustRun(world, 'menuScheduleOff');
    const stamp = (tab: string) => viewOf(world, tab).seen(2, 2);
    expect(stamp('Сводка').text).toBe('01.10.2020 09:00');
    world.host.advance(49 * 60 * MINUTE_MS);
    for (const tab of ['Сводка', 'Сводка · Кировский']) {
      expect(stamp(tab).text).toBe('01.10.2020 09:00');
      expect(stamp(tab).background).toBe('#ffffff');
    }
  });
});
