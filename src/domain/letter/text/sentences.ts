/** Sentences of a text: they end at full stops that do not belong to an abbreviation, a date or an initial. */
import { isText, type Token } from './tokens';

const ABBREVIATIONS = [
  'п',
  'пп',
  'ст',
  'ч',
  'им',
  'ул',
  'стр',
  'см',
  'т',
  'д',
  'е',
  'руб',
  'тыс',
  'млн',
  'тел',
  'эл',
  'с',
  'обл',
  'р',
  'рис',
  'табл',
  'гл',
  'пер',
  'просп',
  'пр',
  'др',
  'исп',
  'ред',
  'св',
  'кв',
  'зам',
  'инд',
  'пос',
  'дер',
];

function endsSentence(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  if (isText(tokens, index, '!', '?')) return true;
  if (!isText(tokens, index, '.') || next === undefined) return false;
  if (next.gap === 0 || (next.kind === 'word' && !next.capital)) return false;
  // «2020 г. – декабрь», «2020 г. (включительно)»: the sentence continues.
  if (next.kind === 'mark' && next.text !== '"') return false;
  const previous = tokens[index - 1];
  // «25.11. 2021»
  if (previous?.kind === 'number' && next.kind === 'number') return false;
  if (previous?.kind !== 'word') return true;
  // «2020 г. Информацию …» ends a sentence, «г. Тестовск» does not.
  if (previous.text === 'г' || previous.text === 'гг') return tokens[index - 2]?.kind === 'number';
  return previous.text.length > 1 ? !ABBREVIATIONS.includes(previous.text) : false;
}

/** The tokens of each sentence. */
export function sentencesOf(tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = [];
  let open: Token[] = [];
  tokens.forEach((token, index) => {
    open.push(token);
    if (endsSentence(tokens, index)) {
      sentences.push(open);
      open = [];
    }
  });
  if (open.length > 0) sentences.push(open);
  return sentences;
}
