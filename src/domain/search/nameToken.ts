/** A token of an organisation's name or of what was typed, with everything by which two spellings are compared. */

import type { OrganisationKind } from '../organisations/kinds';

export interface TokenAnalysis {
  readonly text: string;
  /** Kinds of organisation that the word names. */
  readonly kinds: readonly OrganisationKind[];
  /** Kinds that it names if it is unfinished or misspelt. */
  readonly possibleKinds: readonly OrganisationKind[];
  /** Without its ending. */
  readonly stem: string;
  /** Roots that related words share: «Брусянка», «брусянская». */
  readonly roots: readonly string[];
  /** Does not tell organisations apart: a legal form, «имени», «№». */
  readonly isStopWord: boolean;
  /** `and`: an abbreviation may leave it out; `phrase-start`: another phrase begins («имени», «города»). */
  readonly connective: 'and' | 'phrase-start' | null;
}

export interface NameToken extends TokenAnalysis {
  /** `identifying` numbers tell organisations from one another; the 40 of «40 лет Победы» is `other`. */
  readonly number: 'identifying' | 'other' | null;
  /** The words of a number that was written in words. */
  readonly numeralWords: readonly string[];
  /** What stands between it and the word before. */
  readonly separator: 'break' | 'space' | 'hyphen';
  /** It is still being typed: a longer word may match. */
  readonly isPrefix: boolean;
  /** Only the same text matches: an abbreviation made of initials. */
  readonly exactOnly?: boolean;
}

export interface Language {
  read(text: string): readonly NameToken[];
  analyse(text: string): TokenAnalysis;
  /** Vowels that join two words into one. */
  readonly linkingVowels: readonly string[];
  /** What the same keys would have written in this language. */
  fromLatinKeyboard(text: string): string;
}

/** Ends a phrase in {@link initialsOf}: an abbreviation that ends here is complete. */
export const PHRASE_END = '|';

/** First letters of the words, phrase by phrase: «ддт|п|» of «Дом детского творчества им. Пушкина». */
export function initialsOf(tokens: readonly NameToken[], withAnds: boolean): string {
  let initials = '';
  for (const { text, number, separator, connective } of tokens) {
    if (separator === 'break' || connective === 'phrase-start' || number !== null) initials += PHRASE_END;
    if (number === null && (connective === null || (connective === 'and' && withAnds)))
      initials += text.charAt(0);
  }
  return initials + PHRASE_END;
}

/** Whether the word may be a part of a compound. */
export const isCompoundPart = ({ number, isStopWord }: NameToken): boolean => number === null && !isStopWord;

/** Roots of two words written as one: «большебрусян» of «Большая Брусянка». */
export const compoundRoots = (one: NameToken, two: NameToken, linkingVowels: readonly string[]): string[] =>
  linkingVowels.flatMap((link) => two.roots.map((root) => one.stem + link + root));
