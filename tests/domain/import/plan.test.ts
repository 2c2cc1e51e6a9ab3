/** A draft against the programme that is there: what is added, changed, gone, asked, and that twice is nothing. */

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Cells,
  IMPORT_KEYS,
  IMPORT_TABS,
  type ImportTab,
  remainingChanges,
  tableOf,
} from '../../../src/domain/import/changes';
import type { ExistingProgramme } from '../../../src/domain/import/importPlan';
import { OrganisationIds } from '../../../src/domain/import/organisationIds';
import { isEmptyImport, planImport } from '../../../src/domain/import/plan';
import type {
  DraftOrganisation,
  DraftStage,
  DraftTarget,
  ProgrammeDraft,
} from '../../../src/domain/import/programmeDraft';
import { BLANK_STAGE, DEADLINE_KINDS } from '../../../src/domain/programme/programme';
import type { TabSchema } from '../../../src/domain/schema/schema';
import type { Cell } from '../../../src/domain/values/cell';
import { addressesSchema } from '../../../src/tabs/schemas/control';
import { draftIssues, IMPORT_WORDS } from '../../../src/tabs/schemas/draftRows';
import { organisationsSchema, stagesSchema, targetsSchema } from '../../../src/tabs/schemas/programme';
import { day } from '../../support/analysis';
import { growthOf, LINEAR } from '../../support/growth';

const SCHEMAS: Readonly<Record<ImportTab, TabSchema>> = {
  stages: stagesSchema,
  organisations: organisationsSchema,
  targets: targetsSchema,
  addresses: addressesSchema,
};
type Rows = Record<ImportTab, Cells[]>;
const NOTHING: Rows = { stages: [], organisations: [], targets: [], addresses: [] };

const stage = (code: string, title: string, more: Partial<DraftStage> = {}): DraftStage => ({
  ...BLANK_STAGE,
  code,
  title,
  kind: 'by',
  deadline: day('2020-10-05'),
  sameAs: null,
  ...more,
});
const school = (shortName: string, more: Partial<DraftOrganisation> = {}): DraftOrganisation => ({
  id: '',
  district: 'Кировский',
  fullName: '',
  shortName,
  type: 'школа',
  emails: [],
  sameAs: '',
  ...more,
});
const draftOf = (more: Partial<ProgrammeDraft>): ProgrammeDraft => ({
  stages: [],
  targets: [],
  organisations: [],
  drop: [],
  ...more,
});

const existingOf = (rows: Rows, filed: Record<string, number> = {}): ExistingProgramme => ({
  stages: tableOf(stagesSchema, rows.stages),
  organisations: tableOf(organisationsSchema, rows.organisations),
  targets: tableOf(targetsSchema, rows.targets),
  addresses: tableOf(addressesSchema, rows.addresses),
  filedByStage: new Map(Object.entries(filed)),
  filedByOrganisation: new Map(Object.entries(filed)),
});
const plan = (draft: ProgrammeDraft, rows: Rows, filed?: Record<string, number>) =>
  planImport(draft, existingOf(rows, filed), IMPORT_WORDS);

/** The rows after the server did what `planned` asks. */
function after(planned: ReturnType<typeof plan>, rows: Rows): Rows {
  const next = { ...rows };
  for (const tab of IMPORT_TABS) {
    const settled = remainingChanges(IMPORT_KEYS[tab], planned[tab], tableOf(SCHEMAS[tab], rows[tab]));
    expect(settled.conflicts).toBe(0);
    next[tab] = rows[tab].map((cells, row) => {
      const change = settled.changed.find((each) => each.row === row);
      const cell: Record<string, Cell> = {};
      for (const { column, to } of change?.cells ?? []) cell[column] = to;
      return { ...cells, ...cell };
    });
    next[tab] = [...next[tab], ...settled.added];
  }
  return next;
}
const done = (draft: ProgrammeDraft, rows: Rows): Rows => after(plan(draft, rows), rows);

