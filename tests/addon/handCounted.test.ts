/** A reporting book written by another program, its statuses counted by hand: «Сводка» must show those figures. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import writeExcelFile, { type Cell } from 'write-excel-file/node';
import { LocalHost } from '../../host/runtime/localHost';
import { makeBooks, press } from '../../host/sample/books';
import { openBook } from '../../host/xlsx/store';
import {
  ADD_BOOK,
  ADMINISTRATOR,
  figuresOf,
  issuesOf,
  type Office,
  rebuild,
  reportingTab,
  reportOf,
} from './office';

const day = (text: string): Cell => {
  const [date = 1, month = 1, year = 2020] = text.split('.').map(Number);
  return { value: new Date(Date.UTC(year, month - 1, date)), format: 'dd.mm.yyyy' };
};

/** Today is 6 October 2020, a stage is «скоро срок» within seven days. */
const STAGES = [
  { code: '1', title: 'Приказ', kind: 'до даты', deadline: '01.10.2020', document: 'да' },
  { code: '2', title: 'Карта', kind: 'до даты', deadline: '05.10.2020', included: 'да' },
  { code: '3', title: 'Встреча', kind: 'в день', deadline: '06.10.2020' },
  { code: '4', title: 'Отчёт', kind: 'до даты', deadline: '30.10.2020' },
  { code: '5', title: 'Работа', kind: 'не указан' },
];
const SCHOOLS = [
  ['С1', 'Северный', 'Школа № 1'],
  ['С2', 'Северный', 'Школа № 2'],
  ['Ю1', 'Южный', 'Школа № 3'],
] as const;

/**
 * School, stage, done on, decision, extended to; the status that a person gives it with the calendar in hand.
 * Hand count: in time 5, late 2, missed 4, not yet due 4; all 15.
 */
const ROWS = [
  ['Школа № 1', '1', '01.10.2020', '', '', 'сдано в срок'],
  ['Школа № 1', '2', '05.10.2020', 'согласовано', '', 'сдано в срок · согласовано'],
  ['Школа № 1', '3', '06.10.2020', '', '', 'сдано в срок'],
  ['Школа № 1', '4', '', '', '', 'впереди'],
  ['Школа № 1', '5', '02.10.2020', '', '', 'сдано в срок'],
  ['Школа № 2', '1', '03.10.2020', '', '', 'сдано с опозданием: 2 дн.'],
  ['Школа № 2', '2', '04.10.2020', '', '', 'не согласовано в срок: 1 дн. · ждёт согласования'],
  ['Школа № 2', '3', '', '', '', 'скоро срок: 0 дн.'],
  ['Школа № 2', '4', '', '', '03.10.2020', 'просрочено: 3 дн.'],
  ['Школа № 2', '5', '', '', '', 'без срока'],
  ['Школа № 3', '1', '29.09.2020', 'возвращено', '', 'просрочено: 5 дн. · возвращено'],
  ['Школа № 3', '2', '06.10.2020', 'согласовано', '', 'сдано с опозданием: 1 дн. · согласовано'],
  ['Школа № 3', '3', '04.10.2020', '', '05.10.2020', 'сдано в срок'],
  ['Школа № 3', '4', 'скоро', '', '', 'ошибка в данных'],
  ['Школа № 3', '5', '', '', '02.10.2020', 'просрочено: 4 дн.'],
] as const;
const COUNTED = { expected: 15, inTime: 5, late: 2, missed: 4, notYetDue: 4 };

/** The book as an office would keep it: plain tables with the headers, nothing of Svodka's. */
async function writeBook(path: string): Promise<void> {
  const date = (text: string) => (/^\d\d\./.test(text) ? day(text) : text);
  const stages = [
    [
      'Код',
      'Раздел',
      'Мероприятие',
      'Вид срока',
      'Начало',
      'Срок',
      'Ответственный',
      'Результат',
      'Нужен документ',
      'Нужно согласование',
      'Срок включает согласование',
      'Кто отчитывается',
      'Как в письме',
      'Снят',
    ],
    ...STAGES.map(({ code, title, kind, deadline, document, included }) => [
      code,
      '',
      title,
      kind,
      '',
      date(deadline ?? ''),
      '',
      '',
      document ?? '',
      '',
      included ?? '',
    ]),
  ];
  const organisations = [
    ['Код организации', 'Район', 'Полное название', 'Краткое название', 'Тип', 'Открыта', 'Закрыта'],
    ...SCHOOLS.map(([id, district, name]) => [id, district, name, name, 'школа']),
  ];
  const reports = ROWS.map(([school, code, done, decision, extended]) => {
    const stage = STAGES.find((each) => each.code === code);
    const id = SCHOOLS.find((each) => each[2] === school)?.[0];
    return [
      school,
      `${code}. ${stage?.title}`,
      '',
      '',
      date(done),
      'приказ № 1',
      '',
      decision,
      date(extended),
      '',
      `${id}/${code}`,
    ];
  });
  const report = [
    [
      'Организация',
      'Этап',
      'Срок',
      'Состояние',
      'Дата выполнения',
      'Документ',
      'Комментарий',
      'Решение',
      'Продлено до',
      'Причина',
      'Ключ',
    ],
    ...reports,
  ];
  await writeExcelFile([
    { sheet: 'Этапы', data: stages },
    { sheet: 'Организации', data: organisations },
    { sheet: 'Отчёт', data: report },
  ]).toFile(path);
}

describe('an .xlsx of hand-counted statuses', () => {
  test('gives exactly those figures, row by row and in the summaries', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'svodka-')), 'Ручной подсчёт.xlsx');
    await writeBook(path);
    const host = new LocalHost({ now: Date.UTC(2020, 9, 6, 7) });
    const books = makeBooks(host, { timeZone: 'Asia/Yekaterinburg' });
    const file = await openBook(host, path, { owner: ADMINISTRATOR, timeZone: 'Asia/Yekaterinburg' });
    host.answers.push({ text: file.workbook.id });
    press(host, books, ADD_BOOK);
    const office: Office = {
      host,
      books: { ...books, reporting: file },
      administrator: host.person(ADMINISTRATOR),
      curator: host.person(ADMINISTRATOR),
      head: host.person(ADMINISTRATOR),
    };
    rebuild(office);
    const rows = reportOf(office).rows();
    expect(rows.map((row) => [row.Организация, row.Этап?.slice(0, 1), row.Состояние])).toEqual(
      ROWS.map(([school, code, , , , status]) => [school, code, status]),
    );
    expect(figuresOf(office)).toEqual(COUNTED);
    expect(figuresOf(office, 'Сводка · Северный')).toEqual({
      expected: 10,
      inTime: 4,
      late: 1,
      missed: 2,
      notYetDue: 3,
    });
    expect(figuresOf(office, 'Сводка · Южный')).toEqual({
      expected: 5,
      inTime: 1,
      late: 1,
      missed: 2,
      notYetDue: 1,
    });
    expect(issuesOf(office).some((issue) => issue.found === 'скоро')).toBe(true);
    // What was typed in the file stands where it stood.
    expect(rows.map((row) => row.Документ)).toEqual(ROWS.map(() => 'приказ № 1'));
    expect(reportingTab(office, 'Этапы').rows()).toHaveLength(STAGES.length);
  });
});
