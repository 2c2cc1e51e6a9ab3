/**
 * What «Учтено в районе» of «Отчёт» remembers: in which district's figures the row counts, and what it came from, so
 * that a digest can compare like with like. Such a cell reads «Кировский | 05.09.2021 + Ленинский»: since that day it
 * counts in Кировский, before it counted in Ленинский, and on the day of the change it counted as in time. «×» stands
 * for no figures at all.
 */
import { addDays, type CivilDate, civil, formatRu } from '../dates/civil';
import { type Cell, cellText } from '../values/cell';
import { sameKey, tidy } from '../values/text';
import type { PairKey } from './registry';
import type { Bucket } from './statuses';

/** A report that came to, or left, the figures of a district; null stands for none. */
export interface Shift {
  readonly on: CivilDate;
  readonly from: string | null;
  readonly to: string | null;
  /** As what it counted, or would have counted, on that day. */
  readonly bucket: Bucket;
}

/** Of which report. */
export interface ReportShift extends Shift {
  readonly pair: PairKey;
}

/** No digest is compared with an older one. */
const KEPT_DAYS = 60;
/** No sign with which a formula begins. */
const NOWHERE = '×';
const SHIFT = /^(\d\d)\.(\d\d)\.(\d{4}) ([+~!.]) ?(.*)$/;
const SIGNS: Readonly<Record<Bucket, string>> = { inTime: '+', late: '~', missed: '!', notYetDue: '.' };
const BUCKETS = Object.keys(SIGNS) as Bucket[];

const nameOf = (text: string): string | null => (text === NOWHERE ? null : text);
/** A district without a name is one too. */
const textOf = (district: string | null): string =>
  district === null ? NOWHERE : tidy(district.replace(/\|/g, '/'));

/** The district in which the report counts; null for none, undefined where nothing is remembered. */
export function countedNow(cell: Cell): string | null | undefined {
  const [head = ''] = cellText(cell).split('|').map(tidy);
  return head === '' ? undefined : nameOf(head);
}

/** The newest first. */
export function shiftsIn(cell: Cell): Shift[] {
  const [head = '', ...parts] = cellText(cell).split('|').map(tidy);
  let to = nameOf(head);
  return parts.flatMap((part) => {
    const [, day, month, year, sign, name = ''] = SHIFT.exec(part) ?? [];
    const bucket = BUCKETS.find((each) => SIGNS[each] === sign);
    const on = civil(Number(year), Number(month), Number(day));
    if (on === null || bucket === undefined) return [];
    const shift = { on, from: nameOf(tidy(name)), to, bucket };
    to = shift.from;
    return [shift];
  });
}

/** What the cell has to say once the report counts in `district`; what is not known yet shifts nothing. */
export function countedInText(
  known: Cell,
  district: string | null,
  bucket: () => Bucket,
  today: CivilDate,
): string {
  const text = cellText(known);
  const now = textOf(district);
  if (text === '' && district !== '') return now;
  const [head = ''] = text.split('|').map(tidy);
  if (sameKey(head) === sameKey(now)) return text;
  const oldest = addDays(today, -KEPT_DAYS);
  const before = shiftsIn(known).filter(({ on }) => on >= oldest);
  const shifts: Omit<Shift, 'to'>[] = [{ on: today, from: nameOf(head), bucket: bucket() }, ...before];
  return [
    now,
    ...shifts.map(({ on, from, bucket: as }) => `${formatRu(on)} ${SIGNS[as]} ${textOf(from)}`),
  ].join(' | ');
}

/** Of a report that was not there before. */
export const newlyCountedIn = (district: string, bucket: Bucket, today: CivilDate): string =>
  countedInText(NOWHERE, district, () => bucket, today);
