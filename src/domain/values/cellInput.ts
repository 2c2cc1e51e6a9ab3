/** Which values that came from a page are cells. */
import * as v from 'valibot';
import { parseIso } from '../dates/civil';
import type { Cell } from './cell';

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A cell whose text has at most so many characters. */
export const cellUpTo = (longest: number): v.GenericSchema<Cell> =>
  v.custom<Cell>((value) =>
    typeof value === 'string'
      ? value.length <= longest
      : typeof value === 'number'
        ? Number.isFinite(value)
        : typeof value === 'boolean' ||
          (isRecord(value) && Object.keys(value).join() === 'date' && parseIso(String(value.date)) !== null),
  );
