/** What changed since the last digest in who reports on what: a line of its own, for the figures do not show it. */
import { addDays, type CivilDate } from '../../dates/civil';
import { districtOn } from '../../programme/formerDistricts';
import type { Organisation } from '../../programme/programme';
import { organisationOfPair, splitKey } from '../../report/registry';
import type { Comparison } from '../digestSnapshot';
import type { BookFacts } from '../facts';
import { type Link, plainText } from '../section';
import type { MailWords, OrganisationChange } from '../words';
import { LONGEST_NAME, oneLine } from './oneLine';

/** In the order in which they are told. */
const CHANGES: readonly OrganisationChange[] = [
  'closed',
  'removed',
  'opened',
  'movedIn',
  'movedOut',
  'moved',
  'stages',
];

const MOST_NAMES = 8;

/** None where nothing changed. */
export function changesLine(
  books: readonly BookFacts[],
  since: CivilDate,
  { shifts }: Comparison,
  isInScope: (district: string) => boolean,
  words: MailWords,
): Link[] {
  const told = new Map<OrganisationChange, Set<string>>(CHANGES.map((each) => [each, new Set()]));
  const explained = new Set<string>();
  for (const book of books) {
    const { registry, programme, records } = book.analysis;
    const shifted = (is: (from: string | null, to: string | null) => boolean) =>
      new Set(shifts.filter(({ from, to }) => is(from, to)).map(({ pair }) => organisationOfPair(pair)));
    const left = shifted((_, to) => to === null);
    const asked = new Set(programme.stages.flatMap(({ code, dropped }) => (dropped ? [] : [code])));
    const closing = new Set(
      shifts.flatMap(({ pair, to }) => {
        const key = splitKey(pair);
        return key && to === null && asked.has(key.stage) ? [key.organisation] : [];
      }),
    );
    const came = shifted((from) => from === null);
    const listed = new Set(programme.organisations.map(({ id }) => id));
    const older = new Set(
      records
        .filter(({ pair }) => !shifts.some((shift) => shift.pair === pair && shift.from === null))
        .map(({ organisation }) => organisation.id),
    );
    const tell = (kind: OrganisationChange, id: string, hint = '') => {
      const name = oneLine(registry.organisationLabel(id) ?? id, LONGEST_NAME);
      told.get(kind)?.add(`${name}${hint}`);
      explained.add(id);
    };
    for (const organisation of programme.organisations) {
      const { id, district } = organisation;
      const former = movedFrom(organisation, since);
      const isHere = isInScope(district);
      if (former !== null && isHere && isInScope(former))
        tell('moved', id, words.digest.fromTo(former, district));
      else if (former !== null && isHere) tell('movedIn', id, words.digest.fromTo(former, null));
      else if (former !== null && isInScope(former))
        tell('movedOut', id, words.digest.fromTo(null, district));
      if (
        isHere &&
        (closedSince(organisation, since, book.today) || (closing.has(id) && organisation.closed !== null))
      )
        tell('closed', id);
      const { opened } = organisation;
      const isOpened = opened !== null && opened > since && opened <= book.today;
      if (isHere && (isOpened || (former === null && came.has(id) && !older.has(id)))) tell('opened', id);
    }
    for (const id of left) if (!listed.has(id) && books.length === 1) tell('removed', id);
  }
  for (const { pair, from, to } of shifts) {
    const key = splitKey(pair);
    if (key && (from === null || to === null) && !explained.has(key.organisation))
      told.get('stages')?.add(key.stage);
  }
  const parts = [...told].flatMap(([kind, names]) => {
    const shown = [...names].slice(0, MOST_NAMES);
    if (names.size > MOST_NAMES) shown.push(words.more(names.size - MOST_NAMES));
    return names.size === 0 ? [] : [words.digest.changed(kind, shown.join(', '))];
  });
  return parts.length === 0 ? [] : [plainText([...parts, words.digest.changesNote].join(' '))];
}

/** Where it was on the day of the last digest; null where it did not move since. */
function movedFrom(organisation: Organisation, since: CivilDate): string | null {
  const former = districtOn(organisation, addDays(since, -1));
  return former === organisation.district ? null : former;
}

const closedSince = ({ closed }: Organisation, since: CivilDate, today: CivilDate): boolean =>
  closed !== null && closed >= since && closed < today;
