/** What is remembered of a digest that was sent: enough to say what changed since, and whether anything did. */
import { type CivilDate, toSerial } from '../dates/civil';
import type { ReportRecord } from '../report/records';
import { type Tally, tally } from '../report/summary';
import { fingerprint } from '../values/fingerprint';

export type DigestFigures = Pick<Tally, 'expected' | 'inTime' | 'late' | 'missed' | 'notYetDue'>;

/** What a digest says on one day. Kept for each recipient, so it is small: under 150 bytes as JSON. */
export interface DigestSnapshot {
  readonly on: CivilDate;
  readonly figures: DigestFigures;
  /** Changes when any report changes its state or its deadline, or is handed in again; not when a day merely passes. */
  readonly fingerprint: string;
}

export function digestSnapshot(today: CivilDate, records: readonly ReportRecord[]): DigestSnapshot {
  const { expected, inTime, late, missed, notYetDue } = tally(records);
  return {
    on: today,
    figures: { expected, inTime, late, missed, notYetDue },
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
