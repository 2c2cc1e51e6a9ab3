/**
 * While a report is sent, others and the jobs do two things, each between any two of its service calls. Afterwards no
 * text stands in another's row or another column, and what the person sent is there or they were told that it is not.
 */
import { describe, expect, it } from '@jest/globals';
import { callsOf } from '../support/crash';
import { DEEP } from '../support/deep';
import { fork, type World } from '../support/fork';
import { PEOPLES_HEADERS } from '../support/people';
import { built } from '../support/scenes';
import { must, placeOf, rebuild, rowOf, viewOf } from '../support/smallProgramme';
import { ask, date, filled, get } from './sidebarCalls';

const KEY = 'К-03/2';
const OURS = 'Школа № 3|2. Утвердить карту';
const before = built();
const form = get(before, 'sidebarForm', [KEY]);
const SENT = {
  'one stretch of cells': filled(form, { doneOn: date('2020-09-30'), document: 'приказ № 3' }),
  'cells apart': filled(form, { doneOn: date('2020-09-30'), comment: 'готово' }),
} as const;
const WRITTEN: Readonly<Record<keyof typeof SENT, Readonly<Record<string, string>>>> = {
  'one stretch of cells': { 'Дата выполнения': '30.09.2020', Документ: 'приказ № 3' },
  'cells apart': { 'Дата выполнения': '30.09.2020', Комментарий: 'готово' },
};

const administrator = ({ host, books }: World) => host.person(books.administrator);
const report = (world: World) => placeOf(world, 'Отчёт');
const view = (world: World) => viewOf(world, 'Отчёт');

function columnOf(world: World, header: string): number | null {
  const { sheet } = view(world);
  for (let column = 1; column <= sheet.maxColumns; column += 1)
    if (sheet.value(1, column) === header) return column;
  return null;
}

interface Act {
  readonly name: string;
  /** Changes what stands in the row itself. */
  readonly own?: true;
  readonly act: (world: World) => void;
}
const sorted = (ascending: boolean, last: string) => (world: World) =>
  must(administrator(world).sort(report(world), `A2:${last}${view(world).sheet.lastRow()}`, 1, ascending));
const typed = (school: number, stage: number, day: string) => (world: World) => {
  const row = rowOf(world, school, stage);
  if (row === null || !columnOf(world, 'Дата выполнения')) return;
  must(administrator(world).type(report(world), view(world).cell(row, 'Дата выполнения'), day));
};
const ACTS: readonly Act[] = [
  { name: 'sorts downwards', act: sorted(false, 'Q') },
  { name: 'sorts upwards', act: sorted(true, 'Q') },
  { name: 'sorts without the hidden columns', act: sorted(false, 'J') },
  {
    name: 'moves «Документ» to and fro',
    act: (world) => {
      const [document, done] = ['Документ', 'Дата выполнения'].map((header) => columnOf(world, header) ?? 0);
      if (!document || !done) return;
      const [from, to] = document > done ? [document, done] : [document, document + 2];
      must(administrator(world).moveColumns(report(world), from, 1, to));
    },
  },
  {
    name: 'moves the status to the right',
    act: (world) => {
      const [status, comment] = ['Состояние', 'Комментарий'].map((header) => columnOf(world, header) ?? 0);
      if (status && comment) must(administrator(world).moveColumns(report(world), status, 1, comment + 1));
    },
  },
  { name: 'inserts a column', act: (world) => must(administrator(world).insertColumns(report(world), 4)) },
  {
    name: 'deletes «Комментарий»',
    own: true,
    act: (world) => {
      const column = columnOf(world, 'Комментарий');
      if (column) must(administrator(world).deleteColumns(report(world), column));
    },
  },
  { name: 'inserts a row', act: (world) => must(administrator(world).insertRows(report(world), 5)) },
  {
    name: 'deletes a row above',
    act: (world) => {
      const row = rowOf(world, 1, 2);
      if (row !== null) must(administrator(world).deleteRows(report(world), row));
    },
  },
  {
    name: 'deletes the row itself',
    own: true,
    act: (world) => {
      const row = rowOf(world, 3, 2);
      if (row !== null) must(administrator(world).deleteRows(report(world), row));
    },
  },
  {
    name: 'writes into the same cell',
    own: true,
    act: typed(3, 2, '28.09.2020'),
  },
  { name: 'files another school’s report of the same day', act: typed(4, 3, '30.09.2020') },
  { name: 'runs the jobs', act: (world) => void rebuild(world) },
];

/** What stands in the rows, by their names and by headers; rows and columns without any as they are counted. */
function rowsOf(world: World): Record<string, Record<string, string>> {
  const { sheet } = view(world);
  const rows: Record<string, Record<string, string>> = {};
  const headers = Array.from({ length: sheet.maxColumns }, (_, index) =>
    String(sheet.value(1, index + 1) ?? ''),
  );
  for (let row = 2; row <= sheet.lastRow(); row += 1) {
    const cells = headers.map((header, index) => [header, view(world).text(row, index + 1)] as const);
    // Svodka's own, which stays in its place where people sort without it; the jobs put it right.
    const isSeen = (header: string) => header === 'Впервые замечено' || header === 'Данные строки';
    const of = Object.fromEntries(cells.filter(([header, text]) => text !== '' && !isSeen(header)));
    const name = `${of.Организация ?? ''}|${of.Этап ?? ''}`;
    if (Object.keys(of).length > 0) rows[name] = { ...rows[name], ...of };
  }
  return rows;
}

