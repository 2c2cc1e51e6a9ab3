/** A district's digest: who is overdue, what waits for the head, what is due soon, and the rest in short. */
import type { ReportRecord } from '../../report/records';
import {
  awaitingApproval,
  awaitsDecision,
  byDistrict,
  type DistrictSummary,
  overdue,
} from '../../report/summary';
import { sameKey } from '../../values/text';
import { compared, type DigestSnapshot, digestSnapshot, isUnchanged } from '../digestSnapshot';
import type { BookFacts, MailFacts } from '../facts';
import type { DigestWhy } from '../mail';
import { outstandingState } from '../outstanding';
import {
  type Block,
  block,
  itemRow,
  type Link,
  type More,
  plainText,
  type Row,
  type Section,
} from '../section';
import type { MailWords } from '../words';
import { figuresOf } from './figures';
import { bySchool, dueLine, outstandingBadge, overdueDays, returnLine, unreadableLine } from './items';
import { districtUrl, organisationLinks, stageLink } from './links';
import { moreOf } from './more';
import { districtName } from './names';
import { changesLine } from './organisationChanges';

/** One district of one book. */
export interface DistrictPart {
  readonly kind: 'district';
  readonly book: string;
  /** Key of the district: `sameKey` of its name, as `byDistrict` gives it. */
  readonly district: string;
  readonly why: DigestWhy;
  readonly previous: DigestSnapshot | null;
  /** How many of this district's reminders wait for tomorrow's quota. */
  readonly unsent: number;
}

/** More than anybody reads in a mail, the tab has the rest; a mail of several sections is cut again to its size. */
const MOST_OVERDUE = 60;
const MOST_AWAITING = 40;
const MOST_RETURNED = 20;
const MOST_NAMES = 40;
/** Of all stages that are due soon: each names a share of these, and three schools at least. */
const MOST_SOON_NAMES = 120;
const MOST_SOON_STAGES = 20;

interface Given {
  readonly book: BookFacts;
  readonly district: DistrictSummary;
  readonly words: MailWords;
  readonly link: ReturnType<typeof organisationLinks>;
  /** Where the whole can be seen. */
  readonly whole: string | null;
}

/** Null when the district is not in the programme any more. */
export function districtSection(part: DistrictPart, facts: MailFacts, words: MailWords): Section | null {
  const book = facts.books.find(({ id }) => id === part.book);
  if (book === undefined) return null;
  const { programme, records } = book.analysis;
  const district = byDistrict(programme, records, book.today).find(({ key }) => key === part.district);
  if (district === undefined) return null;
  const whole = districtUrl(book, district.key);
  const link = elsewhere(district.key, book, words);
  const given = { book, district, words, link, whole };
  const now = digestSnapshot(book.today, district.records);
  const name = districtName(district.name, book, words);
  const isInScope = (name: string) => sameKey(name) === district.key;
  const { previous } = part;
  const comparison = previous && compared(previous, district.records, book.analysis.shifts, isInScope);
  const figures = figuresOf(district.tally, district.organisations.length, previous, now, comparison, words);
  const changes =
    previous && comparison ? changesLine([book], previous.on, comparison, isInScope, words) : [];
  return {
    subject: words.subject.digest({
      district: name,
      missed: now.figures.missed,
      unchanged: isUnchanged(part.previous, now),
    }),
    title: words.digest.districtTitle(name),
    lead: part.why.kind === 'afterDeadline' ? words.digest.afterDeadline(part.why.deadline) : '',
    figures,
    notices: [...changes, ...notices(part, given)],
    blocks: blocksOf(given),
    closing: '',
    whole,
    brief: { name: district.name || words.noDistrict, line: words.figures.line(figures.cells) },
    isShort: false,
  };
}

/** Links that say of an organisation which moved away or closed where it is now. */
function elsewhere(key: string, book: BookFacts, words: MailWords): ReturnType<typeof organisationLinks> {
  const link = organisationLinks(book);
  return (organisation) => {
    const { text, url } = link(organisation);
    const { district, closed } = organisation;
    const hint =
      closed !== null && closed < book.today
        ? words.digest.closedOn(closed)
        : sameKey(district) === key
          ? ''
          : words.digest.fromTo(null, district);
    return { text: `${text}${hint}`, url };
  };
}

