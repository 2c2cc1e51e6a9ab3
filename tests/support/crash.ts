/** Stops a job at one service call, runs it again, and tells how the end differs from a run without the stop. */

import { expect } from '@jest/globals';
import type { Fault } from '../../host/metering/faults';
import type { RunOutcome } from '../../host/runtime/outcome';
import { differences, dumpBook } from './bookDump';
import { DEEP } from './deep';
import { fork, type World } from './fork';
import { peoplesCells } from './people';
import { run } from './smallProgramme';
import { stateKey } from './stateKey';

export const WAYS = {
  'killed before the call': (at: number): Fault => ({ at, kill: true }),
  'killed after the call': (at: number): Fault => ({ at, kill: true, when: 'after' }),
  'refused by the service': (at: number): Fault => ({ at, fail: 'service' }),
  'done, but reported as timed out': (at: number): Fault => ({ at, fail: 'timeout', when: 'after' }),
} as const;
export type Way = keyof typeof WAYS;

/**
 * The control book's journal is left out: an interrupted run may have written its row, or not. Nothing else
 * is: the host's clock stands still, so even the stamps are the same.
 */
export const stateOf = ({ books }: World) => ({
  ...dumpBook(books.reporting),
  ...Object.fromEntries(
    Object.entries(dumpBook(books.control, { withoutRowsOf: ['Журнал'] })).map(([key, value]) => [
      `control ${key}`,
      value,
    ]),
  ),
});

/** Writes into books; the memory in the script's properties stands beside. */
export const sheetWrites = ({ meter }: RunOutcome): number =>
  meter.writes -
  (meter.calls['Properties.setProperties'] ?? 0) -
  (meter.calls['Properties.deleteProperty'] ?? 0);

/** Hears every call of a run and stops none. */
class Listener extends RegExp {
  readonly heard: string[] = [];
  override test(kind: string): boolean {
    this.heard.push(kind);
    return false;
  }
}

/** Kinds of the calls of a run, in their order. */
export function callsOf(start: (faults: readonly Fault[]) => void): readonly string[] {
  const listener = new Listener('');
  start([{ at: { kind: listener }, meanwhile: () => {} }]);
  return listener.heard;
}

/** Calls that leave something behind; failing after any other is the same as failing before it. */
export const hasEffect = (kind: string): boolean =>
  /\.(set|append|insert|delete|add|remove|protect|replace|hide|clear|tryLock|releaseLock|flush|alert|sendEmail)/.test(
    kind,
  );

/**
 * Of a long job the calls at which a stop may matter in a way of its own: the first of every kind of call between
 * the same two neighbours. All others stand among the same calls as one of these.
 */
export function tellingCalls(start: (faults: readonly Fault[]) => void): number[] {
  const heard = callsOf(start);
  const first = new Map<string, number>();
  heard.forEach((kind, index) => {
    const context = [heard[index - 1], kind, heard[index + 1]].join(' ');
    if (!first.has(context)) first.set(context, index + 1);
  });
  return [...first.values()];
}

/**
 * Finishes each state once: many stops leave the same one behind, and a deterministic host goes on from it in the
 * same way. `npm run test:deep` finishes every one and fails where two ends of one state differ.
 */
export class Finished<Outcome> {
  private readonly byState = new Map<string, Outcome>();

  /** `given`: what the end depends on besides the books, as a text. */
  constructor(private readonly finish: (world: World, given: string) => Outcome) {}

  of(world: World, given = ''): Outcome {
    const key = `${stateKey(world.host)} ${given}`;
    const known = this.byState.get(key);
    if (known !== undefined && !DEEP) return known;
    const outcome = this.finish(world, given);
    if (known !== undefined) expect(outcome).toEqual(known);
    this.byState.set(key, outcome);
    return outcome;
  }
}

export interface Job {
  readonly before: World;
  /** The function that a person presses, or the schedule's. */
  readonly functionName: string;
  /** The state in which a run without a stop ends. */
  readonly expected: ReturnType<typeof stateOf>;
  /** What is wrong in the end, by the state in which the stop left the books. */
  readonly problems: Finished<readonly string[]>;
}

export function prepare(before: World, functionName: string): Job & { readonly calls: number } {
  const clean = fork(before);
  const outcome = run(clean, functionName);
  if (outcome.error) throw new Error(outcome.error.message);
  const expected = stateOf(clean);
  const people = peoplesCells(before);
  const problems = new Finished((world) => finish(world, functionName, people, expected));
  return { before, functionName, expected, problems, calls: outcome.meter.total };
}

/** What is wrong in the end; empty when the stop left no trace. */
export function stopAndRunAgain(job: Job, at: number, way: Way): string[] {
  const world = fork(job.before);
  run(world, job.functionName, [WAYS[way](at)]);
  return job.problems.of(world).map((problem) => `call ${at}, ${way}: ${problem}`);
}

/** Runs the job again over what a stopped run left. `people`: what people wrote before. */
function finish(
  world: World,
  functionName: string,
  people: string,
  expected: ReturnType<typeof stateOf>,
): string[] {
  const problems: string[] = [];
  if (people !== peoplesCells(world)) problems.push('the stopped run changed what a person wrote');
  const again = run(world, functionName);
  if (again.error) problems.push(`the second run failed: ${again.error.message}`);
  if (people !== peoplesCells(world)) problems.push('the second run changed what a person wrote');
  problems.push(...differences(expected, stateOf(world)));
  // The memory is in order too: there is nothing left to write but the stamp.
  const third = run(world, 'menuRebuild');
  if (sheetWrites(third) !== 1) {
    problems.push(`a third run still writes: ${JSON.stringify(third.meter.calls)}`);
  }
  return problems;
}
