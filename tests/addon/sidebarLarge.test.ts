/** Ten thousand rows: a person at the sidebar must not feel how many schools there are. */
import { expect, test } from '@jest/globals';
import { day, stage } from '../../src/programmes/types';
import { stageRow } from '../../src/tabs/schemas/programmeRows';
import { reportSchema } from '../../src/tabs/schemas/report';
import { makeOffice, rebuild, reportingTab, reportOf } from './office';
import { ask, date, filled, get } from './sidebarCalls';

const SCHOOLS = 1000;
const STAGES = 10;

test('opening reads the school’s own rows and one column of keys, saving the tab twice more', () => {
  const office = makeOffice({ built: false });
  const { administrator } = office;
  const stages = Array.from({ length: STAGES }, (_, index) => {
    const code = String(index + 1);
    return stage({ code, title: `Этап ${code}`, kind: 'by', deadline: day('2020-09-28') });
  });
  const cells = stages.map((each) =>
    Object.values(stageRow(each)).map((cell) => (typeof cell === 'object' ? '28.09.2020' : cell)),
  );
  administrator.paste(reportingTab(office, 'Этапы').place, 'A2', cells);
  const organisations = Array.from({ length: SCHOOLS }, (_, index) => [
    ...[`О-${index}`, `Район ${index % 40}`, '', `Школа замера № ${index}`, 'школа'],
  ]);
  administrator.paste(reportingTab(office, 'Организации').place, 'A2', organisations);
  rebuild(office);
  expect(reportOf(office).view.dataRows()).toHaveLength(SCHOOLS * STAGES);

  get(office, 'sidebarChoose', ['О-900']);
  const opened = ask(office, 'sidebarOpen', []);
  expect(opened.answer.ok && opened.answer.school?.stages).toHaveLength(STAGES);
  expect(opened.run.meter.total).toBeLessThanOrEqual(10);
  expect(opened.run.meter.cellsRead).toBeLessThan(SCHOOLS * STAGES + 500);

  const form = get(office, 'sidebarForm', ['О-900/3']);
  const saved = ask(office, 'sidebarSave', [filled(form, { doneOn: date('2020-09-25'), comment: 'готово' })]);
  expect(saved.answer).toMatchObject({ ok: true, saved: true, stage: { status: 'inTime' } });
  expect(saved.run.meter.total).toBeLessThanOrEqual(14);
  // Whole, with the headers in the same call: else nobody could tell what was moved meanwhile, and put it back.
  const width = reportSchema().columns.length;
  expect(saved.run.meter.cellsRead).toBeLessThan(SCHOOLS * STAGES * (1 + 2 * width) + 2000);
  expect(saved.run.meter.cellsWritten).toBe(2);
});
