/** The label before a deadline: «Срок исполнения:». */
import { isText, type Token } from '../text/tokens';
import { hasStem } from '../text/words';

const LABEL_WORDS = [
  'исполнен',
  'выполнен',
  'реализац',
  'предоставлен',
  'представлен',
  'сдач',
  'проведен',
  'подач',
  'направлен',
  'действ',
  'завершен',
  'окончан',
];

/** «Срок: …», «Срок исполнения – …»: index after the label, or -1. */
export function passLabel(tokens: readonly Token[], index: number): number {
  if (!isText(tokens, index, 'срок', 'сроки')) return -1;
  let at = index + 1;
  while (
    at < index + 5 &&
    (hasStem(tokens, at, ...LABEL_WORDS) ||
      (at > index + 1 && /(?:ия|ии|ов|ы|и|а)$/.test(tokens[at]?.text ?? '') && tokens[at]?.kind === 'word'))
  )
    at += 1;
  const sign = isText(tokens, at, ':', '-', '.') ? at + 1 : -1;
  return sign > 0 && (tokens[at]?.text !== '.' || at > index) ? sign : -1;
}
