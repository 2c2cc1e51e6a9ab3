/** People are at work in «Отчёт» while a rebuild runs: something happens between any two of its service calls. */
import { describe, expect, it } from '@jest/globals';
import { fingerprint } from '../../src/domain/values/fingerprint';
import { callsOf, Finished } from '../support/crash';
import { sample } from '../support/deep';
import { fork, type World } from '../support/fork';
import { afterFiling } from '../support/scenes';
import { file, must, placeOf, rebuild, rowOf, run, viewOf } from '../support/smallProgramme';
import {
  countByHand,
  decidedOf,
  figuresShown,
  firstSeenOf,
  keyOf,
  readTruth,
  rowsOf,
  type Truth,
} from '../support/truth';

const TODAY = '2020-10-02';
/** What the head decided just before the rebuild. */
const DECIDED = ['К-05/2', '02.10.2020 согласовано'] as const;
/** What its school has handed in again since it was returned. */
const REFILED = 'К-04/2';
const KEYS = [1, 2, 3, 4, 5, 6, 7].flatMap((school) => [1, 2, 3].map((stage) => keyOf(school, stage)));

interface Act {
  readonly name: string;
  /** Of a school that is renamed at the same time neither the label nor the key would say whose row it is. */
  readonly nobodyRenamed?: true;
  /** Happens only after Svodka read the rows. */
  readonly onceRead?: true;
  /** What was true before the rows fell into disorder; else it is read from the book. */
  readonly was?: {
    readonly truth: Truth;
    readonly seen: ReadonlyMap<string, string>;
    readonly decided: ReadonlyMap<string, string>;
  };
  /** Does it in the book, and says in `truth` what then is true; a row that is not there yet is left alone. */
  readonly act: (world: World, truth: Truth) => void;
}

const lastRow = (world: World) => viewOf(world, 'Отчёт').sheet.lastRow();
const administrator = ({ host, books }: World) => host.person(books.administrator);

const ACTS: readonly Act[] = [
  {
    name: 'inserts a row',
    act: (world) => must(administrator(world).insertRows(placeOf(world, 'Отчёт'), 5)),
  },
  {
    name: 'deletes a row that holds a report',
    act: (world, truth) => {
      const row = rowOf(world, 2, 1);
      if (row === null) return;
      must(administrator(world).deleteRows(placeOf(world, 'Отчёт'), row));
      truth.delete(keyOf(2, 1));
    },
  },
  {
    name: 'sorts the rows, hidden columns and all',
    act: (world) =>
      must(administrator(world).sort(placeOf(world, 'Отчёт'), `A2:Q${lastRow(world)}`, 1, false)),
  },
  {
    name: 'sorts the visible columns without the hidden ones',
    nobodyRenamed: true,
    act: (world) =>
      must(administrator(world).sort(placeOf(world, 'Отчёт'), `A2:J${lastRow(world)}`, 2, false)),
  },
  {
    name: 'files a report',
    act: (world, truth) => {
      file(world, {
        school: 6,
        stage: 1,
        cells: { 'Дата выполнения': '14.09.2020', Документ: 'приказ № 6' },
      });
      truth.set(keyOf(6, 1), { 'Дата выполнения': '14.09.2020', Документ: 'приказ № 6' });
    },
  },
  {
    name: 'withdraws a report',
    act: (world, truth) => {
      file(world, { school: 5, stage: 2, cells: { 'Дата выполнения': '', Документ: '' } });
      truth.set(keyOf(5, 2), { Решение: 'согласовано' });
    },
  },
];

/**
 * While keys stand beside other rows' names a row takes another school's key along: before the rows were read
 * nobody could tell any more whose row that was, and it would be reported.
 */
const DELETES_AN_EMPTY_ROW: Act = {
  name: 'deletes an empty row',
  onceRead: true,
  act: (world) => {
    const index = rowsOf(world).findIndex(
      (row) => Object.keys(row.cells).length === 0 && row.firstSeen === '',
    );
    must(administrator(world).deleteRows(placeOf(world, 'Отчёт'), index + 2));
  },
};

