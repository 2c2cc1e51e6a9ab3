/**
 * Tables pasted one cell a line, as Word and Google Docs give them: first the headings one below the
 * other, then cell after cell; an empty cell may be a line with a tab or nothing at all, and a cell may
 * have lines of its own. Which line belongs to which column is the best way (Viterbi) through the
 * lines, scored by what columns usually hold.
 */
import { type Role, readHeader, roleOf } from './columns';
import { explainDeadline } from './deadline';
import type { FoundTable } from './delimited';
import type { Line } from './lines';
import { looksLikeOrganisation } from './organisationName';
import { type Cell, type Row, rowOf } from './table';

interface CellLine {
  readonly line: Line;
  readonly text: string;
  /** Empty lines before it. */
  readonly blanks: number;
  /** The table's cells begin with a tab and this line does not: it goes on with the cell above. */
  readonly goesOn: boolean;
}

const LONGEST_HEADING = 60;

/** A heading that no rule knows stands between two that are known. */
const knownNext = (lines: readonly Line[], index: number): boolean => {
  const [own, next] = [lines[index]?.text.trim() ?? '', lines[index + 1]?.text.trim() ?? ''];
  return (
    own.length < 40 &&
    next.length < 40 &&
    !/\d/.test(next) &&
    roleOf(next) !== 'unknown' &&
    /^\p{Lu}/u.test(own)
  );
};

/** Headings one below another: their roles and the index of the line after them; null when these are none. */
function readHeadings(
  lines: readonly Line[],
  from: number,
): { headings: string[]; roles: Role[]; next: number } | null {
  const headings: string[] = [];
  let next = from;
  let blanks = 0;
  let spread = false;
  for (let index = from; index < lines.length && headings.length < 12; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    if (line.blank) {
      blanks += 1;
      if (blanks > 1) break;
      continue;
    }
    const text = line.text.trim();
    // A date, a label or a row of another kind of table is no heading.
    if (/\d|[:|]|\S\t/.test(text)) break;
    const role =
      text.length > LONGEST_HEADING || /[.;]$/.test(text.replace(/п\.?\s?п\.$/, ''))
        ? 'unknown'
        : roleOf(text);
    const previous = headings[headings.length - 1];
    const unknown = role === 'unknown' && !(headings.length > 1 && knownNext(lines, index));
    if (unknown || (blanks > 0 && role !== 'unknown' && role === roleOf(previous ?? ''))) break;
    // A title and an empty line stand above a table, not in its header.
    if (headings.length === 1 && blanks > 0) spread = true;
    else if (headings.length > 1 && blanks > 0 !== spread) {
      if (headings.length === 2 && spread) return null;
      break;
    }
    // «Ответственный» and «исполнитель» on two lines are one heading.
    if (
      previous !== undefined &&
      role === roleOf(previous) &&
      role !== 'private' &&
      role !== 'unknown' &&
      role !== 'note'
    )
      headings[headings.length - 1] = `${previous} ${text}`;
    else headings.push(text);
    blanks = 0;
    next = index + 1;
  }
  const roles = readHeader(headings);
  return roles === null || headings.length < 2 ? null : { headings, roles, next };
}

const END =
  /^(?:приложение\b|приложение\s*№?\s*\d|приложение$|начальник|глава\s|директор\s+[А-Я]|заведующ\S+\s+отдел|исп\.|исполнитель:)/i;
const SIGNED = /[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+\s*$/;

/** The lines of the table's body: to the next header, an appendix, a signature, a wide gap. */
function bodyOf(lines: readonly Line[], from: number, tabbed: boolean): { cells: CellLine[]; next: number } {
  const cells: CellLine[] = [];
  let blanks = 0;
  let next = from;
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    const tab = line.text.startsWith('\t');
    if (line.blank && !(tabbed && tab && blanks === 0)) {
      blanks += 1;
      continue;
    }
    const text = line.text.trim();
    if (blanks > 4 || (tabbed && !tab && blanks > 0) || END.test(text)) break;
    if (!tabbed && blanks > 0 && (SIGNED.test(text.slice(-60)) || readHeadings(lines, index) !== null)) break;
    cells.push({ line, text, blanks, goesOn: tabbed && !tab });
    blanks = 0;
    next = index + 1;
  }
  return { cells, next };
}

const NUMBER_CELL = /^\d{1,3}(?:\.\d{1,3}){0,3}[.)]?$/;
const RESPONSIBLE =
  /^(?:УО|ОО|ОУ|ДО|МНЦ|РНЦ|МОУО|ММС|ИМЦ|ЦОКО|СОШ|[А-ЯЁ]{2,6}(?:[,/ ]+[А-ЯЁ]{2,6})*$|куратор|член|директор|руководител|администраци|заместител|педагог|учител|отдел|управлени|министерств|департамент|методист|специалист|рабоч\S+ групп|образовательн\S+ организац|школ|муниципальн|начальник|классн|наставник|социальн|психолог|методическ|координатор|региональн|завуч|зам\.)/i;
const RESULT =
  /^(?:приказ|отч[её]т|план|протокол|программ|положени|соглашени|информаци|справк|спис|баз|семинар|мониторинг|аналит|дорожн|материал|анкет|договор|сертификат|публикаци|реестр|свод|сформирован|разработан|утвержд|провед|круглый|согласован|налич|пакет|график|перечень)/i;
const SECTION =
  /^(?:[IVXІХ]{1,5}[.)]\s*\S|[IVXІХ]{1,5}\s+[А-ЯЁ]|раздел\s|блок\s|направление\s*[\d:№]|этап\s*[IVX\d])/i;

