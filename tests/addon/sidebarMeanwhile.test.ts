/** A report is sent from the sidebar while others are at work, or while Google fails: at any of its service calls. */
import { describe, expect, it } from '@jest/globals';
import type { Form } from '../../src/contract/school';
import type { Cell } from '../../src/domain/values/cell';
import { callsOf, WAYS, type Way } from '../support/crash';
import { fork, type World } from '../support/fork';
import { PEOPLES_HEADERS } from '../support/people';
import { built } from '../support/scenes';
import { file, must, placeOf, viewOf } from '../support/smallProgramme';
import { HEAD } from './office';
import { ask, date, filled, get } from './sidebarCalls';

const KEY = 'К-03/2';
const before = built();
const form: Form = get(before, 'sidebarForm', [KEY]);
const SENT = {
  'one stretch of cells': filled(form, { doneOn: date('2020-09-30'), document: 'приказ № 3' }),
  'cells apart': filled(form, { doneOn: date('2020-09-30'), comment: 'готово' }),
} as const;
const WRITTEN: Readonly<Record<keyof typeof SENT, Readonly<Record<string, string>>>> = {
  'one stretch of cells': { 'Дата выполнения': '30.09.2020', Документ: 'приказ № 3' },
  'cells apart': { 'Дата выполнения': '30.09.2020', Комментарий: 'готово' },
};
const KINDS = Object.keys(SENT) as (keyof typeof SENT)[];

/** What people wrote, by the names of the row: where it stands is another question. */
function reports(world: World): Record<string, Record<string, string>> {
  const view = viewOf(world, 'Отчёт');
  const at = (row: number, header: string) => view.text(row, view.column(header));
  const rows: Record<string, Record<string, string>> = {};
  for (let row = 2; row <= view.sheet.lastRow(); row += 1) {
    const cells = PEOPLES_HEADERS.map((header) => [header, at(row, header)] as const).filter(
      ([, text]) => text !== '',
    );
    const name = `${at(row, 'Организация')}|${at(row, 'Этап')}`;
    if (name === '|' && cells.length === 0) continue;
    rows[name] = { ...rows[name], ...Object.fromEntries(cells) };
  }
  return rows;
}
const OURS = 'Школа № 3|2. Утвердить карту';
const saved = (world: World, kind: keyof typeof SENT) => ({
  ...reports(world),
  [OURS]: { ...reports(world)[OURS], ...WRITTEN[kind] },
});
const callsIn = (kind: keyof typeof SENT) =>
  callsOf((faults) => ask(fork(before), 'sidebarSave', [SENT[kind]], { faults }));

const administrator = ({ host, books }: World) => host.person(books.administrator);
const lastRow = (world: World) => viewOf(world, 'Отчёт').sheet.lastRow();

interface Act {
  readonly name: string;
  readonly act: (world: World) => void;
}
const ACTS: readonly Act[] = [
  {
    name: 'inserts a row above',
    act: (world) => must(administrator(world).insertRows(placeOf(world, 'Отчёт'), 4)),
  },
  {
    name: 'inserts a row right there',
    act: (world) => must(administrator(world).insertRows(placeOf(world, 'Отчёт'), 9)),
  },
  {
    name: 'deletes an empty row above',
    act: (world) => must(administrator(world).deleteRows(placeOf(world, 'Отчёт'), 3)),
  },
  {
    name: 'sorts the rows, hidden columns and all',
    act: (world) =>
      must(administrator(world).sort(placeOf(world, 'Отчёт'), `A2:Q${lastRow(world)}`, 1, false)),
  },
  {
    name: 'sorts the visible columns without the hidden ones',
    act: (world) =>
      must(administrator(world).sort(placeOf(world, 'Отчёт'), `A2:J${lastRow(world)}`, 1, false)),
  },
  {
    name: 'files another school’s report',
    act: (world) =>
      file(world, { school: 4, stage: 3, cells: { 'Дата выполнения': '29.09.2020', Комментарий: 'раньше' } }),
  },
];

describe.each(KINDS)('%s', (kind) => {
  const calls = callsIn(kind).map((_call, index) => index + 1);

  it.each(ACTS.map(({ name, act }) => [name, act] as const))(
    'is in its own row or nowhere, and nobody else’s is touched, when somebody %s between any two calls',
    (name, act) => {
      const clean = fork(before);
      act(clean);
      const left = { saved: saved(clean, kind), refused: reports(clean) };
      for (const at of calls) {
        const world = fork(before);
        const { answer, run } = ask(world, 'sidebarSave', [SENT[kind]], {
          faults: [{ at, meanwhile: () => act(world) }],
        });
        expect(run.error).toBeNull();
        const expected = answer.ok && answer.saved ? left.saved : left.refused;
        const found = reports(world);
        // Of two writes the first may have found its own row and the second a row of somebody's: that one is undone.
        const half = kind === 'cells apart' && name.includes('without the hidden') ? found[OURS] : null;
        if (half) expect(WRITTEN[kind]).toMatchObject(half);
        expect({ at, reports: found }).toEqual({
          at,
          reports: half ? { ...expected, [OURS]: half } : expected,
        });
        if (!name.includes('without the hidden'))
          expect({ at, answer }).toMatchObject({ at, answer: { ok: true, saved: true } });
      }
    },
  );

  it.each(Object.keys(WAYS) as Way[])(
    'stopped at any call (%s) and sent again is there once, and nothing else changed',
    (way) => {
      const expected = saved(before, kind);
      for (const at of calls) {
        const world = fork(before);
        ask(world, 'sidebarSave', [SENT[kind]], { faults: [WAYS[way](at)] });
        const stopped = reports(world);
        expect({ ...stopped, [OURS]: null }).toEqual({ ...expected, [OURS]: null });
        for (const [header, text] of Object.entries(WRITTEN[kind])) {
          expect([undefined, text]).toContain(stopped[OURS]?.[header]);
        }
        const again = get(world, 'sidebarSave', [SENT[kind]]);
        expect(again).toMatchObject({ saved: true, stage: { status: 'inTime', approval: 'awaiting' } });
        expect({ at, reports: reports(world) }).toEqual({ at, reports: expected });
      }
    },
  );
});

