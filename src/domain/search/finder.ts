/** From what was typed to organisations in their order: those that fit, else those that are like it. */
import { sameKey } from '../values/text';
import { keepLower, type NamedSchool, NameIndex, type Places } from './nameIndex';
import type { Language, Word } from './nameToken';
import { waysToRead } from './queryVariants';

export interface Hit<School extends NamedSchool> {
  readonly school: School;
  /** Every number typed is a whole number of this one, and it is of the kind typed. Else it is only like it. */
  readonly exact: boolean;
}

/** Of two that fit alike the one that also has a word of no weight comes first. */
const WITHOUT_WEAK_WORD = 0.1;

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
    // A code is known whole or not at all: «К-12» is not school 12. A number alone is rather a school's own.
    const coded = this.codes.get(sameKey(text)) ?? [];
    const isNumber = /^\d+$/.test(text.trim());
    if (coded.length > 0 && !isNumber) return coded.map((school) => ({ school, exact: true }));
    let found = this.find(this.language.read(text));
    if (found.length === 0 && /[a-z]/i.test(text))
      found = this.find(this.language.read(this.language.onItsKeyboard(text)));
    return found.length > 0 ? found : coded.map((school) => ({ school, exact: false }));
  }

  private find(typed: readonly Word[]): Hit<School>[] {
    // «Школа 5» may be the gymnasium of that number.
    const ofAnyKind = typed.filter(({ kinds, maybe }) => kinds.length + maybe.length === 0);
    const isTelling = ofAnyKind.length < typed.length && ofAnyKind.some(({ weak }) => !weak);
    const sure = this.ranked(this.fitting(typed, false), (at) => this.index.isExactly(at, typed));
    if (sure.length > 0) {
      if (sure[0]?.exact || !isTelling || !typed.some(({ number }) => number === 'own')) return sure;
      const whole = ofAnyKind.map((word) => ({ ...word, open: false }));
      const known = new Set(sure.map(({ school }) => school));
      return [...sure, ...this.alike(whole, false).filter(({ school }) => !known.has(school))];
    }
    const like = this.alike(typed);
    return like.length > 0 || !isTelling ? like : this.alike(ofAnyKind);
  }

  private ranked(places: Places, isExact: (school: number) => boolean): Hit<School>[] {
    const order = [...places].map(([at, cost]) => {
      const school = this.schools[at] as School;
      return { school, exact: isExact(at), cost, key: sortKey(school) };
    });
    order.sort(
      (a, b) =>
        Number(b.exact) - Number(a.exact) || a.cost - b.cost || Number(a.key > b.key) - Number(a.key < b.key),
    );
    return order.map(({ school, exact }) => ({ school, exact }));
  }

  private alike(typed: readonly Word[], loosely = true): Hit<School>[] {
    return this.ranked(this.fitting(typed, loosely), () => false);
  }

  private fitting(typed: readonly Word[], loosely: boolean): Places {
    const known = new Map<Word, Places>();
    const fitting = (word: Word): Places => {
      const places = known.get(word) ?? this.index.fitting(word, loosely);
      known.set(word, places);
      return places;
    };
    const best = new Map<number, number>();
    for (const words of waysToRead(typed, loosely, this.language, (text) => this.index.has(text)))
      for (const [at, cost] of this.holdingAll(words, fitting)) keepLower(best, at, cost);
    return best;
  }

  /** One that lacks a word of weight is not among them. */
  private holdingAll(words: readonly Word[], fitting: (word: Word) => Places): Places {
    const telling = words.filter(({ weak }) => !weak);
    const [first, ...others] = telling.length > 0 ? telling : words;
    let found = new Map(first === undefined ? [] : fitting(first));
    for (const word of others) {
      const both = new Map<number, number>();
      for (const [at, cost] of fitting(word)) {
        const before = found.get(at);
        if (before !== undefined) both.set(at, before + cost);
      }
      found = both;
    }
    for (const { weak, text } of words) {
      if (!weak) continue;
      for (const [at, cost] of found)
        if (!this.index.holds(at, text)) found.set(at, cost + WITHOUT_WEAK_WORD);
    }
    return found;
  }
}

/** «Школа № 9» before «Школа № 12». */
const sortKey = ({ name, district }: NamedSchool): string =>
  `${name}\n${district}`.toLowerCase().replace(/\d+/g, (figures) => figures.padStart(6, '0'));
