/** Organisations of a letter, from tables and lists: duplicates are joined, nearly equal names are asked about. */

import type { LetterOrganisation } from '../letter';
import type { LetterBuilder } from '../letterBuilder';
import type { Item } from '../source/items';
import { cellOf, type LetterTable, sectionOf } from '../tables/letterTable';
import type { TextRange } from '../text/textRange';
import { keyOf, looksLikeOrganisation, nearKeyOf, numberOf, shortNameOf, typeOf } from './organisationName';

type Found = Pick<LetterOrganisation, 'name' | 'place'> & Partial<LetterOrganisation>;

const LONGEST_NAME = 500;
const LONGEST_RAW = 2000;
const tidy = (text: string): string =>
  text
    .slice(0, LONGEST_RAW)
    .replace(/[\s\u00a0\u200b]+/g, ' ')
    .trim()
    .replace(/^[\d.)\s]{1,6}(?=[^\d\s])/, '')
    .replace(/[;,.]+$/, '')
    .trim();

export class Organisations {
  private readonly byKey = new Map<string, number>();
  private readonly byNear = new Map<string, number>();

  constructor(private readonly builder: LetterBuilder) {}

  add(found: Found): void {
    const name = tidy(found.name).slice(0, LONGEST_NAME);
    const district = found.district ?? null;
    // The same number in two districts is two schools.
    const key = `${keyOf(name)}|${(district ?? '').toLowerCase()}`;
    const known = this.byKey.get(key);
    if (known !== undefined) {
      this.join(known, found);
      return;
    }
    const index = this.builder.organisations.length;
    this.byKey.set(key, index);
    this.builder.organisations.push(
      this.builder.placed({
        name,
        shortName: found.shortName ?? shortNameOf(name),
        type: found.type ?? typeOf(name),
        typeText: found.typeText ?? null,
        number: numberOf(name),
        district,
        emails: found.emails ?? [],
        place: found.place,
      }),
    );
    const near = nearKeyOf(name);
    if (near === null) return;
    const nearKey = `${near}|${(district ?? '').toLowerCase()}`;
    const other = this.byNear.get(nearKey);
    if (other === undefined) this.byNear.set(nearKey, index);
    else
      this.builder.ask(
        'near-duplicate',
        found.place,
        `${this.builder.organisations[other]?.name ?? ''} / ${name}`,
      );
  }

  /** A second mention only fills what the first left open. */
  private join(index: number, found: Found): void {
    const first = this.builder.organisations[index];
    if (first === undefined) return;
    this.builder.organisations[index] = {
      ...first,
      typeText: first.typeText ?? found.typeText ?? null,
      emails: [...new Set([...first.emails, ...(found.emails ?? [])])],
    };
  }
}

const ADDRESS = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9\u0400-\u04ff.-]{3,120}/g;

/** A list with columns: organisation, and where there are any district, short name, type and addresses. */
export function readOrganisationTable(
  builder: LetterBuilder,
  organisations: Organisations,
  table: LetterTable,
): void {
  let district: string | null = null;
  for (const row of table.rows) {
    const heading = sectionOf(table, row);
    if (heading !== null && !looksLikeOrganisation(heading)) {
      // A line across the list names the district of the rows under it.
      district = builder.cellWords(heading);
      continue;
    }
    const name = cellOf(table, row, 'organisation') ?? cellOf(table, row, 'shortName');
    if (name === null || /^(?:итого|всего)/i.test(name.text.trim()) || !/\p{L}{2}/u.test(name.text)) continue;
    const short = cellOf(table, row, 'shortName')?.text.trim();
    const type = cellOf(table, row, 'type')?.text.trim();
    const emails = table.roles.flatMap((role, index) =>
      role === 'email'
        ? [...(row.cells[index]?.text ?? '').matchAll(ADDRESS)].map((match) => match[0].replace(/[.-]+$/, ''))
        : [],
    );
    organisations.add({
      name: builder.cellWords(name.text),
      place: { start: row.start, end: row.end },
      district: cellOf(table, row, 'district')?.text.replace(/\s+/g, ' ').trim() ?? district,
      ...(short === undefined ? {} : { shortName: short }),
      ...(type === undefined ? {} : { typeText: type, type: typeOf(type) ?? typeOf(name.text) }),
      emails,
    });
  }
}

/** Parts of «МБОУ СОШ № 1, МБОУ СОШ № 2; № 5»: places between commas outside quotes and brackets. */
function partsOf(text: string, offset: number): TextRange[] {
  const parts: TextRange[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i <= text.length; i += 1) {
    const mark = text.charAt(i);
    if (mark === '«' || mark === '(') depth += 1;
    else if (mark === '»' || mark === ')') depth = Math.max(0, depth - 1);
    if (i < text.length && !((mark === ',' || mark === ';' || mark === '\n') && depth === 0)) continue;
    parts.push({ start: offset + start, end: offset + i });
    start = i + 1;
  }
  return parts;
}

/** Organisations named one after another in one item: «школы № 1, 2, 5» are made from their numbers and asked. */
function readInline(builder: LetterBuilder, organisations: Organisations, item: Item): boolean {
  const whole = builder.text.plain.slice(item.start, item.end);
  if (whole.length > 6000) return false;
  const colon = whole.indexOf(':');
  const from = colon >= 0 && colon < 160 ? colon + 1 : 0;
  const parts = partsOf(whole.slice(from).replace(/№№/g, '№ '), item.start + from);
  const found: Found[] = [];
  let stem = '';
  let made = false;
  for (const place of parts) {
    const text = tidy(
      builder.text.plain
        .slice(place.start, place.end)
        .replace(/№№/g, '№')
        .replace(/^\s*и\s+/, ''),
    );
    const number = /^(?:№\s?)?(\d{1,4})$/.exec(text)?.[1];
    if (text === '') continue;
    if (number !== undefined && stem !== '') {
      found.push({ name: `${stem}№ ${number}`, place });
      made = true;
    } else if (looksLikeOrganisation(text)) {
      found.push({ name: text, place });
      stem = /^(.*?)№\s?\d+\s*$/.exec(text)?.[1] ?? '';
    } else return false;
  }
  if (found.length < 2) return false;
  for (const one of found) organisations.add(one);
  if (made) builder.ask('made-from-numbers', item);
  return true;
}

/** Lists without columns: at least two items in a row that are names of organisations. Gives the items it took. */
export function readOrganisationLists(
  builder: LetterBuilder,
  organisations: Organisations,
  items: readonly Item[],
): Set<Item> {
  const taken = new Set<Item>();
  let run: Item[] = [];
  const close = (): void => {
    if (run.length >= 2) {
      for (const item of run) {
        taken.add(item);
        organisations.add({
          name: builder.text.plain.slice(item.start, item.end),
          place: { start: item.start, end: item.end },
        });
      }
    }
    run = [];
  };
  for (const item of items) {
    const text = builder.text.plain.slice(item.start, Math.min(item.end, item.start + LONGEST_NAME));
    const last = run[run.length - 1];
    if (
      looksLikeOrganisation(tidy(text)) &&
      item.end - item.start <= LONGEST_NAME &&
      !/\p{L}+[,;]\s*(?:МБОУ|МАОУ|МКОУ|СОШ|ООШ)/u.test(text) &&
      (last === undefined || last.style === item.style)
    ) {
      run.push(item);
      continue;
    }
    close();
    if (readInline(builder, organisations, item)) taken.add(item);
  }
  close();
  return taken;
}
