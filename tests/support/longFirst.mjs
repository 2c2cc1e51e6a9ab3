/** The suites that stop a job at each of its calls take minutes: begun last, they would leave one core idle. */
import Sequencer from '@jest/test-sequencer';

const isLong = ({ path }) => /[\\/]tests[\\/](jobs|mail)[\\/]/.test(path);

export default class LongFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
}
