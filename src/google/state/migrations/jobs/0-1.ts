/** Version 1 of the jobs' memory: the version itself, and fingerprints and change markers under these names. */
import type { Stored } from '../../versions';

const NAMES: Readonly<Record<string, string>> = {
  prints: 'fingerprints',
  print: 'fingerprint',
  pulse: 'changeMarker',
};

const renamed = (stored: unknown): Stored =>
  Object.fromEntries(Object.entries(stored ?? {}).map(([name, value]) => [NAMES[name] ?? name, value]));

const book = (stored: Stored): Stored => {
  const { reminders, ...rest } = renamed(stored);
  return { ...rest, reminders: reminders ? renamed(reminders) : null };
};

export const jobs0to1 = ({ control, books, ...rest }: Stored): Stored => ({
  ...rest,
  control: renamed(control),
  books: Object.fromEntries(
    Object.entries((books ?? {}) as Readonly<Record<string, Stored>>).map(([id, each]) => [id, book(each)]),
  ),
});
