/** Whether an organisation is exactly the one that was typed: by its numbers and by its kind. */
import type { OrganisationKind } from '../organisations/kinds';
import { initialsOf, type NameToken } from './nameToken';

export class NameProfile {
  readonly initials: { readonly name: string; readonly fullName: string };
  /** The main one first: a full name may speak of another school, as a branch does. */
  private readonly numbers: readonly string[];
  private readonly kinds: ReadonlySet<OrganisationKind>;
  private readonly kindsOfName: ReadonlySet<OrganisationKind>;

  constructor(name: readonly NameToken[], fullName: readonly NameToken[]) {
    const [kindsOfName, kindsOfFull] = [kindsIn(name), kindsIn(fullName)];
    this.kinds = new Set([...kindsOfName, ...kindsOfFull]);
    this.kindsOfName = new Set(kindsOfName.length > 0 ? kindsOfName : kindsOfFull);
    this.numbers = [...ownNumbers(name), ...ownNumbers(fullName)];
    this.initials = { name: bothInitials(name), fullName: bothInitials(fullName) };
  }

  /** The numbers typed are its own, the kind typed fits, and it is of no further kind that was left unsaid. */
  isExactly(typed: readonly NameToken[]): boolean {
    const numbers = ownNumbers(typed);
    const [main] = this.numbers;
    // «Школа 2» is not building 2 of school 5.
    if (numbers.length > 0 && (main === undefined || !numbers.includes(main))) return false;
    if (!numbers.every((number) => this.numbers.includes(number))) return false;
    const said = kindsIn(typed);
    if (!said.every((kind) => this.kinds.has(kind))) return false;
    const possibleKinds = [...said, ...typed.flatMap((token) => token.possibleKinds)];
    // «Школа 3» is not the school of music of that number; «гимназия 3» may be a «школа-гимназия».
    return (
      possibleKinds.length === 0 ||
      [...this.kindsOfName].every((kind) => kind === 'school' || possibleKinds.includes(kind))
    );
  }
}

const kindsIn = (tokens: readonly NameToken[]): OrganisationKind[] => tokens.flatMap(({ kinds }) => kinds);

const ownNumbers = (tokens: readonly NameToken[]): string[] =>
  tokens.filter(({ number }) => number === 'identifying').map(({ text }) => text);

const bothInitials = (tokens: readonly NameToken[]): string =>
  initialsOf(tokens, false) + initialsOf(tokens, true);
