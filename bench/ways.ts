/** The same work as scripts usually do it, in two ways: the status of each row and a matrix for each district. */
import { LocalHost } from '../host/runtime/localHost';
import { formatRu } from '../src/domain/dates/civil';
import { measure, peakMemoryMb, type WayFigures } from './figures';
import { filed, NOW, organisations, stages, TIME_ZONE } from './programme';

export type Way = 'plain' | 'batched';

const OWNER = 'administrator@example.org';

export function measureWay(way: Way, count: number): WayFigures {
  const host = new LocalHost({ now: NOW });
  const { workbook } = host.createSpreadsheet({
    name: 'Замер',
    owner: OWNER,
    locale: 'ru_RU',
    timeZone: TIME_ZONE,
  });
  const project = host.attach(`bench/ways/${way}`, { spreadsheetId: workbook.id });
  const [sheet] = workbook.sheets;
  if (!sheet) throw new Error('a new spreadsheet has a sheet');
  const owner = host.person(OWNER);
  const place = { spreadsheetId: workbook.id, sheetId: sheet.id };
  owner.renameSheet(place, 'Данные');
  owner.paste(place, 'A1', rowsOf(count));
  // Google would stop the plain way after six minutes; here it may go on, to be measured to its end.
  const run = () => host.call(project, 'summarise', [], { user: OWNER, limitMs: Number.POSITIVE_INFINITY });
  const figures = [measure('first run', () => [run()]), measure('nothing changed', () => [run()])];
  return { way, figures, peakMemoryMb: peakMemoryMb() };
}

function rowsOf(count: number): string[][] {
  const all = stages();
  let row = 1;
  const rows = organisations(count).flatMap((organisation) =>
    all.map(({ code, deadline }) => {
      row += 1;
      const [done] = deadline === null ? [''] : filed(row, deadline);
      const due = deadline === null ? '' : formatRu(deadline);
      return [organisation.shortName, organisation.district, code, due, done];
    }),
  );
  return [['Организация', 'Район', 'Этап', 'Срок', 'Дата выполнения', 'Состояние'], ...rows];
}
