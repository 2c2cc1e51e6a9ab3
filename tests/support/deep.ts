/**
 * Sweeps: tests that go through every call of a job, every night of a year. `npm run test:deep` runs those suites
 * (`*.sweep.test.ts`) over all of it; `npm test` runs the same suites over a sample.
 */
declare global {
  /** Set by jest.deep.config.mjs. */
  var isDeep: boolean | undefined;
}

export const DEEP = globalThis.isDeep === true;

/** All of them in the deep run, else `count`, spread evenly, the first and the last with them. */
export function sample<T>(all: readonly T[], count: number): readonly T[] {
  if (DEEP || all.length <= count) return all;
  const step = (all.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, index) => all[Math.round(index * step)] as T);
}
