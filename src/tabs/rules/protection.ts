/** Who may write where, as plain data. Google enforces it; the checks do not rely on it. */
import type { TabSchema, Writer } from '../../domain/schema/schema';
import { sameKey, tidy } from '../../domain/values/text';
import { PROTECTION_PREFIX, protectionNames } from '../../messages/jobs/setup';

export interface ProtectionSpec {
  /** Tells our protections from people's, and one from another; people see it in Google's list. */
  readonly name: string;
  /** Column indexes from 0 over all rows, or one cell (row from 1, column from 0); `header` is the first row; `sheet` the whole tab. */
  readonly area:
    | { readonly columns: readonly [number, number] }
    | { readonly row: number; readonly column: number }
    | 'header'
    | 'sheet';
  /** `heads`: the district heads besides the administrators; of one district only, by its key. */
  readonly who: 'administrators' | 'heads' | { readonly headsOf: string };
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
    // What everybody's script writes is as open as the curators' columns.
    const writer = column.open ? 'curator' : column.writer;
    if (last && last.writer === writer && last.to === index - 1) last.to = index;
    else runs.push({ writer, from: index, to: index, header: column.header });
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

/**
 * Where each row is of one district: the cells of its head's columns are closed to the heads of others; where a district
 * has no head yet, to all but the administrators. `districts`: what stands in the rows, from row 2 on.
 */
export function districtProtections(
  schema: TabSchema,
  at: ReadonlyMap<string, number>,
  districts: readonly string[],
): ProtectionSpec[] {
  const columns = schema.columns.filter(({ id, writer }) => writer === 'head' && at.has(id));
  const rows = new Map<string, number>();
  districts.forEach((name, index) => {
    const key = sameKey(name);
    if (key !== '' && !rows.has(key)) rows.set(key, index);
  });
  return columns.flatMap(({ id, header }) =>
    [...rows].map(([key, index]) => ({
      name: protectionNames.district(header, tidy(districts[index] ?? '')),
      area: { row: index + 2, column: at.get(id) ?? 0 },
      who: { headsOf: key },
    })),
  );
}

interface Run {
  readonly writer: Writer;
  readonly from: number;
  to: number;
  readonly header: string;
}
