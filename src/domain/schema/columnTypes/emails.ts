/** One address of mail, and several, separated by commas, semicolons or lines. */
import { cellText } from '../../values/cell';
import { listItems, tidy } from '../../values/text';
import { AS_TEXT, accepting, type ColumnTypeRecord } from './columnType';

const EMAIL = /^[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:".]+(\.[^\s@<>()[\],;:".]+)+$/;

/** A Cyrillic «а» among Latin letters looks the same and makes another address, which does not exist. */
const hasMixedLetters = (part: string): boolean => /\p{Script=Cyrillic}/u.test(part) && /[a-z]/i.test(part);
/** https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2 : dots only between other signs; no label begins with «-». */
const isDotted = (part: string): boolean => !/^\.|\.\.|\.$/.test(part);

export function isEmail(text: string): boolean {
  if (text.length > 254 || !EMAIL.test(text)) return false;
  const [name = '', domain = ''] = text.split('@');
  return (
    isDotted(name) &&
    ![name, ...domain.split('.')].some(hasMixedLetters) &&
    domain.split('.').every((label) => !/^-|-$/.test(label))
  );
}

export const emailType: ColumnTypeRecord = {
  ...AS_TEXT,
  searched: false,
  keyboard: 'email',
  validation: () => ({ kind: 'email' }),
  check: accepting((cell) => isEmail(tidy(cellText(cell)))),
};

export const emailsType: ColumnTypeRecord = {
  ...emailType,
  keyboard: 'text',
  validation: () => null,
  check: accepting((cell) => listItems(cellText(cell)).every(isEmail)),
};
