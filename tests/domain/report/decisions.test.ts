/** Since when a district's decision and extension stand, as «Решение учтено» remembers it. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../../src/domain/dates/civil';
import type { BookSnapshot } from '../../../src/domain/report/bookSnapshot';
import { memoryText, readMemory } from '../../../src/domain/report/decisionMemory';
import { isEmptyPlan, planReport } from '../../../src/domain/report/plan';
import { rowCount } from '../../../src/domain/schema/table';
import type { Cell } from '../../../src/domain/values/cell';
import { BOOK_WORDS } from '../../../src/messages/words/bookWords';
import {
  analysisOf,
  applyPlan,
  day,
  madeBook,
  on,
  organisationOf,
  stageOf,
  typed,
} from '../../support/analysis';

const WORDS = BOOK_WORDS.decisions;
const plan = (book: BookSnapshot) =>
  planReport(
    book.tables.report,
    analysisOf(book),
    Array.from({ length: rowCount(book.tables.report) }, () => '=ok'),
    (formula) => formula === '=ok',
  );
const book = () =>
  madeBook(
    { stages: [stageOf({ code: '1', approval: 'yes' })], organisations: [organisationOf({ id: 'К-01' })] },
    plan,
  );

interface Row {
  readonly decision?: Cell;
  readonly extendedTo?: Cell;
  readonly decisionSeen?: Cell;
  readonly [column: string]: Cell | undefined;
}

/** The row handed in on 1 October, with these cells, as of that day. */
function rowOn(today: string, cells: Row): BookSnapshot {
  let made: BookSnapshot = { ...typed(book(), 0, 'doneOn', on('2020-10-01')), today: day(today) };
  for (const [id, cell] of Object.entries(cells)) made = typed(made, 0, id, cell as Cell);
  return made;
}

