/**
 * Cuts a letter to what mail programs and Google take, whatever comes in. Every section gets its share, and every
 * block of a section; what has no room is said with its count and a link. Where there are too many sections for that,
 * the later ones become one line each, their figures and a link.
 */
import { moreOf } from '../domain/mail/content/more';
import { distinctNames } from '../domain/mail/content/names';
import { type Block, block, itemRow, type MailContent, type Row, type Section } from '../domain/mail/section';
import type { MailWords } from '../domain/mail/words';
import { bytesOf, htmlOf, weight } from './view';

/** Gmail cuts a mail at 102 kB of HTML; Google sends 200 kB, with the plain part. */
const MOST_BYTES = 90_000;
/** Less than this is not worth a section of its own: its head takes a quarter of it. */
const LEAST_SECTION = 10_000;
/** A name in a line of the last section. */
const LONGEST_BRIEF = 60;

/** The letter itself where it is small enough. */
export function fitted(letter: MailContent, words: MailWords): MailContent {
  if (bytesOf(htmlOf(letter)) <= MOST_BYTES) return letter;
  const room = MOST_BYTES - weight.frame(letter);
  const wanted = letter.sections.map(weight.section);
  const lines = briefRows(letter.sections, words);
  const costs = lines.map(weight.row);
  // The last section's own lead, and the line that says what even it leaves out.
  const around = weight.section(briefSection([], letter.sections.length, words));
  for (let whole = letter.sections.length; whole > 0; whole -= 1) {
    const brief = whole === lines.length ? 0 : around + sum(costs.slice(whole));
    const leading = letter.sections.slice(0, whole);
    const shares = sharesOf(leading, wanted, room - brief);
    if (shares === null) continue;
    const sections = leading.map((each, index) => cutSection(each, shares[index] ?? 0, words));
    if (!sections.every((each) => each !== null)) continue;
    const rest = brief === 0 ? [] : [briefSection(lines.slice(whole), 0, words)];
    return { ...letter, sections: [...sections, ...rest] };
  }
  let left = room - around;
  const shown = lines.filter((_, index) => {
    left -= costs[index] ?? 0;
    return left >= 0;
  });
  return { ...letter, sections: [briefSection(shown, lines.length - shown.length, words)] };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** Null where some would get too little. What is short already comes first. */
function sharesOf(sections: readonly Section[], wanted: readonly number[], room: number): number[] | null {
  const wants = sections.map((each, index) => (each.isShort ? 0 : (wanted[index] ?? 0)));
  const kept = sections.map((each, index) => (each.isShort ? (wanted[index] ?? 0) : 0));
  const isKept = sum(kept) <= room / 2;
  const asked = isKept ? wants : wanted.slice(0, sections.length);
  const given = portions(asked, room - (isKept ? sum(kept) : 0));
  if (given.some((share, index) => share < Math.min(LEAST_SECTION, asked[index] ?? 0))) return null;
  return isKept ? given.map((share, index) => share + (kept[index] ?? 0)) : given;
}

/** Of the room the same for each, and what the small ones leave to the large ones. */
function portions(wanted: readonly number[], room: number): number[] {
  const given = wanted.map(() => 0);
  let left = Math.max(0, room);
  const bySize = wanted.map((want, index) => ({ want, index })).sort((a, b) => a.want - b.want);
  bySize.forEach(({ want, index }, nth) => {
    const share = Math.min(want, Math.floor(left / (bySize.length - nth)));
    given[index] = share;
    left -= share;
  });
  return given;
}

/** Null where there is no room even for what its blocks are. */
function cutSection(section: Section, room: number, words: MailWords): Section | null {
  if (weight.section(section) <= room) return section;
  const bare = section.blocks.map((each) => weight.block(emptied(each, section, words)));
  const left = room - weight.section({ ...section, blocks: [] }) - sum(bare);
  if (left < 0) return null;
  const rows = section.blocks.map((each) => sum(each.rows.map(weight.row)));
  const shares = portions(rows, left);
  const blocks = section.blocks.map((each, index) => cutBlock(each, shares[index] ?? 0, section, words));
  return { ...section, blocks };
}

/** How many of the things that a block tells of a row stands for. */
const told = ({ item, group }: Row): number =>
  group !== null ? 0 : Math.max(1, (item?.names.length ?? 0) + (item?.more?.count ?? 0));

const emptied = (given: Block, section: Section, words: MailWords): Block => {
  const count = sum(given.rows.map(told)) + (given.more?.count ?? 0);
  if (count === 0) return given;
  return {
    ...given,
    columns: null,
    rows: [],
    more: { text: words.onlyInSheet(count), url: given.more?.url ?? section.whole, count },
  };
};

function cutBlock(given: Block, room: number, section: Section, words: MailWords): Block {
  const rows: Row[] = [];
  let left = room;
  for (const row of given.rows) {
    const fits = weight.row(row) <= left ? row : namesThatFit(row, left, section, words);
    if (fits === null) break;
    rows.push(fits);
    left -= weight.row(fits);
    if (fits !== row) break;
  }
  if (rows.length === given.rows.length && rows.every((row, index) => row === given.rows[index]))
    return given;
  // A school's name with nothing under it.
  while (rows.length > 0 && rows[rows.length - 1]?.group) rows.pop();
  if (rows.length === 0) return emptied(given, section, words);
  const shown = sum(rows.map(told));
  const count = sum(given.rows.map(told)) - shown + (given.more?.count ?? 0);
  return { ...given, rows, more: moreOf(count, given.more?.url ?? section.whole, words) };
}

/** A row of many names with as many of them as there is room for; null where it is none. */
function namesThatFit(row: Row, room: number, section: Section, words: MailWords): Row | null {
  const { item } = row;
  if (item === null || item.names.length === 0) return null;
  const all = told(row);
  const url = item.more?.url ?? section.whole;
  for (let most = item.names.length - 1; most > 0; most -= 1) {
    const cut = itemRow({ ...item, names: item.names.slice(0, most), more: moreOf(all - most, url, words) });
    if (weight.row(cut) <= room) return cut;
  }
  return null;
}

/** Each section in a line. */
function briefRows(sections: readonly Section[], words: MailWords): Row[] {
  const names = distinctNames(
    sections.map(({ brief }) => brief.name),
    LONGEST_BRIEF,
    words,
  );
  return sections.map(({ brief, whole }, index) =>
    itemRow({ title: { text: names[index] ?? '', url: whole }, lines: [brief.line] }),
  );
}

function briefSection(rows: readonly Row[], left: number, words: MailWords): Section {
  const { title, lead, moreSections } = words.brief;
  return {
    subject: '',
    title,
    lead,
    figures: null,
    notices: [],
    blocks: [
      block({
        heading: '',
        rows,
        more: left > 0 ? { text: moreSections(left), url: null, count: left } : null,
      }),
    ],
    closing: '',
    whole: null,
    brief: { name: title, line: '' },
    isShort: true,
  };
}
