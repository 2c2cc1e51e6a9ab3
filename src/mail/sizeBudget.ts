/**
 * Cuts a mail to the size that mail programs and Google accept. Every section gets its share, and every
 * block of a section; what does not fit is replaced by its count and a link. Where there are too many sections for that,
 * the later ones become one line each, their figures and a link.
 */
import { moreOf } from '../domain/mail/content/more';
import { distinctNames } from '../domain/mail/content/names';
import { type Block, block, itemRow, type MailContent, type Row, type Section } from '../domain/mail/section';
import type { MailWords } from '../domain/mail/words';
import { bytesOf, htmlOf, weight } from './view';

/** Gmail cuts a mail at 102 kB of HTML; Google sends 200 kB, with the plain part. */
const MOST_BYTES = 90_000;
/** A section smaller than this is not worth showing: its heading takes a quarter of it. */
const LEAST_SECTION = 10_000;
/** A name in a line of the last section. */
const LONGEST_BRIEF = 60;

/** The mail itself where it is small enough. */
export function fitted(mail: MailContent, words: MailWords): MailContent {
  if (bytesOf(htmlOf(mail)) <= MOST_BYTES) return mail;
  const budget = MOST_BYTES - weight.frame(mail);
  const wanted = mail.sections.map(weight.section);
  const lines = briefRows(mail.sections, words);
  const costs = lines.map(weight.row);
  // The last section's own lead, and the line that says what even it leaves out.
  const around = weight.section(briefSection([], mail.sections.length, words));
  for (let whole = mail.sections.length; whole > 0; whole -= 1) {
    const brief = whole === lines.length ? 0 : around + sum(costs.slice(whole));
    const leading = mail.sections.slice(0, whole);
    const shares = sharesOf(leading, wanted, budget - brief);
    if (shares === null) continue;
    const sections = leading.map((each, index) => cutSection(each, shares[index] ?? 0, words));
    if (!sections.every((each) => each !== null)) continue;
    const rest = brief === 0 ? [] : [briefSection(lines.slice(whole), 0, words)];
    return { ...mail, sections: [...sections, ...rest] };
  }
  let left = budget - around;
  const shown = lines.filter((_, index) => {
    left -= costs[index] ?? 0;
    return left >= 0;
  });
  return { ...mail, sections: [briefSection(shown, lines.length - shown.length, words)] };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** Null where some would get too little. What is short already comes first. */
function sharesOf(sections: readonly Section[], wanted: readonly number[], budget: number): number[] | null {
  const wants = sections.map((each, index) => (each.isShort ? 0 : (wanted[index] ?? 0)));
  const kept = sections.map((each, index) => (each.isShort ? (wanted[index] ?? 0) : 0));
  const isKept = sum(kept) <= budget / 2;
  const asked = isKept ? wants : wanted.slice(0, sections.length);
  const given = portions(asked, budget - (isKept ? sum(kept) : 0));
  if (given.some((share, index) => share < Math.min(LEAST_SECTION, asked[index] ?? 0))) return null;
  return isKept ? given.map((share, index) => share + (kept[index] ?? 0)) : given;
}

/** The same share for each, and what the small ones leave over to the large ones. */
function portions(wanted: readonly number[], budget: number): number[] {
  const given = wanted.map(() => 0);
  let left = Math.max(0, budget);
  const bySize = wanted.map((want, index) => ({ want, index })).sort((a, b) => a.want - b.want);
  bySize.forEach(({ want, index }, nth) => {
    const share = Math.min(want, Math.floor(left / (bySize.length - nth)));
    given[index] = share;
    left -= share;
  });
  return given;
}

/** Null where not even its headings fit. */
function cutSection(section: Section, budget: number, words: MailWords): Section | null {
  if (weight.section(section) <= budget) return section;
  const bare = section.blocks.map((each) => weight.block(emptied(each, section, words)));
  const left = budget - weight.section({ ...section, blocks: [] }) - sum(bare);
  if (left < 0) return null;
  const rows = section.blocks.map((each) => sum(each.rows.map(weight.row)));
  const shares = portions(rows, left);
  const blocks = section.blocks.map((each, index) => cutBlock(each, shares[index] ?? 0, section, words));
  return { ...section, blocks };
}

/** How many items a row stands for. */
const itemCount = ({ item, group }: Row): number =>
  group !== null ? 0 : Math.max(1, (item?.names.length ?? 0) + (item?.more?.count ?? 0));

const emptied = (given: Block, section: Section, words: MailWords): Block => {
  const count = sum(given.rows.map(itemCount)) + (given.more?.count ?? 0);
  if (count === 0) return given;
  return {
    ...given,
    columns: null,
    rows: [],
    more: { text: words.onlyInSheet(count), url: given.more?.url ?? section.whole, count },
  };
};

function cutBlock(given: Block, budget: number, section: Section, words: MailWords): Block {
  const rows: Row[] = [];
  let left = budget;
  for (const row of given.rows) {
    const fits = weight.row(row) <= left ? row : namesThatFit(row, left, section, words);
    if (fits === null) break;
    rows.push(fits);
    left -= weight.row(fits);
    if (fits !== row) break;
  }
  if (rows.length === given.rows.length && rows.every((row, index) => row === given.rows[index]))
    return given;
  // A school's name with nothing under it is left out.
  while (rows.length > 0 && rows[rows.length - 1]?.group) rows.pop();
  if (rows.length === 0) return emptied(given, section, words);
  const shown = sum(rows.map(itemCount));
  const count = sum(given.rows.map(itemCount)) - shown + (given.more?.count ?? 0);
  return { ...given, rows, more: moreOf(count, given.more?.url ?? section.whole, words) };
}

/** A row of many names with as many of them as fit; null where none does. */
function namesThatFit(row: Row, budget: number, section: Section, words: MailWords): Row | null {
  const { item } = row;
  if (item === null || item.names.length === 0) return null;
  const all = itemCount(row);
  const url = item.more?.url ?? section.whole;
  for (let most = item.names.length - 1; most > 0; most -= 1) {
    const cut = itemRow({ ...item, names: item.names.slice(0, most), more: moreOf(all - most, url, words) });
    if (weight.row(cut) <= budget) return cut;
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
