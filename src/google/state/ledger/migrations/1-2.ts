/**
 * Layout 1: a record has kind and period, state and second, reason. In layout 2 one that was not taken for a passing
 * reason also has the day and the number of its tries, and a state of its own. What layout 1 holds reads the same.
 */
export const ledger1to2 = (stored: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  ...stored,
  version: 2,
});
