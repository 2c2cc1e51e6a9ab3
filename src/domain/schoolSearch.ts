/**
 * Finds organisations by a name as people type it: in any order, without quotes, «N» for «№», ё as е, with one
 * wrong letter, with the keyboard on English. Figures are never forgiven: school 12 is not school 13.
 */
import { spelling } from './letter/lookalikes';
import { sameKey } from './text';

export interface NamedSchool {
  readonly id: string;
  readonly name: string;
  readonly fullName: string;
  readonly district: string;
}

/** Schools that fit, best first. A number that is still being typed fits the numbers that begin so. */
export type SchoolSearch<School extends NamedSchool> = (typed: string) => School[];

/** The name that stands in the report counts more than where the school is. */
const PLACE = { name: 0, fullName: 0.5, district: 1 } as const;
/** What a way of fitting costs: the smaller, the better the school fits. */
const COST = { same: 0, kind: 0.4, beginning: 1, wrongLetter: 3 } as const;
/** In shorter words a letter more or less makes another word. */
const SHORTEST_MISSPELT = 4;

const WORD = /\d+|[a-zа-я]+/g;
/** Says nothing of which school it is: «№», «им.», «г.», and the legal form, which the short name leaves out. */
const FILLER =
  /^(?:n|no|номер|им|имени|г|с|п|д|р|ул|пос|пгт|ст|и|в|по|на|город|города|село|села|поселок|поселка|деревни|станицы|[мгкчф]?[абк]?оу|[мгк]?[абк]?нп?оу|муниц[а-я]*|государств[а-я]*|бюджет[а-я]*|автоном[а-я]*|казенн[а-я]*|частн[а-я]*|учрежд[а-я]*|организац[а-я]*|общеобраз[а-я]*|образоват[а-я]*|дошкол[а-я]*|средн[а-я]*|основн[а-я]*|начальн[а-я]*)$/;
/** Words for one kind of school, which people use for one another. */
const KINDS: readonly (readonly [kind: string, words: RegExp])[] = [
  ['школа', /^(?:школ[а-я]*|с?ош|оош|нош|сш|со?ш)$/],
  ['сад', /^(?:сад[а-я]*|детск[а-я]*|[мгкч]?[абк]?доу|доу|ясл[а-я]*|дс)$/],
  ['гимназия', /^гимназ[а-я]*$/],
  ['лицей', /^лице[а-я]*$/],
];

