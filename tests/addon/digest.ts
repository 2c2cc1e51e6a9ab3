/**
 * Run as a process of its own under some TZ: prints a digest of every tab of both books after a week of
 * reports, edits at midnight, a nightly repair and a changed deadline.
 */
import { createHash } from 'node:crypto';
import { press } from '../../host/sample/books';
import { BELOYARSKY, makeOffice, rebuild, reportingTab, reportOf, sheetState } from './office';

const HOUR = 3_600_000;
const office = makeOffice({ programme: BELOYARSKY });
const { host, books } = office;
press(host, books, 'Включить расписание');
const { place } = reportOf(office);
const days = ['05.10.2020', '5 октября 2020 года', '2020-10-04', '31.12.2020', 'вчера', '29.02.2020'];
days.forEach((text, index) => {
  office.curator.type(place, reportOf(office).cell(index + 2, 'Дата выполнения'), text);
});
office.head.type(place, reportOf(office).cell(9, 'Продлено до'), '12.10.2020');
const stages = reportingTab(office, 'Этапы');
office.administrator.type(stages.place, stages.cell(3, 'Срок'), '8 октября 2020 года');
// Over two midnights of Yekaterinburg, which are other days in most of the world.
host.advance(10 * HOUR);
office.curator.type(place, reportOf(office).cell(20, 'Дата выполнения'), '07.10.2020');
host.advance(26 * HOUR);
rebuild(office);

const digests: Record<string, string> = {};
for (const file of [books.reporting, books.control]) {
  for (const sheet of file.workbook.sheets) {
    const state = JSON.stringify(sheetState(sheet)).split(file.workbook.id).join('id');
    digests[sheet.name] = createHash('sha256').update(state).digest('hex').slice(0, 16);
  }
}
const shown = reportOf(office)
  .rows()
  .slice(0, 20)
  .map((row) => [row['Дата выполнения'], row['Впервые замечено'], row.Состояние].join(' | '));
process.stdout.write(JSON.stringify({ offset: new Date(0).getTimezoneOffset(), digests, shown }));
