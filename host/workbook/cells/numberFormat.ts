import { localeRules } from './locale';
import { serialToWall } from './serial';
import { CellError, type Scalar } from './value';

/** `General` is what Apps Script calls a cell whose format nobody chose. */
export const GENERAL = 'General';
export const PLAIN_TEXT = '@';

const dateFormats = new Map<string, boolean>();

function bare(format: string): string {
  return format.replace(/"[^"]*"|\\./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
}

/** Whether numbers under this format are dates or times, so that scripts get a Date. */
export function isDateFormat(format: string): boolean {
  if (format === GENERAL || format === PLAIN_TEXT) return false;
  let known = dateFormats.get(format);
  if (known === undefined) {
    const core = bare(format);
    known = /[ymdhs]/i.test(core) && !/[0#]/.test(core.replace(/s\.?0+|\.0+/gi, ''));
    dateFormats.set(format, known);
  }
  return known;
}

/** The text in the cell, as the locale shows it (https://developers.google.com/workspace/sheets/api/guides/formats). */
export function displayText(value: Scalar, format: string, locale: string): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (value instanceof CellError) return value.code;
  if (typeof value === 'boolean') {
    if (localeRules(locale).trueWords.includes('истина')) return value ? 'ИСТИНА' : 'ЛОЖЬ';
    return value ? 'TRUE' : 'FALSE';
  }
  if (format === GENERAL || format === PLAIN_TEXT || format === '') return general(value, locale);
  if (isDateFormat(format)) return dateText(value, format, locale);
  return numberText(value, format, locale);
}

function general(value: number, locale: string): string {
  const text = String(Number(value.toPrecision(15)));
  return text.replace('.', localeRules(locale).decimal);
}

const DATE_TOKENS = /"[^"]*"|\\.|\[h+\]|\[m+\]|\[s+\]|a\/p|am\/pm|y+|m+|d+|h+|s+|\.0+|[\s\S]/gi;

function dateText(serial: number, format: string, locale: string): string {
  const wall = serialToWall(serial);
  const tokens = format.match(DATE_TOKENS) ?? [];
  const twelve = tokens.some((token) => /^a/i.test(token) && token.length > 1);
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  let lastTime = '';
  return tokens
    .map((token, index) => {
      const kind = token.charAt(0).toLowerCase();
      if (token.startsWith('"')) return token.slice(1, -1);
      if (token.startsWith('\\')) return token.slice(1);
      if (token.startsWith('[')) {
        lastTime = 'h';
        const total =
          serial *
          (token.charAt(1).toLowerCase() === 'h' ? 24 : token.charAt(1).toLowerCase() === 'm' ? 1440 : 86400);
        return pad(Math.floor(total + 1e-9), token.length - 2);
      }
      if (kind === 'y') return token.length <= 2 ? pad(wall.year % 100, 2) : pad(wall.year, 4);
      if (kind === 'd') return dayText(wall, token.length, locale);
      if (kind === 'h') {
        lastTime = 'h';
        return pad(twelve ? wall.hour % 12 || 12 : wall.hour, token.length);
      }
      if (kind === 's') {
        lastTime = 's';
        return pad(wall.second, token.length);
      }
      if (kind === 'm') {
        const next = tokens.slice(index + 1).find((other) => /^[ymdhs[]/i.test(other));
        if (lastTime === 'h' || (next !== undefined && /^s/i.test(next)))
          return pad(wall.minute, token.length);
        return monthText(wall.month, token.length, locale);
      }
      if (kind === '.' && token.length > 1) return `.${pad(wall.milli, 3).slice(0, token.length - 1)}`;
      if (/^am\/pm$/i.test(token)) return wall.hour < 12 ? 'AM' : 'PM';
      return token;
    })
    .join('');
}

function intlName(locale: string, options: Intl.DateTimeFormatOptions, date: number): string {
  const tag = locale.replace('_', '-') || 'en-US';
  const parts = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' }).formatToParts(date);
  return parts.find((part) => part.type === 'month' || part.type === 'weekday')?.value ?? '';
}

function monthText(month: number, width: number, locale: string): string {
  if (width <= 2) return String(month).padStart(width, '0');
  const date = Date.UTC(2024, month - 1, 1);
  const withDay: Intl.DateTimeFormatOptions = { day: 'numeric', month: width === 3 ? 'short' : 'long' };
  const name = intlName(locale, withDay, date);
  return width === 5 ? name.charAt(0) : name;
}

function dayText(wall: { day: number; weekday: number }, width: number, locale: string): string {
  if (width <= 2) return String(wall.day).padStart(width, '0');
  return intlName(locale, { weekday: width === 3 ? 'short' : 'long' }, Date.UTC(2024, 8, 1 + wall.weekday));
}

/** Number patterns: digits, grouping, percent, literals, and sections for negatives and zero. Others are shown plainly. */
function numberText(value: number, format: string, locale: string): string {
  const sections = format.split(';');
  let section = sections[0] ?? '';
  let shown = value;
  if (value < 0 && sections[1] !== undefined) {
    section = sections[1];
    shown = -value;
  } else if (value === 0 && sections[2] !== undefined) section = sections[2];
  const rules = localeRules(locale);
  const plain = section.replace(/\[[^\]]*\]/g, '');
  const core = /[#0?][#0?,.]*/.exec(
    plain.replace(/"[^"]*"|\\./g, (hidden) => '\u0001'.repeat(hidden.length)),
  );
  const literal = (text: string) =>
    text
      .replace(/"([^"]*)"/g, '$1')
      .replace(/\\(.)/g, '$1')
      .replace(/_./g, ' ');
  if (!core) return literal(plain);
  const pattern = core[0];
  if (plain.includes('%')) shown *= 100;
  const [whole = '', fraction = ''] = pattern.split('.');
  const most = fraction.length;
  const least = fraction.replace(/[^0]/g, '').length;
  const grouped = whole.includes(',');
  let [digits = '', decimals = ''] = Math.abs(Number(shown.toPrecision(15)))
    .toFixed(most)
    .split('.');
  while (decimals.length > least && decimals.endsWith('0')) decimals = decimals.slice(0, -1);
  const leastWhole = whole.replace(/[^0]/g, '').length;
  digits = digits.padStart(leastWhole, '0');
  if (leastWhole === 0 && digits === '0') digits = '';
  if (grouped) digits = digits.replace(/\B(?=(\d{3})+$)/g, rules.group);
  const sign = shown < 0 && /[1-9]/.test(digits + decimals) ? '-' : '';
  const number = sign + digits + (decimals === '' ? '' : rules.decimal + decimals);
  return literal(plain.slice(0, core.index)) + number + literal(plain.slice(core.index + pattern.length));
}