const wordsOf = (text: string): string[] =>
  (text.match(/[^\s«»"“”„'()]+/g) ?? [])
    .flatMap((piece) => spelling(piece).match(WORD) ?? [])
    .filter((word) => word !== '');

const kindOf = (word: string): string | null => KINDS.find(([, words]) => words.test(word))?.[0] ?? null;

/** How a typed word fits a word of a name, null when it does not. `open`: it may be unfinished. */
function costOf(typed: string, word: string, open: boolean): number | null {
  if (typed === word) return COST.same;
  if (/\d/.test(typed)) return open && word.startsWith(typed) ? COST.beginning : null;
  const kind = kindOf(typed);
  if (kind !== null && kind === kindOf(word)) return COST.kind;
  if (word.startsWith(typed)) return COST.beginning;
  if (typed.length < SHORTEST_MISSPELT || /\d/.test(word)) return null;
  return oneOff(typed, word) || (open && beginsOneOff(typed, word)) ? COST.wrongLetter : null;
}

/** One letter changed, lost, added, or two neighbours changed about. */
function oneOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  const [restA, restB] = [a.slice(head), b.slice(head)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

const beginsOneOff = (typed: string, word: string): boolean =>
  [-1, 0, 1].some((more) => oneOff(typed, word.slice(0, typed.length + more)));

/** Which schools hold a word, and what the place costs: one entry a school. */
type Places = Map<number, number>;

class SchoolIndex<School extends NamedSchool> {
  private readonly words = new Map<string, Places>();

  constructor(private readonly schools: readonly School[]) {
    schools.forEach(({ name, fullName, district }, index) => {
      for (const word of wordsOf(name)) this.put(word, index, PLACE.name);
      for (const word of wordsOf(fullName)) this.put(word, index, PLACE.fullName);
      // The number of a district is no school's.
      for (const word of wordsOf(district)) if (!/\d/.test(word)) this.put(word, index, PLACE.district);
    });
  }

  /** Cost by school for all these words together; a school that lacks one of them is not there. */
  all(typed: readonly string[], lastIsOpen: boolean): Places {
    let found: Places | null = null;
    typed.forEach((word, at) => {
      const fitting = this.fitting(word, lastIsOpen && at === typed.length - 1);
      const before = found;
      if (before === null) found = fitting;
      else {
        found = new Map();
        for (const [school, cost] of fitting) {
          const sum = before.get(school);
          if (sum !== undefined) found.set(school, sum + cost);
        }
      }
    });
    return found ?? new Map();
  }

  ranked(places: Places): School[] {
    const order = [...places].map(([index, cost]) => ({ school: this.schools[index] as School, cost }));
    order.sort((a, b) => a.cost - b.cost || compareNames(a.school, b.school));
    return order.map(({ school }) => school);
  }

  private fitting(typed: string, open: boolean): Places {
    const best: Places = new Map();
    for (const [word, schools] of this.words) {
      const cost = costOf(typed, word, open);
      if (cost === null) continue;
      for (const [school, place] of schools) {
        if (cost + place < (best.get(school) ?? Number.POSITIVE_INFINITY)) best.set(school, cost + place);
      }
    }
    return best;
  }

  private put(word: string, school: number, cost: number): void {
    const schools = this.words.get(word);
    if (schools === undefined) this.words.set(word, new Map([[school, cost]]));
    else if (cost < (schools.get(school) ?? Number.POSITIVE_INFINITY)) schools.set(school, cost);
  }
}

/** «Школа № 9» before «Школа № 12». */
function compareNames(a: NamedSchool, b: NamedSchool): number {
  const [one, two] = [sortKey(a.name), sortKey(b.name)];
  return one < two ? -1 : one > two ? 1 : a.district < b.district ? -1 : 1;
}

const sortKey = (name: string): string =>
  name.toLowerCase().replace(/\d+/g, (figures) => figures.padStart(6, '0'));

const QWERTY = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const ЙЦУКЕН = 'йцукенгшщзхъфывапролджэячсмитьбюё';

/** What the same keys write when the keyboard is on Russian. */
const onRussianKeyboard = (text: string): string =>
  text.toLowerCase().replace(/[a-z[\];',.`]/g, (key) => ЙЦУКЕН.charAt(QWERTY.indexOf(key)));

/** Reads the names once; each search then takes a few milliseconds for a thousand of them. */
export function schoolSearch<School extends NamedSchool>(schools: readonly School[]): SchoolSearch<School> {
  const index = new SchoolIndex(schools);
  const find = (text: string): School[] => {
    const words = wordsOf(text);
    const lastIsOpen = /[\p{L}\d]$/u.test(text);
    const telling = words.filter((word) => !FILLER.test(word));
    const whole = index.all(telling.length > 0 ? telling : words, lastIsOpen);
    if (whole.size > 0) return index.ranked(whole);
    // «Школа 5» may be the gymnasium of that number.
    const bare = telling.filter((word) => kindOf(word) === null);
    return index.ranked(index.all(bare, lastIsOpen));
  };
  return (typed) => {
    // A code is known whole or not at all: «К-12» is not school 12.
    const coded = schools.filter(({ id }) => sameKey(id) === sameKey(typed));
    if (coded.length > 0) return coded;
    const found = find(typed);
    return found.length > 0 || !/[a-z]/i.test(typed) ? found : find(onRussianKeyboard(typed));
  };
}
