/** «1 школа, 2 школы, 5 школ». Rules of CLDR by make-plural; Apps Script's Intl is not relied on. */
import { ru } from 'make-plural/plurals';

export type Forms = readonly [one: string, few: string, many: string];

export function plural(count: number, [one, few, many]: Forms): string {
  const category = ru(count);
  return category === 'one' ? one : category === 'few' ? few : many;
}

/** The number with its word: `counted(5, SCHOOLS)` is «5 школ». */
export const counted = (count: number, forms: Forms): string => `${count} ${plural(count, forms)}`;

export const NOUNS = {
  organisation: ['организация', 'организации', 'организаций'],
  district: ['район', 'района', 'районов'],
  cell: ['ячейка', 'ячейки', 'ячеек'],
  row: ['строка', 'строки', 'строк'],
  issue: ['замечание', 'замечания', 'замечаний'],
  stage: ['этап', 'этапа', 'этапов'],
  day: ['день', 'дня', 'дней'],
  column: ['столбец', 'столбца', 'столбцов'],
  tab: ['вкладка', 'вкладки', 'вкладок'],
  book: ['книга', 'книги', 'книг'],
  change: ['изменение', 'изменения', 'изменений'],
  report: ['отчёт', 'отчёта', 'отчётов'],
  decision: ['решение', 'решения', 'решений'],
} as const satisfies Record<string, Forms>;
