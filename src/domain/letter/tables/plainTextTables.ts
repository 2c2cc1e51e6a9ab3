/**
 * Tables that lost their cells, as a PDF's text gives them: the header in one line, then rows such as
 * «1. Разработка программ До 1.12.2020 г. Кураторы Программы». The number and the deadline are certain;
 * what stands before the deadline is the task, what stands behind it is split only where a capital says so.
 */

import { findTimeExpressions } from '../deadlines/findTimeExpressions';
import type { Line } from '../text/lines';
import { tokenise } from '../text/tokens';
import type { Role } from './columns';
import type { FoundTable } from './delimited';
import { type LetterCell, type LetterRow, rowOf } from './letterTable';

const HEADINGS: readonly (readonly [Role, RegExp])[] = [
  ['number', /(?:№|N)\s*(?:п\s*\/?\s*п\.?)?/i],
  [
    'title',
    /(?:наименование|содержание|перечень|основные)?\s*(?:мероприяти[яйе]\S*|этап\S*|содержание работы|действи[яй])/i,
  ],
  ['deadline', /(?:сроки?|дата|период)(?:\s+(?:реализации|исполнения|проведения|выполнения))?/i],
  ['responsible', /(?:ответственн\S+(?:\s+исполнител\S+|\s+лиц\S+|\s+за\s+\S+)?|исполнител\S+)/i],
  ['result', /(?:представляемый|ожидаемый|планируемый)?\s*(?:результат\S*|вид документа|итог\S*)/i],
];

/** The columns of a header in one line, in their order; null when the line is no such header. */
function readHeaderLine(text: string): Role[] | null {
  if (text.length > 240 || /[.!?;]\s+\S/.test(text.replace(/п\.\s?п\.?/g, ''))) return null;
  const found: { role: Role; at: number; length: number }[] = [];
  for (const [role, pattern] of HEADINGS) {
    const match = pattern.exec(text);
    if (match !== null && match[0].trim() !== '')
      found.push({ role, at: match.index, length: match[0].length });
  }
  const covered = found.reduce((sum, one) => sum + one.length, 0);
  const has = (role: Role): boolean => found.some((one) => one.role === role);
  if (!has('title') || !has('deadline') || found.length < 3 || covered < text.trim().length * 0.6)
    return null;
  return found.sort((a, b) => a.at - b.at).map((one) => one.role);
}

const ROW_START = /^\s*(\d{1,3}(?:\.\d{1,3})?)[.)]?\s+(?=[«"А-ЯЁA-Z])/;
const SECTION = /^\s*(?:[IVXІХ]{1,5}[.)]\s*\S|раздел\s)/i;
const STOP = /^\s*(?:приложение|начальник|глава\s|директор\s|заведующ)/i;
/** Words of the responsible column end where a word with a capital begins that is no abbreviation and no list. */
const SPLIT =
  /^((?:[А-ЯЁ]{2,}(?:[,/]?\s+(?:и\s+)?[А-ЯЁ]{2,})*|[А-ЯЁ][а-яё]+(?:[,/]?\s+[а-яё]\S*|[,/]\s*\S+|\s+[А-ЯЁ]{2,}(?:\/[А-ЯЁ]{2,})*)*))\s+([А-ЯЁ][а-яё].*)$/s;

function cellAt(text: string, start: number, end: number, offset: number): LetterCell {
  const raw = text.slice(start, end);
  const lead = raw.length - raw.trimStart().length;
  const trimmed = raw.trim();
  return { text: trimmed, start: offset + start + lead, end: offset + start + lead + trimmed.length };
}

/** One row's text into cells; null when it holds no deadline to divide it by. */
function divide(text: string, offset: number, roles: readonly Role[]): LetterRow | null {
  const number = ROW_START.exec(text);
  const from = number?.[0].length ?? 0;
  const tokens = tokenise(text, 0);
  const phrases = findTimeExpressions(tokens, 'prose').filter((expression) => expression.strength !== 'weak');
  const last = roles.indexOf('deadline') > roles.indexOf('title') ? phrases[0] : undefined;
  if (last === undefined) return null;
  const start = tokens[last.labelFrom]?.start ?? from;
  const end = tokens[last.next - 1]?.end ?? start;
  const rest = cellAt(text, end, text.length, offset);
  const after = roles.slice(roles.indexOf('deadline') + 1);
  const split = after.length === 2 ? SPLIT.exec(rest.text) : null;
  const cells = roles.map((role, index): LetterCell => {
    const none: LetterCell = { text: '', start: rest.start, end: rest.start };
    if (role === 'number') return cellAt(text, 0, from, offset);
    if (role === 'title') return cellAt(text, from, start, offset);
    if (role === 'deadline') return cellAt(text, start, end, offset);
    if (index < roles.indexOf('deadline')) return none;
    if (after.length === 1) return rest;
    const part = role === after[0] ? split?.[1] : split?.[2];
    // Where the division is not certain, the whole rest goes into the first of the two columns.
    return part !== undefined ? { ...rest, text: part } : role === after[0] ? rest : none;
  });
  return rowOf(cells);
}

/** The first row stands at most so many lines below the header. */
const FIRST_ROW = 6;

/** The plain-text table whose header is this line (or this line and the next); null when there is none. */
export function readPlainTextTable(lines: readonly Line[], index: number): FoundTable | null {
  const line = lines[index];
  if (
    line === undefined ||
    line.blank ||
    !/срок|дата|период/i.test(`${line.text} ${lines[index + 1]?.text ?? ''}`)
  )
    return null;
  const alone = readHeaderLine(line.text);
  const roles = alone ?? readHeaderLine(`${line.text} ${lines[index + 1]?.text ?? ''}`);
  if (roles === null) return null;
  const rows: LetterRow[] = [];
  const starts: number[] = [];
  let at = index + (alone === null ? 2 : 1);
  let blanks = 0;
  for (; at < lines.length; at += 1) {
    const own = lines[at];
    if (own === undefined || blanks > 2 || STOP.test(own.text)) break;
    // A header without rows under it is none; looking on to the end each time would be quadratic.
    if (starts.length === 0 && at > index + FIRST_ROW) return null;
    blanks = own.blank ? blanks + 1 : 0;
    if (!own.blank && (ROW_START.test(own.text) || SECTION.test(own.text))) starts.push(at);
  }
  starts.forEach((start, which) => {
    const first = lines[start];
    const stop = starts[which + 1] ?? at;
    const end = lines[stop - 1]?.end ?? first?.end ?? 0;
    if (first === undefined) return;
    const text = lines
      .slice(start, stop)
      .map((one) => one.text)
      .join('\n');
    const section = SECTION.test(first.text);
    const row = section ? null : divide(text, first.start, roles);
    if (row !== null) rows.push(row);
    else if (section) rows.push(rowOf([{ text: text.trim(), start: first.start, end }]));
    else
      rows.push(
        rowOf(
          roles.map((role) => ({
            text:
              role === 'title'
                ? text.replace(ROW_START, '').trim()
                : role === 'number'
                  ? (ROW_START.exec(text)?.[1] ?? '')
                  : '',
            start: first.start,
            end,
          })),
        ),
      );
  });
  if (rows.length === 0) return null;
  return {
    table: { start: line.start, end: lines[at - 1]?.end ?? line.end, roles, headings: [], rows },
    next: at,
  };
}
