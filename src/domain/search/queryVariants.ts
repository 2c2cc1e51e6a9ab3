/** What was typed, with several of its words taken as one: «дом детского творчества» as «ДДТ». */
import {
  initialsOf,
  joinedRoots,
  type Language,
  mayJoin,
  PHRASE_END,
  type Spelling,
  type Word,
} from './nameToken';

const LONGEST_ABBREVIATION = 8;

/**
 * The words as they are, and each way of taking neighbours as one.
 * @param isKnown whether a name has that word.
 */
export function waysToRead(
  typed: readonly Word[],
  loosely: boolean,
  language: Language,
  isKnown: (text: string) => boolean,
): (readonly Word[])[] {
  const ways = [typed];
  typed.forEach((first, from) => {
    if (first.number !== null || first.joint !== null) return;
    for (let to = from + 1; to < Math.min(typed.length, from + LONGEST_ABBREVIATION); to += 1) {
      const run = typed.slice(from, to + 1);
      const last = typed[to] as Word;
      if (last.number !== null || last.joint === 'opens' || last.after === 'break') return;
      const asOne = abbreviations(run, last, loosely).filter(({ text, open }) => open || isKnown(text));
      if (run.length === 2 && mayJoin(first) && mayJoin(last))
        asOne.push(...written(first, last, loosely, language));
      for (const word of asOne) ways.push([...typed.slice(0, from), word, ...typed.slice(to + 1)]);
    }
  });
  return ways;
}

function abbreviations(run: readonly Word[], last: Word, loosely: boolean): Word[] {
  const initials = new Set([false, true].map((ands) => initialsOf(run, ands).split(PHRASE_END).join('')));
  const open = loosely && last.open;
  return [...initials].map((text): Word => ({ ...BARE, text, stem: text, open, whole: true }));
}

/** Two words without the space or the hyphen between them. */
function written(one: Word, two: Word, loosely: boolean, { spell, links }: Language): Word[] {
  const spelling: Spelling = spell(one.text + two.text);
  if (two.after === 'hyphen') return [{ ...BARE, ...spelling, open: two.open }];
  return loosely ? [{ ...BARE, ...spelling, roots: joinedRoots(one, two, links), open: false }] : [];
}

const BARE = {
  kinds: [],
  maybe: [],
  roots: [],
  weak: false,
  joint: null,
  number: null,
  spelt: [],
  after: 'space',
} as const;