/** Rows of this district in which others wrote, and rows of others in which this district's head decided. */
function elsewhereNotices(
  part: DistrictPart,
  { book, words, whole }: Given,
  ids: ReadonlySet<string>,
): Link[] {
  const isOurs = (organisation: string | null) => organisation !== null && ids.has(organisation);
  let [filed, decided, theirs] = [0, 0, 0];
  for (const { organisation, problem } of book.issues) {
    if (problem.code === 'filedElsewhere' && isOurs(organisation)) filed += 1;
    if (problem.code !== 'decidedElsewhere') continue;
    if (isOurs(organisation)) decided += 1;
    else if (problem.district === part.district) theirs += 1;
  }
  return [
    ...(filed > 0 ? [{ text: words.digest.filedElsewhere(filed), url: whole }] : []),
    ...(decided > 0 ? [{ text: words.digest.decidedElsewhere(decided), url: whole }] : []),
    ...(theirs > 0 ? [plainText(words.digest.decidedByYou(theirs))] : []),
  ];
}

function notices(part: DistrictPart, given: Given): Link[] {
  const { book, district, words, whole } = given;
  const ids = new Set(district.organisations.map(({ id }) => id));
  const issues = book.issues.filter(({ organisation }) => organisation !== null && ids.has(organisation));
  return [
    ...(part.unsent > 0 ? [plainText(words.digest.unsentInDistrict(part.unsent))] : []),
    ...elsewhereNotices(part, given, ids),
    ...(issues.length > 0 ? [{ text: words.digest.issues(issues.length), url: whole }] : []),
    { text: words.digest.openDistrict, url: whole },
  ];
}

function blocksOf(given: Given): Block[] {
  const { book, district, words } = given;
  const { records } = district;
  // An organisation that moved away is decided on where it is now.
  const isHere = ({ organisation }: ReportRecord) => sameKey(organisation.district) === district.key;
  const awaiting = awaitingApproval([...records, ...district.brought]).filter(isHere);
  const late = overdue(records);
  const outstanding = late.filter((record) => !awaitsDecision(record) || !isHere(record));
  const returned = records.filter(
    ({ status, bucket, refiledOn }) =>
      status.approval === 'returned' && bucket !== 'missed' && refiledOn === null,
  );
  const soon = records.filter((record) => outstandingState(record, book.today, book.soonDays) === 'soon');
  const named = new Set([...late, ...awaiting, ...returned, ...soon].map((each) => each.organisation.id));
  return [
    overdueBlock(late.length, outstanding, given),
    ...awaitingBlock(
      awaiting.filter(({ refiledOn }) => refiledOn !== null),
      given,
      words.digest.refiled,
    ),
    ...awaitingBlock(
      awaiting.filter(({ refiledOn }) => refiledOn === null),
      given,
      words.digest.awaiting,
    ),
    ...broughtBlock(
      overdue(district.brought).filter((record) => !awaitsDecision(record)),
      given,
    ),
    ...returnedBlock(returned, given),
    ...soonBlock(soon, given),
    ...restBlock(named, given),
  ];
}

const cut = (all: number, most: number, { words, whole }: Given): More | null =>
  moreOf(all - most, whole, words);

function overdueRows(records: readonly ReportRecord[], { book, words, link }: Given): Row[] {
  return bySchool(records.slice(0, MOST_OVERDUE), link, (record) => ({
    title: stageLink(book, record),
    lines: [
      [
        ...dueLine(record, words),
        ...(record.status.approval === 'returned' ? [words.item.returned] : []),
        ...unreadableLine(record, words),
      ].join(' · '),
    ],
    badge: { text: words.days(overdueDays(book, record)), tone: 'missed' },
  }));
}

