/**
 * The one rule for per cents of reports: the sheet, the sidebar, the mails and the attached table all show these, and
 * what is done is the sum of the two figures that it consists of.
 */
import type { Bucket } from '../report/statuses';
import type { Tally } from '../report/summary';

export type Counts = Readonly<Pick<Tally, 'expected' | Bucket>>;
export type Shares = Readonly<Record<Bucket, number>>;

const NAMES: readonly Bucket[] = ['inTime', 'late', 'missed', 'notYetDue'];
const DONE: readonly Bucket[] = ['inTime', 'late'];

/**
 * Whole per cents of the four figures, adding up to exactly 100 (or all 0 when nothing is expected): the largest
 * remainders are rounded up, the first of equal ones. Neither a figure nor the two that are done together are called
 * 100 while one report is missing from them.
 */
export function shares(counts: Counts): Shares {
  const result = { inTime: 0, late: 0, missed: 0, notYetDue: 0 };
  const { expected } = counts;
  if (expected === 0) return result;
  let left = 100;
  for (const name of NAMES) {
    result[name] = Math.floor((counts[name] * 100) / expected);
    left -= result[name];
  }
  const byRemainder = [...NAMES].sort(
    (a, b) => ((counts[b] * 100) % expected) - ((counts[a] * 100) % expected),
  );
  for (const name of byRemainder.slice(0, left)) result[name] += 1;
  const over = (name: Bucket): number => result[name] * expected - counts[name] * 100;
  for (const part of [DONE, ...NAMES.map((name) => [name])]) {
    const isWhole = part.reduce((sum, name) => sum + result[name], 0) === 100;
    const other = byRemainder.find((name) => !part.includes(name) && counts[name] > 0);
    if (!isWhole || other === undefined) continue;
    result[part.reduce((a, b) => (over(b) > over(a) ? b : a))] -= 1;
    result[other] += 1;
  }
  return result;
}

/** Per cent of the expected that are there, in time or not; 0 when nothing is expected. */
export function doneShare(counts: Counts): number {
  const { inTime, late } = shares(counts);
  return inTime + late;
}
