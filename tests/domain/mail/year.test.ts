/** A school year of the schedule: nobody is written to twice, nobody is forgotten, and it all fits. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type CivilDate, daysBetween, weekday } from '../../../src/domain/dates/civil';
import { keyText } from '../../../src/domain/mail/ledger/record';
import { isQuiet } from '../../../src/domain/mail/settings';
import { day } from '../../support/analysis';
import {
  curatorOf,
  type Delivery,
  daysFrom,
  dice,
  headOf,
  idOf,
  type Life,
  MINISTRY,
  NEVER,
  SchoolYear,
  type YearOptions,
} from './schoolYear';

const START = day('2020-09-01');
const DEADLINES = [
  '2020-09-28',
  '2020-10-15',
  '2020-11-15',
  '2020-12-20',
  '2021-02-01',
  '2021-03-15',
  '2021-05-20',
].map(day);
const HOLIDAYS = { from: day('2020-12-31'), to: day('2021-01-10') };

/** Seven of ten in time, two late, one never; some are returned and mended, some returned and left. */
function livesOf(seed: number): YearOptions['life'] {
  const roll = dice(seed);
  return (_school, _stage, due): Life => {
    const [fate, shift, back] = [roll(), roll(), roll()];
    if (fate > 0.9) return NEVER;
    const filed =
      fate < 0.7 ? addDays(due, -Math.floor(shift * 20)) : addDays(due, 1 + Math.floor(shift * 40));
    if (back > 0.08) return { filed, returned: null, again: null };
    const returned = addDays(filed, 1 + Math.floor(shift * 4));
    return { filed, returned, again: back > 0.02 ? addDays(returned, 3 + Math.floor(shift * 10)) : null };
  };
}

const yearOf = (given: Partial<YearOptions> = {}): SchoolYear =>
  new SchoolYear({
    schools: 60,
    districts: 6,
    deadlines: DEADLINES,
    life: livesOf(7),
    since: START,
    perDay: 100_000,
    settings: { quietDates: [HOLIDAYS] },
    ...given,
  });

const kindsOf = ({ keys }: Delivery): string[] => keys.map(({ kind }) => kind);
const isReminder = (delivery: Delivery): boolean =>
  kindsOf(delivery).some((kind) => kind === 'reminder' || kind === 'request');

/** No part twice, and nobody reminded oftener than the setting says. */
function expectOnce(year: SchoolYear): void {
  const keys = year.deliveries.flatMap((delivery) => delivery.keys.map(keyText));
  expect(new Set(keys).size).toBe(keys.length);
  const last = new Map<string, CivilDate>();
  for (const delivery of year.deliveries.filter(isReminder)) {
    const before = last.get(delivery.address);
    if (before !== undefined) {
      expect(daysBetween(before, delivery.date)).toBeGreaterThanOrEqual(year.settings.remindGap);
    }
    last.set(delivery.address, delivery.date);
  }
}