/** Of organisations that moved here: the figures have these where they were due. */
function broughtBlock(records: readonly ReportRecord[], given: Given): Block[] {
  if (records.length === 0) return [];
  const heading = given.words.digest.brought(records.length);
  return [
    block({ heading, rows: overdueRows(records, given), more: cut(records.length, MOST_OVERDUE, given) }),
  ];
}

function overdueBlock(all: number, outstanding: readonly ReportRecord[], given: Given): Block {
  const { digest } = given.words;
  const waiting = all - outstanding.length;
  const rows = overdueRows(outstanding, given);
  return block({
    heading: digest.overdue(all),
    note: all === 0 ? digest.nothingOverdue : waiting > 0 ? digest.overdueAwaiting(waiting) : '',
    rows,
    more: cut(outstanding.length, MOST_OVERDUE, given),
  });
}

/** Handed in for the first time, or once more after a return. */
function awaitingBlock(
  records: readonly ReportRecord[],
  given: Given,
  heading: (count: number) => string,
): Block[] {
  if (records.length === 0) return [];
  const { book, words, link } = given;
  const rows = bySchool(records.slice(0, MOST_AWAITING), link, (record) => ({
    title: stageLink(book, record),
    lines: record.done === null ? [] : [words.digest.doneOn(record.done)],
    badge:
      record.bucket === 'missed'
        ? { text: words.item.overdueDays(overdueDays(book, record)), tone: 'missed' }
        : null,
  }));
  const more = cut(records.length, MOST_AWAITING, given);
  return [block({ heading: heading(records.length), rows, more })];
}

function returnedBlock(records: readonly ReportRecord[], given: Given): Block[] {
  if (records.length === 0) return [];
  const { book, words, link } = given;
  const rows = bySchool(records.slice(0, MOST_RETURNED), link, (record) => ({
    title: stageLink(book, record),
    lines: [...dueLine(record, words), ...returnLine(book, record, words)],
    badge: { text: words.item.returned, tone: 'returned' },
  }));
  const more = cut(records.length, MOST_RETURNED, given);
  return [block({ heading: words.digest.returned(records.length), rows, more })];
}

/** By stage, not by school: before a deadline it is the same stage for most of them. */
function soonBlock(records: readonly ReportRecord[], given: Given): Block[] {
  if (records.length === 0) return [];
  const { book, words, link } = given;
  const groups = new Map<string, ReportRecord[]>();
  for (const record of records) {
    const key = `${record.due ?? ''} ${record.stage.code}`;
    const known = groups.get(key);
    if (known) known.push(record);
    else groups.set(key, [record]);
  }
  const stages = [...groups].sort(([a], [b]) =>
    a.slice(0, 10) < b.slice(0, 10) ? -1 : a.slice(0, 10) > b.slice(0, 10) ? 1 : 0,
  );
  const shown = stages.slice(0, MOST_SOON_STAGES);
  const most = Math.min(MOST_NAMES, Math.max(3, Math.floor(MOST_SOON_NAMES / shown.length)));
  const rows = shown.flatMap(([, theirs]) => {
    const [first] = theirs;
    if (first === undefined) return [];
    return [
      itemRow({
        title: plainText(stageLink(book, first).text),
        lines: first.due === null ? [] : [words.item.due(first.due)],
        names: theirs.slice(0, most).map(({ organisation }) => link(organisation)),
        more: cut(theirs.length, most, given),
        badge: outstandingBadge(book, first, words),
      }),
    ];
  });
  const told = shown.reduce((sum, [, theirs]) => sum + theirs.length, 0);
  return [block({ heading: words.digest.soon, rows, more: cut(records.length, told, given) })];
}

function restBlock(named: ReadonlySet<string>, given: Given): Block[] {
  const rest = given.district.organisations.filter(({ id }) => !named.has(id));
  if (rest.length === 0) return [];
  const { words, link } = given;
  return [
    block({
      heading: words.digest.rest,
      rows: [
        itemRow({
          title: plainText(words.digest.restNote(rest.length)),
          names: rest.slice(0, MOST_NAMES).map(link),
          more: cut(rest.length, MOST_NAMES, given),
        }),
      ],
    }),
  ];
}
