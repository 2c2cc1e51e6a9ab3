/** States of the small programme's books from which tests begin. */

import { SheetView } from '../../host/people/sheetView';
import { madeOnce, type World } from './fork';

import { DAY_MS, file, fileReports, makeSmall, must, placeOf, rebuild, viewOf } from './smallProgramme';

export { makeSmall };

/** Built, six reports filed, built again: a quiet book. */
export const built = madeOnce((): World => {
  const world = makeSmall();
  rebuild(world);
  fileReports(world);
  rebuild(world);
  return world;
});

interface AfterFiling {
  readonly renamed?: boolean;
  readonly district?: string;
}

/**
 * A day later: a report withdrawn, one new, one approved, one handed in again, a request for a reminder that is too old, a school more and,
 * unless told otherwise, one renamed. Everything is to be written anew. `district`: of the school that came.
 */
export const afterFiling = madeOnce((options: AfterFiling = {}): World => {
  const { renamed = true, district = 'Ленинский' } = options;
  const world = built();
  const { host, books } = world;
  host.clock.set(host.clock.now() + DAY_MS);
  file(world, { school: 1, stage: 1, cells: { 'Дата выполнения': '' } });
  file(world, { school: 2, stage: 2, cells: { 'Дата выполнения': '30.09.2020', Документ: 'приказ № 2' } });
  file(world, { school: 5, stage: 2, cells: { Решение: 'согласовано' } });
  file(world, { school: 4, stage: 2, cells: { Документ: 'приказ № 4' } });
  const administrator = host.person(books.administrator);
  must(administrator.type(placeOf(world, 'Напоминания'), 'B3', '20.09.2020'));
  const organisations = placeOf(world, 'Организации');
  must(administrator.paste(organisations, 'A8', [['К-07', district, '', 'Школа № 7', 'школа']]));
  if (renamed) must(administrator.type(organisations, 'D4', 'Лицей № 3'));
  return world;
});

const RUBBISH = Array.from({ length: 7 }, () => ['мусор', 'мусор', 'мусор', 'мусор']);

/** Somebody pasted over a header and a summary and deleted a column of Svodka's; two districts got a head. */
export const damaged = madeOnce((): World => {
  const world = built();
  const { host, books } = world;
  const administrator = host.person(books.administrator);
  const report = placeOf(world, 'Отчёт');
  must(
    administrator.paste(report, 'A1', [['Организация', 'Этап', 'Когда', 'Состояние']], { formats: 'clear' }),
  );
  must(
    administrator.paste(placeOf(world, 'Сводка'), 'A3', RUBBISH, { formats: 'clear', validation: 'clear' }),
  );
  must(administrator.deleteColumns(report, viewOf(world, 'Отчёт').column('Район')));
  const { control } = books;
  const addresses = {
    spreadsheetId: control.workbook.id,
    sheetId: SheetView.of(control.workbook, 'Адреса').sheet.id,
  };
  must(
    administrator.paste(addresses, 'A2', [
      ['head@example.org', 'руководитель района', '', 'Кировский'],
      ['other-head@example.org', 'руководитель района', '', 'Чкаловский'],
    ]),
  );
  return world;
});

/** The same at a quarter past three in the night, when the repair is due. */
export function nightBefore(): World {
  const world = damaged();
  const { host } = world;
  // The programme's plan lies in the memory since the rebuild; 3:15 in Moscow is a quarter past midnight in UTC.
  host.clock.set(Date.UTC(2020, 9, 2, 0, 15));
  return world;
}
