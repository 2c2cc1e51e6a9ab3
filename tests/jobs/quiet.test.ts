/** With nothing to do a rebuild writes its stamp and nothing else, and a tick hardly asks. */
import { describe, expect, it } from '@jest/globals';
import { sheetWrites } from '../support/crash';
import { fork, type World } from '../support/fork';
import { afterFiling, built } from '../support/scenes';
import { DAY_MS, file, MINUTE_MS, must, mustRun, placeOf, rebuild } from '../support/smallProgramme';

const quiet = built();

/** A rebuild may write; the one after it has nothing left but the stamp. */
function expectSettled(world: World): void {
  rebuild(world);
  const second = rebuild(world);
  expect(sheetWrites(second)).toBe(1);
  expect(second.meter.calls['Range.setValues']).toBe(1);
}

describe('a second rebuild writes only when Svodka last ran', () => {
  it('after the first build and a few reports', () => {
    expect(sheetWrites(rebuild(fork(quiet)))).toBe(1);
  });
  it('after the day changed and deadlines passed', () => {
    const world = fork(quiet);
    for (const days of [1, 5, 1, 60]) {
      world.host.clock.set(world.host.clock.now() + days * DAY_MS);
      expect(sheetWrites(rebuild(world))).toBeGreaterThan(1);
      expect(sheetWrites(rebuild(world))).toBe(1);
    }
  });
  it('after reports, a new school and a renamed one', () => {
    expectSettled(afterFiling());
  });
  it('after rows were sorted, a stage dropped and a school closed', () => {
    const world = fork(quiet);
    const administrator = world.host.person(world.books.administrator);
    must(administrator.sort(placeOf(world, 'Отчёт'), 'A2:J19', 2));
    must(administrator.type(placeOf(world, 'Этапы'), 'N4', 'да'));
    must(administrator.type(placeOf(world, 'Организации'), 'G7', '01.09.2020'));
    expectSettled(world);
  });
  it('after rubbish was pasted below the table', () => {
    const world = fork(quiet);
    const administrator = world.host.person(world.books.administrator);
    const rubbish = Array.from({ length: 20 }, (_, row) => ['=1+1', `мусор ${row}`, '-', '31.02.2020', 'x']);
    must(administrator.paste(placeOf(world, 'Отчёт'), 'A25', rubbish));
    expectSettled(world);
  });
});

describe('the schedule costs', () => {
  it('at most four calls when nothing is due', () => {
    const world = fork(quiet);
    const tick = mustRun(world, 'tick');
    const again = mustRun(world, 'tick');
    // The repair of this day is due at once; after it nothing is.
    expect(tick.meter.total).toBeGreaterThan(100);
    expect(again.meter.total).toBeLessThanOrEqual(4);
    expect(again.meter.writes).toBe(0);
  });
  it('at most forty calls and one write when the hourly rebuild finds nothing changed', () => {
    const world = fork(quiet);
    mustRun(world, 'tick');
    world.host.clock.set(world.host.clock.now() + 61 * MINUTE_MS);
    const hourly = mustRun(world, 'tick');
    expect(hourly.meter.total).toBeLessThanOrEqual(40);
    expect(sheetWrites(hourly)).toBe(1);
  });
  it('a look at one cell when it only asks whether anybody filed', () => {
    const world = fork(quiet);
    mustRun(world, 'tick');
    world.host.clock.set(world.host.clock.now() + 25 * MINUTE_MS);
    const look = mustRun(world, 'tick');
    expect(sheetWrites(look)).toBe(0);
    expect(look.meter.total).toBeLessThanOrEqual(15);
  });
  it('the tabs of the school’s district, the overall ones and the log when one school filed', () => {
    const world = fork(quiet);
    file(world, { school: 1, stage: 2, cells: { 'Дата выполнения': '30.09.2020' } });
    const outcome = rebuild(world);
    // Its own cells, the district's page, the overall one, the stamp; and a row of the log.
    expect(outcome.meter.calls['Range.setValues']).toBe(4);
    expect(outcome.meter.calls['Sheet.appendRow']).toBe(1);
  });
});
