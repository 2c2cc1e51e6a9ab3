/** External deadlines, set by another document or plan: «в соответствии со сроками этапов», «в сроки, установленные …», «по графику», «весь период». */

import { isText, type Token } from '../text/tokens';
import { hasStem, isInfinitive, passPhrase, phrasesOf } from '../text/words';
import { type TimeExpression, undatedExpression } from './timeExpression';

const STOP = /^(?:на|в|через|для|путем|посредством|согласно|по|если|и)$/;
const LONGEST = 16;

/** Index where the words of an event or of a source end: at a mark, at a verb, at a new preposition. */
export function passNoun(tokens: readonly Token[], from: number, cell: boolean): number {
  let at = from;
  for (; at < from + LONGEST; at += 1) {
    const token = tokens[at];
    if (token === undefined || (at > from && token.gap > 2)) return at;
    if (cell) continue;
    if (token.kind === 'mark') {
      const participle =
        token.text === ',' &&
        hasStem(tokens, at + 1, 'установлен', 'определен', 'указан', 'предусмотрен', 'утвержден', 'следующ');
      if (!participle && token.text !== '"' && !(token.text === '-' && token.gap === 0)) return at;
    } else if (at > from && (isInfinitive(token) || STOP.test(token.text))) return at;
  }
  return at;
}

const EXTERNAL = phrasesOf(
  'в соответствии со сроками',
  'в соответствии с сроками',
  'согласно срокам',
  'по срокам',
  'в сроки',
  'в срок',
  'в установленные сроки',
  'в установленный срок',
  'в указанные сроки',
  'в указанный срок',
  'в определенные сроки',
  'согласно графику',
  'по графику',
  'по отдельному графику',
  'по отдельному плану',
  'в соответствии с графиком',
  'согласно утвержденному графику',
  'по утвержденному графику',
  'в соответствии с утвержденным графиком',
  'в плановом порядке',
  'весь период',
  'в течение всего периода',
  'в течении всего периода',
  'на протяжении всего периода',
  'на весь период',
  'в течение всего срока',
  'весь срок',
  'в течение срока',
  'в течение периода',
  'в период реализации',
  'в период проведения',
  'на период реализации',
  'по расписанию',
  'в соответствии с расписанием',
  'в соответствии с планом-графиком',
  'сроки',
  'в сроки ,',
  'в срок ,',
  'согласно плану-графику',
);
const EXTERNAL_IN_CELL = phrasesOf(
  'согласно',
  'в соответствии с',
  'в соответствии со',
  'по плану',
  'по планам',
  'по согласованию',
  'по согласованию с',
  'по приказу',
  'см',
  'по отдельному',
  'устанавливается',
  'определяется',
  'по особому',
);
const NEEDS_SOURCE = ['сроки', 'срок', ',', 'сроками'];
const SOURCE = [
  'установлен',
  'определен',
  'указан',
  'предусмотрен',
  'утвержден',
  'обозначен',
  'этап',
  'реализац',
  'назначен',
  'проведен',
  'согласован',
  'определ',
  'устан',
];

/** «в соответствии со сроками этапов», «в сроки, установленные …», «по графику», «весь период реализации» */
export function readExternalDeadline(
  tokens: readonly Token[],
  index: number,
  cell: boolean,
): TimeExpression | null {
  const general = passPhrase(tokens, index, EXTERNAL);
  const at = general > 0 ? general : cell ? passPhrase(tokens, index, EXTERNAL_IN_CELL) : -1;
  if (at < 0) return null;
  if (
    isText(tokens, at - 1, ...NEEDS_SOURCE) &&
    !isText(tokens, at - 2, 'установленные', 'указанные', 'установленный', 'указанный')
  ) {
    const source = isText(tokens, at, ',') ? at + 1 : at;
    const named = hasStem(tokens, source, ...SOURCE) || isText(tokens, at - 1, 'сроками');
    if (!named) return null;
    return undatedExpression('reference', index, passNoun(tokens, source, cell));
  }
  return undatedExpression('reference', index, passNoun(tokens, at, cell));
}
