/**
 * Which cells that people write hold a formula where a value belongs. To ask costs two calls a tab, so it is asked only
 * when what people wrote there is another than at the last time: a formula whose result has moved shows itself by that.
 */
import { refusedFormulas, withFormulas } from '../../domain/schema/formulas';
import { isPersonWritten } from '../../domain/schema/schema';
import { rowCount, type Table } from '../../domain/schema/table';
import { type Cell, isDateCell } from '../../domain/values/cell';
import { fingerprint } from '../../domain/values/fingerprint';
import type { ReportingBook } from './reportingBook';

/** More are not remembered, so that the memory stays small: then they are asked for at every run. */
const MOST_PLACES = 100;
const LONGEST_FORMULA = 60;

/** `doubtful`: whether the status cells say that there is a formula which is not known yet. */
export function readWithFormulas(
  book: ReportingBook,
  table: Table,
  doubtful: (table: Table) => boolean = () => false,
): Table {
  const { id } = table.schema;
  const mark = markOf(table);
  const known = book.state.typedFormulas?.[id];
  if (known?.mark === mark) {
    const read = withFormulas(table, known.places);
    if (!doubtful(read)) return read;
  }
  const places = rowCount(table) === 0 ? [] : refusedFormulas(table, book.formulas(id));
  const short = places.map(
    ([row, index, formula]) => [row, index, formula.slice(0, LONGEST_FORMULA)] as const,
  );
  const kept = short.length <= MOST_PLACES ? { mark, places: short } : undefined;
  book.state.typedFormulas = { ...book.state.typedFormulas, [id]: kept };
  return withFormulas(table, short);
}

/** Of all that people wrote, with its places. */
function markOf({ schema, grid, at }: Table): string {
  const columns = schema.columns.filter(isPersonWritten).flatMap(({ id }) => at.get(id) ?? []);
  const parts: string[] = [columns.join()];
  grid.forEach((cells, row) => {
    if (row === 0) return;
    for (const index of columns) {
      const cell: Cell = cells[index] ?? '';
      if (cell !== '') parts.push(`${row},${index}=${isDateCell(cell) ? cell.date : cell}`);
    }
  });
  return fingerprint(parts.join('\n'));
}
