/** Headers of the matrix: code, deadline, then as much of the title as fits; no word is broken between lines. */

import { type CivilDate, formatRu } from '../../domain/dates/civil';
import type { Stage } from '../../domain/programme/programme';
import { abbreviated, tidy } from '../../domain/values/text';
import { pages } from '../../messages/tabs/pages';
import { lettersIn } from '../rules/textWidth';

const HEADER_POINTS = 9;
const LINE = 16;
const PADDING = 6;
const MOST_TITLE_LINES = 5;

export interface StageHeaders {
  readonly texts: readonly string[];
  /** Pixels, for the highest of them. */
  readonly height: number;
}

/** `width`: of a stage's column, pixels. */
export function stageHeaders(stages: readonly Stage[], width: number): StageHeaders {
  const room = lettersIn(width, HEADER_POINTS);
  const dates = stages.map(dueOf);
  const years = new Set(dates.flatMap((date) => date?.slice(0, 4) ?? []));
  const lines = stages.map((stage, index) => [
    stage.code,
    dueText(dates[index] ?? null, years.size > 1),
    ...titleLines(stage.title, room),
  ]);
  return {
    texts: lines.map((each) => each.join('\n')),
    height: Math.max(3, ...lines.map((each) => each.length)) * LINE + PADDING,
  };
}

const dueOf = ({ kind, start, deadline }: Stage): CivilDate | null =>
  kind === 'from' ? (start ?? deadline) : deadline;

/** «05.10», «05.10.20» where the deadlines lie in several years. */
function dueText(due: CivilDate | null, withYear: boolean): string {
  if (due === null) return pages.undated;
  const text = formatRu(due);
  return withYear ? `${text.slice(0, 6)}${text.slice(8)}` : text.slice(0, 5);
}

function titleLines(title: string, room: number): string[] {
  const lines: string[] = [];
  const words = tidy(title).split(' ');
  for (const [index, whole] of words.entries()) {
    const word = abbreviated(whole, room);
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + 1 + word.length <= room) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else if (lines.length < MOST_TITLE_LINES) lines.push(word);
    else {
      lines[lines.length - 1] = `${abbreviated(last ?? '', room - 1).replace(/[.,;:]$/, '')}…`;
      return lines;
    }
    if (lines.length === MOST_TITLE_LINES && index === words.length - 1) break;
  }
  return lines;
}
