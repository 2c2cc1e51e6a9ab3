import { describe, expect, test } from '@jest/globals';
import { type Letter, readBlocks, readLetter, readTable, textOf } from '../../../../src/domain/letter';

const HEADER = ['№ п/п', 'Мероприятие', 'Срок исполнения', 'Ответственный', 'Результат'];
const ROWS = [
  ['1', 'Разработка положения', 'до 01.10.2021', 'Директор', 'Положение'],
  ['2', 'Обучение наставников', 'ноябрь 2021 г.', 'ИМЦ', 'Сертификаты'],
  ['3', 'Сводный отчёт', 'не позднее 25 декабря 2021 года', 'Заместитель директора', 'Отчёт'],
];
const EXPECTED = [
  ['1', 'Разработка положения', 'by', null, '2021-10-01', 'Директор', 'Положение'],
  ['2', 'Обучение наставников', 'range', '2021-11-01', '2021-11-30', 'ИМЦ', 'Сертификаты'],
  ['3', 'Сводный отчёт', 'by', null, '2021-12-25', 'Заместитель директора', 'Отчёт'],
];
const facts = (letter: Letter): unknown[][] =>
  letter.stages.map(({ number, title, deadline, responsible, result }) => [
    number,
    title,
    deadline.kind,
    deadline.start,
    deadline.end,
    responsible,
    result,
  ]);
const table = [HEADER, ...ROWS];

