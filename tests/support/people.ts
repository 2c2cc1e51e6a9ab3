/** What people wrote in «Отчёт», with the key of its row: for telling that nothing of it was touched. */
import type { World } from './fork';
import { viewOf } from './smallProgramme';

export const PEOPLES_HEADERS = [
  'Дата выполнения',
  'Документ',
  'Комментарий',
  'Решение',
  'Продлено до',
  'Причина',
] as const;

/** All people's cells as they stand, row by row, as one text. */
export function peoplesCells(world: World): string {
  const { sheet } = viewOf(world, 'Отчёт');
  const columns = new Map<string, number>();
  for (let column = 1; column <= sheet.maxColumns; column += 1) {
    columns.set(String(sheet.value(1, column) ?? ''), column);
  }
  const rows: string[] = [];
  for (let row = 2; row <= sheet.rows.length; row += 1) {
    const cells = PEOPLES_HEADERS.map((header) => {
      const column = columns.get(header);
      return column === undefined ? null : sheet.value(row, column);
    });
    if (cells.some((cell) => cell !== null && cell !== '')) rows.push(`${row}: ${JSON.stringify(cells)}`);
  }
  return rows.join('\n');
}
