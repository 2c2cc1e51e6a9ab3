/** Whether an organisation is exactly the one that was typed: by its numbers and by its kind. */
import { initialsOf, type Kind, type Word } from './nameToken';

export class Facts {
  readonly initials: { readonly name: string; readonly fullName: string };
  /** The main one first: a full name may speak of another school, as a branch does. */
  private readonly numbers: readonly string[];
  private readonly kinds: ReadonlySet<Kind>;
  private readonly kindsOfName: ReadonlySet<Kind>;

  constructor(name: readonly Word[], fullName: readonly Word[]) {
    const [kindsOfName, kindsOfFull] = [kindsIn(name), kindsIn(fullName)];
    this.kinds = new Set([...kindsOfName, ...kindsOfFull]);
    this.kindsOfName = new Set(kindsOfName.length > 0 ? kindsOfName : kindsOfFull);
    this.numbers = [...ownNumbers(name), ...ownNumbers(fullName)];
    this.initials = { name: bothInitials(name), fullName: bothInitials(fullName) };
  }

  /** The numbers typed are its own, the kind typed fits, and it is of no further kind that was left unsaid. */
  areOf(typed: readonly Word[]): boolean {
    const numbers = ownNumbers(typed);
    const [main] = this.numbers;
    // «Школа 2» is not building 2 of school 5.
    if (numbers.length > 0 && (main === undefined || !numbers.includes(main))) return false;
    if (!numbers.every((number) => this.numbers.includes(number))) return false;
    const said = kindsIn(typed);
    if (!said.every((kind) => this.kinds.has(kind))) return false;
    const maybe = [...said, ...typed.flatMap((word) => word.maybe)];
    // «Школа 3» is not the school of music of that number; «гимназия 3» may be a «школа-гимназия».
    return (
      maybe.length === 0 || [...this.kindsOfName].every((kind) => kind === 'school' || maybe.includes(kind))
    );
  }
}

const kindsIn = (words: readonly Word[]): Kind[] => words.flatMap(({ kinds }) => kinds);

const ownNumbers = (words: readonly Word[]): string[] =>
  words.filter(({ number }) => number === 'own').map(({ text }) => text);

const bothInitials = (words: readonly Word[]): string => initialsOf(words, false) + initialsOf(words, true);
