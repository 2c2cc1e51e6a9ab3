/** Long suites begin first: one that began last would leave a core idle. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Sequencer from '@jest/test-sequencer';

/** On a machine that has not run the tests yet nothing tells how long a suite takes: of the longest this list does. */
const LONGEST = ['host/page/kept.test.ts'].map((name) =>
  fileURLToPath(new URL(`../${name}`, import.meta.url)),
);

export default class LongFirst extends Sequencer {
  constructor(options) {
    super(options);
    for (const path of LONGEST)
      if (!existsSync(path)) throw new Error(`${path} is listed as long, but there is none`);
  }

  sort(tests) {
    // Jest sorts by the durations of the last run, and those that it does not know by their size.
    const sorted = super.sort(tests);
    if (sorted.every(({ duration }) => duration !== undefined)) return sorted;
    const rank = ({ path }) => (LONGEST.includes(path) ? LONGEST.indexOf(path) : LONGEST.length);
    return [...sorted].sort((a, b) => rank(a) - rank(b));
  }
}
