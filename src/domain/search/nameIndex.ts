/** An index of the words of names: which organisations match a token, and how well. */

import type { OrganisationKind } from '../organisations/kinds';
import { beginsWithinOneEdit, isWithinOneEdit } from '../values/editDistance';
import { NameProfile } from './nameProfile';
import { compoundRoots, isCompoundPart, type Language, type NameToken, PHRASE_END } from './nameToken';

export interface NamedSchool {
  readonly id: string;
  readonly name: string;
  readonly fullName: string;
  readonly district: string;
}

/** Cost by organisation, the lower the better. */
export type Costs = ReadonlyMap<number, number>;

/** A match in the name that stands in the report is better than one in the district. */
const FIELD_COST = { name: 0, fullName: 0.5, district: 1 } as const;
/** What each way of matching costs. */
const MATCH_COST = { ending: 0.3, kind: 0.4, initials: 0.5, beginning: 1, related: 2, oneEdit: 3 } as const;
const SHORTEST_STEM = 4;
/** Shorter words are not compared with one wrong letter: a letter makes another word of them. */
const SHORTEST_FUZZY = { strict: 5, loose: 4 } as const;
/** A full name is long: any two letters are somewhere among its initials. */
const SHORTEST_ABBREVIATION = { name: 2, fullName: 3 } as const;

/** Neighbours in a name. */
interface Pair {
  readonly one: NameToken;
  readonly two: NameToken;
  readonly costs: Map<number, number>;
}

export class NameIndex {
  private readonly tokens = new Map<
    string,
    { readonly token: NameToken; readonly costs: Map<number, number> }
  >();
  private readonly kinds = new Map<OrganisationKind, Map<number, number>>();
  private readonly pairs = new Map<string, Pair>();
  private readonly profiles: readonly NameProfile[];

  constructor(
    schools: readonly NamedSchool[],
    private readonly language: Language,
  ) {
    this.profiles = schools.map((school, at) => {
      const [name, fullName] = [language.read(school.name), language.read(school.fullName)];
      this.addTokens(name, at, FIELD_COST.name);
      this.addTokens(fullName, at, FIELD_COST.fullName);
      // Neither the number of a district is a school's, nor the kind that its name speaks of.
      const district = language.read(school.district).filter(({ number }) => number === null);
      this.addTokens(
        district.map((token) => ({ ...token, kinds: [] })),
        at,
        FIELD_COST.district,
      );
      return new NameProfile(name, fullName);
    });
  }

  has(text: string): boolean {
    return this.tokens.has(text);
  }

  holds(school: number, text: string): boolean {
    return this.tokens.get(text)?.costs.has(school) === true;
  }

  isExactly(school: number, typed: readonly NameToken[]): boolean {
    return this.profiles[school]?.isExactly(typed) === true;
  }

  /** @param loosely also by related words and by abbreviations that are not typed to their end. */
  matches(typed: NameToken, loosely: boolean): Costs {
    const best = new Map<number, number>();
    const add = (costs: Costs | undefined, cost: number): void => {
      for (const [school, base] of costs ?? []) keepLower(best, school, base + cost);
    };
    for (const { token, costs } of this.tokens.values()) {
      const cost = costOf(typed, token, loosely);
      if (cost !== null) add(costs, cost);
    }
    const [numeral, ...more] = typed.numeralWords;
    if (numeral !== undefined && more.length === 0) add(this.tokens.get(numeral)?.costs, 0);
    if (typed.number !== null || typed.exactOnly) return best;
    add(this.ofKinds(typed.kinds), MATCH_COST.kind);
    add(this.ofKinds(typed.possibleKinds), MATCH_COST.oneEdit);
    if (loosely) this.addCompounds(best, typed);
    this.addInitials(best, typed.text, loosely);
    return best;
  }

  private ofKinds([first, ...others]: readonly OrganisationKind[]): Costs | undefined {
    const costs = first === undefined ? undefined : this.kinds.get(first);
    if (costs === undefined || others.length === 0) return costs;
    return new Map(
      [...costs].filter(([school]) => others.every((kind) => this.kinds.get(kind)?.has(school))),
    );
  }

