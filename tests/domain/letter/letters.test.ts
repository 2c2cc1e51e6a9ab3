import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type Letter, readLetter } from '../../../src/domain/letter';

/** Invented letters with the facts and layout traps of real ones. */
const read = (name: string): { text: string; letter: Letter } => {
  const text = readFileSync(new URL(`../../fixtures/letters/${name}.txt`, import.meta.url), 'utf8');
  return { text, letter: readLetter(text) };
};
const deadlines = (letter: Letter): (string | null)[][] =>
  letter.stages.map(({ deadline }) => [deadline.kind, deadline.start, deadline.end]);
const none = ['none', null, null];
const by = (date: string): (string | null)[] => ['by', null, date];

describe('a city’s letter with a list of dated tasks', () => {
  const { text, letter } = read('city');

  test('seven dated tasks and the reporting one, each with its date', () => {
    expect(deadlines(letter)).toEqual([
      by('2020-09-28'),
      by('2020-10-05'),
      by('2020-10-15'),
      by('2020-10-30'),
      by('2020-11-15'),
      by('2020-11-25'),
      ['reference', null, null],
      ['from', '2020-12-01', null],
    ]);
    expect(letter.stages.map((stage) => stage.line)).toEqual([6, 7, 8, 9, 10, 11, 12, 13]);
  });

  test('tasks keep their words without date and marks, and who is to act', () => {
    expect(letter.stages[0]).toMatchObject({
      title: 'Назначить кураторов проекта в школах',
      responsible: 'Руководителям школ',
      number: null,
    });
    expect(letter.stages[7]?.title).toBe('Начать работу пар');
  });

  test('only the roadmaps need an approval, and by their deadline', () => {
    expect(letter.stages.filter((stage) => stage.approval).map((stage) => stage.line)).toEqual([7]);
    expect(letter.stages[1]?.approvalInDeadline).toBe(true);
  });

  test('the date of the letter it names, of a past webinar and of a link are no deadlines', () => {
    const dates = letter.stages.flatMap(({ deadline }) => [deadline.start, deadline.end]);
    for (const date of ['2020-09-22', '2020-09-17', '2020-10-120']) expect(dates).not.toContain(date);
    expect(letter.document).toMatchObject({ date: null, number: null });
    expect(letter.document.issuer).toContain('Комитет образования города Тестовска');
  });

  test('the request to the heads of offices has no date and is asked', () => {
    expect(letter.questions.map(({ reason, line }) => [reason, line])).toEqual([['request-undated', 16]]);
  });

  test('every stage’s place holds its task and its deadline', () => {
    for (const stage of letter.stages) {
      const place = text.slice(stage.place.start, stage.place.end);
      expect(place).toContain(stage.title.slice(-15));
      expect(text.slice(stage.deadlinePlace?.start, stage.deadlinePlace?.end).replace(/\s+/g, ' ')).toBe(
        stage.deadline.text,
      );
    }
  });
});

describe('a district’s letter with yearly targets', () => {
  const { letter } = read('targets');

  test('five targets, by year', () => {
    expect(
      letter.targets.map(({ date, operator, value, unit, line }) => [date, operator, value, unit, line]),
    ).toEqual([
      ['2020-12-31', '>=', 10, '%', 13],
      ['2021-12-31', '>=', 20, '%', 14],
      ['2022-12-31', '>=', 35, '%', 15],
      ['2023-12-31', '>=', 50, '%', 16],
      ['2024-12-31', '>=', 70, '%', 17],
    ]);
    expect(new Set(letter.targets.map((target) => target.title))).toEqual(
      new Set(['Обучающихся школ участвуют в проекте']),
    );
  });

  test('four tasks of the list, one of them over a period, and one dated request', () => {
    expect(deadlines(letter)).toEqual([
      none,
      ['range', '2020-01-01', '2024-12-31'],
      none,
      none,
      by('2020-10-15'),
    ]);
  });

  test('the private address of the request is pointed at and not kept', () => {
    expect(letter.personalData.map(({ kind, line }) => [kind, line])).toEqual([
      ['email', 21],
      ['name', 29],
    ]);
    expect(JSON.stringify(letter.stages)).not.toContain('familiya');
  });

  test('orders named in the text give no date, an institute named there is no school', () => {
    expect(letter.document).toMatchObject({
      date: null,
      number: null,
      subject: 'О внедрении модели наставничества',
    });
    expect(letter.organisations).toEqual([]);
    expect(letter.questions).toEqual([]);
  });
});

describe('a resolution with points and sub-points', () => {
  const { letter } = read('resolution');

  test('six dated sub-points and the office’s task; the control clause is none', () => {
    expect(
      letter.stages.map(({ number, deadline }) => [number, deadline.kind, deadline.end ?? deadline.start]),
    ).toEqual([
      ['1', 'by', '2020-10-05'],
      ['2', 'by', '2020-10-15'],
      ['3', 'by', '2020-10-30'],
      ['4', 'by', '2020-11-15'],
      ['5', 'by', '2020-11-25'],
      ['6', 'from', '2020-12-01'],
      ['2', 'none', null],
    ]);
    expect(letter.stages[6]?.responsible).toBe('МКУ «Отдел образования ГО Примерный»');
    expect(letter.stages[0]?.approvalInDeadline).toBe(true);
  });

  test('date, number, issuer and subject are the resolution’s own', () => {
    expect(letter.document).toEqual({
      date: '2020-10-02',
      number: '754-17',
      issuer: 'АДМИНИСТРАЦИЯ ГОРОДСКОГО ОКРУГА ПРИМЕРНЫЙ',
      subject: 'Об организации работы пар наставников в школах',
    });
    expect(letter.questions).toEqual([]);
    expect(letter.targets).toEqual([]);
  });
});

