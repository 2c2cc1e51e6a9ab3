/** Tests of a sentence: is it a task, a stage, the letter's subject, or a date to ask about? */
import { chooseDeadline, type FoundDeadline } from '../deadlines/deadline';
import { findTimeExpressions } from '../deadlines/findTimeExpressions';
import type { TimeExpression } from '../deadlines/timeExpression';
import { isText, type Token } from '../text/tokens';
import { firstInfinitive, type ReadItem } from './orders';

/** «1 этап (подготовительный): сентябрь – декабрь 2020 г.» on a line of its own. */
export const namesStage = (tokens: readonly Token[]): boolean =>
  tokens.length < 40 &&
  tokens.slice(0, 4).some((token) => /^этап(?:ы)?$/.test(token.text)) &&
  tokens.slice(0, 4).some((token) => token.value > 0);

/** A dash or a colon after a deadline at the start: «до 05.10.2020 – разработать …». */
export const leadIsDeadline = (tokens: readonly Token[]): boolean => {
  const first = findTimeExpressions(tokens.slice(0, 30), 'prose')[0];
  return (
    first !== undefined &&
    first.labelFrom === 0 &&
    first.strength !== 'weak' &&
    isText(tokens, first.next, '-', ':')
  );
};

/** Index of the first token of the task itself, after a deadline that leads it. */
export function bodyStart(tokens: readonly Token[], found: FoundDeadline): number {
  const lead = found.cut.find((place) => place.start === tokens[0]?.start);
  let index = lead === undefined ? 0 : tokens.findIndex((token) => token.start >= lead.end);
  while (index >= 0 && index < tokens.length && tokens[index]?.kind === 'mark' && !isText(tokens, index, '"'))
    index += 1;
  return Math.max(index, 0);
}

export const hasDeadline = (tokens: readonly Token[], plain: string): boolean => {
  const found = chooseDeadline(tokens, findTimeExpressions(tokens, 'prose'), plain);
  return found.cut.length > 0 && found.problem !== 'weak-period';
};

/** Something says «до», «не позднее», «с … по …» with a date. */
export const hasFirmDate = (tokens: readonly Token[]): boolean =>
  findTimeExpressions(tokens, 'prose').some(
    (expression) => expression.strength === 'firm' && ['by', 'from', 'range', 'on'].includes(expression.kind),
  );

const FUTURE =
  /^(?:завершается|завершится|заканчивается|закончится|начинается|открыта?|продлен[ао]?|состоится|состоятся|пройдет|пройдут|проводится|проводятся|будет|будут|начнется|запланирован[аоы]?|предоставляется|предоставляются|принимаются|осуществляется)$/;
const isWholeYears = (expression: TimeExpression): boolean =>
  (expression.start ?? '-01-01').endsWith('-01-01') && (expression.end ?? '-12-31').endsWith('-12-31');

/** «О мерах по подготовке к новому учебному году»: what the letter is about. */
export const isSubject = (tokens: readonly Token[]): boolean =>
  isText(tokens, isText(tokens, 0, '"') ? 1 : 0, 'о', 'об', 'обо') && tokens[tokens.length - 1]?.text !== '.';

/** A date that no task took and that may well be a deadline: «приём заявок до 15.10.2020», «вебинар состоится …». */
export const mayBeDeadline = (tokens: readonly Token[]): boolean => {
  const future = tokens.some((token) => FUTURE.test(token.text));
  return findTimeExpressions(tokens, 'prose').some(
    (expression) =>
      expression.kind === 'by' ||
      (['from', 'range', 'on'].includes(expression.kind) &&
        expression.strength !== 'weak' &&
        !isWholeYears(expression) &&
        (expression.strength === 'firm' || future)),
  );
};

/** An item that ends with a colon and whose following items are the tasks. */
export const opensList = (item: ReadItem, next: ReadItem | undefined): boolean => {
  const last = item.tokens[item.tokens.length - 1];
  if (last?.text !== ':' || next === undefined || next.mark === null || next.style === item.style)
    return false;
  return firstInfinitive(next.tokens) >= 0;
};