const peoples = (row: Record<string, string> | undefined): Record<string, string> =>
  Object.fromEntries(PEOPLES_HEADERS.flatMap((header) => (row?.[header] ? [[header, row[header]]] : [])));

/** A day that a job saw first depends on when it ran. */
function without(rows: Record<string, Record<string, string>>, name: string) {
  const { [name]: _own, ...others } = rows;
  return others;
}

const ENDS = new Map<string, Record<string, Record<string, string>>>();
/** What stands in the rows where nobody sent anything and only these things happened. */
function endOf(acts: readonly Act[]): Record<string, Record<string, string>> {
  const key = acts.map(({ name }) => name).join('|');
  const known = ENDS.get(key);
  if (known) return known;
  const clean = fork(before);
  for (const { act } of acts) act(clean);
  const rows = rowsOf(clean);
  ENDS.set(key, rows);
  return rows;
}

interface Case {
  readonly kind: keyof typeof SENT;
  readonly first: Act;
  readonly at: number;
  readonly second: Act;
  readonly then: number;
}

/** What is wrong afterwards; '' where nothing is. */
function wrongIn({ kind, first, at, second, then }: Case): string {
  const world = fork(before);
  const happened: Act[] = [];
  const meanwhile = (act: Act) => () => {
    act.act(world);
    happened.push(act);
  };
  const { answer, run } = ask(world, 'sidebarSave', [SENT[kind]], {
    faults: [
      { at, meanwhile: meanwhile(first) },
      { at: then, meanwhile: meanwhile(second) },
    ],
  });
  if (run.error) return `an error: ${run.error.message}`;
  const [expected, found] = [endOf(happened), rowsOf(world)];
  const told = answer.ok ? '' : answer.sentence;
  // Where it cannot be put back without knowing what stood there, the cells are named.
  if (told.includes('могло остаться')) return '';
  const others = difference(without(expected, OURS), without(found, OURS));
  if (others !== '') return `others' rows: ${others}; told: ${told}`;
  const [own, was] = [peoples(found[OURS]), peoples(expected[OURS])];
  const isSaved = answer.ok && answer.saved;
  if (isSaved && !happened.some((act) => act.own)) {
    const lost = difference({ own: { ...was, ...WRITTEN[kind] } }, { own });
    return lost === '' ? '' : `saved, but ${lost}`;
  }
  for (const header of PEOPLES_HEADERS) {
    const allowed = [
      was[header],
      WRITTEN[kind][header],
      header === 'Дата выполнения' ? '28.09.2020' : undefined,
    ];
    if (!allowed.includes(own[header])) return `own row: ${header} holds ${own[header]}; told: ${told}`;
  }
  return '';
}

function difference(
  expected: Record<string, Record<string, string>>,
  found: Record<string, Record<string, string>>,
): string {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
  return names
    .flatMap((name) =>
      [...new Set([...Object.keys(expected[name] ?? {}), ...Object.keys(found[name] ?? {})])].flatMap(
        (header) =>
          expected[name]?.[header] === found[name]?.[header]
            ? []
            : [`${name} ${header}: «${expected[name]?.[header]}» became «${found[name]?.[header]}»`],
      ),
    )
    .slice(0, 4)
    .join('; ');
}

describe.each(Object.keys(SENT) as (keyof typeof SENT)[])('%s', (kind) => {
  const calls = callsOf((faults) => ask(fork(before), 'sidebarSave', [SENT[kind]], { faults })).length;
  const pairs = Array.from({ length: calls }, (_, first) =>
    Array.from({ length: calls - first }, (__, more) => [first + 1, first + 1 + more] as const),
  ).flat();
  // In an order that mixes acts and calls, so that a sample of it holds some of each.
  const cases = ACTS.flatMap((first) =>
    ACTS.flatMap((second) => pairs.map(([at, then]): Case => ({ kind, first, at, second, then }))),
  ).map((each, index) => [each, (index * 7919) % 104_729] as const);
  const mixed = [...cases].sort((a, b) => a[1] - b[1]).map(([each]) => each);

  it('is in its own row or the person knows that it is not, whatever two things happen between any two calls', () => {
    const problems = mixed.slice(0, DEEP ? 300 : 40).flatMap((each) => {
      const wrong = wrongIn(each);
      const { first, at, second, then } = each;
      return wrong === '' ? [] : [`${first.name} at ${at}, ${second.name} at ${then}: ${wrong}`];
    });
    expect(problems.slice(0, 20)).toEqual([]);
  });
});
