/** Which line belongs to which column: the best path (Viterbi) through the lines, scored by what columns usually hold. */

import { explainDeadline } from '../deadlines/deadline';
import { looksLikeOrganisation } from '../organisations/organisationName';
import type { Line } from '../text/lines';
import type { Role } from './columns';

export interface CellLine {
  readonly line: Line;
  readonly text: string;
  /** Empty lines before it. */
  readonly blanks: number;
  /** The table's cells begin with a tab and this line does not: it goes on with the cell above. */
  readonly goesOn: boolean;
}

const NUMBER_CELL = /^\d{1,3}(?:\.\d{1,3}){0,3}[.)]?$/;
const RESPONSIBLE =
  /^(?:УО|ОО|ОУ|ДО|МНЦ|РНЦ|МОУО|ММС|ИМЦ|ЦОКО|СОШ|[А-ЯЁ]{2,6}(?:[,/ ]+[А-ЯЁ]{2,6})*$|куратор|член|директор|руководител|администраци|заместител|педагог|учител|отдел|управлени|министерств|департамент|методист|специалист|рабоч\S+ групп|образовательн\S+ организац|школ|муниципальн|начальник|классн|наставник|социальн|психолог|методическ|координатор|региональн|завуч|зам\.)/i;
const RESULT =
  /^(?:приказ|отч[её]т|план|протокол|программ|положени|соглашени|информаци|справк|спис|баз|семинар|мониторинг|аналит|дорожн|материал|анкет|договор|сертификат|публикаци|реестр|свод|сформирован|разработан|утвержд|провед|круглый|согласован|налич|пакет|график|перечень)/i;
const SECTION =
  /^(?:[IVXІХ]{1,5}[.)]\s*\S|[IVXІХ]{1,5}\s+[А-ЯЁ]|раздел\s|блок\s|направление\s*[\d:№]|этап\s*[IVX\d])/i;

/** Properties of a line that take time to find: found once for all columns. */
interface Traits {
  /** A deadline stands in the line. */
  readonly date: boolean;
  /** The deadline is most of the line. */
  readonly isDate: boolean;
}

const LONGEST_DATE = 120;

function traitsOf({ text }: CellLine): Traits {
  const found = text === '' || text.length > LONGEST_DATE ? null : explainDeadline(text);
  return { date: found !== null, isDate: found !== null && found.deadline.text.length * 1.5 >= text.length };
}

/** How well a line fits a column. The scores are relative: only their order matters. */
function score(
  cell: CellLine,
  { date, isDate }: Traits,
  role: Role,
  following: CellLine | undefined,
): number {
  const { text } = cell;
  const number = NUMBER_CELL.test(text);
  if (text === '') return role === 'number' ? -4 : role === 'title' || role === 'organisation' ? -3 : 0.5;
  if (role === 'number') return number ? 6 : -9;
  if (number && role !== 'value') return -4;
  if (SECTION.test(text) && cell.blanks > 0) return -4;
  if (role === 'deadline') return isDate ? 6 : date ? 1 : -6;
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
export function assign(cells: readonly CellLine[], roles: readonly Role[]): number[] {
  const states = [-1, ...roles.keys()];
  let scores = states.map((state) => (state === -1 ? 0 : state * LOST_COLUMN));
  const back: number[][] = [];
  cells.forEach((cell, index) => {
    const following = cells[index + 1];
    const traits = traitsOf(cell);
    const cameFrom: number[] = [];
    scores = states.map((state, s) => {
      let best = NEVER * 2;
      states.forEach((previous, p) => {
        const way = (scores[p] ?? NEVER) + (index === 0 ? 0 : step(previous, state, roles.length, cell));
        if (way > best) {
          best = way;
          cameFrom[s] = p;
        }
      });
      if (index === 0) best = state === -1 ? 0 : state * LOST_COLUMN;
      return (
        best +
        (state === -1
          ? scoreSection(cell, following)
          : score(cell, traits, roles[state] ?? 'unknown', following))
      );
    });
    back.push(cameFrom);
  });
  // Columns that the last row lacks cost as much as in any other row.
  scores = scores.map((total, s) => total + (s === 0 ? 0 : (states.length - 1 - s) * LOST_COLUMN));
  let s = scores.indexOf(Math.max(...scores));
  const path: number[] = [];
  for (let index = cells.length - 1; index >= 0; index -= 1) {
    path.push(states[s] ?? -1);
    s = back[index]?.[s] ?? 0;
  }
  return path.reverse();
}