describe('stages', () => {
  const first = draftOf({ stages: [stage('1', 'Назначить кураторов'), stage('2', 'Собрать базы')] });
  const there = done(first, NOTHING);

  test('of an empty table are all added, and the same letter again changes nothing', () => {
    expect(plan(first, NOTHING).stages.added.map((cells) => cells.code)).toEqual(['1', '2']);
    expect(isEmptyImport(plan(first, there))).toBe(true);
    expect(plan(first, there).stages.same).toBe(2);
  });

  test('keep their code when the letter numbers its points anew: reports stay with their stage', () => {
    const renumbered = draftOf({
      stages: [stage('1', 'Составить план'), stage('2', 'Назначить кураторов'), stage('3', 'Собрать базы')],
    });
    const planned = plan(renumbered, there);
    expect(planned.questions).toEqual([]);
    expect(planned.stages.changed).toEqual([]);
    expect(planned.stages.added.map(({ code, title }) => [code, title])).toEqual([['1-2', 'Составить план']]);
    expect(isEmptyImport(plan(renumbered, after(planned, there)))).toBe(true);
  });

  test('with another title under their code are asked about, with the reports that were filed', () => {
    const renamed = [stage('1', 'Назначить куратора школы'), stage('2', 'Собрать базы')];
    const planned = plan(draftOf({ stages: renamed }), there, { 1: 3 });
    expect(planned.questions).toEqual([
      {
        kind: 'stage',
        index: 0,
        id: '1',
        found: 'Назначить кураторов',
        given: 'Назначить куратора школы',
        filed: 3,
      },
    ]);
    expect(isEmptyImport(planned)).toBe(true);
    const same = draftOf({ stages: [{ ...stage('1', 'Назначить куратора школы'), sameAs: 'same' }] });
    expect(plan(same, there).stages.changed).toMatchObject([
      { key: '1', cells: [{ column: 'title', from: 'Назначить кураторов', to: 'Назначить куратора школы' }] },
    ]);
    const other = draftOf({ stages: [{ ...stage('1', 'Назначить куратора школы'), sameAs: 'new' }] });
    expect(plan(other, there).stages.added.map(({ code }) => code)).toEqual(['1-2']);
    expect(plan(other, there).gone.map(({ id }) => id)).toEqual(['1', '2']);
    expect(isEmptyImport(plan(other, done(other, there)))).toBe(true);
  });

  test('say which fields change, from what to what', () => {
    const moved = draftOf({
      stages: [
        stage('1', 'Назначить кураторов', { deadline: day('2020-11-01'), approval: 'yes' }),
        stage('2', 'Собрать базы'),
      ],
    });
    expect(plan(moved, there).stages.changed).toEqual([
      {
        key: '1',
        label: '1. Назначить кураторов',
        cells: [
          { column: 'deadline', from: { date: '2020-10-05' }, to: { date: '2020-11-01' } },
          { column: 'approval', from: 'нет', to: 'да' },
        ],
      },
    ]);
  });

  test('that the draft leaves blank keep what the administrator wrote, except dates of another kind of deadline', () => {
    const range = stage('1', 'Назначить кураторов', {
      kind: 'range',
      start: day('2020-09-01'),
      responsible: 'ОО',
    });
    const rows = done(draftOf({ stages: [range] }), NOTHING);
    const planned = plan(draftOf({ stages: [stage('1', 'Назначить кураторов')] }), rows);
    expect(
      planned.stages.changed.flatMap(({ cells }) => cells.map(({ column, to }) => [column, to])),
    ).toEqual([
      ['kind', 'до даты'],
      ['start', ''],
    ]);
  });

  test('that are gone stay, unless they are ticked: then they are marked, never deleted', () => {
    const shorter = { stages: [stage('2', 'Собрать базы')] };
    const planned = plan(draftOf(shorter), there, { 1: 5 });
    expect(planned.gone).toEqual([{ id: '1', label: '1. Назначить кураторов', filed: 5 }]);
    expect(isEmptyImport(planned)).toBe(true);
    const ticked = draftOf({ ...shorter, drop: ['1'] });
    expect(plan(ticked, there).stages.changed).toMatchObject([
      { key: '1', cells: [{ column: 'dropped', from: 'нет', to: 'да' }] },
    ]);
    const rows = done(ticked, there);
    expect(rows.stages).toHaveLength(2);
    expect(plan(ticked, rows).gone).toEqual([]);
    expect(isEmptyImport(plan(ticked, rows))).toBe(true);
  });

  test('of a list of organisations alone are not taken for gone', () => {
    expect(plan(draftOf({ organisations: [school('Школа № 1')] }), there).gone).toEqual([]);
  });
});

