/**
 * The mails of the days to come, if nobody writes anything until then: the same plan, day by day, on figures that are
 * moved to that day and a ledger in which what was planned before has been sent.
 */
import { addDays, type CivilDate, daysBetween } from '../dates/civil';
import type { ReportRecord } from '../report/records';
import type { MailFacts } from './facts';
import { Ledger } from './ledger/ledger';
import type { Addressee } from './people/people';
import { type DueMail, dueMails } from './plan';
import type { HeadRequest, PlanInput } from './planInput';
import { allotQuota } from './quota';
import { LAST_HOUR } from './settings';

export const FORECAST_DAYS = 14;

export interface MailAhead {
  readonly on: CivilDate;
  readonly mail: DueMail;
  /** What the books will say that day. */
  readonly facts: MailFacts;
}

/** All that the mails of each person are made of, the earliest first; those who get nothing are not in it. */
export type Forecast = ReadonlyMap<Addressee, readonly MailAhead[]>;

/**
 * @param requests those that heads have set for later days, too
 * @param perDay recipients that Google allows a day
 */
export function forecast(input: PlanInput, requests: readonly HeadRequest[], perDay: number): Forecast {
  const ledger = new Ledger(input.people.all.map(({ address }) => input.ledger.of(address)));
  const ahead = new Map<Addressee, MailAhead[]>();
  for (let step = 0; step < FORECAST_DAYS; step += 1) {
    const on = addDays(input.now.date, step);
    const facts = factsOn(input.facts, on);
    const then: PlanInput = {
      ...input,
      facts,
      ledger,
      now: { date: on, hour: LAST_HOUR - 1 },
      requests: requests.filter((request) => request.on <= on),
    };
    for (const mail of allotQuota(dueMails(then), then, { left: perDay, perDay }).now) {
      for (const key of mail.keys) ledger.set({ ...key, state: 'sent', at: 0, reason: '' });
      const list = ahead.get(mail.to) ?? [];
      ahead.set(mail.to, [...list, { on, mail, facts }]);
    }
  }
  return ahead;
}

/** The books as they will say it on that day. */
const factsOn = (facts: MailFacts, day: CivilDate): MailFacts => ({
  ...facts,
  today: day,
  books: facts.books.map((book) => ({
    ...book,
    today: day,
    analysis: {
      ...book.analysis,
      records: book.analysis.records.map((record) => recordOn(record, day, book.soonDays)),
    },
  })),
});

/** What is handed in stays so; the rest comes nearer to its deadline and passes it. */
function recordOn(record: ReportRecord, day: CivilDate, soonDays: number): ReportRecord {
  const { due, status, bucket } = record;
  if (due === null || bucket === 'inTime' || bucket === 'late') return record;
  const left = daysBetween(day, due);
  const name = left < 0 ? 'missed' : left <= soonDays ? 'soon' : 'ahead';
  return {
    ...record,
    bucket: left < 0 ? 'missed' : 'notYetDue',
    status: { ...status, name, days: name === 'ahead' ? 0 : Math.abs(left) },
  };
}
