/** What a draft's targets do to those of the table. */
import { cellAt, type Table } from '../schema/table';
import { changesOf, rowsOf } from './cellChanges';
import { type Cells, IMPORT_KEYS, rowKey } from './changes';
import type { ImportWords, LabelledChange, TabPlan } from './importPlan';
import type { ProgrammeDraft } from './programmeDraft';

/** A target's key is its words and its date. */
export function planTargets(draft: ProgrammeDraft, table: Table, words: ImportWords): TabPlan {
  const known = new Map<string, number>();
  for (const row of rowsOf(table)) {
    known.set(
      rowKey(IMPORT_KEYS.targets, (column) => cellAt(table, row, column)),
      row,
    );
  }
  const added: Cells[] = [];
  const changed: LabelledChange[] = [];
  const seen = new Set<string>();
  let same = 0;
  for (const target of draft.targets) {
    const to = words.targetCells(target);
    const key = rowKey(IMPORT_KEYS.targets, (column) => to[column] ?? '');
    if (seen.has(key)) continue;
    seen.add(key);
    const row = known.get(key);
    const cells = row === undefined ? [] : changesOf(table, row, to);
    if (row === undefined) added.push(to);
    else if (cells.length === 0) same += 1;
    else changed.push({ key, label: target.title, cells });
  }
  return { added, changed, same };
}
