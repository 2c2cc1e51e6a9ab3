/** Short codes for organisations that a list names without any: «К-01», of the district's first letters. */
import { sameKey } from '../values/text';

const NO_LETTER = /^(?:городск|муниципал|сельск|район|округ|поселени|образовани|област|г$|мо$|го$|р$|н$)/;

/** Gives codes that are not taken; a district keeps the letters that its codes have. */
export class OrganisationIds {
  private readonly taken: Set<string>;
  private readonly prefixes = new Map<string, string>();
  private readonly last = new Map<string, number>();

  constructor(
    known: readonly { readonly id: string; readonly district: string }[],
    reserved: readonly string[],
  ) {
    this.taken = new Set([...known.map(({ id }) => id), ...reserved].map(sameKey));
    for (const { id, district } of known) {
      const prefix = /^(\D{1,6})-\d+$/.exec(id)?.[1];
      const key = sameKey(district);
      if (prefix !== undefined && !this.prefixes.has(key)) this.prefixes.set(key, prefix);
    }
  }

  next(district: string): string {
    const prefix = this.prefixOf(district);
    let number = this.last.get(prefix) ?? 0;
    let id: string;
    do {
      number += 1;
      id = `${prefix}-${String(number).padStart(2, '0')}`;
    } while (this.taken.has(sameKey(id)));
    this.last.set(prefix, number);
    this.taken.add(sameKey(id));
    return id;
  }

  private prefixOf(district: string): string {
    const key = sameKey(district);
    const known = this.prefixes.get(key);
    if (known !== undefined) return known;
    const words = (district.match(/[A-Za-zА-Яа-яЁё]+/g) ?? []).filter(
      (word) => !NO_LETTER.test(sameKey(word)),
    );
    const letters = (words.length > 0 ? words.join('') : 'О').toUpperCase();
    const used = new Set(this.prefixes.values());
    let prefix = letters.slice(0, 1);
    for (let length = 2; used.has(prefix); length += 1) {
      prefix =
        length <= Math.min(5, letters.length) ? letters.slice(0, length) : `${letters.slice(0, 1)}${length}`;
    }
    this.prefixes.set(key, prefix);
    return prefix;
  }
}
