/** Checks the shape and the size of what a page sent, before anything else looks at it. */
import * as v from 'valibot';

export type Reader<Input> = v.GenericSchema<unknown, Input>;

/** What was sent, null for anything of another shape. */
export function readInput<Input>(reader: Reader<Input>, input: unknown): { readonly value: Input } | null {
  const read = v.safeParse(reader, input);
  return read.success ? { value: read.output } : null;
}
