/** A day of the calendar. */
import { formatRu } from '../../dates/civil';
import { readDateText } from '../../dates/dateText';
import { type Cell, cellText, dayOf, isDateCell } from '../../values/cell';
import { tidy } from '../../values/text';
import { AS_TEXT, type ColumnTypeRecord } from './columnType';

export const DATE_FORMAT = 'dd.mm.yyyy';

function dayIn(text: string): Cell | null {
  const day = readDateText(tidy(text));
  return day.ok ? { date: day.date } : null;
}

export const dateType: ColumnTypeRecord = {
  ...AS_TEXT,
  holds: 'day',
  searched: false,
  control: 'date',
  numberFormat: ({ withTime }) => (withTime ? `${DATE_FORMAT} hh:mm` : DATE_FORMAT),
  validation: () => ({ kind: 'date' }),
  check: (cell) => {
    if (dayOf(cell) !== null) return null;
    if (isDateCell(cell) || typeof cell === 'number') return { code: 'dateOutOfRange' };
    const day = typeof cell === 'string' ? readDateText(cell) : null;
    if (day?.ok === false && day.reason === 'impossible') return { code: 'noSuchDay' };
    return { code: 'notDate', suggestion: day?.ok ? day.date : null };
  },
  read: dayIn,
  repair: (cell) => (typeof cell === 'string' ? dayIn(cell) : null),
  fingerprinted: (cell) => dayOf(cell) ?? tidy(cellText(cell)),
  shown: (cell, column) => {
    const day = dayOf(cell);
    return day === null ? AS_TEXT.shown(cell, column) : formatRu(day);
  },
};
