/** Numbers that name a person: СНИЛС, passport, date of birth. */
import type { Finding } from './finding';

/** Ends with a label that makes the following digits something else: a tax number, an account, a document. */
const OTHER_NUMBER =
  /(?:ИНН|ОГРН(?:ИП)?|КПП|БИК|ОКПО|ОКТМО|ОКВЭД|ОКАТО|КБК|УИН|УИК|[рлк]\/с|сч[её]т[а-я]*|лицензи[яи]|кадастров[а-я]*|код|ID|id|штрихкод|инв\.?)(?:\s*[/\\]\s*КПП)?[\s:№#–—-]{0,6}$/i;
const LABEL_REACH = 24;
const PASSPORT_REACH = 48;

/** What stands before `at`, at most so many characters. */
export const before = (text: string, at: number, reach = LABEL_REACH): string =>
  text.slice(Math.max(0, at - reach), at);

export const isOtherNumber = (text: string, at: number): boolean =>
  OTHER_NUMBER.test(before(text, at)) ||
  /(?:^|[^А-Яа-яЁёA-Za-z])(?:№|N|No\.?|#)\s?$/.test(before(text, at, 6));

/** Check digits of a СНИЛС (ПФР: weights 9…1 over nine digits, modulo 101, 100 becomes 00). */
function isSnils(digits: string): boolean {
  if (!/^\d{11}$/.test(digits) || /^0{9}/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < 9; i += 1) sum += Number(digits[i]) * (9 - i);
  return (sum % 101) % 100 === Number(digits.slice(9));
}

const SNILS = /(^|[^\d-])(\d{3}[- \u00a0]\d{3}[- \u00a0]\d{3}[- \u00a0]?\d{2}|\d{11})(?![\d]|-\d)/g;

/** Written in groups or plain, the check digits decide; after the word «СНИЛС» any eleven digits are one. */
export function findSnils(text: string): Finding[] {
  const found: Finding[] = [];
  for (const match of text.matchAll(SNILS)) {
    const written = match[2] ?? '';
    const start = match.index + (match[1]?.length ?? 0);
    const named = /снилс[^\d]{0,12}$/i.test(before(text, start));
    const digits = written.replace(/\D/g, '');
    if (named ? !/^0+$/.test(digits) : isSnils(digits) && !isOtherNumber(text, start)) {
      found.push({ kind: 'snils', start, end: start + written.length });
    }
  }
  return found;
}

const PASSPORT =
  /(^|[^\d.,/-])(\d{2}[ \u00a0]?\d{2}(?:[ \u00a0,]{1,2}(?:номер[ \u00a0]?)?|[ \u00a0]?(?:№|N|номер)[ \u00a0]?)\d{6}|\d{10})(?![\d]|[.,/-]\d)/gi;
const LOOSE = /^(\d{2})[ \u00a0](\d{2})[ \u00a0]\d{6}$/;
const PASSPORT_WORD =
  /(?:паспорт|удостоверени[а-я]* личности|свидетельств[а-я]* о рождении|сери[яию])[^\n]{0,40}$/i;

/** Series and number after the word «паспорт» or «серия», or as two, two and six digits alone. */
export function findPassports(text: string): Finding[] {
  const found: Finding[] = [];
  for (const match of text.matchAll(PASSPORT)) {
    const written = match[2] ?? '';
    const start = match.index + (match[1]?.length ?? 0);
    const loose = LOOSE.exec(written);
    // The third and fourth digits are the year the form was printed: 97 to 99, or up to now.
    const year = Number(loose?.[2] ?? 50);
    const alone =
      loose !== null && Number(loose[1]) > 0 && (year >= 97 || year <= 40) && !isOtherNumber(text, start);
    if (alone || PASSPORT_WORD.test(before(text, start, PASSPORT_REACH))) {
      found.push({ kind: 'passport', start, end: start + written.length });
    }
  }
  return found;
}

const DATE =
  /(^|[^\d])(\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{1,2}[ \u00a0](?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)[ \u00a0]\d{4})(?!\d)/gi;

/** A full date after «родился», «дата рождения», «д.р.», or before «г.р.», «года рождения». A year alone is a group of pupils. */
export function findBirthdates(text: string): Finding[] {
  const found: Finding[] = [];
  for (const match of text.matchAll(DATE)) {
    const written = match[2] ?? '';
    const start = match.index + (match[1]?.length ?? 0);
    const end = start + written.length;
    const said = /(?:родил(?:ся|ась)|рожд(?:ения|\.)|д\.\s?р\.?|род\.)[\s:–—()-]{0,6}$/i.test(
      before(text, start),
    );
    const after = /^[\s]{0,2}(?:г(?:\.|ода?)?[\s]{0,2})?(?:р\.|рожд|рождения|г\.\s?р)/i.test(
      text.slice(end, end + 20),
    );
    const anniversary = /лет[а-яё]*[\s-]+со\s+дня\s+рождения/i.test(before(text, start, 40));
    if ((said || after) && !anniversary) found.push({ kind: 'birthdate', start, end });
  }
  return found;
}