describe('organisations', () => {
  const rows = done(
    draftOf({ organisations: [school('Школа № 1', { id: 'К-01' }), school('Лицей «Рост»', { id: 'К-02' })] }),
    NOTHING,
  );

  test('get short codes of their district, and go on with its letters', () => {
    const planned = plan(
      draftOf({ organisations: [school('Школа № 7'), school('Школа № 7', { district: 'Ленинский' })] }),
      rows,
    );
    expect(planned.organisations.added.map(({ id }) => id)).toEqual(['К-03', 'Л-01']);
    const ids = new OrganisationIds([], []);
    expect([
      ids.next('Кировский район'),
      ids.next('Красногорский район'),
      ids.next('г. Каменск'),
      ids.next(''),
    ]).toEqual(['К-01', 'КР-01', 'КА-01', 'О-01']);
  });

  test('are known by id, then by name whatever its quotes and spaces, within the district', () => {
    const byName = draftOf({ organisations: [school('школа №1'), school('Лицей "Рост"', { district: '' })] });
    expect(plan(byName, rows).organisations.added).toEqual([]);
    const inAnotherDistrict = draftOf({ organisations: [school('Школа № 1', { district: 'Ленинский' })] });
    expect(plan(inAnotherDistrict, rows).organisations.added).toHaveLength(1);
    const renamed = draftOf({ organisations: [school('Школа № 1 имени Пушкина', { id: 'К-01' })] });
    expect(plan(renamed, rows).organisations.changed).toMatchObject([
      { key: 'к-01', cells: [{ column: 'shortName' }] },
    ]);
  });

  test('with a similar name are asked about, and joined only when the administrator says so', () => {
    const similar = school('МБОУ СОШ № 1', { emails: ['a@example.org'] });
    const planned = plan(draftOf({ organisations: [similar] }), rows);
    expect(planned.questions).toMatchObject([
      { kind: 'organisation', index: 0, id: 'К-01', found: 'Школа № 1' },
    ]);
    expect(isEmptyImport(planned)).toBe(true);
    const joined = plan(draftOf({ organisations: [{ ...similar, sameAs: 'К-01' }] }), rows);
    expect(joined.organisations.changed).toMatchObject([
      { cells: [{ column: 'shortName', to: 'МБОУ СОШ № 1' }] },
    ]);
    expect(joined.addresses.added).toEqual([
      { email: 'a@example.org', role: 'куратор', organisation: 'К-01', district: 'Кировский' },
    ]);
    const apart = plan(draftOf({ organisations: [{ ...similar, sameAs: 'new' }] }), rows);
    expect(apart.organisations.added.map(({ id }) => id)).toEqual(['К-03']);
  });

  test.each([
    ['Школа № 11', 'another number'],
    ['Детский сад № 1', 'another type', 'детский сад'],
    ['Гимназия «Восход»', 'no number and another name'],
  ])('«%s» is no likeness: %s', (name, _why, type = 'школа') => {
    expect(plan(draftOf({ organisations: [school(name, { type })] }), rows).questions).toEqual([]);
  });

  test('said twice are one; addresses come once, also when the tab lists several in a cell', () => {
    const twice = draftOf({
      organisations: [
        school('Школа № 9', { emails: ['a@example.org', 'b@example.org'] }),
        school('Школа №9'),
      ],
    });
    const planned = plan(twice, rows);
    expect(planned.organisations.added).toHaveLength(1);
    expect(planned.addresses.added).toHaveLength(2);
    const cell = { email: 'A@example.org; b@example.org', role: 'куратор', organisation: 'К-03' };
    const filled = { ...after(planned, rows), addresses: [cell] };
    expect(plan(twice, filled).addresses.added).toEqual([]);
  });

  test('a thousand of them against a thousand: the time grows with the number, not with its square', () => {
    const drafts = (count: number) =>
      draftOf({
        organisations: Array.from({ length: count }, (_, index) =>
          school(`МБОУ СОШ № ${index}`, { emails: [`s${index}@example.org`] }),
        ),
      });
    const cases = new Map([250, 1000].map((count) => [count, drafts(count)] as const));
    const filled = new Map([...cases].map(([count, draft]) => [count, done(draft, NOTHING)] as const));
    const planAgain = (count: number) => {
      const [draft, rows] = [cases.get(count), filled.get(count)];
      expect(draft && rows && isEmptyImport(plan(draft, rows))).toBe(true);
    };
    expect(growthOf(planAgain, 250)).toBeLessThan(LINEAR);
    expect(new Set(filled.get(1000)?.organisations.map(({ id }) => id)).size).toBe(1000);
  });
});

test('targets are known by words and date; only their figures change', () => {
  const target: DraftTarget = {
    indicator: 'menteeShare',
    title: 'Вовлечены',
    date: day('2020-12-31'),
    value: 10,
    unit: '%',
  };
  const rows = done(draftOf({ targets: [target] }), NOTHING);
  expect(isEmptyImport(plan(draftOf({ targets: [target] }), rows))).toBe(true);
  const planned = plan(
    draftOf({
      targets: [
        { ...target, value: 12 },
        { ...target, date: day('2021-12-31') },
      ],
    }),
    rows,
  );
  expect(planned.targets.changed).toMatchObject([{ cells: [{ column: 'value', from: 10, to: 12 }] }]);
  expect(planned.targets.added).toHaveLength(1);
});

