/** Checks shapes and sizes of what the page sent, before anything else uses it. */

import * as v from 'valibot';
import type { Cell } from '../values/cell';
import { cellUpTo, isRecord } from '../values/cellInput';
import { withoutFormulaSigns } from '../values/formulaText';
import type { Cells, ImportChanges } from './changes';

const MOST_ROWS = 5000;
const LONGEST = 2000;

const text = v.custom<string>((value) => typeof value === 'string' && value.length <= LONGEST);
const cell = cellUpTo(LONGEST);

/** Without the leading sign that would make a formula of a letter's words. */
const bare = (value: Cell): Cell => (typeof value === 'string' ? withoutFormulaSigns(value) : value);
const bareRow = (row: Cells): Cells =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [column, bare(value)]));

const few = <Item>(read: v.GenericSchema<Item>) => v.pipe(v.array(read), v.maxLength(MOST_ROWS));
const row = v.custom<Cells>(
  (value) => isRecord(value) && Object.values(value).every((each) => v.is(cell, each)),
);
const tab = v.object({
  added: few(v.pipe(row, v.transform(bareRow))),
  changed: few(
    v.object({
      key: text,
      cells: few(v.object({ column: text, from: cell, to: v.pipe(cell, v.transform(bare)) })),
    }),
  ),
});
const changes = v.object({
  book: text,
  programme: text,
  stages: tab,
  organisations: tab,
  targets: tab,
  addresses: tab,
});

/** The changes, or null when the input is no valid changes. */
export function readChanges(input: unknown): ImportChanges | null {
  const read = v.safeParse(changes, input);
  return read.success ? read.output : null;
}
