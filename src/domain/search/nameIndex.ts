/** Which organisations hold a word, whatever way it is written. */

import { beginsWithinOneEdit, isWithinOneEdit } from '../values/editDistance';
import { Facts } from './nameProfile';
import { joinedRoots, type Kind, type Language, mayJoin, PHRASE_END, type Word } from './nameToken';

export interface NamedSchool {
  readonly id: string;
  readonly name: string;
  readonly fullName: string;
  readonly district: string;
}

/** Cost by organisation, the lower the better. */
export type Places = ReadonlyMap<number, number>;

/** The name that stands in the report counts more than where the organisation is. */
const PLACE = { name: 0, fullName: 0.5, district: 1 } as const;
/** What each way of fitting costs. */
const COST = { ending: 0.3, kind: 0.4, initials: 0.5, beginning: 1, related: 2, wrongLetter: 3 } as const;
const SHORTEST_STEM = 4;
/** In shorter words a letter more or less makes another word. */
const SHORTEST_MISSPELT = { surely: 5, loosely: 4 } as const;
/** The initials of a full name hold any two letters sooner or later. */
const SHORTEST_ABBREVIATION = { name: 2, fullName: 3 } as const;

/** Neighbours in a name. */
interface Pair {
  readonly one: Word;
  readonly two: Word;
  readonly places: Map<number, number>;
}

export class NameIndex {
  private readonly words = new Map<string, { readonly word: Word; readonly places: Map<number, number> }>();
  private readonly kinds = new Map<Kind, Map<number, number>>();
  private readonly pairs = new Map<string, Pair>();
  private readonly facts: readonly Facts[];

  constructor(
    schools: readonly NamedSchool[],
    private readonly language: Language,
  ) {
    this.facts = schools.map((school, at) => {
      const [name, fullName] = [language.read(school.name), language.read(school.fullName)];
      this.put(name, at, PLACE.name);
      this.put(fullName, at, PLACE.fullName);
      // Neither the number of a district is a school's, nor the kind that its name speaks of.
      const district = language.read(school.district).filter(({ number }) => number === null);
      this.put(
        district.map((word) => ({ ...word, kinds: [] })),
        at,
        PLACE.district,
      );
      return new Facts(name, fullName);
    });
  }

  has(text: string): boolean {
    return this.words.has(text);
  }

  holds(school: number, text: string): boolean {
    return this.words.get(text)?.places.has(school) === true;
  }

  isExactly(school: number, typed: readonly Word[]): boolean {
    return this.facts[school]?.areOf(typed) === true;
  }

  /** @param loosely also by words made of one another, and by abbreviations that lack their end. */
  fitting(typed: Word, loosely: boolean): Places {
    const best = new Map<number, number>();
    const add = (places: Places | undefined, cost: number): void => {
      for (const [school, place] of places ?? []) keepLower(best, school, place + cost);
    };
    for (const { word, places } of this.words.values()) {
      const cost = costOf(typed, word, loosely);
      if (cost !== null) add(places, cost);
    }
    const [spelt, ...more] = typed.spelt;
    if (spelt !== undefined && more.length === 0) add(this.words.get(spelt)?.places, 0);
    if (typed.number !== null || typed.whole) return best;
    add(this.ofKinds(typed.kinds), COST.kind);
    add(this.ofKinds(typed.maybe), COST.wrongLetter);
    if (loosely) this.addJoined(best, typed);
    this.addInitials(best, typed.text, loosely);
    return best;
  }

  private ofKinds([first, ...others]: readonly Kind[]): Places | undefined {
    const places = first === undefined ? undefined : this.kinds.get(first);
    if (places === undefined || others.length === 0) return places;
    return new Map(
      [...places].filter(([school]) => others.every((kind) => this.kinds.get(kind)?.has(school))),
    );
  }

