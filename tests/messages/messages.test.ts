import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { STATUS_NAMES, STATUSES, statusOf } from '../../src/domain/report/statuses';
import { COLUMN_TYPE_NAMES } from '../../src/domain/schema/columnTypes';
import type { Problem } from '../../src/domain/schema/problem';
import * as settingWords from '../../src/messages/jobs/settings';
import * as setupWords from '../../src/messages/jobs/setup';
import * as controlTabs from '../../src/messages/tabs/control';
import { describeIssue } from '../../src/messages/tabs/issues';
import * as pageWords from '../../src/messages/tabs/pages';
import { COLUMN_TYPE_WORDS } from '../../src/messages/words/columnTypes';
import { counted, NOUNS, plural } from '../../src/messages/words/plural';
import * as words from '../../src/messages/words/words';
import { PROGRAMMES } from '../../src/programmes';
import { controlSchemas, reportingSchemas, serviceSchema } from '../../src/tabs/schemas';
import { issuesSchema } from '../../src/tabs/schemas/control';
import { day } from '../support/analysis';

const DAY = day('2020-10-05');

/** One problem of every code: the compiler says which is missing here. */
const PROBLEMS: { readonly [C in Problem['code']]: Extract<Problem, { code: C }> } = {
  required: { code: 'required' },
  errorCell: { code: 'errorCell' },
  formula: { code: 'formula' },
  notOfType: { code: 'notOfType', type: 'integer' },
  unseenSign: { code: 'unseenSign', after: 'анна' },
  notDate: { code: 'notDate', suggestion: null },
  noSuchDay: { code: 'noSuchDay' },
  dateOutOfRange: { code: 'dateOutOfRange' },
  dateInFuture: { code: 'dateInFuture' },
  dateBeforeStart: { code: 'dateBeforeStart', start: DAY },
  numberAsText: { code: 'numberAsText' },
  numberTooSmall: { code: 'numberTooSmall', min: 0 },
  numberTooBig: { code: 'numberTooBig', max: 9 },
  notChoice: { code: 'notChoice', allowed: ['очно'] },
  notInBooks: { code: 'notInBooks' },
  inSeveralBooks: { code: 'inSeveralBooks' },
  noSuchStage: { code: 'noSuchStage', stage: '9.9' },
  tooLong: { code: 'tooLong', length: 3000 },
  pattern: { code: 'pattern', says: 'код без знака «/»' },
  personalData: { code: 'personalData', kinds: ['name', 'phone', 'email', 'snils', 'passport', 'birthdate'] },
  onlyWhen: { code: 'onlyWhen', column: 'Решение' },
  requiredWhen: { code: 'requiredWhen', column: 'Решение' },
  before: { code: 'before', column: 'Срок' },
  moreThan: { code: 'moreThan', column: 'Обучающихся' },
  documentMissing: { code: 'documentMissing' },
  duplicate: { code: 'duplicate', row: 3 },
  rowUnclear: { code: 'rowUnclear' },
  cellsMoved: { code: 'cellsMoved', holds: 12, ownIn: 17 },
  rowTwice: { code: 'rowTwice', row: 3 },
  rowForeign: { code: 'rowForeign' },
  filedElsewhere: { code: 'filedElsewhere', by: 'Школа № 5' },
  decidedElsewhere: { code: 'decidedElsewhere', by: 'Ленинский', district: 'ленинский' },
  noStages: { code: 'noStages' },
  noOrganisations: { code: 'noOrganisations' },
  stageUndated: { code: 'stageUndated' },
  nobodyReports: { code: 'nobodyReports' },
  formerDistricts: { code: 'formerDistricts' },
  districtsAlike: { code: 'districtsAlike', other: 'Кировский' },
  organisationTwice: { code: 'organisationTwice', row: 3 },
  missingTab: { code: 'missingTab' },
  tabRestored: { code: 'tabRestored', on: DAY },
  columnRestored: { code: 'columnRestored', on: DAY },
  columnTwice: { code: 'columnTwice' },
  headerTaken: { code: 'headerTaken' },
  mergedCells: { code: 'mergedCells', range: 'A1:B2' },
  wrongLocale: { code: 'wrongLocale', locale: 'США' },
  wrongTimeZone: { code: 'wrongTimeZone', zone: 'Москва', expected: 'Екатеринбург' },
  settingInvalid: { code: 'settingInvalid', used: '7' },
  columnTypeUnknown: { code: 'columnTypeUnknown' },
  andMore: { code: 'andMore', count: 21, of: { code: 'required' } },
};