describe('two people send the same report', () => {
  const theirs = filled(form, { doneOn: date('2020-09-29'), document: 'приказ завуча' });
  const values = (world: World): (string | undefined)[] => {
    const row = reports(world)[OURS];
    return [row?.['Дата выполнения'], row?.Документ];
  };

  it('from two sidebars, at any moment: one of them is told, and what stands is of one', () => {
    const calls = callsIn('one stretch of cells').map((_call, index) => index + 1);
    for (const at of calls) {
      const world = fork(before);
      let other: ReturnType<typeof ask<'sidebarSave'>> | null = null;
      const mine = ask(world, 'sidebarSave', [SENT['one stretch of cells']], {
        faults: [
          {
            at,
            meanwhile: () => {
              other = ask(world, 'sidebarSave', [theirs], { user: HEAD });
            },
          },
        ],
      });
      const won = (asked: typeof mine | null) => asked?.answer.ok === true && asked.answer.saved;
      expect([won(mine), won(other)].filter(Boolean)).toHaveLength(1);
      expect({ at, values: values(world) }).toEqual({
        at,
        values: won(mine) ? ['30.09.2020', 'приказ № 3'] : ['29.09.2020', 'приказ завуча'],
      });
      if (!won(mine)) {
        expect(mine.answer).toMatchObject({
          ok: true,
          conflicts: [{ theirs: date('2020-09-29') }, { theirs: 'приказ завуча' }],
        });
      }
    }
  });

  it('one of them in the grid: whoever is slower in the sidebar is shown the other’s value', () => {
    const calls = callsIn('one stretch of cells');
    // Between the last look and the write nobody can look again.
    const write = calls.indexOf('Range.setValues');
    for (let at = 1; at <= write; at += 1) {
      const world = fork(before);
      const { answer } = ask(world, 'sidebarSave', [SENT['one stretch of cells']], {
        faults: [
          {
            at,
            meanwhile: () => file(world, { school: 3, stage: 2, cells: { 'Дата выполнения': '28.09.2020' } }),
          },
        ],
      });
      expect(answer).toMatchObject({
        ok: true,
        saved: false,
        conflicts: [{ column: 'doneOn', theirs: date('2020-09-28') }],
      });
      expect(values(world)).toEqual(['28.09.2020', undefined]);
    }
  });
});

describe('rows that are not certainly the school’s', () => {
  const sentence = (world: World, sent: unknown = SENT['one stretch of cells']) => {
    const { answer } = ask(world, 'sidebarSave', [sent]);
    return answer.ok ? 'saved' : answer.sentence;
  };

  it('are not written after a sort without the hidden columns, and the checklist says so', () => {
    const world = fork(before);
    get(world, 'sidebarChoose', ['К-03']);
    must(administrator(world).sort(placeOf(world, 'Отчёт'), `A2:J${lastRow(world)}`, 1, false));
    const disturbed = reports(world);
    expect(sentence(world)).toContain('перепутались');
    expect(reports(world)).toEqual(disturbed);
    const stages = get(world, 'sidebarOpen', []).school?.stages ?? [];
    expect(stages.map(({ status }) => status)).toEqual(['invalid', 'invalid', 'invalid']);
    expect(stages.map(({ unclear }) => unclear)).toEqual([true, true, true]);
    const { answer } = ask(world, 'sidebarForm', [KEY]);
    expect(answer).toMatchObject({ ok: false, sentence: expect.stringContaining('перепутались') });
  });

  it('are not chosen between where a row was copied', () => {
    const world = fork(before);
    const view = viewOf(world, 'Отчёт');
    const row = view.find({ Ключ: KEY });
    const cells: Cell[] = Array.from({ length: 16 }, (_, column) => view.text(row, column + 1));
    must(administrator(world).paste(placeOf(world, 'Отчёт'), `A${lastRow(world) + 1}`, [cells.map(String)]));
    expect(sentence(world)).toMatch(/в нескольких строках \(9, 20\)/);
  });

  it('are gone where somebody deleted them', () => {
    const world = fork(before);
    must(
      administrator(world).deleteRows(placeOf(world, 'Отчёт'), viewOf(world, 'Отчёт').find({ Ключ: KEY })),
    );
    expect(sentence(world)).toContain('больше нет');
  });
});

it('cells that were closed to this person meanwhile stay as they are, in words', () => {
  const world = fork(before);
  const { sheet } = viewOf(world, 'Отчёт');
  const closed = {
    ...(sheet.protections[0] as (typeof sheet.protections)[number]),
    editors: new Set<string>(),
  };
  const row = viewOf(world, 'Отчёт').find({ Ключ: KEY });
  const close = () => sheet.protections.push({ ...closed, box: { row, col: 6, rows: 1, cols: 1 } });
  const { answer } = ask(world, 'sidebarSave', [SENT['one stretch of cells']], {
    faults: [{ at: { kind: 'Range.canEdit' }, meanwhile: close }],
  });
  expect(answer).toMatchObject({ ok: false, sentence: expect.stringContaining('менять нельзя') });
  expect(reports(world)).toEqual(reports(before));
  expect(get(world, 'sidebarForm', [KEY]).mayWrite).toBe(false);
});
