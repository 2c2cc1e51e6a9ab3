/** Free text, and text of a form that can be checked: links, codes. */
import { cellText, isDateCell } from '../../values/cell';
import { tidy } from '../../values/text';
import { AS_TEXT, accepting, type ColumnTypeRecord } from './columnType';

/** Google Docs and most sites; a bare «school.ru/page» is not a link that one can press. */
const LINK = /^https?:\/\/[^\s/$.?#][^\s]*\.[^\s]+$/i;
const isLink = (text: string): boolean => text.length <= 2000 && LINK.test(text);

export const textType: ColumnTypeRecord = {
  ...AS_TEXT,
  searched: true,
  check: () => null,
};

export const linkType: ColumnTypeRecord = {
  ...textType,
  keyboard: 'url',
  validation: () => ({ kind: 'link' }),
  check: accepting((cell) => isLink(tidy(cellText(cell)))),
};

/** An identifier without spaces. «1.4» typed into a column that lost its format is the first of April. */
export const codeType: ColumnTypeRecord = {
  ...textType,
  check: accepting((cell) => !isDateCell(cell) && /^\S{1,60}$/.test(tidy(cellText(cell)))),
};