describe('what is sent is written only where it still fits', () => {
  const rows = done(draftOf({ stages: [stage('1', 'Назначить кураторов')] }), NOTHING);
  const planned = plan(draftOf({ stages: [stage('1', 'Назначить кураторов', { result: 'Приказ' })] }), rows);

  test('a cell that somebody changed meanwhile is a conflict, one that says so already is done', () => {
    const changed = tableOf(stagesSchema, [{ ...rows.stages[0], result: 'Отчёт' }]);
    expect(remainingChanges(IMPORT_KEYS.stages, planned.stages, changed).conflicts).toBe(1);
    const written = tableOf(stagesSchema, [{ ...rows.stages[0], result: 'Приказ' }]);
    expect(remainingChanges(IMPORT_KEYS.stages, planned.stages, written)).toEqual({
      added: [],
      changed: [],
      conflicts: 0,
    });
    expect(remainingChanges(IMPORT_KEYS.stages, planned.stages, tableOf(stagesSchema, [])).conflicts).toBe(1);
  });

  test('a row that was moved is found where it is now', () => {
    const moved = tableOf(stagesSchema, [{ code: '9', title: 'Другое' }, { ...rows.stages[0] }]);
    expect(remainingChanges(IMPORT_KEYS.stages, planned.stages, moved).changed.map(({ row }) => row)).toEqual(
      [1],
    );
  });
});

test('a draft is held to the tabs’ own rules: dates, codes, personal data; a code still to come is no issue', () => {
  const bad = draftOf({
    stages: [
      stage('1', 'Без даты', { deadline: null }),
      stage('1', 'Тот же код'),
      stage('3', 'Позвонить: +7 912 345-67-89'),
      stage('4', 'Наоборот', { kind: 'range', start: day('2020-12-01'), deadline: day('2020-11-01') }),
    ],
    organisations: [school('Школа № 1'), school('Школа № 2'), school('')],
  });
  expect(draftIssues(bad).map(({ tab, row, problem }) => [tab, row, problem.code])).toEqual([
    ['stages', 2, 'requiredWhen'],
    ['stages', 3, 'duplicate'],
    ['stages', 5, 'before'],
    ['stages', 4, 'personalData'],
    ['organisations', 4, 'required'],
  ]);
});

/** Drafts of a small world, so that codes and names meet. */
const text = fc.constantFrom('План', 'Базы', 'Обучение', 'Пары', 'план', ' Базы ');
const date = fc.option(fc.constantFrom(day('2020-10-05'), day('2021-05-31')), { nil: null });
const stages = fc.array(
  fc.record({
    code: fc.constantFrom('1', '2', '3', '1.1'),
    title: text,
    section: fc.constantFrom('', 'I', 'II'),
    kind: fc.constantFrom(...DEADLINE_KINDS),
    start: date,
    deadline: date,
    responsible: fc.constantFrom('', 'ОО'),
    result: fc.constantFrom('', 'Приказ'),
    documentNeeded: fc.boolean(),
    approval: fc.constantFrom('no' as const, 'yes' as const, 'included' as const),
    appliesTo: fc.subarray(['школа', 'детский сад']),
    phrase: fc.constantFrom('', 'до 05.10.2020'),
    sameAs: fc.constantFrom(null, 'same' as const, 'new' as const),
  }),
  { maxLength: 6 },
);
const organisations = fc.array(
  fc.record({
    id: fc.constantFrom('', '', 'К-01', 'К-02'),
    district: fc.constantFrom('Кировский', 'Ленинский'),
    fullName: fc.constant(''),
    shortName: fc.constantFrom('Школа № 1', 'СОШ № 1', 'Школа №1', 'Лицей «Рост»', 'МБОУ Лицей Рост'),
    type: fc.constant('школа'),
    emails: fc.subarray(['a@example.org', 'b@example.org']),
    sameAs: fc.constantFrom('', 'new', 'К-01'),
  }),
  { maxLength: 6 },
);
const drafts = fc.record({
  stages,
  organisations,
  targets: fc.constant([] as DraftTarget[]),
  drop: fc.subarray(['1', '2', '3']),
});

describe('whatever the drafts', () => {
  test('nothing is deleted, a code never changes, and what was carried out is not asked for again', () => {
    fc.assert(
      fc.property(drafts, drafts, (one, two) => {
        // A tab has one row a code: that is its rule, and the page refuses another.
        fc.pre(
          [one, two].every((draft) =>
            draftIssues(draft).every(({ problem }) => problem.code !== 'duplicate'),
          ),
        );
        const rows = done(one, NOTHING);
        const planned = plan(two, rows);
        const next = after(planned, rows);
        expect(next.stages.slice(0, rows.stages.length).map(({ code }) => code)).toEqual(
          rows.stages.map(({ code }) => code),
        );
        expect(next.organisations.slice(0, rows.organisations.length).map(({ id }) => id)).toEqual(
          rows.organisations.map(({ id }) => id),
        );
        // The very same changes, sent again after the end.
        for (const tab of IMPORT_TABS) {
          const again = remainingChanges(IMPORT_KEYS[tab], planned[tab], tableOf(SCHEMAS[tab], next[tab]));
          expect([tab, again.added, again.changed]).toEqual([tab, [], []]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
