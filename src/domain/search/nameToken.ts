/** A word of an organisation's name as it was read: all by which another way of writing it may be known. */

export type Kind =
  | 'school'
  | 'kindergarten'
  | 'gymnasium'
  | 'lyceum'
  | 'boarding'
  | 'evening'
  | 'remedial'
  | 'sport'
  | 'music'
  | 'arts';

export interface Spelling {
  readonly text: string;
  /** Kinds of organisation that the word names; unfinished or misspelt, it may name `maybe`. */
  readonly kinds: readonly Kind[];
  readonly maybe: readonly Kind[];
  /** Without its ending. */
  readonly stem: string;
  /** What words made of one another share: «Брусянка», «брусянская». */
  readonly roots: readonly string[];
  /** Says nothing of which organisation it is. */
  readonly weak: boolean;
  /** An abbreviation may leave `and` out; with `opens` another phrase begins: «имени», «города». */
  readonly joint: 'and' | 'opens' | null;
}

export interface Word extends Spelling {
  /** `own` numbers tell organisations from one another; the 40 of «40 лет Победы» is `other`. */
  readonly number: 'own' | 'other' | null;
  /** The words of a number that was written in words. */
  readonly spelt: readonly string[];
  /** What stands between it and the word before. */
  readonly after: 'break' | 'space' | 'hyphen';
  /** Being typed: it may be unfinished. */
  readonly open: boolean;
  /** Nothing in it is unfinished or misspelt. */
  readonly whole?: boolean;
}

export interface Language {
  read(text: string): readonly Word[];
  spell(text: string): Spelling;
  /** What may stand between two words that are written as one. */
  readonly links: readonly string[];
  /** What the same keys write in this language. */
  onItsKeyboard(text: string): string;
}

/** Ends a phrase in {@link initialsOf}: an abbreviation before it is a whole one. */
export const PHRASE_END = '|';

/** First letters of the words, phrase by phrase: «ддт|п|» of «Дом детского творчества им. Пушкина». */
export function initialsOf(words: readonly Word[], withAnds: boolean): string {
  let initials = '';
  for (const { text, number, after, joint } of words) {
    if (after === 'break' || joint === 'opens' || number !== null) initials += PHRASE_END;
    if (number === null && (joint === null || (joint === 'and' && withAnds))) initials += text.charAt(0);
  }
  return initials + PHRASE_END;
}

/** Whether it may be a part of a longer word. */
export const mayJoin = ({ number, weak }: Word): boolean => number === null && !weak;

/** Roots of two words written as one: «большебрусян» of «Большая Брусянка». */
export const joinedRoots = (one: Word, two: Word, links: readonly string[]): string[] =>
  links.flatMap((link) => two.roots.map((root) => one.stem + link + root));
