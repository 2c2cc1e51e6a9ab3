/** From what was typed to organisations, best first: those that match, else those that are similar. */
import { sameKey } from '../values/text';
import { type Costs, keepLower, type NamedSchool, NameIndex } from './nameIndex';
import type { Language, NameToken } from './nameToken';
import { queryVariants } from './queryVariants';

export interface Hit<School extends NamedSchool> {
  readonly school: School;
  /** Every number typed is a whole number of this one, and it is of the kind typed; otherwise it is only similar. */
  readonly exact: boolean;
}

/** Of two that match equally the one that also has the stop words comes first. */
const MISSING_STOP_WORD = 0.1;

export class Finder<School extends NamedSchool> {
  private readonly index: NameIndex;
  private readonly codes = new Map<string, School[]>();

  constructor(
    private readonly schools: readonly School[],
    private readonly language: Language,
  ) {
    this.index = new NameIndex(schools, language);
    for (const school of schools) {
      const code = sameKey(school.id);
      this.codes.set(code, [...(this.codes.get(code) ?? []), school]);
    }
  }

  search(text: string): Hit<School>[] {
    // A code matches only as a whole: «К-12» is not school 12. A number alone is rather the number of a school.
    const coded = this.codes.get(sameKey(text)) ?? [];
    const isNumber = /^\d+$/.test(text.trim());
    if (coded.length > 0 && !isNumber) return coded.map((school) => ({ school, exact: true }));
    let found = this.find(this.language.read(text));
    if (found.length === 0 && /[a-z]/i.test(text))
      found = this.find(this.language.read(this.language.fromLatinKeyboard(text)));
    return found.length > 0 ? found : coded.map((school) => ({ school, exact: false }));
  }

  private find(typed: readonly NameToken[]): Hit<School>[] {
    // «Школа 5» may be the gymnasium of that number.
    const ofAnyKind = typed.filter(({ kinds, possibleKinds }) => kinds.length + possibleKinds.length === 0);
    const isTelling = ofAnyKind.length < typed.length && ofAnyKind.some(({ isStopWord }) => !isStopWord);
    const strict = this.rank(this.matching(typed, false), (at) => this.index.isExactly(at, typed));
    if (strict.length > 0) {
      if (strict[0]?.exact || !isTelling || !typed.some(({ number }) => number === 'identifying'))
        return strict;
      const whole = ofAnyKind.map((token) => ({ ...token, isPrefix: false }));
      const known = new Set(strict.map(({ school }) => school));
      return [...strict, ...this.similar(whole, false).filter(({ school }) => !known.has(school))];
    }
    const loose = this.similar(typed);
    return loose.length > 0 || !isTelling ? loose : this.similar(ofAnyKind);
  }

  private rank(costs: Costs, isExact: (school: number) => boolean): Hit<School>[] {
    const order = [...costs].map(([at, cost]) => {
      const school = this.schools[at] as School;
      return { school, exact: isExact(at), cost, key: sortKey(school) };
    });
    order.sort(
      (a, b) =>
        Number(b.exact) - Number(a.exact) || a.cost - b.cost || Number(a.key > b.key) - Number(a.key < b.key),
    );
    return order.map(({ school, exact }) => ({ school, exact }));
  }

  private similar(typed: readonly NameToken[], loosely = true): Hit<School>[] {
    return this.rank(this.matching(typed, loosely), () => false);
  }

  private matching(typed: readonly NameToken[], loosely: boolean): Costs {
    const known = new Map<NameToken, Costs>();
    const costsOf = (token: NameToken): Costs => {
      const costs = known.get(token) ?? this.index.matches(token, loosely);
      known.set(token, costs);
      return costs;
    };
    const best = new Map<number, number>();
    for (const tokens of queryVariants(typed, loosely, this.language, (text) => this.index.has(text)))
      for (const [at, cost] of this.matchingAll(tokens, costsOf)) keepLower(best, at, cost);
    return best;
  }

  /** Organisations that match every token that is not a stop word. */
  private matchingAll(tokens: readonly NameToken[], costsOf: (token: NameToken) => Costs): Costs {
    const telling = tokens.filter(({ isStopWord }) => !isStopWord);
    const [first, ...others] = telling.length > 0 ? telling : tokens;
    let found = new Map(first === undefined ? [] : costsOf(first));
    for (const token of others) {
      const both = new Map<number, number>();
      for (const [at, cost] of costsOf(token)) {
        const before = found.get(at);
        if (before !== undefined) both.set(at, before + cost);
      }
      found = both;
    }
    for (const { isStopWord, text } of tokens) {
      if (!isStopWord) continue;
      for (const [at, cost] of found)
        if (!this.index.holds(at, text)) found.set(at, cost + MISSING_STOP_WORD);
    }
    return found;
  }
}

/** «Школа № 9» before «Школа № 12». */
const sortKey = ({ name, district }: NamedSchool): string =>
  `${name}\n${district}`.toLowerCase().replace(/\d+/g, (figures) => figures.padStart(6, '0'));
