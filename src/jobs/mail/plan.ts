/** From what was read to what is due: people, ledger and settings brought together for the pure plan. */
import type { CivilDate } from '../../domain/dates/civil';
import type { Ledger } from '../../domain/mail/ledger/ledger';
import { restsUntil } from '../../domain/mail/ledger/retry';
import { anyOverlap, overlapOf } from '../../domain/mail/people/assignments';
import { type People, type PeopleDoubt, readPeople } from '../../domain/mail/people/people';
import { type DueMail, dueMails } from '../../domain/mail/plan';
import type { PlanInput } from '../../domain/mail/planInput';
import { type Allotment, allotQuota } from '../../domain/mail/quota';
import type { Now } from '../../domain/mail/schedule';
import { LEDGER_DAYS, type MailSettings } from '../../domain/mail/settings';
import { readTable } from '../../domain/schema/table';
import { LANGUAGE_NAMES } from '../../messages/jobs/settings';
import { addresses } from '../../messages/tabs/control';
import { addressesSchema } from '../../tabs/schemas/control';
import type { Uses } from '../run/parts';
import { nowOf } from './active';
import { type MailReading, peopleBooks } from './facts';

/** For how many days the ledger keeps what is at rest: the schedule never looks further back. */
export const keepDays = ({ remindGap, lateEvery, soonDays }: MailSettings & { soonDays: number }): number =>
  Math.max(LEDGER_DAYS, remindGap, lateEvery, soonDays) + 7;

/** Reads «Адреса» anew: an address that was removed a moment ago gets nothing. */
export function peopleNow(run: Uses<'memory' | 'office' | 'people'>, reading: MailReading): People {
  run.people.readAddresses();
  const table = run.people.addressTable ?? readTable(addressesSchema, [[]]);
  const words = { roles: addresses.roles, languages: LANGUAGE_NAMES };
  const { mail } = run.memory.state;
  const books = peopleBooks(reading.facts);
  // What was in several books when all of them could be read may be so still.
  const hidden = reading.complete ? null : (mail.overlap ?? anyOverlap(books));
  const people = readPeople(table, { books, hidden }, words, run.office.settings.mailLanguage);
  if (reading.complete) {
    mail.overlap = overlapOf(books);
    mail.unknown = textsOf(people.doubts, 'unknownOrganisation', 'unknownDistrict');
    mail.several = textsOf(people.doubts, 'severalBooks');
  }
  return people;
}

const textsOf = (doubts: readonly PeopleDoubt[], ...codes: PeopleDoubt['code'][]): string[] => [
  ...new Set(doubts.flatMap((doubt) => (codes.includes(doubt.code) && 'text' in doubt ? [doubt.text] : []))),
];

export interface InputOptions {
  readonly scheduled: boolean;
  /** For a look ahead: another moment, and a schedule that has begun. */
  readonly now?: Now;
  readonly since?: CivilDate;
}

export function inputOf(
  run: Uses<'memory' | 'office'>,
  reading: MailReading,
  people: People,
  ledger: Ledger,
  options: InputOptions,
): PlanInput {
  const { mail } = run.memory.state;
  const now = options.now ?? nowOf(run.office.moment());
  const since = (options.since ?? mail.since ?? now.date) as CivilDate;
  return {
    settings: run.office.settings,
    now,
    scheduled: options.scheduled,
    since,
    switchedOn: (mail.switchedOn ?? now.date) as CivilDate,
    done: mail.done,
    people,
    facts: reading.facts,
    complete: reading.complete,
    returns: reading.returns,
    requests: reading.requests,
    ledger,
  };
}

export interface Turn extends Allotment {
  /** Of those that go out now, the ones that do not rest after a try in vain; what was never tried comes first. */
  readonly ready: readonly DueMail[];
  readonly all: readonly DueMail[];
}

/** What goes out now and what waits. `left`: recipients that Google still allows. */
export function allotmentOf(run: Uses<'memory'>, input: PlanInput, left: number): Turn {
  const { mail } = run.memory.state;
  mail.perDay = Math.max(mail.perDay, left);
  const moment = { today: input.now.date, seconds: Math.floor(Date.now() / 1000) };
  const rests = ({ keys }: DueMail) => restsUntil(keys, input.ledger, moment);
  const all = dueMails(input);
  // What is not tried again today leaves its share of the allowance to others.
  const today = all.filter((each) => rests(each) !== Number.POSITIVE_INFINITY);
  const allotment = allotQuota(today, input, { left, perDay: mail.perDay });
  const ready = allotment.now.filter((each) => rests(each) === null);
  const wasTried = ({ keys }: DueMail) => keys.some((key) => input.ledger.find(key)?.state === 'deferred');
  return {
    ...allotment,
    ready: [...ready.filter((each) => !wasTried(each)), ...ready.filter(wasTried)],
    all,
  };
}
