/** Setup and the nightly repair, which are long, are stopped at every kind of call in every surrounding. */
import { describe, expect, it } from '@jest/globals';
import type { Fault } from '../../host/metering/faults';
import { LocalHost } from '../../host/runtime/localHost';
import type { RunOutcome } from '../../host/runtime/outcome';
import { ADMINISTRATOR } from '../../host/sample/books';
import { differences, dumpBook } from '../support/bookDump';
import {
  Finished,
  prepare,
  sheetWrites,
  stopAndRunAgain,
  tellingCalls,
  WAYS,
  type Way,
} from '../support/crash';
import { sample } from '../support/deep';
import { fork, type World } from '../support/fork';
import { damaged, nightBefore } from '../support/scenes';
import { MORNING, run } from '../support/smallProgramme';

/** The two ways in turn: each call is stopped in one of them. */
const wayOf = (index: number): Way =>
  index % 2 === 0 ? 'killed before the call' : 'done, but reported as timed out';

const stopsOf = (start: (faults: readonly Fault[]) => void) =>
  sample(
    tellingCalls(start).map((at, index) => ({ at, way: wayOf(index) })),
    25,
  );

function problemsOf(before: World, functionName: string): string[] {
  const job = prepare(before, functionName);
  const stops = stopsOf((faults) => run(fork(before), functionName, faults));
  return stops.flatMap(({ at, way }) => stopAndRunAgain(job, at, way));
}

describe('a stop leaves no trace once the job was run again', () => {
  it('in the setup of a book that somebody damaged', () => {
    expect(problemsOf(damaged(), 'menuSetUp')).toEqual([]);
  });
  it('in the nightly repair of such a book', () => {
    expect(problemsOf(nightBefore(), 'tick')).toEqual([]);
  });
});

/** A control book with its script, before anybody pressed anything. */
function blank(): World {
  const host = new LocalHost({ now: MORNING });
  const control = host.createSpreadsheet({
    name: 'Пульт',
    owner: ADMINISTRATOR,
    locale: 'ru_RU',
    timeZone: 'Europe/Moscow',
  });
  const controlScript = host.attach('control/dist', { spreadsheetId: control.workbook.id, name: 'Пульт' });
  const books = { administrator: ADMINISTRATOR, control, reporting: control, controlScript };
  return { host, books: { ...books, reportingScript: controlScript } };
}

function setUp({ host, books }: World, faults: readonly Fault[] = []): RunOutcome {
  host.answers.length = 0;
  host.answers.push({ text: '' });
  return host.call(books.controlScript, 'menuSetUp', [], { user: books.administrator, faults });
}

const othersThan = ({ host, books }: World) =>
  [...host.drive.files.values()].filter((file) => file.workbook.id !== books.control.workbook.id);

/** Both books, the reporting one's id put as a word: a second press may have made it anew. */
function stateOf(world: World) {
  const control = dumpBook(world.books.control, { withoutRowsOf: ['Журнал'] });
  const named = othersThan(world).find((file) => JSON.stringify(control).includes(file.workbook.id));
  if (!named) return { control };
  const parts = {
    ...dumpBook(named),
    ...Object.fromEntries(Object.entries(control).map(([k, v]) => [`control ${k}`, v])),
  };
  const text = JSON.stringify(parts).replaceAll(named.workbook.id, 'the book');
  return JSON.parse(text) as Record<string, unknown>;
}

describe('the first setup', () => {
  it('that was stopped anywhere is finished by the next press, in the same book', () => {
    const start = blank();
    const clean = fork(start);
    setUp(clean);
    const expected = stateOf(clean);
    const ends = new Finished((world) => {
      // A stop in the very call that makes the spreadsheet leaves an empty one in the drive that nobody knows of.
      const unknown = othersThan(world).filter((file) => file.workbook.sheets.length === 1).length;
      const again = setUp(world);
      const found = differences(expected, stateOf(world));
      if (again.error) found.push(again.error.message);
      if (othersThan(world).length - unknown > 1) found.push('two books were made');
      if (sheetWrites(run(world, 'menuRebuild')) !== 1) found.push('a rebuild finds more to write');
      return found;
    });
    const problems = stopsOf((faults) => setUp(fork(start), faults)).flatMap(({ at, way }) => {
      const world = fork(start);
      setUp(world, [WAYS[way](at)]);
      return ends.of(world).map((problem) => `call ${at}, ${way}: ${problem}`);
    });
    expect(problems).toEqual([]);
  });
});
