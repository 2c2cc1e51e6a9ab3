/** The first day on which something is no longer asked for, remembered or repeated, and the last on which it is. */
import { describe, expect, test } from '@jest/globals';
import { addDays } from '../../../src/domain/dates/civil';
import { MAIL_KINDS } from '../../../src/domain/mail/kinds';
import { compact } from '../../../src/domain/mail/ledger/compact';
import type { LedgerRecord } from '../../../src/domain/mail/ledger/record';
import { dueMails, inOrder } from '../../../src/domain/mail/plan';
import { allotQuota } from '../../../src/domain/mail/quota';
import { requestsDue } from '../../../src/domain/mail/requests/reminderRequests';
import { isRested, isSendingTime, latestSlot } from '../../../src/domain/mail/schedule';
import { CATCH_UP_DAYS, DEFAULT_MAIL_SETTINGS } from '../../../src/domain/mail/settings';
import { remindersSchema } from '../../../src/tabs/schemas/reminders';
import { day, on, tableOf } from '../../support/analysis';
import { NEVER, SchoolYear } from './schoolYear';

const TODAY = day('2020-10-12');
const back = (days: number) => addDays(TODAY, -days);

describe('a record of a mail', () => {
  const record = (days: number): LedgerRecord => ({
    kind: 'reminder',
    period: back(days),
    address: 'a@example.org',
    state: 'sent',
    at: 0,
    reason: '',
  });
  test('is kept on the last of the days for which it is kept, and not on the next', () => {
    const kept = (days: number) =>
      compact([record(days)], { today: TODAY, keepDays: 21, tightness: 'loose' }).length;
    expect([kept(21), kept(22)]).toEqual([1, 0]);
  });
});

test('a morning that was missed is caught up on the seventh day, and not on the eighth', () => {
  const slot = (days: number) =>
    latestSlot(MAIL_KINDS.ministry, TODAY, {
      settings: { ...DEFAULT_MAIL_SETTINGS, ministryDays: [], quietDays: [] },
      deadlines: new Set([back(days + 1)]),
      since: day('2020-09-01'),
    })?.day ?? null;
  expect([slot(CATCH_UP_DAYS), slot(CATCH_UP_DAYS + 1)]).toEqual([back(CATCH_UP_DAYS), null]);
});

test('a head’s request is carried out on the seventh day after it, and not on the eighth', () => {
  const due = (days: number) =>
    requestsDue(tableOf(remindersSchema, [{ district: 'Кировский', asked: on(back(days)) }]), TODAY).length;
  expect([due(7), due(8)]).toEqual([1, 0]);
});

test('nobody is reminded again before the gap has passed, and somebody may be on its last day', () => {
  const rested = (days: number) => isRested(back(days), TODAY, { ...DEFAULT_MAIL_SETTINGS, remindGap: 3 });
  expect([rested(2), rested(3)]).toEqual([false, true]);
});

describe('among mails of one importance', () => {
  const mail = (address: string, waitingSince: string, oldest: string) =>
    ({ rank: 3, waitingSince, oldest, to: { address } }) as unknown as Parameters<typeof inOrder>[0][number];
  const order = (...mails: ReturnType<typeof mail>[]) => inOrder(mails).map(({ to }) => to.address);

  test('the day since which it waits decides before the oldest deadline, and that before the address', () => {
    expect(
      order(
        mail('c', '2020-10-02', '2020-09-01'),
        mail('b', '2020-10-01', '2020-09-20'),
        mail('a', '2020-10-01', '2020-09-20'),
        mail('d', '2020-10-01', '2020-09-10'),
      ),
    ).toEqual(['d', 'a', 'b', 'c']);
  });
});

test('a digest counts the reminders that wait in its own book, not those of a district of that name elsewhere', () => {
  const MONDAY = day('2020-10-05');
  const year = new SchoolYear({
    schools: 6,
    districts: 1,
    deadlines: [day('2020-09-20')],
    life: () => NEVER,
    since: MONDAY,
    perDay: 100,
    settings: { mailReserve: 0 },
  });
  const input = year.input({ date: MONDAY, hour: 10 }, year.openStore(MONDAY));
  const mails = dueMails(input);
  const digests = mails.filter(({ parts }) => parts.some(({ kind }) => kind === 'district'));
  expect(digests).toHaveLength(1);
  // The same district of another book, whose head waits for nobody.
  const elsewhere = digests.map((each) => ({
    ...each,
    to: { ...each.to, address: 'other@example.org' as typeof each.to.address },
    parts: each.parts.map((part) => (part.kind === 'district' ? { ...part, book: 'other' } : part)),
  }));
  const ministry = mails.filter(({ parts }) => parts.some(({ kind }) => kind === 'ministry'));
  const { now } = allotQuota(inOrder([...mails, ...elsewhere]), input, {
    left: digests.length + elsewhere.length + ministry.length,
    perDay: 100,
  });
  const unsent = now.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === 'district' ? [[part.book, part.unsent]] : [])),
  );
  expect(unsent).toContainEqual(['other', 0]);
  expect(unsent.find(([book]) => book !== 'other')?.[1]).toBe(6);
});

test('the last hour of a day in which the schedule sends is seven in the evening', () => {
  const sends = (hour: number) => isSendingTime({ date: TODAY, hour }, DEFAULT_MAIL_SETTINGS);
  expect([sends(19), sends(20)]).toEqual([true, false]);
});
