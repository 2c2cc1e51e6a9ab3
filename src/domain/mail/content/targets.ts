/** Targets against coverage, of one book or of several together. */

import {
  type CoverageRecord,
  coverageAsked,
  type TargetResult,
  targetResults,
} from '../../coverage/coverage';
import type { CivilDate } from '../../dates/civil';
import type { Target } from '../../programme/programme';
import type { BookFacts, MailFacts } from '../facts';
import { type Block, block, itemRow, type Row, type Tone } from '../section';
import type { MailWords } from '../words';
import { onlySummary } from './links';
import { moreOf } from './more';
import { oneLine } from './oneLine';

/** So many stand on the first screen of a phone with the figures. */
const MOST_TARGETS = 5;
/** With its figures one line on paper. */
const LONGEST_TITLE = 46;

/** A share of the same date and value is one target in all books; counts that are asked of each book add up. */
const sameTarget = ({ indicator, title, date, unit, value }: Target): string =>
  [indicator, title, date, unit, indicator === 'menteeShare' ? value : ''].join('|');

function resultsOf({ books, today }: MailFacts): readonly TargetResult[] {
  const [only] = books;
  if (books.length === 1 && only) return only.analysis.targets;
  const groups = new Map<string, { target: Target; books: BookFacts[] }>();
  for (const book of books) {
    for (const { target } of book.analysis.targets) {
      const known = groups.get(sameTarget(target));
      if (!known) groups.set(sameTarget(target), { target, books: [book] });
      else {
        known.books.push(book);
        if (target.indicator !== 'menteeShare' && target.indicator !== 'other') {
          known.target = { ...known.target, value: known.target.value + target.value };
        }
      }
    }
  }
  return [...groups.values()].flatMap(({ target, books: theirs }) =>
    targetResults([target], theirs.flatMap(coverageOf), askedIn(theirs), today),
  );
}

/** Ids of organisations are unique in their book only. */
const idIn = (book: BookFacts, organisation: string): string => `${book.id}/${organisation}`;

const coverageOf = (book: BookFacts): CoverageRecord[] =>
  book.analysis.coverage.map((each) => ({
    ...each,
    organisation: each.organisation === null ? null : idIn(book, each.organisation),
  }));

const askedIn =
  (books: readonly BookFacts[]) =>
  (day: CivilDate): Set<string> =>
    new Set(
      books.flatMap((book) =>
        [...coverageAsked(book.analysis.coverage, book.analysis.programme, day)].map((id) => idIn(book, id)),
      ),
    );

/** Of each indicator the last target whose day has come, and the next: a letter gives them for years ahead. */
function atHand(results: readonly TargetResult[], today: CivilDate): TargetResult[] {
  const key = ({ target }: TargetResult) => `${target.indicator}|${target.title}`;
  return results.filter((each) => {
    const { date } = each.target;
    const isNearer = (other: TargetResult) =>
      key(other) === key(each) &&
      (date < today
        ? other.target.date < today && other.target.date > date
        : other.target.date >= today && other.target.date < date);
    return !results.some(isNearer);
  });
}

const TONES: Readonly<Record<TargetResult['outcome'], Tone>> = {
  reached: 'inTime',
  missed: 'missed',
  ahead: 'plain',
  unknown: 'plain',
};

export function targetsBlock(facts: MailFacts, words: MailWords): Block[] {
  const all = atHand(resultsOf(facts), facts.today);
  const rows = all.slice(0, MOST_TARGETS).map((result): Row => {
    const { target, value, reported, asked, leftOut, outcome } = result;
    const unit = target.unit === '' ? '' : `\u00a0${oneLine(target.unit, 20)}`;
    const shown = (number: number) => `${words.number(number)}${unit}`;
    const line = words.target.line(target.date, shown(target.value), value === null ? null : shown(value));
    return itemRow({
      title: { text: oneLine(target.title, LONGEST_TITLE), url: null },
      lines: [
        target.indicator === 'other' ? line : `${line}, ${words.target.gave(reported, asked)}`,
        ...(leftOut > 0 ? [words.target.leftOut(leftOut)] : []),
      ],
      badge: { text: words.target.outcomes[outcome], tone: TONES[outcome] },
    });
  });
  const more = moreOf(all.length - MOST_TARGETS, onlySummary(facts.books), words);
  return rows.length === 0 ? [] : [block({ heading: words.digest.targets, rows, more })];
}