/** How well a line fits a column. Gains and losses are relative; only their order matters. */
function score(cell: CellLine, role: Role, following: CellLine | undefined): number {
  const { text } = cell;
  const number = NUMBER_CELL.test(text);
  if (text === '') return role === 'number' ? -4 : role === 'title' || role === 'organisation' ? -3 : 0.5;
  if (role === 'number') return number ? 6 : -9;
  if (number && role !== 'value') return -4;
  if (SECTION.test(text) && cell.blanks > 0) return -4;
  const date = text.length > 120 ? null : explainDeadline(text);
  const isDate = date !== null && date.deadline.text.length * 1.5 >= text.length;
  if (role === 'deadline') return isDate ? 6 : date !== null ? 1 : -6;
  if (isDate) return -5;
  if (role === 'responsible') return RESPONSIBLE.test(text) ? 3 : -0.5;
  if (role === 'result') return RESULT.test(text) ? 1.5 : RESPONSIBLE.test(text) ? -0.5 : 0;
  if (role === 'organisation') return looksLikeOrganisation(text) ? 4 : 0;
  if (role === 'email') return text.includes('@') ? 5 : -4;
  return following === undefined ? -0.5 : 1;
}

function scoreSection(cell: CellLine, following: CellLine | undefined): number {
  if (cell.text === '' || NUMBER_CELL.test(cell.text)) return -9;
  if (SECTION.test(cell.text)) return cell.blanks > 0 ? 6 : 4;
  const before = following !== undefined && NUMBER_CELL.test(following.text);
  return cell.blanks > 0 && before && !/[.;,:]$/.test(cell.text) ? -1 : -6;
}

const LOST_COLUMN = -1.6;
const NEVER = -1e9;

/** What it costs that a line of column `to` follows one of column `from`; section rows are column -1. */
function step(from: number, to: number, columns: number, cell: CellLine): number {
  if (cell.goesOn) return from === to ? 0 : NEVER;
  const newRow = (at: number): number => at * LOST_COLUMN;
  if (to === -1) return from === -1 ? -3 : (columns - 1 - from) * LOST_COLUMN;
  if (from === -1) return newRow(to);
  if (to === from) {
    const small = /^[а-яёa-z(-–—•«"]/.test(cell.text) && !NUMBER_CELL.test(cell.text);
    return cell.text === '' ? -3 : (small ? -0.4 : -1.5) - (cell.blanks > 0 ? 1.2 : 0);
  }
  if (to > from) return (to - from - 1) * LOST_COLUMN;
  return (columns - 1 - from) * LOST_COLUMN + newRow(to) - 0.2;
}

/** The column of every line, -1 for sections. */
function assign(cells: readonly CellLine[], roles: readonly Role[]): number[] {
  const states = [-1, ...roles.keys()];
  let scores = states.map((state) => (state === -1 ? 0 : state * LOST_COLUMN));
  const back: number[][] = [];
  cells.forEach((cell, index) => {
    const following = cells[index + 1];
    const ways: number[] = [];
    scores = states.map((state, s) => {
      let best = NEVER * 2;
      states.forEach((previous, p) => {
        const way = (scores[p] ?? NEVER) + (index === 0 ? 0 : step(previous, state, roles.length, cell));
        if (way > best) {
          best = way;
          ways[s] = p;
        }
      });
      if (index === 0) best = state === -1 ? 0 : state * LOST_COLUMN;
      return (
        best +
        (state === -1 ? scoreSection(cell, following) : score(cell, roles[state] ?? 'unknown', following))
      );
    });
    back.push(ways);
  });
  // The last row wants its last columns too.
  scores = scores.map((total, s) => total + (s === 0 ? 0 : (states.length - 1 - s) * LOST_COLUMN));
  let s = scores.indexOf(Math.max(...scores));
  const path: number[] = [];
  for (let index = cells.length - 1; index >= 0; index -= 1) {
    path.push(states[s] ?? -1);
    s = back[index]?.[s] ?? 0;
  }
  return path.reverse();
}

/** Rows of the assigned lines: a new one where the column steps back. */
function rowsOf(cells: readonly CellLine[], path: readonly number[], columns: number): Row[] {
  const rows: Row[] = [];
  let current: (Cell | null)[] = [];
  let last = columns;
  const close = (): void => {
    const first = current.find((cell) => cell !== null && cell !== undefined);
    if (first)
      rows.push(
        rowOf(
          Array.from(
            { length: columns },
            (_, i) => current[i] ?? { text: '', start: first.start, end: first.start },
          ),
        ),
      );
    current = [];
  };
  cells.forEach((cell, index) => {
    const column = path[index] ?? 0;
    const lead = cell.line.text.length - cell.line.text.trimStart().length;
    const own: Cell = { text: cell.text, start: cell.line.start + lead, end: cell.line.end };
    if (column === -1) {
      close();
      rows.push(rowOf([own]));
      last = columns;
      return;
    }
    if (column < last) close();
    const there = current[column];
    current[column] = there ? { text: `${there.text}\n${own.text}`, start: there.start, end: own.end } : own;
    last = column;
  });
  close();
  return rows;
}

/** The table whose headings begin at this line, one a line; null when there is none. */
export function readCellLines(lines: readonly Line[], index: number): FoundTable | null {
  const first = lines[index];
  if (first === undefined || first.blank || first.text.length > LONGEST_HEADING * 2) return null;
  const head = readHeadings(lines, index);
  if (head === null) return null;
  const { cells, next } = bodyOf(lines, head.next, first.text.startsWith('\t'));
  if (cells.length < head.roles.length - 1) return null;
  const rows = rowsOf(cells, assign(cells, head.roles), head.roles.length);
  const place = { start: first.start, end: lines[next - 1]?.end ?? first.end };
  return { table: { ...place, roles: head.roles, headings: head.headings, rows }, next };
}
