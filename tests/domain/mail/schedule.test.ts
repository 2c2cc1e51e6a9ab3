/** When something is due by the calendar: mornings of digests, days of reminders, quiet days. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type CivilDate, weekday } from '../../../src/domain/dates/civil';
import { MAIL_KINDS } from '../../../src/domain/mail/kinds';
import { firstCall, latestSlot, nextSlot, type SlotCalendar } from '../../../src/domain/mail/schedule';
import { DEFAULT_MAIL_SETTINGS, isQuiet, type MailSettings } from '../../../src/domain/mail/settings';
import { day } from '../../support/analysis';

const MONDAY = day('2020-10-05');
const settings = (given: Partial<MailSettings> = {}): MailSettings => ({
  ...DEFAULT_MAIL_SETTINGS,
  ...given,
});
const calendar = (given: Partial<MailSettings> = {}, deadlines: string[] = []): SlotCalendar => ({
  settings: settings(given),
  deadlines: new Set(deadlines.map(day)),
  since: day('2020-09-01'),
});

describe('a digest', () => {
  test.each<[string, Partial<MailSettings>, string[], string, string | null]>([
    ['goes out on its weekday', {}, [], '2020-10-05', '2020-10-05'],
    ['that was missed is caught up', {}, [], '2020-10-08', '2020-10-05'],
    ['goes out the morning after a deadline', {}, ['2020-10-07'], '2020-10-08', '2020-10-08'],
    ['after a deadline on Friday waits for Monday', {}, ['2020-10-09'], '2020-10-12', '2020-10-12'],
    [
      'is not made after deadlines where nobody wants that',
      { afterDeadline: false },
      ['2020-10-07'],
      '2020-10-08',
      '2020-10-05',
    ],
    [
      'moves behind the holidays',
      { quietDates: [{ from: MONDAY, to: day('2020-10-06') }] },
      [],
      '2020-10-07',
      '2020-10-07',
    ],
    [
      'is still the old one during the holidays',
      { quietDates: [{ from: MONDAY, to: day('2020-10-06') }] },
      [],
      '2020-10-05',
      '2020-09-28',
    ],
    ['missed for more than a week is past', { ministryDays: [] }, ['2020-09-20'], '2020-10-05', null],
    [
      'is made on no day where none is set',
      { ministryDays: [], afterDeadline: false },
      ['2020-10-07'],
      '2020-10-08',
      null,
    ],
  ])('%s', (_, given, deadlines, today, expected) => {
    expect(latestSlot(MAIL_KINDS.ministry, day(today), calendar(given, deadlines))?.day ?? null).toBe(
      expected,
    );
  });

  test('of Monday and that after a Sunday deadline are one, made for the deadline', () => {
    const both = calendar({}, ['2020-10-04']);
    expect(latestSlot(MAIL_KINDS.ministry, MONDAY, both)).toEqual({
      day: MONDAY,
      why: { kind: 'afterDeadline', deadline: day('2020-10-04') },
    });
    expect(latestSlot(MAIL_KINDS.ministry, addDays(MONDAY, 1), both)?.day).toBe(MONDAY);
  });

  test('is not made for mornings before mail was switched on', () => {
    const since = day('2020-10-07');
    expect(latestSlot(MAIL_KINDS.ministry, day('2020-10-07'), { ...calendar(), since })).toBeNull();
    expect(latestSlot(MAIL_KINDS.ministry, day('2020-10-12'), { ...calendar(), since })?.day).toBe(
      '2020-10-12',
    );
  });

  test('comes next on the day that then is its morning, never on a quiet one', () => {
    const days = fc.integer({ min: 0, max: 400 }).map((n) => addDays(day('2020-09-01'), n));
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 4 }),
        fc.array(days, { maxLength: 5 }),
        fc.array(fc.tuple(days, fc.integer({ min: 0, max: 12 })), { maxLength: 3 }),
        days,
        (ministryDays, quietDays, deadlines, quiet, today) => {
          const quietDates = quiet.map(([from, length]) => ({ from, to: addDays(from, length) }));
          const given = calendar({ ministryDays, quietDays, quietDates }, deadlines);
          const next = nextSlot(MAIL_KINDS.ministry, { date: today, hour: 20 }, given);
          if (next === null) return;
          expect(isQuiet(next, given.settings)).toBe(false);
          expect(next > today).toBe(true);
          expect(latestSlot(MAIL_KINDS.ministry, next, given)?.day).toBe(next);
          // Nothing comes in between.
          for (let between = addDays(today, 1); between < next; between = addDays(between, 1)) {
            const slot = latestSlot(MAIL_KINDS.ministry, between, given);
            expect(slot === null || slot.day <= today).toBe(true);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a reminder is called for', () => {
  const DUE = day('2020-10-14');
  const call = (today: string, after: string | null, given: Partial<MailSettings> = {}, soonDays = 7) =>
    firstCall(DUE, after === null ? null : day(after), day(today), {
      settings: settings({ remindDays: [7, 1], ...given }),
      soonDays,
      since: day('2020-09-01'),
    });
  test.each<[string, string, string | null, Partial<MailSettings>, string | null]>([
    ['not before its days', '2020-10-06', null, {}, null],
    ['seven days before', '2020-10-07', null, {}, '2020-10-07'],
    ['since then, while it is not sent', '2020-10-12', null, {}, '2020-10-07'],
    ['not again until the next day set', '2020-10-12', '2020-10-07', {}, null],
    ['one day before', '2020-10-13', '2020-10-07', {}, '2020-10-13'],
    ['not on the due day itself', '2020-10-14', '2020-10-13', {}, null],
    ['the morning after', '2020-10-15', '2020-10-13', {}, '2020-10-15'],
    ['and every week from then on', '2020-10-22', '2020-10-15', {}, '2020-10-22'],
    ['not in between', '2020-10-21', '2020-10-15', {}, null],
    [
      'counted from the last reminder, which told of all that was late',
      '2020-11-20',
      '2020-10-16',
      {},
      '2020-10-23',
    ],
    ['on Monday where it falls on Saturday', '2020-10-19', '2020-10-15', { lateEvery: 2 }, '2020-10-19'],
    ['before no deadline where nobody wants that', '2020-10-14', null, { remindDays: [] }, null],
  ])('%s', (_, today, after, given, expected) => {
    expect(call(today, after, given)).toBe(expected);
  });

  test.each<[string, string, string | null, Partial<MailSettings>, number, string | null]>([
    ['three days before', '2020-10-12', null, {}, 7, '2020-10-12'],
    ['not earlier', '2020-10-09', null, {}, 7, null],
    ['not where a reminder has named that deadline already', '2020-10-13', '2020-10-07', {}, 7, null],
    ['where the last one was too early to name it', '2020-10-13', '2020-10-06', {}, 7, '2020-10-12'],
    [
      'once where two numbers are the same to the sheet',
      '2020-10-13',
      '2020-10-12',
      { remindDays: [7, 5] },
      2,
      null,
    ],
  ])(
    'once before a deadline unless the setting says otherwise: %s',
    (_, today, after, given, soonDays, expected) => {
      // 14 October is a Wednesday: three days before is a Sunday, so Monday.
      expect(call(today, after, { remindDays: [3], ...given }, soonDays)).toBe(expected);
    },
  );

  test('before the weekend where after it the deadline would be there', () => {
    const monday = { settings: settings({ remindDays: [1] }), soonDays: 7, since: day('2020-09-01') };
    expect(firstCall(day('2020-10-12'), null, day('2020-10-09'), monday)).toBe('2020-10-09');
    // Holidays that are longer than «скоро срок» leave the due day itself.
    const holidays = [{ from: day('2020-10-01'), to: day('2020-10-11') }];
    const quiet = { ...monday, settings: settings({ remindDays: [3], quietDates: holidays }) };
    expect(firstCall(day('2020-10-12'), null, day('2020-10-12'), quiet)).toBe('2020-10-12');
  });

  test('not before the sheet itself says «скоро срок»', () => {
    expect(call('2020-10-07', null, {}, 3)).toBeNull();
    expect(call('2020-10-12', null, {}, 3)).toBe('2020-10-12');
  });

  test('on the first morning for what was called for before', () => {
    const since = day('2020-10-20');
    const given = { settings: settings(), soonDays: 7, since };
    expect(firstCall(DUE, null, since, given)).toBe(since);
    expect(firstCall(DUE, since, day('2020-10-21'), given)).toBeNull();
  });

  test('once for each call, however the looks fall', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 10 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
        (offsets, lateEvery, quietDays) => {
          const given = {
            settings: settings({ lateEvery, quietDays }),
            soonDays: 7,
            since: day('2020-09-01'),
          };
          let last: CivilDate | null = null;
          const served: CivilDate[] = [];
          for (const offset of [...offsets].sort((a, b) => a - b)) {
            const today = addDays(day('2020-10-01'), offset);
            if (quietDays.includes(weekday(today))) continue;
            const since = firstCall(DUE, last, today, given);
            if (since === null) continue;
            expect(last === null || since > last).toBe(true);
            expect(since <= today).toBe(true);
            served.push(today);
            last = today;
          }
          expect(new Set(served).size).toBe(served.length);
          // After the last look nothing that had come up by then is left unserved.
          if (last !== null) expect(firstCall(DUE, last, last, given)).toBeNull();
        },
      ),
    );
  });
});
