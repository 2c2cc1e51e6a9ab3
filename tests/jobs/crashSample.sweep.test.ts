/** The sample programme's insertion is stopped at each of its service calls and pressed again. */
import { expect, it } from '@jest/globals';
import type { Fault } from '../../host/metering/faults';
import { LocalHost } from '../../host/runtime/localHost';
import { makeBooks } from '../../host/sample/books';
import { differences } from '../support/bookDump';
import { Finished, stateOf, WAYS, type Way } from '../support/crash';
import { sample } from '../support/deep';
import { fork, type World } from '../support/fork';
import { MORNING, run } from '../support/smallProgramme';

function insertSample(world: World, faults: readonly Fault[] = []) {
  world.host.answers.length = 0;
  world.host.answers.push({ text: '2' });
  return run(world, 'menuSample', faults);
}

it('a sample that was inserted by halves is completed by the next press', () => {
  const host = new LocalHost({ now: MORNING });
  const start: World = { host, books: makeBooks(host, { timeZone: 'Europe/Moscow' }) };
  const clean = fork(start);
  const { total } = insertSample(clean).meter;
  const expected = stateOf(clean);
  const ends = new Finished((world) => {
    insertSample(world);
    return differences(expected, stateOf(world));
  });
  const ways: Way[] = ['killed before the call', 'done, but reported as timed out'];
  const stops = Array.from({ length: total }, (_, index) =>
    ways.map((way) => ({ at: index + 1, way })),
  ).flat();
  const problems = sample(stops, 30).flatMap(({ at, way }) => {
    const world = fork(start);
    insertSample(world, [WAYS[way](at)]);
    return ends.of(world).map((each) => `call ${at}, ${way}: ${each}`);
  });
  expect(problems).toEqual([]);
});
