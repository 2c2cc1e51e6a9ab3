/** What is remembered of a digest that was sent: enough to say what changed since, and whether anything did. */
import { type CivilDate, toSerial } from '../dates/civil';
import type { ReportShift } from '../report/countedIn';
import type { ReportRecord } from '../report/records';
import { type Tally, tally } from '../report/summary';
import { fingerprint } from '../values/fingerprint';

export type DigestFigures = Pick<Tally, 'expected' | 'inTime' | 'late' | 'missed' | 'notYetDue'>;

/** What a digest says on one day. Kept for each recipient, so it is small: under 180 bytes as JSON. */
export interface DigestSnapshot {
  readonly on: CivilDate;
  readonly figures: DigestFigures;
  /** Changes when any report changes its state or its deadline, or is handed in again; not when a day merely passes. */
  readonly fingerprint: string;
  /** Of the reports that were counted, whatever their state; '' of digests that were sent before it was kept. */
  readonly counted: string;
}

const countedPrint = (pairs: readonly string[]): string => fingerprint([...pairs].sort().join('\n'));

export function digestSnapshot(today: CivilDate, records: readonly ReportRecord[]): DigestSnapshot {
  const { expected, inTime, late, missed, notYetDue } = tally(records);
  return {
    on: today,
    figures: { expected, inTime, late, missed, notYetDue },
    counted: countedPrint(records.map(({ pair }) => pair)),
    fingerprint: fingerprint(
      records
        .map(({ pair, bucket, status, due, refiledOn }) =>
          [
            ...[pair, bucket, status.name, status.approval ?? '', due === null ? '' : toSerial(due)],
            ...(refiledOn === null ? [] : [refiledOn]),
          ].join(' '),
        )
        .join('\n'),
    ),
  };
}

/** Whether a digest made now would say what the last one said. */
export const isUnchanged = (previous: DigestSnapshot | null, now: DigestSnapshot): boolean =>
  previous !== null && previous.fingerprint === now.fingerprint;

/** What the last digest can be compared with. */
export interface Comparison {
  /** The figures of the last digest over the reports that count now; null where they are not known. */
  readonly figures: DigestFigures | null;
  /** Reports that came to the figures or left them since, the newest first. */
  readonly shifts: readonly ReportShift[];
}

/**
 * Like with like: what came to the figures since the last digest (an organisation from another district, a new stage)
 * brings along the figure that it came with, and what left takes along the figure that it left with. So a move or a
 * closing changes nothing, and what was handed in before or after it does. Which shifts the last digest did not know
 * is tried out against what it counted; where none of it fits, there is nothing to compare with.
 */
export function compared(
  previous: DigestSnapshot,
  records: readonly ReportRecord[],
  shifts: readonly ReportShift[],
  isInScope: (district: string) => boolean,
): Comparison {
  const counts = (district: string | null) => district !== null && isInScope(district);
  const relevant = shifts
    .filter(({ on, from, to }) => on >= previous.on && counts(from) !== counts(to))
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  const later = relevant.filter(({ on }) => on > previous.on);
  for (const since of later.length < relevant.length ? [relevant, later] : [relevant]) {
    const pairs = new Map<string, number>();
    const add = (pair: string, by: number) => pairs.set(pair, (pairs.get(pair) ?? 0) + by);
    for (const { pair } of records) add(pair, 1);
    const figures = { ...previous.figures };
    for (const { pair, to, bucket } of since) {
      const by = counts(to) ? 1 : -1;
      add(pair, -by);
      figures.expected += by;
      figures[bucket] += by;
    }
    const then = [...pairs].flatMap(([pair, count]) =>
      Array.from({ length: Math.max(0, count) }, () => pair),
    );
    const fits =
      previous.counted === ''
        ? then.length === previous.figures.expected
        : countedPrint(then) === previous.counted;
    if (fits) return { figures, shifts: since };
  }
  return { figures: null, shifts: relevant };
}
