/** How often a curator hears of it: rarely, and of every deadline in time. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type CivilDate, daysBetween } from '../../../src/domain/dates/civil';
import { FORECAST_DAYS, forecast } from '../../../src/domain/mail/forecast';
import type { MailSettings } from '../../../src/domain/mail/settings';
import { organisationOfPair } from '../../../src/domain/report/registry';
import { day } from '../../support/analysis';
import { curatorOf, type Delivery, daysFrom, NEVER, SchoolYear } from './schoolYear';

/** A Monday. */
const START = day('2020-10-05');

function yearWith(deadlines: readonly CivilDate[], settings: Partial<MailSettings> = {}): SchoolYear {
  return new SchoolYear({
    schools: 2,
    districts: 2,
    deadlines,
    life: () => NEVER,
    since: START,
    perDay: 1000,
    settings,
  });
}
const remindersOf = (deliveries: readonly Delivery[], school = 0): Delivery[] =>
  deliveries.filter(
    ({ address, keys }) =>
      address === curatorOf(school) && keys.some(({ kind }) => kind === 'reminder' || kind === 'request'),
  );
function live(year: SchoolYear, days: number, from = START): Delivery[] {
  for (const date of daysFrom(from, days)) year.look(date, 9);
  return remindersOf(year.deliveries);
}
const datesOf = (deliveries: readonly Delivery[]) => deliveries.map(({ date }) => date);

describe('a fortnight in which nobody hands in anything', () => {
  const due = day('2020-10-14');
  test('brings one mail before the deadline and one a week after it', () => {
    expect(datesOf(live(yearWith([due]), 28))).toEqual(['2020-10-12', '2020-10-19', '2020-10-26']);
  });
  test('with ten stages due one after another brings no more', () => {
    const many = daysFrom(addDays(due, -2), 10);
    expect(datesOf(live(yearWith(many), 28))).toEqual([
      '2020-10-09',
      '2020-10-16',
      '2020-10-23',
      '2020-10-30',
    ]);
  });
  test('brings as many as the setting asks for', () => {
    const dates = datesOf(live(yearWith([due], { remindDays: [7, 1] }), 14));
    expect(dates).toEqual(['2020-10-07', '2020-10-13']);
  });
});

test('of whatever deadlines: each is named once before it, no two mails in one week, one before the first', () => {
  const offsets = fc.uniqueArray(fc.integer({ min: 8, max: 70 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(offsets, (list) => {
      const deadlines = list.sort((a, b) => a - b).map((offset) => addDays(START, offset));
      const mails = live(yearWith(deadlines), 90);
      mails.slice(1).forEach(({ date }, index) => {
        expect(daysBetween(mails[index]?.date as CivilDate, date)).toBeGreaterThanOrEqual(7);
      });
      expect(mails.filter(({ date }) => date <= (deadlines[0] as CivilDate))).toHaveLength(1);
      deadlines.forEach((due, stage) => {
        const before = mails.filter(
          ({ date, mail }) => date < due && mail.parts.some((part) => names(part, stage)),
        );
        expect([due, before.length]).toEqual([due, 1]);
      });
    }),
    { numRuns: 15 },
  );
});

const names = (part: Delivery['mail']['parts'][number], stage: number): boolean =>
  part.kind === 'reminder' &&
  part.pairs.some(({ pair }) => organisationOfPair(pair) !== '' && pair.endsWith(`/${stage + 1}`));

test('a deadline that would pass in the week of rest is named all the same', () => {
  const holidays = [{ from: day('2020-10-16'), to: day('2020-10-25') }];
  // The rest ends within the holidays, and after them the deadline is past.
  const dates = datesOf(live(yearWith([day('2020-10-12'), day('2020-10-20')], { quietDates: holidays }), 30));
  expect(dates).toEqual(['2020-10-09', '2020-10-15', '2020-10-26', '2020-11-02']);
});

test('a head’s request is sent at once, names all that is outstanding, and the calendar rests after it', () => {
  const year = yearWith([day('2020-10-14')], { remindDays: [5] });
  live(year, 3);
  year.requests.push({ book: 'book-of-the-year', district: 'район 0', on: day('2020-10-08') });
  const dates = datesOf(live(year, 25, day('2020-10-08')));
  expect(dates).toEqual(['2020-10-08', '2020-10-15', '2020-10-22', '2020-10-29']);
});

test('the fortnight that a dry run shows is what then comes, day by day', () => {
  const offsets = fc.uniqueArray(fc.integer({ min: -20, max: 30 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(offsets, fc.integer({ min: 0, max: 20 }), (list, lived) => {
      const year = yearWith(list.map((offset) => addDays(START, offset)));
      live(year, lived);
      const from = addDays(START, lived);
      const request = { book: 'book-of-the-year', district: 'район 1', on: addDays(from, 4) };
      const said = [
        ...forecast(
          year.input({ date: from, hour: 19 }, year.openStore(from)),
          [request],
          year.options.perDay,
        ),
      ].flatMap(([{ address }, mails]) => mails.map(({ on, mail }) => [on, address, mail.parts] as const));
      const before = year.deliveries.length;
      for (const date of daysFrom(from, FORECAST_DAYS)) {
        if (date === request.on) year.requests.push(request);
        year.look(date, 19);
      }
      const came = year.deliveries
        .slice(before)
        .map(({ date, address, mail }) => [date, address, mail.parts]);
      const sorted = (all: readonly (readonly unknown[])[]) =>
        all.map(([on, address, parts]) => `${on} ${address} ${kindsOf(parts)}`).sort();
      expect(sorted(said)).toEqual(sorted(came));
    }),
    { numRuns: 15 },
  );
});

const kindsOf = (parts: unknown): string =>
  (parts as Delivery['mail']['parts'])
    .map((part) =>
      part.kind === 'reminder' ? `reminder ${part.pairs.map(({ pair }) => pair).sort()}` : part.kind,
    )
    .join();
