/** Which mails are due at a moment: in which order, from which hour, and what waits. */
import { describe, expect, test } from '@jest/globals';
import { MAIL_KIND_NAMES, type MailKindName } from '../../../src/domain/mail/kinds';
import { Ledger } from '../../../src/domain/mail/ledger/ledger';
import { dueMails, stalePlans } from '../../../src/domain/mail/plan';
import type { PlanInput } from '../../../src/domain/mail/planInput';
import type { MailSettings } from '../../../src/domain/mail/settings';
import { day } from '../../support/analysis';
import { curatorOf, headOf, MINISTRY, NEVER, SchoolYear } from './schoolYear';

const MONDAY = day('2020-10-05');

/**
 * Monday morning in two districts. School 0's report was returned today, the head of school 1's district asks for
 * reminders, and school 2 missed the deadline: the calendar calls for it.
 */
function monday(settings: Partial<MailSettings> = {}): SchoolYear {
  return new SchoolYear({
    schools: 3,
    districts: 3,
    deadlines: [day('2020-09-20')],
    life: (school, _stage, due) => (school === 0 ? { filed: due, returned: MONDAY, again: null } : NEVER),
    since: day('2020-09-01'),
    perDay: 100,
    settings: { remindGap: 1, ...settings },
  });
}
const REQUEST = { book: 'book-of-the-year', district: 'район 1', on: MONDAY };

function planned(year: SchoolYear, hour: number, more: Partial<PlanInput> = {}) {
  const now = { date: MONDAY, hour };
  const input = { ...year.input(now, year.openStore(MONDAY)), requests: [REQUEST], ...more };
  return dueMails(input).map(({ to, keys }) => [to.address as string, keys.map(({ kind }) => kind)]);
}

test('what somebody did goes out first, then the ministry’s digest, the districts’, and reminders last', () => {
  const order = planned(monday(), 9);
  // A returned report is overdue as well, and so is the one that was asked for: one mail tells of both.
  expect(order).toEqual([
    [curatorOf(0), ['return', 'reminder']],
    [curatorOf(1), ['request', 'reminder']],
    [MINISTRY, ['ministry']],
    [headOf(0), ['district']],
    [headOf(1), ['district']],
    [headOf(2), ['district']],
    [curatorOf(2), ['reminder']],
  ]);
});

test('each kind waits for its own hour; word of a return for none', () => {
  const year = monday({ ministryHour: 8, districtHour: 10, remindHour: 12 });
  const kindsAt = (hour: number) => new Set(planned(year, hour).flatMap(([, kinds]) => kinds));
  expect([7, 8, 10, 12].map((hour) => [...kindsAt(hour)])).toEqual([
    ['return'],
    ['return', 'ministry'],
    ['return', 'ministry', 'district'],
    ['return', 'reminder', 'request', 'ministry', 'district'],
  ]);
});

test('while a book cannot be read the ministry’s digest waits, and nothing else', () => {
  const all = planned(monday(), 9);
  const without = planned(monday(), 9, { complete: false });
  expect(without).toEqual(all.filter(([address]) => address !== MINISTRY));
});

describe('a plan that is not needed any more', () => {
  const ledger = new Ledger();
  for (const kind of MAIL_KIND_NAMES)
    ledger.set({ kind, period: MONDAY, address: 'a@example.org', state: 'planned', at: 0, reason: '' });
  const kinds = (bySchedule: boolean): MailKindName[] =>
    stalePlans(ledger, [], bySchedule).map(({ kind }) => kind);

  test('is dropped, of whatever kind', () => {
    expect(kinds(true)).toEqual(MAIL_KIND_NAMES);
  });
  test('waits where only returns and requests were looked for, if the calendar called for it', () => {
    expect(kinds(false)).toEqual(['return', 'request']);
  });
});
