/**
 * What Svodka remembers in a row of «Отчёт» and could not compute anew: the day on which the report was first
 * seen, since when the decision stands, where it counts, and what people's cells held. All are hidden beside the key.
 */

import type { CivilDate } from '../dates/civil';
import { typeOf } from '../schema/columnTypes';
import { cellAt, type Table, textAt } from '../schema/table';
import { type Cell, dayOf, isBlank } from '../values/cell';
import { fingerprint } from '../values/fingerprint';
import {
  type DecisionChange,
  type DecisionMemory,
  decisionChanges,
  type MemoryWords,
  memoryText,
  NO_DECISION,
  readMemory,
  remember,
  type Written,
} from './decisionMemory';
import { pairOfPrints } from './displaced/cellMemory';
import type { Identities } from './identity';
import { decisionOf } from './records';
import { type PairKey, pairKey, splitKey } from './registry';

/** The cells, by the column's id. */
export interface RowMemory {
  readonly firstSeen: Cell;
  readonly decisionSeen: Cell;
  readonly countedIn: Cell;
  /** Fingerprints of people's cells, cellMemory.ts. */
  readonly cellsSeen: Cell;
}

export interface RememberedRow extends RowMemory {
  readonly decided: DecisionMemory;
  /** What was not remembered yet. */
  readonly changes: readonly DecisionChange[];
}

export const NO_MEMORY: RowMemory = { firstSeen: '', decisionSeen: '', countedIn: '', cellsSeen: '' };

/**
 * Keys and memory are hidden together: a sort of the visible columns leaves both where they were, so a memory
 * belongs to the key beside it. Where that key is blank, or is another row's that lies in order, somebody overwrote
 * the key alone, and the memory is the row's own.
 */
export function memoryByPair(table: Table, { rows }: Identities): (pair: PairKey) => RowMemory {
  const places = rows.map((identity, row) => ({
    pair: identity.kind === 'certain' ? pairKey(identity.organisation, identity.stage) : null,
    key: textAt(table, row, 'key'),
    row,
  }));
  const inOrder = new Set(places.filter(({ pair, key }) => pair === key).map(({ key }) => key));
  const read = (column: 'firstSeen' | 'decisionSeen' | 'countedIn'): Map<PairKey, Cell> => {
    const known = new Map<PairKey, Cell>();
    const keep = (pair: PairKey, row: number) => {
      const cell = cellAt(table, row, column);
      if (!isBlank(cell) && !known.has(pair)) known.set(pair, cell);
    };
    for (const { pair, key, row } of places) if (pair === key) keep(key, row);
    for (const { key, row } of places) if (key !== '' && !inOrder.has(key)) keep(key, row);
    for (const { pair, key, row } of places) {
      if (pair !== null && pair !== key && (splitKey(key) === null || inOrder.has(key))) keep(pair, row);
    }
    return known;
  };
  const [firstSeen, decisionSeen, countedIn] = [read('firstSeen'), read('decisionSeen'), read('countedIn')];
  const cellsSeen = new Map<PairKey, Cell>();
  rows.forEach((_, row) => {
    const cell = cellAt(table, row, 'cellsSeen');
    const pair = pairOfPrints(cell);
    if (pair !== null && !cellsSeen.has(pair)) cellsSeen.set(pair, cell);
  });
  return (pair) => ({
    firstSeen: firstSeen.get(pair) ?? '',
    decisionSeen: decisionSeen.get(pair) ?? '',
    countedIn: countedIn.get(pair) ?? '',
    cellsSeen: cellsSeen.get(pair) ?? '',
  });
}

/** What people wrote in a row, as it stands. */
export const writtenIn = (table: Table, row: number, words: MemoryWords): Written => ({
  done: cellAt(table, row, 'doneOn'),
  decision: decisionOf(cellAt(table, row, 'decision'), words),
  extended: cellAt(table, row, 'extendedTo'),
  reason: cellAt(table, row, 'reason'),
  filed: () => filedFingerprint(table, row),
});

/**
 * Of what the school wrote in its columns, the declared ones among them. Not of blank cells, nor of their order: a
 * column that is declared, or moved, is nobody's report.
 */
function filedFingerprint(table: Table, row: number): string {
  const filled: string[] = [];
  for (const column of table.schema.columns) {
    if (column.writer !== 'curator') continue;
    const text = typeOf(column).fingerprinted(cellAt(table, row, column.id));
    if (text !== '') filled.push(`${column.id}=${text}`);
  }
  return fingerprint(filled.sort().join('\n'));
}

/** What to remember of a row from now on, as people left it and as it was known. */
export function rememberRow(
  written: Written,
  known: RowMemory,
  cellsSeen: string,
  today: CivilDate,
  words: MemoryWords,
): RememberedRow {
  const before = readMemory(known.decisionSeen, words);
  const decided = remember(before ?? NO_DECISION, written, today);
  return {
    firstSeen: firstSeenCell(written.done, known.firstSeen, today),
    decisionSeen: memoryText(decided, words),
    countedIn: known.countedIn,
    cellsSeen,
    decided,
    // Where somebody wrote over the memory, nobody knows what is news.
    changes: before === null ? [] : decisionChanges(before, decided, written),
  };
}

/**
 * The day on which a report was first found. It stays while there is a report, goes when the report is
 * withdrawn, and is today when the report is new.
 */
function firstSeenCell(done: Cell, known: Cell, today: CivilDate): Cell {
  if (isBlank(done)) return '';
  const day = dayOf(known);
  return { date: day !== null && day <= today ? day : today };
}
