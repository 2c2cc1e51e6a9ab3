import type { Mirror } from '../context';

/** A person, as lists of editors give them. */
export class User implements Mirror<GoogleAppsScript.Base.User, 'getEmail'> {
  constructor(private readonly email: string) {}
  getEmail(): string {
    return this.email;
  }
  /** Google shows the address when a user is printed. */
  toString(): string {
    return this.email;
  }
}

/** An e-mail out of what Google's methods take: an address or a User. */
export function emailOf(user: unknown): string {
  return (user instanceof User ? user.getEmail() : String(user)).toLowerCase();
}
