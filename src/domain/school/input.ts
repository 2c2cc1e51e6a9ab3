/** Checks shape and size of what the sidebar's page sent, before anything else uses it. */
import * as v from 'valibot';
import type { Cell } from '../values/cell';
import { cellUpTo } from '../values/cellInput';
import type { Reader } from '../values/pageInput';
import type { FormDraft } from './draft';

/** Longer than any cell may be: what is too long is refused in words by the check of the cell. */
const LONGEST_CELL = 50_000;
const LONGEST_NAME = 400;
const MOST_COLUMNS = 100;
/** Of src/domain/values/fingerprint.ts: two numbers in base 36. */
const LONGEST_PRINT = 20;

const name = v.pipe(v.string(), v.maxLength(LONGEST_NAME));
const key = v.pipe(name, v.nonEmpty());
const cell = cellUpTo(LONGEST_CELL);
const few = <T>(record: v.GenericSchema<unknown, Record<string, T>>) =>
  v.pipe(
    record,
    v.check((columns) => Object.keys(columns).length <= MOST_COLUMNS),
  );
const cells = few<Cell>(v.record(name, cell));
const sheetId = v.pipe(v.number(), v.integer(), v.minValue(0));
const place = v.pipe(v.string(), v.regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/));

export interface SaveInput {
  readonly key: string;
  readonly organisation: string;
  readonly stage: string;
  readonly values: Readonly<Record<string, Cell>>;
  readonly seen: Readonly<Record<string, Cell>>;
}

export const nameInput: Reader<string> = name;
export const keyInput: Reader<string> = key;
export const saveInput: Reader<SaveInput> = v.pipe(
  v.object({ key, organisation: name, stage: name, values: cells, seen: cells }),
  v.check(({ values, seen }) => Object.keys(values).every((column) => Object.keys(seen).includes(column))),
);
const draftEntry = v.object({
  text: v.pipe(v.string(), v.maxLength(LONGEST_CELL)),
  over: v.pipe(v.string(), v.maxLength(LONGEST_PRINT)),
});
export const draftInput: Reader<{ readonly key: string; readonly draft: FormDraft | null }> = v.object({
  key,
  draft: v.nullable(few(v.record(name, draftEntry))),
});
export const repairInput: Reader<{
  readonly sheetId: number;
  readonly cell: string;
  readonly seen: Cell;
  readonly value: Cell;
}> = v.object({ sheetId, cell: place, seen: cell, value: cell });
export const targetInput: Reader<
  { readonly key: string; readonly column: string } | { readonly sheetId: number; readonly cell: string }
> = v.union([v.object({ key, column: name }), v.object({ sheetId, cell: v.union([v.literal(''), place]) })]);
