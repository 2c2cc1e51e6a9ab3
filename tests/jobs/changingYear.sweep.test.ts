/**
 * A school year of ticks with reports, closings, moves and corrections, where runs are killed or fail at calls nobody
 * chose: it ends as the same year without a fault.
 */
import { describe, expect, it } from '@jest/globals';
import { dice } from '../domain/mail/schoolYear';
import { at, mailing } from '../mail/world';
import { DEEP } from '../support/deep';
import { fork, type World } from '../support/fork';
import { file, must, placeOf, run, viewOf } from '../support/smallProgramme';

const DISTRICTS = ['Кировский', 'Ленинский', 'Чкаловский'];
const start = mailing();
const SEEDS = DEEP ? [1, 2, 3, 4] : [1];
const STEPS = DEEP ? 60 : 14;

function write(world: World, school: number, header: string, text: string): void {
  const view = viewOf(world, 'Организации');
  const row = view.find({ 'Код организации': `К-0${school}` });
  const person = world.host.person(world.books.administrator);
  must(person.type(placeOf(world, 'Организации'), view.cell(row, header), text));
}

/** One event of the year, the same for both worlds. */
function event(roll: () => number, ru: string): (world: World) => void {
  const [kind, school, stage, district] = [roll(), roll(), roll(), roll()];
  const which = 1 + Math.floor(school * 6);
  if (kind < 0.5) {
    const given = { school: which, stage: 1 + Math.floor(stage * 3), cells: { 'Дата выполнения': ru } };
    return (world) => file(world, given);
  }
  if (kind < 0.8) return (world) => write(world, which, 'Район', DISTRICTS[Math.floor(district * 3)] ?? '');
  if (kind < 0.9) return (world) => write(world, which, 'Закрыта', stage < 0.5 ? ru : '');
  return (world) => write(world, which, 'Прежние районы', stage < 0.3 ? '' : `Чкаловский по ${ru}`);
}

/** What people see of the figures, and what is remembered of districts. */
function seen(world: World): unknown {
  const texts = (tab: string, columns: number) =>
    viewOf(world, tab)
      .texts()
      .slice(3, 8)
      .map((row) => row.slice(0, columns));
  const organisations = viewOf(world, 'Организации');
  return {
    ...Object.fromEntries(DISTRICTS.map((each) => [each, texts(`Сводка · ${each}`, 3)])),
    all: texts('Сводка', 3),
    former: organisations
      .dataRows()
      .map((row) => [
        organisations.text(row, 1),
        organisations.text(row, organisations.column('Прежние районы')),
      ]),
  };
}

describe('a year of closings and moves with faults', () => {
  for (const seed of SEEDS) {
    it(`ends as without them, and nobody is written to twice (${seed})`, () => {
      const [events, faults] = [dice(seed), dice(seed + 1000)];
      const [calm, wild] = [fork(start), fork(start)];
      for (let step = 1; step <= STEPS; step += 1) {
        const days = 3 * step;
        const ru = new Intl.DateTimeFormat('ru', { timeZone: 'Europe/Moscow' }).format(at(days, 12));
        const happens = event(events, ru);
        const nth = 1 + Math.floor(faults() * 160);
        const fault =
          faults() < 0.5 ? ({ at: nth, kill: true } as const) : ({ at: nth, fail: 'service' } as const);
        for (const world of [calm, wild]) {
          world.host.clock.set(at(days, 12).getTime());
          happens(world);
          for (const minute of [70, 80, 145, 220]) {
            world.host.clock.set(at(days, 12, minute).getTime());
            run(world, 'tick', world === wild && minute === 70 ? [fault] : []);
          }
        }
      }
      expect(seen(wild)).toEqual(seen(calm));
      const mails = wild.host.outbox.messages.map(({ to, subject }) => `${to.join()} ${subject}`);
      expect(new Set(mails).size).toBe(mails.length);
    });
  }
});
