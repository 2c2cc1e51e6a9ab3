/** Matches stages of a draft with rows of the table. A code under another title is asked about, never joined. */

import { grouped } from '../values/grouped';
import { sameKey } from '../values/text';
import type { DraftStage } from './programmeDraft';

export interface KnownStage {
  readonly code: string;
  readonly title: string;
  readonly section: string;
}

/** `ask`: the code is there under another title. */
export type StageMatch =
  | { readonly kind: 'row'; readonly row: number }
  | { readonly kind: 'ask'; readonly row: number }
  | { readonly kind: 'new' };

/**
 * A stage is known by its title, then by its code: letters renumber their points, and the code is the key of
 * reports that were filed. `known` and `draft` in the order of their tables.
 */
export function matchStages(known: readonly KnownStage[], draft: readonly DraftStage[]): StageMatch[] {
  const rows = known.map(keysOf);
  const stages = draft.map(keysOf);
  const matches: (number | null)[] = draft.map(() => null);
  const free = new Set(rows.keys());
  /** Joins a stage and a row that have the same key and no other stage or row has it. */
  const join = (says: (keys: StageKeys) => string): void => {
    const rowsBy = grouped([...free], (row) => says(rows[row] as StageKeys));
    const open = [...stages.keys()].filter((index) => matches[index] === null);
    for (const [key, indexes] of grouped(open, (index) => says(stages[index] as StageKeys))) {
      const [row, second] = rowsBy.get(key) ?? [];
      const [index] = indexes;
      if (row === undefined || second !== undefined || index === undefined || indexes.length > 1) continue;
      matches[index] = row;
      free.delete(row);
    }
  };
  join(({ title, code }) => `${title}|${code}`);
  join(({ title, section }) => `${title}|${section}`);
  join(({ title }) => title);
  const rowOfCode = new Map([...free].map((row) => [rows[row]?.code ?? '', row]));
  return draft.map((stage, index): StageMatch => {
    const match = matches[index] ?? null;
    if (match !== null) return { kind: 'row', row: match };
    const code = stages[index]?.code ?? '';
    const row = rowOfCode.get(code);
    if (row === undefined || stage.sameAs === 'new') return { kind: 'new' };
    rowOfCode.delete(code);
    return stage.sameAs === 'same' ? { kind: 'row', row } : { kind: 'ask', row };
  });
}

type StageKeys = KnownStage;

const keysOf = ({ code, title, section }: KnownStage): StageKeys => ({
  code: sameKey(code),
  title: sameKey(title),
  section: sameKey(section),
});