describe('the same table in every pasted form', () => {
  test.each<readonly [string, string]>([
    ['separated by tabs', table.map((row) => row.join('\t')).join('\n')],
    ['separated by bars', table.map((row) => row.join(' | ')).join('\n')],
    [
      'with outer bars and a rule',
      [`|${HEADER.join('|')}|`, '|---|---|---|---|---|', ...ROWS.map((row) => `|${row.join('|')}|`)].join(
        '\n',
      ),
    ],
    ['one cell a line', table.flat().join('\n')],
    ['one cell a line, with empty lines between the rows', table.map((row) => row.join('\n')).join('\n\n')],
    [
      'one cell a line, each with a tab',
      table.map((row) => row.map((cell) => `\t${cell}`).join('\n')).join('\n\n'),
    ],
    ['in columns of spaces', table.map((row) => row.map((cell) => cell.padEnd(36)).join('')).join('\n')],
    ['plain text', table.map((row) => row.join(' ')).join('\n')],
    ['with Windows line ends', table.map((row) => row.join('\t')).join('\r\n')],
  ])('%s', (_, text) => {
    expect(facts(readLetter(`План мероприятий\n\n${text}\n`))).toEqual(EXPECTED);
    expect(readLetter(text).questions).toEqual([]);
  });

  test.each([[[2, 3, 0, 1, 4]], [[4, 3, 2, 1, 0]], [[1, 2, 0, 4, 3]]])(
    'with its columns in another order %j',
    (order) => {
      const moved = table.map((row) => order.map((index) => row[index] ?? ''));
      expect(facts(readTable(moved))).toEqual(EXPECTED);
      expect(facts(readLetter(moved.map((row) => row.join('\t')).join('\n')))).toEqual(EXPECTED);
    },
  );

  test('rows of a Word table, with a heading merged across and a page broken inside a row', () => {
    const heading = HEADER.map(() => 'Раздел I. Подготовка');
    const broken = ['', 'для пар', '', '', ''];
    const letter = readTable([HEADER, ['1', '2', '3', '4', '5'], heading, ...ROWS.slice(0, 2), broken]);
    expect(letter.stages.map(({ title, section }) => [title, section])).toEqual([
      ['Разработка положения', 'Раздел I. Подготовка'],
      ['Обучение наставников для пар', 'Раздел I. Подготовка'],
    ]);
  });

  test('text around a table is read too, and places are those of the text that is shown', () => {
    const blocks = [
      { kind: 'text' as const, text: 'ПРИКАЗЫВАЮ:\n1. Назначить кураторов до 05.10.2021.' },
      { kind: 'table' as const, rows: table },
    ];
    const letter = readBlocks(blocks);
    const text = textOf(blocks);
    expect(letter.stages.map((stage) => stage.deadline.end)).toEqual([
      '2021-10-05',
      '2021-10-01',
      '2021-11-30',
      '2021-12-25',
    ]);
    for (const stage of letter.stages)
      expect(text.slice(stage.place.start, stage.place.end)).toContain(stage.title);
  });

  test('what stands in the deadline’s column and is not read is asked', () => {
    const letter = readTable([
      HEADER,
      ['1', 'Проверка', 'как сложится', 'Директор', 'Справка'],
      ['2', 'Выезд', '–', 'УО', ''],
    ]);
    expect(letter.stages.map(({ deadline }) => deadline.kind)).toEqual(['none', 'none']);
    expect(letter.questions.map(({ reason, stage, text }) => [reason, stage, text])).toEqual([
      ['unread', 0, 'как сложится'],
    ]);
  });

  test('columns that nobody knows are asked, not guessed', () => {
    const letter = readTable([
      ['Альфа', 'Бета'],
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(letter.stages).toEqual([]);
    expect(letter.questions.map((question) => question.reason)).toEqual(['table-unread']);
  });
});

describe('a table of indicators', () => {
  test('a column for each year gives a target for each', () => {
    const letter = readTable([
      ['Показатель', 'Ед. изм.', '2021 год', '2022 год', '31.12.2024'],
      ['Доля охваченных обучающихся, не менее', '%', '20', '35,5', '70'],
      ['Число пар', 'ед.', '100', 'х', '1 200'],
    ]);
    expect(
      letter.targets.map(({ title, date, operator, value, unit }) => [
        title.slice(0, 9),
        date,
        operator,
        value,
        unit,
      ]),
    ).toEqual([
      ['Доля охва', '2021-12-31', '>=', 20, '%'],
      ['Доля охва', '2022-12-31', '>=', 35.5, '%'],
      ['Доля охва', '2024-12-31', '>=', 70, '%'],
      ['Число пар', '2021-12-31', '=', 100, 'ед.'],
      ['Число пар', '2024-12-31', '=', 1200, 'ед.'],
    ]);
  });
});

describe('a list of organisations on its own', () => {
  const LIST = [
    ['Район', 'Наименование ОО', 'Тип', 'Электронная почта', 'Телефон'],
    ['Северный', 'МБОУ СОШ № 1', 'школа', 'school1@test.example', '8 (34399) 2-00-01'],
    ['Северный', 'МБОУ  СОШ №1', 'школа', 'sosh1@test.example', ''],
    ['Северный', 'МБОУ «Примерная СОШ № 1»', 'школа', '', ''],
    ['Южный', 'МБОУ СОШ № 1', '', '', ''],
    ['Южный', 'МАДОУ «Детский сад № 5 «Ромашка»', '', 'ds5@test.example; info@test.example', ''],
    ['Южный', 'МБУ ДО ДЮСШ «Олимп»', '', '', ''],
  ];

  test('district, type and addresses by their headings; the same school twice is one', () => {
    const { organisations } = readTable(LIST);
    expect(
      organisations.map(({ name, district, type, number, emails }) => [name, district, type, number, emails]),
    ).toEqual([
      ['МБОУ СОШ № 1', 'Северный', 'school', '1', ['school1@test.example', 'sosh1@test.example']],
      ['МБОУ «Примерная СОШ № 1»', 'Северный', 'school', '1', []],
      ['МБОУ СОШ № 1', 'Южный', 'school', '1', []],
      [
        'МАДОУ «Детский сад № 5 «Ромашка»',
        'Южный',
        'kindergarten',
        '5',
        ['ds5@test.example', 'info@test.example'],
      ],
      ['МБУ ДО ДЮСШ «Олимп»', 'Южный', 'further-education', null, []],
    ]);
  });

  test('a thousand rows at once', () => {
    const rows = Array.from({ length: 1000 }, (_, i) => [
      `Район ${i % 20}`,
      `МБОУ СОШ № ${i + 1}`,
      'школа',
      '',
      '',
    ]);
    const letter = readTable([LIST[0] ?? [], ...rows]);
    expect(letter.organisations).toHaveLength(1000);
    expect(letter.questions).toEqual([]);
  });

  test.each([
    ['СОШ', 'МБОУ «Примерная средняя общеобразовательная школа № 3»', 'school'],
    ['a music school is no school', 'МБУДО «Детская музыкальная школа № 2»', 'further-education'],
    ['a school with a kindergarten', 'МКОУ «Начальная школа – детский сад № 4»', 'school'],
    ['a boarding school', 'ГБОУ «Школа-интернат № 7»', 'school'],
    ['a lyceum', 'Лицей № 9', 'school'],
    ['a kindergarten by its form', 'МБДОУ № 12 «Солнышко»', 'kindergarten'],
    ['a college', 'ГАПОУ «Примерный колледж»', 'vocational'],
    ['a creative centre', 'МБУ ДО ЦДТ «Радуга»', 'further-education'],
    ['an office', 'МКУ «Управление образования ГО Примерный»', 'office'],
    ['nothing shown', 'ООО «Пример»', null],
  ])('%s', (_, name, type) => {
    expect(
      readTable([
        ['№', 'Наименование организации'],
        ['1', name],
      ]).organisations[0]?.type,
    ).toBe(type);
  });

  test('a list without columns, and numbers after one name, which are asked', () => {
    const letter = readLetter(
      'Участники:\n1. МБОУ СОШ № 1\n2. МБОУ СОШ № 2\n\nБазовые площадки: МБОУ СОШ № 3, 4, МАОУ «Лицей № 5».',
    );
    expect(letter.organisations.map((one) => one.name)).toEqual([
      'МБОУ СОШ № 1',
      'МБОУ СОШ № 2',
      'МБОУ СОШ № 3',
      'МБОУ СОШ № 4',
      'МАОУ «Лицей № 5»',
    ]);
    expect(letter.questions.map((question) => question.reason)).toEqual(['made-from-numbers']);
  });
});
