/** What people do to rows of «Отчёт», and what Svodka makes of it: repaired where it is certain, else reported. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { fork, type World } from '../support/fork';
import { built } from '../support/scenes';
import { DAY_MS, must, placeOf, rebuild, rowOf, viewOf } from '../support/smallProgramme';
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

const KEYS = [1, 2, 3, 4, 5, 6].flatMap((school) => [1, 2, 3].map((stage) => keyOf(school, stage)));
const INVALID = 'ошибка в данных';
const start = built();

let world: World;
let truth: Truth;
let seen: Map<string, string>;
let decided: Map<string, string>;

beforeEach(() => {
  world = fork(start);
  truth = readTruth(world);
  seen = firstSeenOf(world);
  decided = decidedOf(world);
  // A day later, so that a remembered day that is lost shows.
  world.host.clock.set(world.host.clock.now() + DAY_MS);
});

const administrator = () => world.host.person(world.books.administrator);
const report = () => placeOf(world, 'Отчёт');
const row = (school: number, stage: number): number => {
  const found = rowOf(world, school, stage);
  if (found === null) throw new Error(`no row of ${school}/${stage}`);
  return found;
};
const at = (header: string, line: number) => viewOf(world, 'Отчёт').cell(line, header);
const status = (line: number) => viewOf(world, 'Отчёт').text(line, 4);
const lastRow = () => viewOf(world, 'Отчёт').sheet.lastRow();

/** «Что записано» and the rest of each line of «Замечания» about a row of «Отчёт» as a whole. */
const issuesOfRow = (line: number): string[] =>
  viewOf(world, 'Замечания')
    .texts()
    .filter((cells) => cells[0] === 'Отчёт' && cells[1] === `A${line}`)
    .map((cells) => cells[7] ?? '');

const figures = () => countByHand(truth, KEYS, '2020-10-02');

/** Every report is in its school's row, seen on the day it was seen, and counted once. */
function expectAllInOrder(): void {
  const rows = rowsOf(world).filter((each) => each.key !== '');
  expect(rows.map((each) => each.key).sort()).toEqual([...KEYS].sort());
  for (const each of rows) {
    const [organisation, stage] = each.key.split('/');
    expect([each.key, each.organisation, each.stage.slice(0, 2)]).toEqual([
      each.key,
      expect.stringMatching(new RegExp(`№ ${organisation?.slice(-1)}$`)),
      `${stage}.`,
    ]);
    expect([each.key, each.cells]).toEqual([each.key, truth.get(each.key) ?? {}]);
    expect([each.key, each.firstSeen]).toEqual([each.key, seen.get(each.key) ?? '']);
    expect([each.key, each.decisionSeen]).toEqual([each.key, decided.get(each.key) ?? '']);
  }
  expect(figuresShown(world)).toEqual(figures());
}

describe('repaired, for it is certain whose row it is', () => {
  it('rows sorted without the hidden columns', () => {
    must(administrator().sort(report(), `A2:J${lastRow()}`, 2, false));
    rebuild(world);
    expectAllInOrder();
  });
  it('rows sorted hidden columns and all', () => {
    must(administrator().sort(report(), `A2:Q${lastRow()}`, 1, false));
    rebuild(world);
    expectAllInOrder();
  });
  it('keys that were deleted', () => {
    must(administrator().clear(report(), `O2:O${lastRow()}`));
    rebuild(world);
    expectAllInOrder();
  });
  it('keys of two rows that were swapped', () => {
    const [a, b] = [row(1, 1), row(2, 1)];
    must(administrator().type(report(), at('Ключ', a), 'К-02/1'));
    must(administrator().type(report(), at('Ключ', b), 'К-01/1'));
    seen = new Map(seen);
    rebuild(world);
    expectAllInOrder();
  });
  it('a key that was overwritten by another row’s', () => {
    must(administrator().type(report(), at('Ключ', row(1, 1)), 'К-06/3'));
    rebuild(world);
    expectAllInOrder();
  });
  it('the name of a school typed over with a name that nobody bears', () => {
    must(administrator().type(report(), at('Организация', row(1, 1)), 'Наша школа'));
    rebuild(world);
    expectAllInOrder();
  });
  it('a stage typed over, and a name cleared', () => {
    must(administrator().type(report(), at('Этап', row(2, 1)), 'этап'));
    must(administrator().clear(report(), at('Организация', row(5, 2))));
    rebuild(world);
    expectAllInOrder();
  });
  it('a school that the administrator renamed', () => {
    must(administrator().type(placeOf(world, 'Организации'), 'D2', 'Гимназия № 1'));
    rebuild(world);
    expect(rowsOf(world).filter((each) => each.organisation === 'Гимназия № 1')).toHaveLength(3);
    expectAllInOrder();
  });
  it('a stage that the administrator renamed, and another deadline', () => {
    must(administrator().type(placeOf(world, 'Этапы'), 'C3', 'Согласовать карту'));
    must(administrator().type(placeOf(world, 'Этапы'), 'F4', '05.12.2020'));
    rebuild(world);
    expect(rowsOf(world).filter((each) => each.stage === '2. Согласовать карту')).toHaveLength(6);
    expectAllInOrder();
  });
  it('a row that was deleted comes back empty, below', () => {
    must(administrator().deleteRows(report(), row(2, 1)));
    truth.delete(keyOf(2, 1));
    seen.delete(keyOf(2, 1));
    rebuild(world);
    expectAllInOrder();
  });
});