/** Latin that is meant: addresses, keys of the keyboard, names of services, A1 references. */
const MEANT =
  /https?:\/\/[\w./-]*|[\w-]+@[\w.-]+|gmail\.com|school\.example|Ctrl\+Z|Enter|Google|Europe\/Moscow|Asia\/Yekaterinburg|[A-Z]+\d+(:[A-Z]+\d+)?/g;
const latinIn = (text: string): string[] =>
  text.replace(MEANT, '').match(/[A-Za-z]+|undefined|NaN|\[object/g) ?? [];

describe('every problem', () => {
  const cases = [
    ...Object.values(PROBLEMS),
    { code: 'notDate', suggestion: DAY } as const,
    ...COLUMN_TYPE_NAMES.map((type) => ({ code: 'notOfType', type }) as const),
  ];
  test.each(cases.map((problem) => [problem.code, problem as Problem] as const))(
    '%s says what is expected and how to repair it',
    (_, problem) => {
      const { expected, repair } = describeIssue(problem);
      expect(expected.trim()).not.toBe('');
      expect(repair).toMatch(/^[А-ЯЁ].*[.:/а-яё\d]$/);
      expect([expected, repair].flatMap(latinIn)).toEqual([]);
    },
  );
});

/** All texts of an object, functions called with plausible arguments. */
function textsOf(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsOf(each, `${path}.${key}`));
}

test('no word that people read is empty or left in English', () => {
  const modules = {
    pages: pageWords.pages,
    words,
    settings: settingWords.SETTING_WORDS,
    menu: setupWords.menu,
    jobs: setupWords.jobNames,
    dialogs: setupWords.dialogs,
    run: setupWords.runWords,
  };
  for (const [path, text] of textsOf(modules, '')) {
    expect([path, text.trim() === '' ? 'empty' : latinIn(text)]).toEqual([path, []]);
  }
});

describe('columns', () => {
  const schemas = [...reportingSchemas(), ...controlSchemas, serviceSchema, issuesSchema];
  const columns = schemas.flatMap((schema) =>
    schema.columns.map((column) => [schema.title, column.header, column] as const),
  );
  test.each(columns)(
    "%s · %s has a header and a help in Russian, and a writer's example",
    (_, header, column) => {
      expect(header).toMatch(/^[А-ЯЁ]/);
      expect(column.help.trim()).toMatch(/^[А-ЯЁа-яё].*\.$/);
      expect([header, column.help].flatMap(latinIn)).toEqual([]);
      expect(column.width).toBeGreaterThanOrEqual(60);
    },
  );
  test('headers and ids of one tab are different', () => {
    for (const { columns: list } of schemas) {
      expect(new Set(list.map(({ header }) => header.toLowerCase())).size).toBe(list.length);
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    }
  });
  test('tabs have different titles', () => {
    const titles = [...schemas.map(({ title }) => title), controlTabs.howTo.title, controlTabs.summary.title];
    expect(new Set(titles).size).toBe(titles.length);
  });
  test('a rule names only columns of its own tab', () => {
    for (const { columns: list } of schemas) {
      const ids = new Set(list.map(({ id }) => id));
      for (const rule of list.flatMap(({ rules }) => rules ?? [])) {
        if ('column' in rule) expect(ids).toContain(rule.column);
        if (rule.kind === 'unique') for (const id of rule.with ?? []) expect(ids).toContain(id);
        if ('when' in rule && 'is' in rule.when) {
          const { column, when } = rule;
          const { allowed } = list.find(({ id }) => id === column) ?? {};
          expect(allowed).toEqual(expect.arrayContaining([...(when as { is: string[] }).is]));
        }
      }
    }
  });
});

