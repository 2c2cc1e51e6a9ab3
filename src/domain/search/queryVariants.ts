/** What was typed, with groups of its tokens taken as one: «дом детского творчества» as «ДДТ». */
import {
  compoundRoots,
  initialsOf,
  isCompoundPart,
  type Language,
  type NameToken,
  PHRASE_END,
  type TokenAnalysis,
} from './nameToken';

const LONGEST_GROUP = 8;

/**
 * The tokens as they are, and each variant in which a group of neighbours is one token.
 * @param isKnown whether a name has that word.
 */
export function queryVariants(
  typed: readonly NameToken[],
  loosely: boolean,
  language: Language,
  isKnown: (text: string) => boolean,
): (readonly NameToken[])[] {
  const variants = [typed];
  typed.forEach((first, from) => {
    if (first.number !== null || first.connective !== null) return;
    for (let to = from + 1; to < Math.min(typed.length, from + LONGEST_GROUP); to += 1) {
      const group = typed.slice(from, to + 1);
      const last = typed[to] as NameToken;
      if (last.number !== null || last.connective === 'phrase-start' || last.separator === 'break') return;
      const asOne = abbreviations(group, last, loosely).filter(
        ({ text, isPrefix }) => isPrefix || isKnown(text),
      );
      if (group.length === 2 && isCompoundPart(first) && isCompoundPart(last))
        asOne.push(...compoundsOf(first, last, loosely, language));
      for (const token of asOne) variants.push([...typed.slice(0, from), token, ...typed.slice(to + 1)]);
    }
  });
  return variants;
}

function abbreviations(group: readonly NameToken[], last: NameToken, loosely: boolean): NameToken[] {
  const initials = new Set([false, true].map((ands) => initialsOf(group, ands).split(PHRASE_END).join('')));
  const isPrefix = loosely && last.isPrefix;
  return [...initials].map(
    (text): NameToken => ({ ...BLANK_TOKEN, text, stem: text, isPrefix, exactOnly: true }),
  );
}

/** Two words without the space or the hyphen between them. */
function compoundsOf(
  one: NameToken,
  two: NameToken,
  loosely: boolean,
  { analyse, linkingVowels }: Language,
): NameToken[] {
  const spelling: TokenAnalysis = analyse(one.text + two.text);
  if (two.separator === 'hyphen') return [{ ...BLANK_TOKEN, ...spelling, isPrefix: two.isPrefix }];
  return loosely
    ? [{ ...BLANK_TOKEN, ...spelling, roots: compoundRoots(one, two, linkingVowels), isPrefix: false }]
    : [];
}

const BLANK_TOKEN = {
  kinds: [],
  possibleKinds: [],
  roots: [],
  isStopWord: false,
  connective: null,
  number: null,
  numeralWords: [],
  separator: 'space',
} as const;