  private addInitials(best: Map<number, number>, text: string, loosely: boolean): void {
    const abbreviation = loosely ? text : text + PHRASE_END;
    const holds = (initials: string, shortest: number): boolean =>
      text.length >= shortest && initials.includes(abbreviation);
    this.facts.forEach(({ initials }, school) => {
      if (holds(initials.name, SHORTEST_ABBREVIATION.name)) keepLower(best, school, COST.initials);
      else if (holds(initials.fullName, SHORTEST_ABBREVIATION.fullName))
        keepLower(best, school, COST.initials + PLACE.fullName);
    });
  }

  /** «Большебрусянская» where a name has «Большая Брусянка». */
  private addJoined(best: Map<number, number>, { text, roots }: Word): void {
    for (const { one, two, places } of this.pairs.values()) {
      if (!text.startsWith(one.stem)) continue;
      if (!joinedRoots(one, two, this.language.links).some((root) => roots.includes(root))) continue;
      for (const [school, place] of places) keepLower(best, school, place + COST.related);
    }
  }

  private put(words: readonly Word[], school: number, cost: number): void {
    words.forEach((word, at) => {
      const before = words[at - 1];
      // «Первая высота» is a word and no number, «Первая гимназия» is both.
      if (word.spelt.length === 0 || word.number === 'own') this.putWord(word, school, cost);
      for (const text of word.spelt) this.putText(text, word, school, cost);
      for (const kind of word.kinds) keepLower(placesIn(this.kinds, kind), school, cost);
      if (before !== undefined && word.after !== 'break' && mayJoin(before) && mayJoin(word))
        this.putPair(before, word, school, cost);
    });
  }

  private putPair(one: Word, two: Word, school: number, cost: number): void {
    const both = one.text + two.text;
    if (two.after === 'hyphen') this.putText(both, two, school, cost);
    const pair = this.pairs.get(both) ?? { one, two, places: new Map<number, number>() };
    this.pairs.set(both, pair);
    keepLower(pair.places, school, cost);
  }

  private putText(text: string, like: Word, school: number, cost: number): void {
    this.putWord({ ...like, ...this.language.spell(text), number: null }, school, cost);
  }

  private putWord(word: Word, school: number, cost: number): void {
    const entry = this.words.get(word.text) ?? { word, places: new Map<number, number>() };
    this.words.set(word.text, entry);
    keepLower(entry.places, school, cost);
  }
}

/** How a typed word fits a word of a name, null when it does not. */
function costOf(typed: Word, word: Word, loosely: boolean): number | null {
  if (typed.text === word.text) return 0;
  const begins = word.text.startsWith(typed.text);
  if (typed.whole || typed.number !== null || word.number !== null) {
    const isLike = (typed.number === null) === (word.number === null);
    return typed.open && begins && isLike ? COST.beginning : null;
  }
  if (typed.stem === word.stem && typed.stem.length >= SHORTEST_STEM) return COST.ending;
  if (begins) return COST.beginning;
  if (loosely && typed.roots.some((root) => word.roots.includes(root))) return COST.related;
  return isMisspelt(typed, word, loosely) ? COST.wrongLetter : null;
}

function isMisspelt(typed: Word, word: Word, loosely: boolean): boolean {
  const shortest = loosely ? SHORTEST_MISSPELT.loosely : SHORTEST_MISSPELT.surely;
  if (typed.text.length < SHORTEST_MISSPELT.loosely || word.text.length < shortest) return false;
  if (isWithinOneEdit(typed.text, word.text) || (typed.open && beginsWithinOneEdit(typed.text, word.text)))
    return true;
  return loosely && typed.stem.length >= SHORTEST_MISSPELT.surely && isWithinOneEdit(typed.stem, word.stem);
}

export function keepLower(places: Map<number, number>, school: number, cost: number): void {
  if (cost < (places.get(school) ?? Number.POSITIVE_INFINITY)) places.set(school, cost);
}

function placesIn<Key>(all: Map<Key, Map<number, number>>, key: Key): Map<number, number> {
  const places = all.get(key) ?? new Map<number, number>();
  all.set(key, places);
  return places;
}