describe('reported and not counted, for it is not certain', () => {
  /** `lines` hold people's words that count for nobody; `keys` are the reports that nobody can tell now. */
  function expectReported(lines: readonly number[], keys: readonly string[]): void {
    for (const line of lines) {
      expect([line, status(line)]).toEqual([line, INVALID]);
      expect([line, issuesOfRow(line)]).toEqual([line, [expect.any(String)]]);
    }
    expect(figuresShown(world)).toEqual(countByHand(truth, KEYS, '2020-10-02', new Set(keys)));
  }

  it('the visible cells of one row pasted over another school’s', () => {
    const [from, to] = [row(1, 1), row(2, 1)];
    must(administrator().copyPaste(report(), `A${from}:J${from}`, `A${to}`));
    const before = JSON.stringify(rowsOf(world).map((each) => each.cells));
    rebuild(world);
    expectReported([to], [keyOf(2, 1)]);
    expect(JSON.stringify(rowsOf(world).map((each) => each.cells))).toBe(before);
  });
  it('a school’s name typed over with another school’s', () => {
    const line = row(1, 1);
    must(administrator().type(report(), at('Организация', line), 'Школа № 2'));
    rebuild(world);
    expectReported([line], [keyOf(1, 1)]);
    // Told once more, the administrator types the right name, and it counts again.
    must(administrator().type(report(), at('Организация', line), 'Школа № 1'));
    rebuild(world);
    expectAllInOrder();
  });
  it('two rows of one school’s stage that say different things', () => {
    const [from, to] = [row(1, 1), row(6, 2)];
    must(administrator().copyPaste(report(), `A${from}:P${from}`, `A${to}`));
    must(administrator().type(report(), at('Документ', to), 'другой приказ'));
    rebuild(world);
    expectReported([from, to], [keyOf(1, 1)]);
  });
  it('both names cleared in a row that holds a report', () => {
    const line = row(2, 1);
    must(administrator().clear(report(), `A${line}:B${line}`));
    rebuild(world);
    expect(rowsOf(world)[line - 2]?.cells).toEqual(truth.get(keyOf(2, 1)));
    expect(issuesOfRow(line)).toHaveLength(1);
    expect(figuresShown(world)).toEqual(countByHand(truth, KEYS, '2020-10-02', new Set([keyOf(2, 1)])));
  });
  it('words that somebody wrote below the table', () => {
    const line = lastRow() + 1;
    must(administrator().type(report(), at('Дата выполнения', line), '01.09.2020'));
    rebuild(world);
    expect(issuesOfRow(line)).toHaveLength(1);
    expect(figuresShown(world)).toEqual(figures());
  });
});

describe('a whole row pasted over another', () => {
  it('counts once, is told as a copy, and the school that lost its row gets an empty one', () => {
    const [from, to] = [row(1, 1), row(2, 1)];
    must(administrator().copyPaste(report(), `A${from}:P${from}`, `A${to}`));
    truth.delete(keyOf(2, 1));
    rebuild(world);
    expect(figuresShown(world)).toEqual(figures());
    expect(issuesOfRow(to)).toHaveLength(1);
    expect(rowsOf(world).filter((each) => each.key === keyOf(2, 1))).toEqual([
      expect.objectContaining({ cells: {}, organisation: 'Школа № 2' }),
    ]);
  });
});

describe('a school renamed while somebody sorted without the hidden columns', () => {
  it('loses nothing and is counted for no other', () => {
    must(administrator().type(placeOf(world, 'Организации'), 'D2', 'Гимназия № 1'));
    must(administrator().sort(report(), `A2:J${lastRow()}`, 2, false));
    const said = () =>
      rowsOf(world).map((each) => JSON.stringify([each.organisation.slice(-3), each.stage, each.cells]));
    const before = said();
    rebuild(world);
    rebuild(world);
    expect(said()).toEqual(before);
    for (const each of rowsOf(world)) {
      if (each.status.startsWith(INVALID) || Object.keys(each.cells).length === 0) continue;
      expect(each.cells).toEqual(truth.get(each.key));
    }
  });
});