  private addInitials(best: Map<number, number>, text: string, loosely: boolean): void {
    const abbreviation = loosely ? text : text + PHRASE_END;
    const holds = (initials: string, shortest: number): boolean =>
      text.length >= shortest && initials.includes(abbreviation);
    this.profiles.forEach(({ initials }, school) => {
      if (holds(initials.name, SHORTEST_ABBREVIATION.name)) keepLower(best, school, MATCH_COST.initials);
      else if (holds(initials.fullName, SHORTEST_ABBREVIATION.fullName))
        keepLower(best, school, MATCH_COST.initials + FIELD_COST.fullName);
    });
  }

  /** «Большебрусянская» where a name has «Большая Брусянка». */
  private addCompounds(best: Map<number, number>, { text, roots }: NameToken): void {
    for (const { one, two, costs } of this.pairs.values()) {
      if (!text.startsWith(one.stem)) continue;
      if (!compoundRoots(one, two, this.language.linkingVowels).some((root) => roots.includes(root)))
        continue;
      for (const [school, base] of costs) keepLower(best, school, base + MATCH_COST.related);
    }
  }

  private addTokens(tokens: readonly NameToken[], school: number, cost: number): void {
    tokens.forEach((token, at) => {
      const before = tokens[at - 1];
      // «Первая высота» is a word and no number, «Первая гимназия» is both.
      if (token.numeralWords.length === 0 || token.number === 'identifying')
        this.addToken(token, school, cost);
      for (const text of token.numeralWords) this.addForm(text, token, school, cost);
      for (const kind of token.kinds) keepLower(entryOf(this.kinds, kind), school, cost);
      if (
        before !== undefined &&
        token.separator !== 'break' &&
        isCompoundPart(before) &&
        isCompoundPart(token)
      )
        this.addPair(before, token, school, cost);
    });
  }

  private addPair(one: NameToken, two: NameToken, school: number, cost: number): void {
    const both = one.text + two.text;
    if (two.separator === 'hyphen') this.addForm(both, two, school, cost);
    const pair = this.pairs.get(both) ?? { one, two, costs: new Map<number, number>() };
    this.pairs.set(both, pair);
    keepLower(pair.costs, school, cost);
  }

  private addForm(text: string, like: NameToken, school: number, cost: number): void {
    this.addToken({ ...like, ...this.language.analyse(text), number: null }, school, cost);
  }

  private addToken(token: NameToken, school: number, cost: number): void {
    const entry = this.tokens.get(token.text) ?? { token, costs: new Map<number, number>() };
    this.tokens.set(token.text, entry);
    keepLower(entry.costs, school, cost);
  }
}

/** The cost of matching a typed token with one of a name; null when they do not match. */
function costOf(typed: NameToken, token: NameToken, loosely: boolean): number | null {
  if (typed.text === token.text) return 0;
  const begins = token.text.startsWith(typed.text);
  if (typed.exactOnly || typed.number !== null || token.number !== null) {
    const isLike = (typed.number === null) === (token.number === null);
    return typed.isPrefix && begins && isLike ? MATCH_COST.beginning : null;
  }
  if (typed.stem === token.stem && typed.stem.length >= SHORTEST_STEM) return MATCH_COST.ending;
  if (begins) return MATCH_COST.beginning;
  if (loosely && typed.roots.some((root) => token.roots.includes(root))) return MATCH_COST.related;
  return isWithinOneEditOf(typed, token, loosely) ? MATCH_COST.oneEdit : null;
}

function isWithinOneEditOf(typed: NameToken, token: NameToken, loosely: boolean): boolean {
  const shortest = loosely ? SHORTEST_FUZZY.loose : SHORTEST_FUZZY.strict;
  if (typed.text.length < SHORTEST_FUZZY.loose || token.text.length < shortest) return false;
  if (
    isWithinOneEdit(typed.text, token.text) ||
    (typed.isPrefix && beginsWithinOneEdit(typed.text, token.text))
  )
    return true;
  return loosely && typed.stem.length >= SHORTEST_FUZZY.strict && isWithinOneEdit(typed.stem, token.stem);
}

export function keepLower(costs: Map<number, number>, school: number, cost: number): void {
  if (cost < (costs.get(school) ?? Number.POSITIVE_INFINITY)) costs.set(school, cost);
}

function entryOf<Key>(all: Map<Key, Map<number, number>>, key: Key): Map<number, number> {
  const costs = all.get(key) ?? new Map<number, number>();
  all.set(key, costs);
  return costs;
}
