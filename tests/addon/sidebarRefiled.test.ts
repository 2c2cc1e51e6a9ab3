/** A returned report that the school repairs in the sidebar: both sides see at once whose turn it is. */
import { describe, expect, test } from '@jest/globals';
import { EKATERINBURG, HEAD, makeOffice, rebuild, reportOf } from './office';
import { ask, date, filled, get } from './sidebarCalls';

const office = makeOffice({ programme: EKATERINBURG });
const { curator, head } = office;
const KEY = 'ВИ-04/2';
const DISTRICT = 'Верх-Исетский';
const report = () => reportOf(office);
const type = (who: typeof curator, header: string, text: string): void => {
  const row = report().view.find({ Ключ: KEY });
  const result = who.type(report().place, report().cell(row, header), text);
  if (!result.ok) throw new Error(result.message);
};
const stage = () => get(office, 'sidebarOpen', []).school?.stages.find(({ key }) => key === KEY);
const awaiting = () => get(office, 'sidebarDistrict', [DISTRICT], { user: HEAD }).awaiting;
const send = (values: Parameters<typeof filled>[1]) =>
  ask(office, 'sidebarSave', [filled(get(office, 'sidebarForm', [KEY]), values)]);

get(office, 'sidebarChoose', ['ВИ-04']);
type(curator, 'Дата выполнения', '01.10.2020');
type(curator, 'Документ', 'приказ № 1');
rebuild(office);
type(head, 'Решение', 'возвращено');
type(head, 'Причина', 'нет печати');

describe('a return', () => {
  test('asks the school to repair, before and after the jobs have seen it', () => {
    expect(stage()).toMatchObject({ approval: 'returned', refiled: false });
    rebuild(office);
    expect(stage()).toMatchObject({ approval: 'returned', refiled: false });
    expect(awaiting()).toEqual([]);
  });

  test('that the school repaired is the district’s turn, before and after the next rebuild', () => {
    const { answer, run } = send({ document: 'приказ № 2' });
    expect(answer).toMatchObject({ ok: true, saved: true, stage: { approval: 'returned', refiled: true } });
    expect(run.meter.total).toBeLessThanOrEqual(14);
    const expectIts = () => {
      expect(stage()).toMatchObject({ approval: 'returned', refiled: true, reason: 'нет печати' });
      expect(get(office, 'sidebarForm', [KEY]).stage.refiled).toBe(true);
      expect(awaiting()).toMatchObject([
        { key: KEY, refiled: true, statusText: expect.stringContaining('возвращено') },
      ]);
    };
    expectIts();
    rebuild(office);
    expectIts();
    expect(ask(office, 'sidebarOpen', []).run.meter.total).toBeLessThanOrEqual(10);
  });

  test('for the second time, with another reason, is the school’s turn at once', () => {
    type(head, 'Причина', 'нет подписи');
    const expectIts = () => {
      expect(stage()).toMatchObject({ approval: 'returned', refiled: false, reason: 'нет подписи' });
      expect(awaiting()).toEqual([]);
    };
    expectIts();
    rebuild(office);
    expectIts();
    send({ comment: 'подписано' });
    expect(awaiting()).toMatchObject([{ key: KEY, refiled: true }]);
  });

  test('that became an approval is nobody’s turn', () => {
    type(head, 'Решение', 'согласовано');
    expect(stage()).toMatchObject({ approval: 'approved', refiled: false });
    expect(awaiting()).toEqual([]);
  });
});

test('a stage handed in without the document that it asks for says so', () => {
  const office = makeOffice({ programme: EKATERINBURG });
  const [school] = get(office, 'sidebarSchools', []).schools;
  const stages = () => get(office, 'sidebarChoose', [school?.id ?? '']).school?.stages ?? [];
  const key = stages().find((each) => each.documentNeeded)?.key ?? '';
  const missing = () => stages().find((each) => each.key === key)?.documentMissing;
  expect(missing()).toBe(false);
  const send = (values: Parameters<typeof filled>[1]) =>
    get(office, 'sidebarSave', [filled(get(office, 'sidebarForm', [key]), values)]);
  send({ doneOn: date('2020-09-25') });
  expect(missing()).toBe(true);
  send({ document: 'приказ № 4' });
  expect(missing()).toBe(false);
});
