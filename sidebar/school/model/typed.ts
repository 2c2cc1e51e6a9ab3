/** Between what stands in a cell and what a person types into a field. */

import { formatRu } from '../../../src/domain/dates/civil';
import { readDateText } from '../../../src/domain/dates/dateText';
import type { Column } from '../../../src/domain/schema/schema';
import { numberOf } from '../../../src/domain/schema/types';
import { type Cell, cellText, dayOf, isEmpty } from '../../../src/domain/values/cell';
import { tidy } from '../../../src/domain/values/text';

/** The cell that the text is meant to be. What cannot be read stays text, so that the check can say why. */
export function cellOf(column: Column, typed: string): Cell {
  if (isEmpty(typed)) return '';
  const text = typed.trim();
  switch (column.type) {
    case 'date': {
      const read = readDateText(tidy(text));
      return read.ok ? { date: read.date } : text;
    }
    case 'integer':
    case 'number':
    case 'share':
      return numberOf(text) ?? text;
    default:
      return text;
  }
}

/** What the field shows for a cell: a date as 05.10.2020, a number with a comma. */
export function textOf(column: Column, cell: Cell): string {
  if (column.type === 'date') {
    const day = dayOf(cell);
    if (day !== null) return formatRu(day);
  }
  if (typeof cell === 'boolean' && column.type === 'yesNo') return column.allowed?.[cell ? 0 : 1] ?? '';
  return typeof cell === 'number' ? String(cell).replace('.', ',') : cellText(cell);
}
