import { type LocaleRules, localeRules } from './locale';
import { civilToSerial, epochToSerial } from './serial';
import { CellError, errorOf, type Scalar } from './value';

/** What Sheets makes of text entered into a cell; `format` is set where entering it formats a General cell. */
export interface Typed {
  readonly value: Scalar;
  readonly format?: string;
}

export interface TypedContext {
  readonly locale: string;
  readonly timeZone: string;
  /** Milliseconds since the epoch; a date typed without a year is of this year. */
  readonly now: number;
}

/**
 * Reads text as if a person typed it (the API calls this USER_ENTERED:
 * https://developers.google.com/workspace/sheets/api/reference/rest/v4/ValueInputOption). The details below the level
 * of "numbers stay numbers, Mar 1 2016 becomes a date" are unconfirmed. Formulas are the caller's.
 */
export function parseTyped(text: string, context: TypedContext): Typed {
  if (text === '') return { value: null };
  if (text.startsWith("'")) return { value: text.slice(1) };
  const first = text.charCodeAt(0);
  const trimmed = text.trim();
  // Almost all text in a book starts with a letter other than a month's: spare it the patterns.
  if (trimmed === '' || trimmed.length > 40) return { value: text };
  const rules = localeRules(context.locale);
  if (first > 57 || first === 35) {
    if (trimmed.length <= 6) {
      const lower = trimmed.toLowerCase();
      if (rules.trueWords.includes(lower)) return { value: true };
      if (rules.falseWords.includes(lower)) return { value: false };
    }
    const error = first === 35 ? errorOf(trimmed) : null;
    if (error instanceof CellError) return { value: error };
    if (!rules.dayFirst) return parseNamedMonth(trimmed, rules, context) ?? { value: text };
    return { value: text };
  }
  return (
    parseNumber(trimmed, rules) ??
    parseDate(trimmed, rules, context) ??
    parseTime(trimmed) ??
    parseNamedMonth(trimmed, rules, context) ?? { value: text }
  );
}

function parseNumber(text: string, rules: LocaleRules): Typed | null {
  const percent = text.endsWith('%');
  let body = (percent ? text.slice(0, -1).trimEnd() : text).replace(/[\u2212]/, '-');
  if (rules.group === '\u00a0') {
    if (/\d[ \u00a0\u202f]\d/.test(body)) {
      if (!/^[+-]?\d{1,3}([ \u00a0\u202f]\d{3})+(,\d*)?$/.test(body)) return null;
      body = body.replace(/[ \u00a0\u202f]/g, '');
    }
  } else if (body.includes(rules.group)) {
    const group = rules.group === '.' ? '\\.' : ',';
    const decimal = rules.decimal === '.' ? '\\.' : ',';
    if (!new RegExp(`^[+-]?\\d{1,3}(${group}\\d{3})+(${decimal}\\d*)?$`).test(body)) return null;
    body = body.replaceAll(rules.group, '');
  }
  if (rules.decimal === ',') {
    if (body.includes('.')) return null;
    body = body.replace(',', '.');
  }
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(body)) return null;
  const number = Number(body);
  if (!Number.isFinite(number)) return null;
  if (percent) return { value: number / 100, format: Number.isInteger(number) ? '0%' : '0.00%' };
  return /[eE]/.test(body) ? { value: number, format: '0.00E+00' } : { value: number };
}

const TIME = String.raw`(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?`;
const ISO = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${TIME}$`);
const SHORT = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})(?:\\2(\\d{2}|\\d{4}))?${TIME}$`);

function dated(
  [year, month, day]: readonly [number, number, number],
  time: readonly (string | undefined)[],
  format: string,
): Typed | null {
  if (month < 1 || month > 12 || day < 1 || year < 1) return null;
  const serial = civilToSerial(year, month, day);
  if (
    civilToSerial(year, month, 1) + day - 1 !== serial ||
    new Date(Date.UTC(year, month, 0)).getUTCDate() < day
  )
    return null;
  if (time[0] === undefined) return { value: serial, format };
  const [hour, minute, second] = [Number(time[0]), Number(time[1]), Number(time[2] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  return { value: serial + (hour * 3600 + minute * 60 + second) / 86400, format: `${format} H:mm:ss` };
}

function fullYear(text: string | undefined, context: TypedContext): number {
  if (text === undefined) {
    const serial = epochToSerial(context.now, context.timeZone);
    return new Date((serial - 25569) * 86_400_000).getUTCFullYear();
  }
  const year = Number(text);
  return text.length > 2 ? year : year < 30 ? 2000 + year : 1900 + year;
}

function parseDate(text: string, rules: LocaleRules, context: TypedContext): Typed | null {
  const iso = ISO.exec(text);
  if (iso) return dated([Number(iso[1]), Number(iso[2]), Number(iso[3])], iso.slice(4), 'yyyy-MM-dd');
  const short = SHORT.exec(text);
  if (!short || !rules.dateSeparators.includes(short[2] ?? '')) return null;
  const [a, b] = [Number(short[1]), Number(short[3])];
  const year = fullYear(short[4], context);
  return dated(rules.dayFirst ? [year, b, a] : [year, a, b], short.slice(5), rules.dateFormat);
}

function parseTime(text: string): Typed | null {
  const match = /^(\d{1,3}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (!match || Number(match[2]) > 59 || Number(match[3] ?? 0) > 59) return null;
  const seconds = Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0);
  return { value: seconds / 86400, format: Number(match[1]) > 23 ? '[h]:mm:ss' : 'H:mm:ss' };
}

function monthNamed(word: string, rules: LocaleRules): number {
  const stem = word.toLowerCase().replace(/\.$/, '');
  if (stem.length < 3) return 0;
  return rules.months.findIndex((month) => month.toLowerCase().startsWith(stem)) + 1;
}

function parseNamedMonth(text: string, rules: LocaleRules, context: TypedContext): Typed | null {
  const dayFirst = /^(\d{1,2})[ -]([^\d\s-]+)[ -](\d{4})(?:\s*г\.?)?$/.exec(text);
  if (dayFirst) {
    const month = monthNamed(dayFirst[2] ?? '', rules);
    return month === 0
      ? null
      : dated([Number(dayFirst[3]), month, Number(dayFirst[1])], [], rules.dateFormat);
  }
  const monthFirst = /^([^\d\s]+) (\d{1,2})(?:,? (\d{4}))?$/.exec(text);
  if (!monthFirst) return null;
  const month = monthNamed(monthFirst[1] ?? '', rules);
  return month === 0
    ? null
    : dated([fullYear(monthFirst[3], context), month, Number(monthFirst[2])], [], rules.dateFormat);
}
