/** «Напоминания»: when a head's request is due, when it is too old, and whose rows the tab keeps. */
import { describe, expect, test } from '@jest/globals';
import {
  districtsOf,
  planReminders,
  reminderIssues,
  requestsDue,
} from '../../../src/domain/mail/requests/reminderRequests';
import type { Cell } from '../../../src/domain/values/cell';
import { reminderOutcome } from '../../../src/messages/tabs/reminders';
import { remindersSchema } from '../../../src/tabs/schemas/reminders';
import { day, type Fields, on, organisationOf, tableOf } from '../../support/analysis';

const TODAY = day('2020-10-08');
const row = (asked: Cell, more: Fields = {}): Fields => ({ district: 'Кировский', asked, ...more });
const table = (...rows: Fields[]) => tableOf(remindersSchema, rows);
const KIROVSKY = { key: 'кировский', name: 'Кировский' };
const planOf = (rows: readonly Fields[], districts = [KIROVSKY]) =>
  planReminders(table(...rows), districts, TODAY, reminderOutcome);

describe('a request', () => {
  const due = (fields: Fields) => requestsDue(table(fields), TODAY).map(({ requestedFor }) => requestedFor);
  test.each<[string, Fields, string[]]>([
    ['for today is due', row(on('2020-10-08')), ['2020-10-08']],
    ['for yesterday is due', row(on('2020-10-07')), ['2020-10-07']],
    ['for tomorrow waits', row(on('2020-10-09')), []],
    ['that was carried out on its day is done', row(on('2020-10-08'), { sent: on('2020-10-08') }), []],
    ['that was carried out later is done', row(on('2020-10-05'), { sent: on('2020-10-07') }), []],
    [
      'newer than what was sent last is due',
      row(on('2020-10-08'), { sent: on('2020-10-07') }),
      ['2020-10-08'],
    ],
    ['of a week ago is still due', row(on('2020-10-01')), ['2020-10-01']],
    ['of more than a week ago is not', row(on('2020-09-30')), []],
    ['is none where the cell is blank', row(''), []],
    ['is none where no day can be read', row('скоро'), []],
    ['of a cell that lost its date format is that day', row(44112), ['2020-10-08']],
    ['is due though «Отправлено» was overwritten', row(on('2020-10-08'), { sent: 'да' }), ['2020-10-08']],
    [
      'is due though «Отправлено» lies in the future',
      row(on('2020-10-08'), { sent: on('2030-01-01') }),
      ['2020-10-08'],
    ],
    ['beside no district is nobody’s', { asked: on('2020-10-08') }, []],
  ])('%s', (_, fields, expected) => {
    expect(due(fields)).toEqual(expected);
  });
  test('says whose it is, and counts once where a district has two rows', () => {
    const rows = [row(on('2020-10-08')), row(on('2020-10-08'), { district: ' кировский ' })];
    expect(requestsDue(table(...rows), TODAY)).toEqual([{ ...KIROVSKY, requestedFor: '2020-10-08', row: 0 }]);
  });
});

describe('what Svodka says by itself', () => {
  const said = (rows: readonly Fields[], districts = [KIROVSKY]) =>
    planOf(rows, districts).outcomes.map(({ text }) => text);
  const stale =
    'Напоминание на 20.09.2020 не отправлено: прошло больше 7 дней. Если оно ещё нужно, поставьте новый день.';
  test('a request that came too late to be of use, once', () => {
    expect(said([row(on('2020-09-20'))])).toEqual([stale]);
    expect(said([row(on('2020-09-20'), { outcome: stale })])).toEqual([]);
  });
  test('nothing of an old request that was carried out then', () => {
    expect(
      said([row(on('2020-09-20'), { sent: on('2020-09-20'), outcome: 'Отправлено: Школа № 1.' })]),
    ).toEqual([]);
  });
  test('a district that left the programme, and nothing of it once it is back', () => {
    expect(said([row('')], [])).toEqual([reminderOutcome.gone]);
    expect(said([row('', { outcome: reminderOutcome.gone })], [])).toEqual([]);
    expect(said([row('', { outcome: reminderOutcome.gone })])).toEqual(['']);
  });
  test('never a new moment in «Отправлено»', () => {
    expect(planOf([row(on('2020-09-20'))]).outcomes.every(({ sent }) => sent === null)).toBe(true);
  });
});

describe('rows', () => {
  test('are added for districts without one, in the programme’s order, however the name is spelt', () => {
    const schools = ['Чкаловский', 'Кировский', '', 'чкаловский', 'Ленинский'].map((district, index) =>
      organisationOf({
        id: `К-${index}`,
        district,
        closed: district === 'Ленинский' ? day('2020-10-01') : null,
      }),
    );
    const districts = districtsOf({ organisations: schools }, TODAY);
    expect(districts.map(({ name }) => name)).toEqual(['Чкаловский', 'Кировский']);
    expect(planOf([row('', { district: 'КИРОВСКИЙ' })], districts).missing.map(({ name }) => name)).toEqual([
      'Чкаловский',
    ]);
  });
});

test('a day that cannot be read, a second row and a day beside no district are said', () => {
  const rows = [
    row('пятое'),
    row('', { district: 'кировский' }),
    row(on('2020-10-08'), { district: '' }),
    row('', { district: '' }),
  ];
  expect(reminderIssues(table(...rows), TODAY).map(({ row: at, problem }) => [at, problem.code])).toEqual([
    [2, 'notDate'],
    [3, 'duplicate'],
    [4, 'rowForeign'],
  ]);
});

describe('«Итог» in words', () => {
  test('names those who were written to, and the others by the reason', () => {
    const skipped = [
      { why: 'нет адреса куратора', schools: ['Школа № 2', 'Школа № 3'] },
      { why: 'сегодня уже напоминали', schools: [] },
    ];
    expect(reminderOutcome.sent(['Школа № 1'], skipped)).toBe(
      'Отправлено: Школа № 1. Не отправлено, нет адреса куратора: Школа № 2, Школа № 3.',
    );
    expect(reminderOutcome.sent([], [])).toBe(reminderOutcome.nobody);
  });
  test('counts what would be too long to read', () => {
    const schools = Array.from({ length: 25 }, (_, index) => `Школа № ${index + 1}`);
    expect(reminderOutcome.sent(schools, [])).toMatch(/Школа № 20 и ещё 5\.$/);
  });
});
