/** One address of mail, and several, separated by commas, semicolons or lines. */
import { cellText } from '../../values/cell';
import { listItems, tidy } from '../../values/text';
import { beforeUnseen } from '../../values/unseen';
import { AS_TEXT, type ColumnTypeRecord, type TypeProblem } from './columnType';

const EMAIL = /^[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:".]+(\.[^\s@<>()[\],;:".]+)+$/;

/** A Cyrillic «а» among Latin letters looks the same and makes another address, which does not exist. */
const hasMixedLetters = (part: string): boolean => /\p{Script=Cyrillic}/u.test(part) && /[a-z]/i.test(part);
/** https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2 : dots only between other signs; no label begins with «-». */
const isDotted = (part: string): boolean => !/^\.|\.\.|\.$/.test(part);

export function isEmail(text: string): boolean {
  if (text.length > 254 || !EMAIL.test(text) || beforeUnseen(text) !== null) return false;
  const [name = '', domain = ''] = text.split('@');
  return (
    isDotted(name) &&
    ![name, ...domain.split('.')].some(hasMixedLetters) &&
    domain.split('.').every((label) => !/^-|-$/.test(label))
  );
}

/** Of the first that is no address; null when all are. */
function problemOf(texts: readonly string[]): TypeProblem | null {
  const wrong = texts.find((text) => !isEmail(text));
  if (wrong === undefined) return null;
  const after = beforeUnseen(wrong);
  return after === null ? { code: 'notOfType' } : { code: 'unseenSign', after };
}

export const emailType: ColumnTypeRecord = {
  ...AS_TEXT,
  searched: false,
  keyboard: 'email',
  validation: () => ({ kind: 'email' }),
  check: (cell) => problemOf([tidy(cellText(cell))]),
};

export const emailsType: ColumnTypeRecord = {
  ...emailType,
  keyboard: 'text',
  validation: () => null,
  check: (cell) => problemOf(listItems(cellText(cell))),
};