describe('words that stand in cells', () => {
  test('statuses are different words, in full and in short, and none begins like another', () => {
    for (const length of ['full', 'short'] as const) {
      const values = STATUS_NAMES.map((name) => words.STATUS_WORDS[name][length]);
      for (const [index, text] of values.entries()) {
        expect(values.filter((other, at) => at !== index && other.startsWith(text))).toEqual([]);
      }
    }
  });
  test('kinds of deadlines, indicators and types of columns are told apart', () => {
    for (const list of [
      words.DEADLINE_KIND_WORDS,
      words.INDICATOR_WORDS,
      COLUMN_TYPE_WORDS,
      words.COUNTED_WORDS,
      words.APPROVAL_NEED_WORDS,
    ]) {
      const values = Object.values<string>(list).map((text) => text.toLowerCase());
      expect(new Set(values).size).toBe(values.length);
    }
    expect(Object.keys(COLUMN_TYPE_WORDS)).toEqual(COLUMN_TYPE_NAMES);
  });
  test('programmes use only types of organisations that can be chosen', () => {
    const types = new Set<string>(words.ORGANISATION_TYPES);
    for (const { organisations, stages } of PROGRAMMES) {
      for (const { type } of organisations) expect(types).toContain(type);
      for (const type of stages.flatMap(({ appliesTo }) => appliesTo)) expect(types).toContain(type);
    }
  });
});

test.each<[number, string]>([
  [0, '0 школ'],
  [1, '1 школа'],
  [2, '2 школы'],
  [4, '4 школы'],
  [5, '5 школ'],
  [11, '11 школ'],
  [12, '12 школ'],
  [14, '14 школ'],
  [21, '21 школа'],
  [22, '22 школы'],
  [25, '25 школ'],
  [101, '101 школа'],
  [111, '111 школ'],
  [112, '112 школ'],
  [1001, '1001 школа'],
  [1_000_000, '1000000 школ'],
])('%d: «%s»', (count, expected) => {
  expect(counted(count, ['школа', 'школы', 'школ'])).toBe(expected);
});

test('every noun has three forms, and agrees', () => {
  for (const forms of Object.values(NOUNS)) {
    expect(forms).toHaveLength(3);
    expect([plural(1, forms), plural(3, forms), plural(7, forms)]).toEqual([...forms]);
  }
});

describe('colours', () => {
  const channel = (value: number) => {
    const part = value / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  const luminance = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
      channel(Number.parseInt(hex.slice(at, at + 2), 16)),
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (a: string, b: string) => {
    const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const painted = STATUS_NAMES.flatMap((name) => {
    const { paint } = statusOf(name);
    return paint === null ? [] : [[name, paint] as const];
  });
  test.each(painted)('%s is read at 4.5:1', (_, paint) => {
    expect(contrast(paint.background, paint.color)).toBeGreaterThanOrEqual(4.5);
  });
  test('missed and in time differ in lightness, not only in hue', () => {
    const { missed, inTime } = STATUSES;
    expect(contrast(missed.paint.background, inTime.paint.background)).toBeGreaterThan(4.5);
  });
});

test('a problem cannot be added without words and without a place in this test', () => {
  const source = ['problem.ts', 'columnTypes/columnType.ts']
    .map((name) => readFileSync(new URL(`../../src/domain/schema/${name}`, import.meta.url), 'utf8'))
    .join('');
  const codes = [...source.matchAll(/readonly code: '(\w+)'/g)].map(([, code]) => code);
  expect(Object.keys(PROBLEMS).sort()).toEqual([...new Set(codes)].sort());
});