/** What is wrong when the book is rebuilt once more after somebody acted during a rebuild and `truth` came of it. */
function problemsIn(world: World, truth: Truth, before: World, { nobodyRenamed, was }: Act): string[] {
  const seenBefore = was?.seen ?? firstSeenOf(before);
  const decidedBefore = new Map([...(was?.decided ?? decidedOf(before)), DECIDED]);
  const returned = decidedBefore.get(REFILED);
  decidedBefore.set(REFILED, `${returned}; 02.10.2020 сдано снова #${fingerprint('нет карты')}`);
  rebuild(world);
  const problems: string[] = [];
  const found = new Map(
    rowsOf(world)
      .filter((row) => row.key !== '')
      .map((row) => [row.key, row]),
  );
  for (const key of KEYS) {
    const row = found.get(key);
    const [organisation, stage] = key.split('/');
    const kind = organisation === 'К-03' && !nobodyRenamed ? 'Лицей' : 'Школа';
    const label = `${kind} № ${organisation?.slice(-1)}`;
    if (!row) problems.push(`${key} has no row`);
    else if (row.organisation !== label || !row.stage.startsWith(`${stage}. `)) {
      problems.push(`the row of ${key} says ${row.organisation}, ${row.stage}`);
    }
    const [wrote, stands] = [truth.get(key) ?? {}, row?.cells ?? {}].map((cells) => JSON.stringify(cells));
    if (wrote !== stands) problems.push(`${key}: people wrote ${wrote}, there stands ${stands}`);
    const reported = (truth.get(key)?.['Дата выполнения'] ?? '') !== '';
    const firstSeen = reported ? (seenBefore.get(key) ?? '02.10.2020') : '';
    if (row && row.firstSeen !== firstSeen)
      problems.push(`${key} was first seen ${firstSeen}, not ${row.firstSeen}`);
    const decided = decidedBefore.get(key) ?? '';
    if (row && row.decisionSeen !== decided)
      problems.push(`${key}: «${decided}» was remembered, now «${row.decisionSeen}»`);
  }
  const counted = JSON.stringify(countByHand(truth, KEYS, TODAY));
  const shown = JSON.stringify(figuresShown(world));
  if (counted !== shown) problems.push(`counted by hand ${counted}, «Сводка» shows ${shown}`);
  return problems;
}

function problemsOf(before: World, act: Act): string[] {
  const calls = callsOf((faults) => run(fork(before), 'menuRebuild', faults));
  const from = act.onceRead ? calls.indexOf('Range.setValues') : 0;
  const problems = new Finished((world, truth) =>
    problemsIn(world, new Map(JSON.parse(truth) as [string, Record<string, string>][]), before, act),
  );
  return sample([...calls.keys()].slice(from), 20).flatMap((index) => {
    const world = fork(before);
    const truth: Truth = new Map(act.was?.truth ?? readTruth(world));
    run(world, 'menuRebuild', [{ at: index + 1, meanwhile: () => act.act(world, truth) }]);
    return problems
      .of(world, JSON.stringify([...truth]))
      .map((problem) => `somebody ${act.name} before call ${index + 1}: ${problem}`);
  });
}

describe('while a rebuild runs, every report stays with its school', () => {
  for (const act of ACTS) {
    it(`when somebody ${act.name} between any two calls`, () => {
      expect(problemsOf(afterFiling({ renamed: !act.nobodyRenamed }), act)).toEqual([]);
    });
  }
});

describe('while a rebuild puts keys right, after a sort without the hidden columns', () => {
  for (const act of [...ACTS.slice(0, 1), DELETES_AN_EMPTY_ROW]) {
    it(`every report stays with its school when somebody ${act.name} between any two calls`, () => {
      const before = afterFiling({ renamed: false });
      const truth = readTruth(before);
      const seen = firstSeenOf(before);
      const decided = decidedOf(before);
      must(administrator(before).sort(placeOf(before, 'Отчёт'), `A2:J${lastRow(before)}`, 2, false));
      expect(problemsOf(before, { ...act, nobodyRenamed: true, was: { truth, seen, decided } })).toEqual([]);
    });
  }
});
