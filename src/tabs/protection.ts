/** Who may write where, as plain data. Google enforces it; the checks do not rely on it. */
import type { TabSchema, Writer } from '../domain/schema/schema';
import { PROTECTION_PREFIX, protectionNames } from '../messages/setup';

export interface ProtectionSpec {
  /** Tells our protections from people's, and one from another; people see it in Google's list. */
  readonly name: string;
  /** Column indexes from 0 over all rows; `header` is the first row; `sheet` the whole tab. */
  readonly area: { readonly columns: readonly [number, number] } | 'header' | 'sheet';
  /** `heads`: the district heads besides the administrators. */
  readonly who: 'administrators' | 'heads';
}

export { PROTECTION_PREFIX };

/** Neighbouring columns of the same writer are one protection, so that few are needed. */
export function protectionsOf(schema: TabSchema, at: ReadonlyMap<string, number>): ProtectionSpec[] {
  const writers = new Set(schema.columns.map((column) => column.writer));
  if (!writers.has('curator') && !writers.has('head')) {
    return [{ name: protectionNames.sheet(schema.title), area: 'sheet', who: 'administrators' }];
  }
  const placed = schema.columns
    .filter((column) => at.has(column.id))
    .map((column) => ({ column, index: at.get(column.id) ?? 0 }))
    .sort((a, b) => a.index - b.index);
  const runs: Run[] = [];
  for (const { column, index } of placed) {
    const last = runs[runs.length - 1];
    if (last && last.writer === column.writer && last.to === index - 1) last.to = index;
    else runs.push({ writer: column.writer, from: index, to: index, header: column.header });
  }
  return [
    { name: protectionNames.header(schema.title), area: 'header', who: 'administrators' },
    ...runs
      .filter((run) => run.writer !== 'curator')
      .map(
        (run): ProtectionSpec => ({
          name: protectionNames.columns(run.header),
          area: { columns: [run.from, run.to] },
          who: run.writer === 'head' ? 'heads' : 'administrators',
        }),
      ),
  ];
}

interface Run {
  readonly writer: Writer;
  readonly from: number;
  to: number;
  readonly header: string;
}