const RETURNED = '05.10.2020 возвращено';
const BOTH = '05.10.2020 возвращено; 07.10.2020 продлено до 12.10.2020';
/** Without the fingerprints. */
const readable = (cell: Cell | undefined): unknown =>
  typeof cell === 'string' ? cell.replace(/ #\w+/g, '') : cell;

describe('«Решение учтено» says since when', () => {
  test.each<[string, Row, string]>([
    ['a return stands that is new', { decision: 'возвращено' }, '08.10.2020 возвращено'],
    ['an approval, however it is written', { decision: ' Согласовано ' }, '08.10.2020 согласовано'],
    ['an extension', { extendedTo: on('2020-10-12') }, '08.10.2020 продлено до 12.10.2020'],
    ['a return that was known', { decision: 'возвращено', decisionSeen: RETURNED }, RETURNED],
    [
      'a return whose extension came later: the return keeps its day',
      { decision: 'возвращено', extendedTo: on('2020-10-12'), decisionSeen: RETURNED },
      '05.10.2020 возвращено; 08.10.2020 продлено до 12.10.2020',
    ],
    [
      'an approval that followed a return: today',
      { decision: 'согласовано', decisionSeen: RETURNED },
      '08.10.2020 согласовано',
    ],
    [
      'another extension: today',
      { decision: 'возвращено', extendedTo: on('2020-10-20'), decisionSeen: BOTH },
      '05.10.2020 возвращено; 08.10.2020 продлено до 20.10.2020',
    ],
    ['nothing once both were withdrawn', { decisionSeen: BOTH }, ''],
    ['nothing while there was none', {}, ''],
    ['nothing of a word that is no decision', { decision: 'посмотрю' }, ''],
    ['nothing of an extension that is no day', { extendedTo: 'потом' }, ''],
    [
      'a day that cannot be: not believed',
      { decision: 'возвращено', decisionSeen: '09.10.2020 возвращено' },
      '08.10.2020 возвращено',
    ],
    ['typed over: written anew', { decision: 'возвращено', decisionSeen: 'давно' }, '08.10.2020 возвращено'],
    ['typed over where there is none: emptied', { decisionSeen: 'давно' }, ''],
    [
      'a number pasted there: written anew',
      { decision: 'возвращено', decisionSeen: 44000 },
      '08.10.2020 возвращено',
    ],
  ])('%s', (_, cells, expected) => {
    const before = rowOn('2020-10-08', cells);
    expect(readable(analysisOf(before).owned[0]?.decisionSeen)).toBe(expected);
    const after = applyPlan(before, plan(before));
    expect(isEmptyPlan(plan(after))).toBe(true);
    // Days pass, and it still says the same.
    const later = { ...after, today: day('2020-10-30') };
    expect(readable(analysisOf(later).owned[0]?.decisionSeen)).toBe(expected);
  });
});

describe('a report that was returned', () => {
  const recordOf = (cells: Row) => analysisOf(rowOn('2020-10-08', cells)).records[0];
  test('tells the day, which the reminder needs', () => {
    expect(recordOf({ decision: 'возвращено', decisionSeen: RETURNED })).toMatchObject({
      decidedOn: '2020-10-05',
      returnedOn: '2020-10-05',
    });
  });
  test('and one that was approved the day of the approval only', () => {
    expect(recordOf({ decision: 'согласовано', decisionSeen: '06.10.2020 согласовано' })).toMatchObject({
      decidedOn: '2020-10-06',
      returnedOn: null,
    });
    expect(recordOf({ extendedTo: on('2020-10-12') })).toMatchObject({ decidedOn: null, returnedOn: null });
  });
  test('and handed in again stays returned until the head says otherwise, with both days to compare', () => {
    const again = typed(
      rowOn('2020-10-08', { decision: 'возвращено', decisionSeen: RETURNED }),
      0,
      'doneOn',
      on('2020-10-07'),
    );
    expect(analysisOf(again).records[0]).toMatchObject({
      status: { approval: 'returned' },
      done: '2020-10-07',
      returnedOn: '2020-10-05',
    });
  });
  test('changes no figure by being remembered', () => {
    const figures = (decisionSeen: Cell) =>
      analysisOf(rowOn('2020-10-08', { decision: 'возвращено', decisionSeen })).records.map(
        ({ decidedOn: _day, returnedOn: _return, ...rest }) => rest,
      );
    expect(figures(RETURNED)).toEqual(figures(''));
  });
});

describe('what is news', () => {
  const news = (cells: Row) =>
    analysisOf(rowOn('2020-10-08', cells)).noticed.map(({ change }) => [change.kind, change.now]);
  test.each<[string, Row, unknown[]]>([
    ['a return', { decision: 'возвращено' }, [['decision', 'returned']]],
    ['nothing where nothing changed', { decision: 'возвращено', decisionSeen: RETURNED }, []],
    [
      'a withdrawal of both',
      { decisionSeen: BOTH },
      [
        ['decision', null],
        ['extension', null],
      ],
    ],
    [
      'an extension beside a known return',
      { decision: 'возвращено', extendedTo: on('2020-10-12'), decisionSeen: RETURNED },
      [['extension', '2020-10-12']],
    ],
    ['nothing where somebody overwrote the memory', { decision: 'возвращено', decisionSeen: 'давно' }, []],
  ])('%s', (_, cells, expected) => {
    expect(news(cells)).toEqual(expected);
  });
});

test('whatever is remembered is read back, and nothing else is taken for it', () => {
  const days = fc.integer({ min: 0, max: 3000 }).map((count) => addDays(day('2018-01-01'), count));
  const print = fc.stringMatching(/^[0-9a-z]{1,14}$/);
  const decision = fc.oneof(
    fc.constant(null),
    fc.record({ what: fc.constant('approved'), on: days }),
    fc.record({
      what: fc.constant('returned'),
      on: days,
      filed: fc.option(print, { nil: null }),
      refiled: fc.option(fc.record({ on: days, reason: print }), { nil: null }),
    }),
  );
  const extension = fc.option(fc.record({ to: days, on: days }), { nil: null });
  fc.assert(
    fc.property(decision, extension, (first, second) => {
      const memory = { decision: first, extension: second } as Parameters<typeof memoryText>[0];
      expect(readMemory(memoryText(memory, WORDS), WORDS)).toEqual(memory);
    }),
  );
  const garbled = [
    'давно',
    ' 05.10.2020 возвращено',
    '5.10.2020 возвращено',
    '05.10.2020',
    '31.02.2020 возвращено',
  ];
  const printed = [
    '05.10.2020 согласовано #ab1',
    '05.10.2020 возвращено #',
    '05.10.2020 возвращено #AB',
    '05.10.2020 возвращено; 06.10.2020 сдано снова',
    '06.10.2020 сдано снова #ab1',
    '06.10.2020 сдано снова #ab1; 05.10.2020 возвращено #ab2',
  ];
  const doubled = ['05.10.2020 возвращено; 06.10.2020 возвращено', `${BOTH}; `, `${BOTH}!`, 'возвращено'];
  for (const text of [...garbled, ...printed, ...doubled, 44000, true, on('2020-10-05')]) {
    expect([text, readMemory(text, WORDS)]).toEqual([text, null]);
  }
});