describe('an order with a roadmap and a list of schools, one cell a line', () => {
  const { letter } = read('roadmap');
  const plan = letter.stages.filter((stage) => stage.source === 'plan');
  const order = letter.stages.filter((stage) => stage.source === 'order');

  test('22 rows in three sections', () => {
    const sections = new Map<string | null, number>();
    for (const { section } of plan) sections.set(section, (sections.get(section) ?? 0) + 1);
    expect([...sections]).toEqual([
      ['I. Правила и приказы', 10],
      ['II. Поддержка участников', 8],
      ['III. Мониторинг и оценка', 4],
    ]);
  });

  test('each row’s deadline, in all the ways in which it is written', () => {
    const autumn = ['range', '2020-09-01', '2020-12-31'];
    const september = ['range', '2020-09-01', '2020-09-30'];
    expect(plan.map(({ deadline }) => [deadline.kind, deadline.start, deadline.end])).toEqual([
      september,
      by('2020-10-02'),
      september,
      by('2020-10-05'),
      by('2020-10-05'),
      by('2020-10-09'),
      by('2020-10-05'),
      by('2020-10-07'),
      by('2020-10-30'),
      by('2020-11-15'),
      by('2020-11-25'),
      by('2020-10-30'),
      by('2020-12-01'),
      by('2020-10-30'),
      ['on', '2020-10-21', '2020-10-21'],
      by('2020-11-25'),
      ['range', '2020-12-01', '2021-05-31'],
      ['range', '2021-05-01', '2021-05-31'],
      autumn,
      ['reference', null, null],
      autumn,
      autumn,
    ]);
  });

  test('cells with lines of their own, empty cells and empty lines stay in their columns', () => {
    expect(plan[5]).toMatchObject({
      number: '6',
      responsible: 'ОО, ДО',
      result: 'Приказ ОО, ДО положение школы',
    });
    expect(plan[6]).toMatchObject({
      responsible: 'УО, ОЦ',
      result: 'Согласование',
      approval: true,
      approvalInDeadline: true,
    });
    expect(plan[9]).toMatchObject({ responsible: 'УО, члены рабочей группы', result: null });
    expect(plan[11]?.result).toContain('- базы предприятий');
    expect(plan[14]).toMatchObject({ responsible: 'ОЦ', result: 'Семинары' });
    expect(plan[16]?.title).toContain('итоговая встреча');
    expect(plan[16]?.result).toBeNull();
  });

  test('the order’s own points: two dated, one without a date, and not what the order does itself', () => {
    expect(order.map(({ number, deadline }) => [number, deadline.kind, deadline.end])).toEqual([
      ['2', 'none', null],
      ['3.1', 'by', '2020-10-07'],
      ['3.2', 'by', '2020-10-05'],
    ]);
    expect(order[0]).toMatchObject({
      responsible: 'Членам рабочей группы',
      title: 'Обеспечить реализацию плана',
    });
    expect(order[1]?.responsible).toBe('Руководителям школ, работающих по основным программам');
  });

  test('17 organisations with type, number and short name', () => {
    expect(letter.organisations).toHaveLength(17);
    expect(letter.organisations.map((one) => one.type)).toEqual([
      ...Array(15).fill('school'),
      'further-education',
      'further-education',
    ]);
    expect(letter.organisations[0]).toMatchObject({ number: '1', shortName: 'МАОУ «Примерная-1 СОШ № 1»' });
    expect(letter.organisations[1]?.shortName).toBe('МБОУ «Примерная-2 СОШ № 6»');
    expect(letter.organisations[7]?.shortName).toBe('МБОУ «Примерная-8 ООШ № 13»');
    expect(letter.organisations[16]?.shortName).toBe('МБУ ДО «ДЮСШ»');
  });

  test('a form that was not filled in is asked, the order it refers to gives no date', () => {
    expect(letter.document).toMatchObject({ date: null, number: null });
    expect(letter.questions.map((question) => question.reason)).toEqual(['document-blank']);
  });
});

describe('recommendations to several offices', () => {
  const { letter } = read('recommendations');

  test('thirteen tasks, two with dates, under the ones who are to act', () => {
    expect(deadlines(letter)).toEqual([
      none,
      none,
      none,
      by('2020-09-07'),
      none,
      by('2020-12-30'),
      ...Array(7).fill(none),
    ]);
    expect(letter.stages.map((stage) => stage.responsible?.split(' ')[0])).toEqual([
      ...Array(3).fill('Отделу'),
      ...Array(6).fill('Руководителям'),
      ...Array(4).fill('Отделу'),
    ]);
  });

  test('the date of approval is the document’s, and no stage’s', () => {
    expect(letter.document.date).toBe('2020-05-15');
    expect(letter.questions).toEqual([]);
  });
});
