/** A sending run is stopped at each of its service calls and the schedule goes on: nobody twice, nobody forgotten. */
import { describe, expect, it } from '@jest/globals';
import type { Fault } from '../../host/metering/faults';
import type { LedgerState } from '../../src/domain/mail/ledger/record';
import { readShard } from '../../src/google/state/ledger/shard';
import { callsOf, Finished, WAYS, type Way } from '../support/crash';
import { sample } from '../support/deep';
import { fork, type World } from '../support/fork';
import { MINUTE_MS, run } from '../support/smallProgramme';
import { at, curatorOf, headOf, listPeople, MINISTRY, mailing, setSetting } from './world';

/** Four mails of Monday morning: one of three parts, one of two, two of one. */
const PEOPLE = [
  [MINISTRY, 'получатель сводки', '', ''],
  [MINISTRY, 'руководитель района', '', 'Кировский'],
  [MINISTRY, 'куратор', 'К-02', ''],
  [headOf(2), 'руководитель района', '', 'Ленинский'],
  [headOf(2), 'куратор', 'К-03', ''],
  [curatorOf(6), 'куратор', 'К-06', ''],
  [headOf(3), 'руководитель района', '', 'Чкаловский'],
] as const;
const ADDRESSES = [...new Set(PEOPLE.map(([address]) => address))];

function mondayMorning(): World {
  const world = mailing();
  listPeople(world, [...PEOPLE, ['', '', '', ''], ['', '', '', ''], ['', '', '', '']]);
  // Also on the due day, which is this Monday.
  setSetting(world, 'Напоминать до срока, дней', '7, 0');
  setSetting(world, 'Одному человеку не чаще раза в … дней', '3');
  world.host.advance(at(4, 8, 55));
  world.host.clock.set(at(4, 9, 5).getTime());
  return world;
}
const before = mondayMorning();
const sentBefore = before.host.outbox.messages.length;
const tick = (world: World, faults: readonly Fault[] = []) => run(world, 'tick', faults);
const BUSY = Object.assign(new Error('Failed to send email: Mail command failed: 451 Try later'), {
  name: 'Exception',
});
/** A quarter of an hour later: three of the mails were not taken, for a passing reason. */
function deferred(): World {
  const world = fork(before);
  tick(world, [{ at: { kind: 'MailApp.sendEmail', every: true }, fail: BUSY }]);
  world.host.clock.set(at(4, 9, 20).getTime());
  return world;
}

interface Start {
  readonly world: World;
  /** What goes wrong besides. */
  readonly faults: readonly Fault[];
  readonly kinds: readonly string[];
  /** The run's part in which mails go out. */
  readonly first: number;
}
function startOf(world: World, faults: readonly Fault[]): Start {
  const kinds = callsOf((listening) => tick(fork(world), [...faults, ...listening]));
  return { world, faults, kinds, first: kinds.indexOf('MailApp.getRemainingDailyQuota') };
}
const STARTS = {
  'the first try': startOf(before, []),
  'the second try': startOf(deferred(), []),
  'a second try that is not taken either': startOf(deferred(), [
    { at: { kind: 'MailApp.sendEmail', nth: 2 }, fail: BUSY },
  ]),
} as const;
const { kinds, first } = STARTS['the first try'];

/** The ledger's states by address, as they lie in the properties. */
function states({ host, books }: World): Map<string, LedgerState[]> {
  const found = new Map<string, LedgerState[]>();
  for (const [name, text] of host.properties.store(`script:${books.controlScript.id}`)) {
    if (!name.startsWith('mail.')) continue;
    for (const { address, records } of readShard(text)) {
      const today = records.filter(({ period }) => period.startsWith('2020-10-05'));
      found.set(
        address,
        today.map(({ state }) => state),
      );
    }
  }
  return found;
}
const UNKNOWN = 'unknown';

function problemsOf(index: number, way: Way, start: Start = STARTS['the first try']): string[] {
  const world = fork(start.world);
  tick(world, [...start.faults, WAYS[way](index + 1)]);
  return ends.of(world).map((problem) => `call ${index + 1} (${start.kinds[index]}), ${way}: ${problem}`);
}

const ends = new Finished((world) => {
  for (let count = 0; count < 2; count += 1) {
    world.host.clock.set(world.host.clock.now() + 61 * MINUTE_MS);
    const outcome = tick(world);
    if (outcome.error) return [`the next tick failed: ${outcome.error.message}`];
  }
  const problems: string[] = [];
  const ledger = states(world);
  const anyUnknown = [...ledger.values()].some((each) => each.includes(UNKNOWN));
  const told = anyUnknown && JSON.stringify(run(world, 'menuState').seen).includes('Неизвестно, ушли ли');
  for (const address of ADDRESSES) {
    const got = world.host.outbox.messages.slice(sentBefore).filter(({ to }) => to.includes(address)).length;
    const isUnknown = ledger.get(address)?.includes(UNKNOWN) === true;
    if (got > 1) problems.push(`${address} got ${got}`);
    if (got === 0 && !isUnknown) problems.push(`${address} was forgotten`);
    if (isUnknown && !told) problems.push(`${address} is in doubt and nobody is told`);
    if (
      ledger.get(address)?.some((state) => state === 'planned' || state === 'sending' || state === 'deferred')
    ) {
      problems.push(`${address} is still being sent`);
    }
  }
  return problems;
});

describe('a sending run that was stopped and gone on with', () => {
  it('sends four mails when it is not', () => {
    const world = fork(before);
    tick(world);
    expect(world.host.outbox.messages.length - sentBefore).toBe(4);
    expect([...states(world).values()].flat()).not.toContain(UNKNOWN);
  });
  it.each(
    (Object.keys(STARTS) as (keyof typeof STARTS)[]).flatMap((which) =>
      (Object.keys(WAYS) as Way[]).map((way) => [which, way] as const),
    ),
  )('%s, %s, at any call: nobody has two, everybody has one or is known to be in doubt', (which, way) => {
    const start = STARTS[which];
    const calls = sample([...start.kinds.keys()].slice(start.first), which === 'the first try' ? 25 : 5);
    expect(calls.flatMap((index) => problemsOf(index, way, start))).toEqual([]);
  });
  it('and while the books are read before, one way for every kind of call', () => {
    const seen = new Set<string>();
    const problems: string[] = [];
    kinds.slice(0, first).forEach((kind, index) => {
      if (seen.has(kind)) return;
      seen.add(kind);
      problems.push(...problemsOf(index, 'killed after the call'));
    });
    expect(problems).toEqual([]);
  });
});
