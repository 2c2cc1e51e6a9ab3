import { describe, expect, test } from '@jest/globals';
import { dueDate } from '../../src/domain/programme/deadline';
import { DEADLINE_KINDS } from '../../src/domain/programme/programme';
import { planReport } from '../../src/domain/report/plan';
import { byDistrict, tally } from '../../src/domain/report/summary';
import { rowCount } from '../../src/domain/schema/table';
import { type BuiltInProgramme, PROGRAMMES } from '../../src/programmes';
import { beloyarsky } from '../../src/programmes/beloyarsky';
import { ekaterinburg } from '../../src/programmes/ekaterinburg';
import { analysisOf, day, madeBook } from '../support/analysis';

const bookOf = ({ stages, organisations, targets, title, start }: BuiltInProgramme, today: string) =>
  madeBook({ stages, organisations, targets, title, start, today }, (book) =>
    planReport(book.tables.report, analysisOf(book), [], () => true),
  );

describe.each(PROGRAMMES.map((programme) => [programme.title, programme] as const))('%s', (_, programme) => {
  test('gets through its own tabs without one issue but those of letters that leave a date open', () => {
    const book = bookOf(programme, '2020-09-22');
    const { programme: read, issues } = analysisOf(book);
    expect(read.stages).toEqual(programme.stages);
    // A built-in programme has no former districts, and the tab has none of its organisations.
    expect(read.organisations.map(({ formerDistricts = [], ...each }) => [each, formerDistricts])).toEqual(
      programme.organisations.map((each) => [each, []]),
    );
    expect(issues).toEqual([]);
  });
  test('before anything is filed nothing is in time, and all is accounted for', () => {
    const book = bookOf(programme, '2020-10-20');
    const sum = tally(analysisOf(book).records);
    expect(sum.expected).toBe(rowCount(book.tables.report));
    expect([sum.inTime, sum.late, sum.missed + sum.notYetDue]).toEqual([0, 0, sum.expected]);
  });
  test('has codes and ids of its own, and keeps the words of the letter', () => {
    const { stages, organisations } = programme;
    expect(new Set(stages.map(({ code }) => code)).size).toBe(stages.length);
    expect(new Set(organisations.map(({ id }) => id)).size).toBe(organisations.length);
    expect(new Set(organisations.map(({ shortName }) => shortName)).size).toBe(organisations.length);
    expect(stages.every(({ phrase }) => phrase !== '')).toBe(true);
  });
});

describe('Екатеринбург', () => {
  const districts = byDistrict(ekaterinburg, [], day('2020-09-22'));
  test("has the letter's seven dates", () => {
    const dated = ekaterinburg.stages.flatMap((stage) => {
      const due = dueDate(stage);
      return due === null ? [] : [`${stage.kind} ${due}`];
    });
    expect(dated).toEqual([
      'by 2020-09-28',
      'by 2020-10-05',
      'by 2020-10-15',
      'by 2020-10-30',
      'by 2020-11-15',
      'by 2020-11-25',
      'from 2020-12-01',
    ]);
  });
  test('the roadmap is late when it was not approved in time', () => {
    expect(
      ekaterinburg.stages
        .filter(({ approval }) => approval !== 'no')
        .map(({ code, approval }) => [code, approval]),
    ).toEqual([['2', 'included']]);
  });
  test('has the seven districts of 2020, each with an office that reports too', () => {
    expect(districts.map(({ name }) => name)).toEqual([
      'Верх-Исетский',
      'Железнодорожный',
      'Кировский',
      'Ленинский',
      'Октябрьский',
      'Орджоникидзевский',
      'Чкаловский',
    ]);
    const { records } = analysisOf(bookOf(ekaterinburg, '2020-09-22'));
    for (const { organisations } of districts) {
      const offices = organisations.filter(({ type }) => type === 'управление образования');
      expect(offices).toHaveLength(1);
      expect(records.some(({ organisation }) => organisation.id === offices[0]?.id)).toBe(true);
    }
  });
  test('its schools are made up and say so', () => {
    const schools = ekaterinburg.organisations.filter(({ type }) => type === 'школа');
    expect(schools.length).toBeGreaterThanOrEqual(7);
    for (const { shortName, fullName } of schools) {
      expect(shortName).toMatch(/образец/);
      expect(fullName).toMatch(/вымышленная, для примера/);
    }
  });
});

describe('Белоярский', () => {
  const inSection = (mark: string) =>
    beloyarsky.stages.filter(({ section }) => section.startsWith(`${mark}. `)).length;
  const book = bookOf(beloyarsky, '2020-09-22');
  const { records } = analysisOf(book);
  const own = new Set(['школа', 'дополнительное образование']);
  const rowsOf = (id: string) =>
    records.filter(({ organisation }) => organisation.id === id).map(({ stage }) => stage.code);

  test('has 22 items in three sections of 10, 8 and 4', () => {
    expect([beloyarsky.stages.length, inSection('I'), inSection('II'), inSection('III')]).toEqual([
      22, 10, 8, 4,
    ]);
  });
  test('17 organisations answer for twelve items: exactly 204 rows', () => {
    expect(beloyarsky.organisations.filter(({ type }) => own.has(type))).toHaveLength(17);
    expect(records.filter(({ organisation }) => own.has(organisation.type))).toHaveLength(204);
    expect(beloyarsky.stages.filter(({ appliesTo }) => appliesTo.some((type) => own.has(type)))).toHaveLength(
      12,
    );
  });
  test('the office, the mentoring centre and the working group have rows of their own', () => {
    expect(rowsOf('Б-УО')).toEqual(['1.1', '1.3', '1.7', '1.10', '2.4']);
    expect(rowsOf('Б-МНЦ')).toEqual(['1.7', '2.4', '2.5', '2.8', '3.1', '3.2', '3.3', '3.4']);
    expect(rowsOf('Б-РГ')).toEqual(['1.2', '1.10', '2.1']);
    expect(rowCount(book.tables.report)).toBe(204 + 5 + 8 + 3);
  });
  test('has deadlines by a day, on a day, over a span and by another paper', () => {
    const kinds = new Set(beloyarsky.stages.map(({ kind }) => kind));
    expect(DEADLINE_KINDS.filter((kind) => kinds.has(kind))).toEqual(['by', 'on', 'range', 'reference']);
  });
  test('asks for approval where the roadmap says «согласование»', () => {
    expect(beloyarsky.stages.filter(({ approval }) => approval !== 'no').map(({ code }) => code)).toEqual([
      '1.5',
      '1.7',
    ]);
  });
  test('whole months end on their last day', () => {
    const spans = beloyarsky.stages
      .filter(({ kind }) => kind === 'range')
      .map(({ start, deadline }) => `${start}…${deadline}`);
    expect(new Set(spans)).toEqual(
      new Set([
        '2020-09-01…2020-09-30',
        '2020-12-01…2021-05-31',
        '2021-05-01…2021-05-31',
        '2020-09-01…2020-12-31',
      ]),
    );
  });
});
