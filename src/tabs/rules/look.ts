/** Colours of tables and pages; those of the statuses are src/domain/report/statuses.ts. Contrast is at least 4.5:1. */

export interface Paint {
  /** Null keeps the cell's own. */
  readonly background: string | null;
  readonly color: string;
  readonly bold?: boolean;
  readonly underline?: boolean;
}

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
