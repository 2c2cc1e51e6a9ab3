/** Prints the ten slowest suites of a whole run, before jest's own closing lines. */
import { relative } from 'node:path';

const SHOWN = 10;

export default class Slowest {
  onRunComplete(_contexts, { testResults }) {
    if (testResults.length <= SHOWN) return;
    const sorted = [...testResults].sort((a, b) => b.perfStats.runtime - a.perfStats.runtime);
    const lines = sorted.slice(0, SHOWN).map(({ perfStats, testFilePath }) => {
      const seconds = (perfStats.runtime / 1000).toFixed(1).padStart(7);
      return `${seconds} s  ${relative(process.cwd(), testFilePath)}`;
    });
    process.stderr.write(`\nThe ${SHOWN} slowest suites:\n${lines.join('\n')}\n`);
  }
}
