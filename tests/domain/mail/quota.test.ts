/** A day's allowance that is too small: who comes first, who waits, and who is told by hand. */
import { describe, expect, test } from '@jest/globals';
import { addDays, type CivilDate } from '../../../src/domain/dates/civil';
import { arrivals } from '../../../src/domain/mail/quota';
import { DEFAULT_MAIL_SETTINGS, isQuiet } from '../../../src/domain/mail/settings';
import { day } from '../../support/analysis';
import { curatorOf, type Delivery, daysFrom, headOf, idOf, MINISTRY, NEVER, SchoolYear } from './schoolYear';

const HOURS = [9];

/** Looks each morning of so many days: the allowance is whole again by then. */
function live(year: SchoolYear, from: CivilDate, days: number): void {
  for (const date of daysFrom(from, days)) for (const hour of HOURS) year.look(date, hour);
}

const reminders = (deliveries: readonly Delivery[]): Delivery[] =>
  deliveries.filter(({ keys }) => keys.some(({ kind }) => kind === 'reminder'));

describe('1,200 schools on 100 mails a day', () => {
  const MONDAY = day('2020-10-05');
  // Three deadlines have passed: a third of the schools is late since each.
  const DEADLINES = ['2020-09-10', '2020-09-20', '2020-09-30'].map(day);
  const year = new SchoolYear({
    schools: 1_200,
    districts: 40,
    deadlines: DEADLINES,
    life: (school, stage, due) => (school % 3 === stage ? NEVER : { ...NEVER, filed: due }),
    since: MONDAY,
    perDay: 100,
    settings: { mailReserve: 0, lateEvery: 60, districtDays: [], afterDeadline: false },
  });
  live(year, MONDAY, 21);

  test('get one reminder each', () => {
    const addressed = reminders(year.deliveries).map(({ address }) => address);
    expect(addressed).toHaveLength(1_200);
    expect(new Set(addressed).size).toBe(1_200);
  });

  test('so many on each day as Google allows, on twelve working days and a few for the ministry’s digests', () => {
    const days = new Map<string, number>();
    for (const { date } of year.deliveries) days.set(date, (days.get(date) ?? 0) + 1);
    expect([...days.keys()].filter((date) => isQuiet(date as CivilDate, DEFAULT_MAIL_SETTINGS))).toEqual([]);
    expect(Math.max(...days.values())).toBeLessThanOrEqual(100);
    const full = [...days.values()].slice(0, 12);
    expect(full).toEqual(Array.from({ length: 12 }, () => 100));
    expect(reminders(year.deliveries).at(-1)?.date).toBe('2020-10-21');
  });

  test('the longest overdue first', () => {
    const oldest = reminders(year.deliveries).map(({ mail }) => mail.oldest);
    expect(oldest).toEqual([...oldest].sort());
  });

  test('and the ministry’s digest before all of them, saying how many wait', () => {
    expect(year.deliveries[0]?.address).toBe(MINISTRY);
    expect(year.deliveries[0]?.mail.parts).toEqual([
      expect.objectContaining({ kind: 'ministry', unsent: 1_101 }),
    ]);
  });

  test('who files while waiting is not reminded', () => {
    const filing = new SchoolYear({
      ...year.options,
      life: (school, stage, due) =>
        school % 3 !== stage
          ? { ...NEVER, filed: due }
          : school % 2 === 0
            ? { ...NEVER, filed: day('2020-10-07') }
            : NEVER,
    });
    live(filing, MONDAY, 21);
    const late = reminders(filing.deliveries).filter(
      ({ address, date }) => Number(/\d+/.exec(address)?.[0]) % 2 === 0 && date >= '2020-10-07',
    );
    expect(late).toEqual([]);
    expect(filing.waiting).toBe(0);
  });
});

describe('where the allowance cannot make the date', () => {
  const DUE = day('2020-10-20');
  const BEFORE = day('2020-10-13');
  const year = new SchoolYear({
    schools: 900,
    districts: 30,
    deadlines: [DUE],
    life: () => NEVER,
    since: BEFORE,
    perDay: 100,
    settings: {
      mailReserve: 10,
      ministryDays: [],
      districtDays: [],
      afterDeadline: false,
      remindDays: [7, 1],
    },
  });
  live(year, BEFORE, 8);

  test('every school is either reminded before it or named to the district’s head, once', () => {
    const reminded = new Set(
      reminders(year.deliveries)
        .filter(({ date }) => date <= DUE)
        .map(({ address }) => address),
    );
    const lists = year.deliveries.flatMap(({ address, mail }) =>
      mail.parts.flatMap((part) => (part.kind === 'callList' ? [{ address, pairs: part.pairs }] : [])),
    );
    expect(new Set(lists.map(({ address }) => address)).size).toBe(lists.length);
    const named = new Set(lists.flatMap(({ pairs }) => pairs.map(({ pair }) => pair)));
    const forgotten = Array.from({ length: 900 }, (_, school) => school).filter(
      (school) => !reminded.has(curatorOf(school)) && !named.has(`${idOf(school)}/1`),
    );
    expect(forgotten).toEqual([]);
    expect(reminded.size).toBeGreaterThan(400);
    expect(named.size).toBeGreaterThan(200);
  });

  test('each head is told of the own district alone, before the reminders of that day', () => {
    const [first] = year.deliveries;
    expect(first?.date).toBe(BEFORE);
    for (const { address, mail } of year.deliveries) {
      for (const part of mail.parts) {
        if (part.kind !== 'callList') continue;
        const number = Number(/\d+/.exec(address)?.[0]);
        expect(address).toBe(headOf(number));
        const districts = new Set(part.pairs.map(({ pair }) => Number(/\d+/.exec(pair)?.[0]) % 30));
        expect([...districts]).toEqual([number]);
      }
    }
  });
});

test('waiting mails leave on the days that are not quiet, as many as there is room', () => {
  const friday = day('2020-10-02');
  expect(arrivals(5, friday, DEFAULT_MAIL_SETTINGS, (date) => (date === '2020-10-06' ? 0 : 2))).toEqual([
    ...['2020-10-05', '2020-10-05', '2020-10-07', '2020-10-07', '2020-10-08'],
  ]);
  expect(arrivals(1, friday, DEFAULT_MAIL_SETTINGS, () => 0)).toEqual([null]);
  expect(addDays(friday, 3)).toBe('2020-10-05');
});
