/** Days in the sidebar are those of the spreadsheet's zone, read without a call for each. */
import { expect, test } from '@jest/globals';
import { EKATERINBURG, makeOffice, reportOf } from './office';
import { ask, date, filled, get } from './sidebarCalls';

/** 1 November 2020, 20:30 in Greenwich: the next day already from Minsk on. */
const EVENING = Date.UTC(2020, 10, 1, 21, 30);
const KEY = 'ВИ-04/1';

test.each([
  ['Asia/Kamchatka', '2020-11-02'],
  ['Asia/Yekaterinburg', '2020-11-02'],
  ['Europe/Moscow', '2020-11-02'],
  ['Europe/Kaliningrad', '2020-11-01'],
  // Deadlines of September and of November lie on both sides of a change of clocks.
  ['Europe/Berlin', '2020-11-01'],
  ['America/New_York', '2020-11-01'],
])('%s', (timeZone, today) => {
  const office = makeOffice({ programme: EKATERINBURG, now: EVENING, timeZone });
  get(office, 'sidebarChoose', ['ВИ-04']);
  const { answer, run } = ask(office, 'sidebarOpen', []);
  expect(answer).toMatchObject({ ok: true, today });
  const stages = answer.ok ? (answer.school?.stages ?? []) : [];
  const report = reportOf(office);
  for (const { key, due, statusText } of stages) {
    const row = report.view.find({ Ключ: key });
    expect(due === null ? '' : due.split('-').reverse().join('.')).toBe(report.at(row, 'Срок'));
    expect(statusText).toBe(report.at(row, 'Состояние'));
  }
  // Where clocks change, the other half of the year is asked for once, with the zone's name.
  expect(run.meter.total).toBeLessThanOrEqual(/Berlin|York/.test(timeZone) ? 12 : 10);

  const form = get(office, 'sidebarForm', [KEY]);
  expect(get(office, 'sidebarSave', [filled(form, { doneOn: date(today) })]).stage.done).toBe(today);
  expect(report.at(report.view.find({ Ключ: KEY }), 'Дата выполнения')).toBe(
    today.split('-').reverse().join('.'),
  );
});

test('a date with a time of day is the day that it is there', () => {
  const office = makeOffice({ programme: EKATERINBURG, now: EVENING });
  const report = reportOf(office);
  const { sheet } = report.view;
  const row = report.view.find({ Ключ: KEY });
  for (const [time, day] of [
    [44099.99, '2020-09-25'],
    [44099.01, '2020-09-25'],
    [44099.5, '2020-09-25'],
  ] as const) {
    sheet.setScalar(sheet.row(row), report.view.column('Дата выполнения'), time);
    expect(get(office, 'sidebarForm', [KEY]).fields[0]?.value).toEqual(date(day));
  }
});
