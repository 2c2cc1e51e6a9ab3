import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readLetter } from '../../../src/domain/letter';

/** line | number | kind start..end | title; checked by hand against the invented letters. */
const EXPECTED: Readonly<
  Record<string, { stages: readonly string[]; questions: readonly string[]; document?: object }>
> = {
  'olympiad-order': {
    document: {
      date: '2021-09-14',
      number: '01-05/1234',
      subject: 'Об организации школьного этапа олимпиады',
    },
    stages: [
      '12 | 1 | range 2021-09-20..2021-10-29 | Провести школьный этап олимпиады',
      '14 | 2.1 | none | Обеспечить организацию школьного этапа',
      '15 | 2.2 | by ..2021-09-17 | Утвердить график проведения',
      '16 | 2.3 | recurring | Направлять отчёт о ходе олимпиады',
      '18 | а | by ..2021-09-16 | Назначить ответственных лиц',
      '19 | б | relative | Направить протоколы в оргкомитет',
      '21 | в | by | Разместить информацию на сайте',
      '22 | г | none | Обеспечить соблюдение порядка',
      '23 | 4 | by | Обеспечить участие обучающихся',
    ],
    questions: ['19 depends-on-event', '21 no-year', '23 this-year'],
  },
  requests: {
    document: { date: null, number: null },
    stages: [
      '3 |  | by ..2021-03-25 | Направить на адрес info@edu.example.org сведения о количестве педагогов по состоянию на 01.03.2021',
      '4 |  | by ..2021-04-05 | Отчёт о проделанной работе необходимо представить',
      '6 |  | relative | Для участия в отборе нужно подать заявку',
    ],
    questions: ['5 date-outside', '6 depends-on-event', '8 target-year'],
  },
  'department-letter': {
    document: { date: '2020-11-12', number: 'ДО-7777-02-07', subject: 'О проведении мониторинга' },
    stages: [
      '20 |  | by ..2020-11-20 | Обеспечить заполнение муниципальными координаторами формы мониторинга (Приложение 1) и направить скан-копии на адрес: otdel@obraz.example',
    ],
    questions: ['24 date-outside', '25 date-outside'],
  },
  'school-plan': {
    document: { date: '2021-08-31', number: '145-о' },
    stages: [
      '9 |  | range 2021-08-01..2021-09-30 | Изучение нормативной базы',
      '10 |  | by ..2021-09-01 | Издание приказа',
      '11 |  | range | Анкетирование',
      '12 |  | by | Сбор согласий',
      '13 |  | range 2022-05-01..2022-05-31 | Отчёт',
    ],
    questions: ['11 no-year', '12 no-year'],
  },
  meeting: {
    document: { date: '2021-01-15', number: null },
    stages: [
      '7 |  | by ..2021-02-01 | Подготовить предложения',
      '8 |  | recurring | Представлять отчет',
      '10 | 3.1 | by ..2021-06-30 | Завершить прием заявлений',
      '11 | 3.2 | by ..2021-02-15 | Провести родительские собрания',
      '14 | 3.3 | recurring | Обновить сайты',
    ],
    questions: [],
  },
  'numbered-requests': {
    stages: [
      '2 | 1 | by ..2020-09-18 | Назначить ответственного',
      '3 | 2 | by ..2020-09-21 | Направить информацию об ответственном по форме: ФИО, должность, телефон на эл. адрес: school@test.example',
      '4 | 3 | range 2020-09-21..2020-09-25 | Провести классные часы',
      '5 | 4 | on 2020-10-01..2020-10-01 | Принять участие в вебинаре (начало в 10.00)',
      '6 | 5 | by | Отчёты предоставить: 1-й этап, 2-й этап – до 10.12.2020',
      '7 | 6 | relative | Разместить на сайте новость',
    ],
    questions: ['6 two-deadlines', '7 depends-on-event'],
  },
  schedule: {
    document: { date: '2021-09-10', number: '300' },
    stages: [
      '11 | 1 | on 2021-09-14..2021-09-14 | Установочный семинар',
      '16 | 2 | range 2021-10-01..2021-11-30 | Конкурс «Лучший наставник»',
      '21 | 3 | range 2022-01-01..2022-12-31 | Фестиваль',
      '26 | 4 | range 2022-05-25..2022-05-26 | Итоговое совещание',
    ],
    questions: [],
  },
  'resolution-with-plan': {
    document: { date: '2021-03-12', number: '215-п' },
    stages: [
      '15 | 2 | range 2021-08-01..2021-08-20 | Осуществить приемку образовательных организаций',
      '17 | 3.1 | by ..2021-06-01 | Разработать и утвердить график приемки',
      '18 | 3.2 | by ..2021-08-25 | Представить главе района итоговый отчет',
      '19 | 4 | by | Провести обследование маршрутов',
      '20 | 5 | none | Обеспечить финансирование в пределах средств, предусмотренных на 2021 год',
      '42 | 1 | by ..2021-04-15 | Провести совещание руководителей',
      '43 | 2 | range 2021-04-01..2021-04-30 | Издать приказы о подготовке',
      '45 | 1 | range 2021-06-01..2021-08-31 | Текущий ремонт помещений (руководители ОО)',
      '46 | 2 | by ..2021-08-01 | Промывка систем отопления, далее ежегодно',
    ],
    questions: ['19 no-year', '20 weak-period', '46 two-deadlines'],
  },
  periods: {
    stages: [
      '2 |  | range 2020-09-01..2020-12-31 | 1 этап (подготовительный)',
      '4 |  | by ..2020-10-15 | Разработка пакета документов',
      '5 |  | range 2021-01-01..2022-05-31 | 2 этап (практический)',
      '7 |  | range 2022-06-01..2022-06-30 | 3 этап – обобщающий',
    ],
    questions: [],
  },
};

describe('invented letters of other kinds', () => {
  test.each(Object.entries(EXPECTED))('%s', (name, { stages, questions, document }) => {
    const letter = readLetter(
      readFileSync(new URL(`../../fixtures/letters/${name}.txt`, import.meta.url), 'utf8'),
    );
    const rows = letter.stages.map(({ line, number, deadline: { kind, start, end }, title }) => {
      const days = start === null && end === null ? '' : ` ${start ?? ''}..${end ?? ''}`;
      return `${line} | ${number ?? ''} | ${kind}${days} | ${title}`;
    });
    expect(rows).toEqual(stages);
    expect(letter.questions.map(({ line, reason }) => `${line} ${reason}`)).toEqual(questions);
    expect(letter.document).toMatchObject(document ?? {});
  });

  test('who is to act is taken from the opener, the point itself, or the words before the verb', () => {
    const read = (text: string): (string | null)[] =>
      readLetter(text).stages.map((stage) => stage.responsible);
    expect(read('ПРИКАЗЫВАЮ:\n1. Директорам школ до 05.10.2020 назначить кураторов.')).toEqual([
      'Директорам школ',
    ]);
    expect(read('ПРИКАЗЫВАЮ:\n1. Рекомендовать главам районов провести сходы.')).toEqual(['Главам районов']);
    expect(read('Прошу руководителей школ:\n- назначить кураторов;\n- сдать отчёт.')).toEqual([
      'Руководителей школ',
      'Руководителей школ',
    ]);
    expect(read('ПРИКАЗЫВАЮ:\n1. Назначить кураторов.')).toEqual([null]);
  });

  test('aims, members and what a base holds are no tasks', () => {
    expect(readLetter('Цели:\n- повысить качество;\n- создать условия.').stages).toEqual([]);
    expect(readLetter('Состав группы:\n- начальник управления;\n- директор центра.').stages).toEqual([]);
  });
});
