/** Colours and formats. Missed and in time differ for colour-blind readers; contrast is at least 4.5:1. */

import type { StatusName } from '../../domain/report/status';

export interface Paint {
  /** Null keeps the cell's own. */
  readonly background: string | null;
  readonly color: string;
  readonly bold?: boolean;
  readonly underline?: boolean;
}

/** docs/design.md, «Status». What has no entry stays plain. */
export const STATUS_PAINT: Readonly<Partial<Record<StatusName, Paint>>> = {
  missed: { background: '#b3261e', color: '#ffffff' },
  late: { background: '#f6b26b', color: '#202124' },
  soon: { background: '#ffd966', color: '#202124' },
  inTime: { background: '#cfe2f3', color: '#202124' },
  invalid: { background: '#e8d7f1', color: '#4a148c', bold: true },
  notExpected: { background: '#f1f3f4', color: '#5f6368' },
};

export const PAINT = {
  /** Header of a table. */
  header: { background: '#37474f', color: '#ffffff', bold: true },
  /** Header of a column that only Svodka writes. */
  ownHeader: { background: '#78909c', color: '#000000', bold: true },
  /** Header of a column that the district writes. */
  headHeader: { background: '#5b4a91', color: '#ffffff', bold: true },
  heading: { background: '#dfe7ee', color: '#1f3a52', bold: true },
  subheader: { background: '#eceff1', color: '#37474f', bold: true },
  stale: { background: '#ffd966', color: '#202124', bold: true },
  link: { background: null, color: '#0b57d0', underline: true },
} as const satisfies Record<string, Paint>;
