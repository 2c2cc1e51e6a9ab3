/** Names of districts in rows: short, and never two different ones alike. */
import { byDistrict } from '../../report/summary';
import { sameKey, tidy } from '../../values/text';
import type { BookFacts } from '../facts';
import type { MailWords } from '../words';
import { LONGEST_NAME, oneLine } from './oneLine';

/** The district's name as it stands alone: whole where it is not too long. */
export function districtName(name: string, { analysis, today }: BookFacts, words: MailWords): string {
  const whole = oneLine(name || words.noDistrict, Number.MAX_SAFE_INTEGER);
  if ([...whole].length <= LONGEST_NAME) return whole;
  const districts = byDistrict(analysis.programme, [], today);
  const key = sameKey(name);
  const names = districts.map((each) => each.name || words.noDistrict);
  const cut = distinctNames(names, LONGEST_NAME, words);
  return cut[districts.findIndex((each) => each.key === key)] ?? oneLine(whole, LONGEST_NAME);
}

/** Enough of a beginning to know which kind of district it is. */
const HEAD = 8;

/** «Белоярский городской округ» → «Белоярский ГО», as tables write it. */
const shorter = (name: string, { shorter: rules }: Pick<MailWords, 'shorter'>): string =>
  tidy(rules.reduce((text, [pattern, short]) => text.replace(pattern, short), name));

/**
 * The names in rows of at most `most` characters, in their order; no two are alike. A long one is cut at its end; where
 * that makes two alike, both are cut where they are the same, and numbered when even that does not help.
 */
export function distinctNames(names: readonly string[], most: number, words: MailWords): string[] {
  const whole = names.map((name) => oneLine(name, Number.MAX_SAFE_INTEGER));
  const short = whole.map((name) => shorter(name, words));
  let cut = short.map((name) => oneLine(name, most));
  // What was cut at its end first, then what was shortened.
  for (const from of [short, whole]) cut = cutInMiddle(cut, from, most);
  const taken = new Set<string>();
  return cut.map((name) => {
    let free = name;
    for (let nth = 2; taken.has(free); nth += 1) free = `${oneLine(name, most - 5)} (${nth})`;
    taken.add(free);
    return free;
  });
}

/** The names anew, those that are alike as `from` has them without the middle. */
function cutInMiddle(cut: readonly string[], from: readonly string[], most: number): string[] {
  const groups = new Map<string, number[]>();
  cut.forEach((name, index) => {
    const known = groups.get(name);
    if (known) known.push(index);
    else groups.set(name, [index]);
  });
  const anew = [...cut];
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const shortened = withoutMiddle(
      group.map((index) => from[index] ?? ''),
      most,
    );
    group.forEach((index, nth) => {
      anew[index] = shortened[nth] ?? '';
    });
  }
  return anew;
}

/** Each with its beginning and with what stands around the place where they begin to differ. */
function withoutMiddle(names: readonly string[], most: number): string[] {
  const all = names.map((name) => [...name]);
  const [first = []] = all;
  const alike = first.findIndex((letter, index) => all.some((letters) => letters[index] !== letter));
  const from = alike < 0 ? first.length : alike;
  return all.map((letters) => {
    if (letters.length <= most) return letters.join('');
    // To the end where the end holds the difference.
    const start = Math.min(Math.max(HEAD, from - 4), letters.length - (most - HEAD - 1));
    return oneLine(`${letters.slice(0, HEAD).join('')}…${letters.slice(start).join('').trim()}`, most);
  });
}
