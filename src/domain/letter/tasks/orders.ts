/**
 * What kind of item an item of the running text is: an opener of a list («Руководителям организаций необходимо:»),
 * a task, a label («Срок: …»), an act of the document; and whether a sentence is an order or a request.
 */

import type { Item } from '../source/items';
import { isText, type Token, tokenise } from '../text/tokens';
import { hasStem, isActionNoun, isAddressee, isInfinitive } from '../text/words';

export type ItemKind =
  /** Opens a list: its words say who is to act, or only that a list follows. */
  | 'opener'
  /** Something to be done. */
  | 'task'
  /** «Срок: …» or «Ответственный: …» for the task above. */
  | 'label'
  /** An act of the document itself («Утвердить план», «Контроль … возложить»): nobody reports on it. */
  | 'act'
  | 'text';

const ORDER_STEMS = [
  'необходимо',
  'прошу',
  'просим',
  'просит',
  'следует',
  'надлежит',
  'поруч',
  'рекоменд',
  'предлага',
  'обяз',
  'требуется',
  'должн',
  'приказываю',
  'постановля',
  'решил',
  'предписыва',
  'нужно',
  'обеспечьте',
];
const REQUEST_STEMS = [
  'необходимо',
  'прошу',
  'просим',
  'просит',
  'следует',
  'надлежит',
  'поручаю',
  'поручает',
  'предлагаю',
  'предлагаем',
  'предлагается',
  'требуется',
  'рекомендуем',
  'рекомендую',
  'рекомендуется',
  'должны',
  'обязаны',
  'обязать',
  'нужно',
];

/** Verbs of acts of the document itself, with their objects. */
const ACT =
  /^(?:утвердить|признать|создать|ввести|внести|отменить|считать|принять|образовать|возложить|установить|назначить ответственн|определить (?:ответственн|муниципальн|базов)|опубликовать|разместить (?:настоящ|данн)|контроль|настоящ|приказ вступает|постановление вступает|распоряжение вступает|действие настоящ)/;
const ACT_OBJECT =
  /(?:утратившим|в силу|контроль за|контроль исполнени|настоящ[а-я]+ (?:приказ|постановлени|распоряжени)|изменени|прилагаем|\(?приложени|\(прилага)/;
const ALWAYS_ACT =
  /^(?:принять к сведению|одобрить|заслушать|отметить |контроль|настоящ|признать утратив|считать утратив|опубликовать|приказ |постановление |распоряжение |возложить|оставляю|внести изменени|с приказом|ознакомить с настоящ)/;

const spelledStart = (tokens: readonly Token[], count = 60): string =>
  tokens
    .slice(0, count)
    .map((token) => token.text)
    .join(' ');

const endsWithColon = (tokens: readonly Token[]): boolean => {
  let last = tokens.length - 1;
  while (last > 0 && isText(tokens, last, '"', '*', ')')) last -= 1;
  return isText(tokens, last, ':');
};

/** Order words of an opener: «…, в том числе:» counts when a request stands before. */
export const hasOrderWord = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (_, index) =>
      hasStem(tokens, index, ...ORDER_STEMS) ||
      (hasStem(tokens, index, 'п') && isText(tokens, index + 2, 'р') && isText(tokens, index + 4, 'и')),
  );

export const isRequest = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => token.kind === 'word' && REQUEST_STEMS.includes(token.text));

/** An act of the document itself, to nobody in particular: «Контроль … оставляю за собой», «Приказ вступает в силу …». */
export const isAlwaysAct = (tokens: readonly Token[]): boolean => ALWAYS_ACT.test(spelledStart(tokens));

/** An act of the document itself: «Утвердить План … (Приложение 1)», «Контроль … оставляю за собой». */
function isAct(tokens: readonly Token[]): boolean {
  const text = spelledStart(tokens)
    .replace(/ ([,.)])/g, '$1')
    .replace(/\( /g, '(');
  if (ALWAYS_ACT.test(text)) return true;
  if (
    /(?:вступает в силу|оставляю за собой|возложить на|контроль за (?:исполнением|выполнением) (?:настоящ|приказ|постановл|распоряж|данн))/.test(
      text,
    ) &&
    !/^\S+(?:елям|орам|лу|ению)\s/.test(text)
  )
    return true;
  return (
    ACT.test(text) && (ACT_OBJECT.test(text) || /^(?:утвердить|создать рабоч|образовать|отменить)/.test(text))
  );
}

/** Index of the first infinitive outside brackets, or -1. */
export function firstInfinitive(tokens: readonly Token[], from = 0): number {
  let depth = 0;
  for (let index = from; index < tokens.length; index += 1) {
    if (isText(tokens, index, '(')) depth += 1;
    else if (isText(tokens, index, ')')) depth = Math.max(0, depth - 1);
    else if (depth === 0 && isInfinitive(tokens[index])) return index;
  }
  return -1;
}

const LABEL = /^(?:срок|сроки|ответственн|исполнител)/;
const LABEL_REACH = 5;

const isLabel = (tokens: readonly Token[]): boolean => {
  if (!LABEL.test(tokens[0]?.text ?? '')) return false;
  for (let index = 1; index <= LABEL_REACH; index += 1) {
    if (isText(tokens, index, ':', '-')) return true;
    if (tokens[index]?.kind !== 'word')
      return tokens[index]?.kind === 'number' || (index === 1 && isText(tokens, index, '.'));
    if (isText(tokens, index, 'до', 'не', 'с')) return true;
  }
  return false;
};

export interface ReadItem extends Item {
  readonly tokens: readonly Token[];
  readonly kind: ItemKind;
}

/** The kind of one item, judged by itself; which list it belongs to is decided later. */
export function readItem(item: Item, plain: string): ReadItem {
  const tokens = tokenise(plain.slice(item.start, item.end), item.start);
  return { ...item, tokens, kind: kindOf(item, tokens) };
}

function kindOf(item: Item, tokens: readonly Token[]): ItemKind {
  if (tokens.length === 0) return 'text';
  if (isLabel(tokens)) return 'label';
  if (isAct(tokens)) return 'act';
  const colon = endsWithColon(tokens);
  if (colon && (hasOrderWord(tokens) || addresseeOnly(tokens))) return 'opener';
  if (item.mark !== null) return firstInfinitive(tokens) >= 0 || isActionNoun(tokens[0]) ? 'task' : 'text';
  return colon ? 'opener' : 'text';
}

/** «Руководителям образовательных организаций:» — a dative and no verb of its own. */
export const addresseeOnly = (tokens: readonly Token[]): boolean =>
  (isAddressee(tokens, 0) || tokens[0]?.upper === true) && firstInfinitive(tokens) < 0;
