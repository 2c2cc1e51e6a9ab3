/**
 * Stored data says in which layout it was written: `version`, a whole number; data without one is version 0. Reading
 * brings it forward step by step, and what is written next is of the newest version. A layout that only needs a
 * field more, with a value for when it is missing, is no new version.
 *
 * A step lies in a file of its own, `migrations/<store>/<from>-<to>.ts`, and is never changed again.
 */

/** A stored object of any version. */
export type Stored = Readonly<Record<string, unknown>>;

/** The step at index n brings version n to n + 1: their number is the version that this program writes. */
export type Migrations = readonly ((stored: Stored) => Stored)[];

/** Written by a newer version of the program: nothing may be made of it, and nothing written over it. */
export class NewerVersion extends Error {}

/** @throws NewerVersion with the sentence `newer` when `version` is above the newest that is known. */
function checkVersion(version: number, newest: number, newer: string): void {
  if (version > newest) throw new NewerVersion(newer);
}

const versionOf = ({ version }: Stored): number => (typeof version === 'number' ? version : 0);

/** The object in the newest layout, with its `version`. @throws NewerVersion with the sentence `newer` */
export function migrated(stored: Stored, steps: Migrations, newer: string): Stored {
  const from = versionOf(stored);
  checkVersion(from, steps.length, newer);
  const now = steps.slice(from).reduce((data, step) => step(data), stored);
  return { ...now, version: steps.length };
}