describe('a school year of mornings', () => {
  const year = yearOf({ schools: 200, districts: 20 });
  const days = daysFrom(START, 280);
  const outstanding = new Map<CivilDate, ReadonlyMap<string, number>>();
  let largest = { all: 0, largest: 0 };
  for (const date of days) {
    outstanding.set(date, year.outstandingOn(date));
    year.look(date, 9);
    const { all, largest: one } = year.bytes();
    largest = { all: Math.max(largest.all, all), largest: Math.max(largest.largest, one) };
  }

  test('brings nobody the same twice, nor reminders oftener than the setting says', () => expectOnce(year));

  test('reminds nobody who has nothing outstanding that day', () => {
    const nagged = year.deliveries.filter((delivery) => {
      const school = /^school(\d+)@/.exec(delivery.address)?.[1];
      return school !== undefined && !outstanding.get(delivery.date)?.has(idOf(Number(school)));
    });
    expect(nagged).toEqual([]);
  });

  test('brings the ministry and every head a digest on each Monday and after each deadline, moved off quiet days', () => {
    const wanted = new Set<CivilDate>();
    for (const date of days) {
      const isMorning = weekday(date) === 1 || DEADLINES.includes(addDays(date, -1));
      let moved = date;
      while (isQuiet(moved, year.settings)) moved = addDays(moved, 1);
      if (isMorning && moved <= (days[days.length - 1] as CivilDate)) wanted.add(moved);
    }
    const got = (address: string, kind: string) =>
      year.deliveries
        .filter((delivery) => delivery.address === address && kindsOf(delivery).includes(kind))
        .map(({ date }) => date);
    const mornings = [...wanted].sort();
    expect(got(MINISTRY, 'ministry')).toEqual(mornings);
    for (let district = 0; district < 20; district += 1) {
      expect(got(headOf(district), 'district')).toEqual(mornings);
    }
  });

  test('leaves nobody who is late without a reminder for longer than the settings and the quiet days allow', () => {
    const { lateEvery, remindGap } = year.settings;
    const calm = daysBetween(HOLIDAYS.from, HOLIDAYS.to) + 3;
    const aroundHolidays = (date: CivilDate) => date >= '2020-12-28' && date <= '2021-01-15';
    const forgotten: string[] = [];
    const reminded = new Map<string, CivilDate[]>();
    for (const { address, date } of year.deliveries) {
      reminded.set(address, [...(reminded.get(address) ?? []), date]);
    }
    for (let school = 0; school < 200; school += 1) {
      let waited = 0;
      for (const date of days) {
        // A report is outstanding from seven days before its deadline on.
        waited = outstanding.get(date)?.has(idOf(school)) ? waited + 1 : 0;
        const hears = reminded.get(curatorOf(school))?.includes(date);
        if (hears) waited = 0;
        const longest = lateEvery + remindGap + (aroundHolidays(date) ? calm : 3);
        if (waited > longest) forgotten.push(`${curatorOf(school)} ${date}`);
      }
    }
    expect(forgotten).toEqual([]);
  });

  test('tells of each return once, at the next look', () => {
    const told = year.deliveries.flatMap(({ keys, date }) =>
      keys.filter(({ kind }) => kind === 'return').map(({ period }) => [period, date] as const),
    );
    expect(told.length).toBeGreaterThan(30);
    for (const [period, date] of told) expect(period.slice(0, 10)).toBe(date);
  });

  test('sends nothing by the calendar on quiet days', () => {
    const quiet = year.deliveries.filter(({ date }) => isQuiet(date, year.settings));
    expect(quiet.filter((delivery) => kindsOf(delivery).some((kind) => kind !== 'return'))).toEqual([]);
  });

  test('takes few rows of the journal: one a run and kind', () => {
    const rows = new Set(
      year.deliveries.flatMap(({ date, hour, keys }) => keys.map(({ kind }) => `${date} ${hour} ${kind}`)),
    );
    expect(rows.size).toBeLessThan(1_000);
  });

  test('keeps the ledger small', () => {
    expect(largest.largest).toBeLessThanOrEqual(9_000);
    expect(largest.all).toBeLessThanOrEqual(400_000);
  });
});

describe('whatever ticks are missed', () => {
  test('each mail comes once, and after the last tick nothing is outstanding', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 45 * 24 - 1 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 1_000 }),
        (hours, seed) => {
          const year = yearOf({ schools: 8, districts: 2, life: livesOf(seed), settings: {} });
          let last = { date: START, hour: 0 };
          for (const hour of [...hours].sort((a, b) => a - b)) {
            last = { date: addDays(START, Math.floor(hour / 24)), hour: hour % 24 };
            year.look(last.date, last.hour);
          }
          expectOnce(year);
          expect(year.look(last.date, last.hour)).toEqual([]);
          // Mondays of the ministry: one mail a morning that any tick could still catch up.
          const mornings = year.deliveries
            .filter(({ address }) => address === MINISTRY)
            .flatMap(({ keys }) => keys.map(({ period }) => period));
          expect(new Set(mornings).size).toBe(mornings.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('missed mornings of a digest are caught up by one mail, not by many', () => {
    const year = yearOf({ schools: 1, districts: 1 });
    year.look(day('2020-09-07'), 9);
    year.look(day('2020-10-01'), 12);
    expect(year.deliveries.filter(({ address }) => address === MINISTRY).map(({ date }) => date)).toEqual([
      '2020-09-07',
      '2020-10-01',
    ]);
  });

  test('what one morning brings one person is one mail', () => {
    const boss = 'boss@example.org';
    const year = yearOf({
      schools: 1,
      districts: 1,
      deadlines: [day('2020-10-04')],
      life: () => NEVER,
      people: [
        [boss, 'получатель сводки', '', ''],
        [boss, 'руководитель района', '', 'Район 0'],
        [boss.toUpperCase(), 'куратор', idOf(0), ''],
      ],
      settings: { ministryHour: 9, districtHour: 11, remindHour: 12 },
      since: day('2020-10-05'),
    });
    expect(year.look(day('2020-10-05'), 8)).toEqual([]);
    const [mail, ...more] = year.look(day('2020-10-05'), 9);
    expect(more).toEqual([]);
    expect(mail?.mail.parts.map(({ kind }) => kind)).toEqual(['reminder', 'ministry', 'district']);
    for (const hour of [10, 11, 12, 19]) expect(year.look(day('2020-10-05'), hour)).toEqual([]);
  });
});
