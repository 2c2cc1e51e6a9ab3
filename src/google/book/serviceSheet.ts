/** The cells of «Служебное»: what formulas and ticks read, the stamp, and where the generated tabs are. */
import { type CivilDate, formatRu, toSerial } from '../../domain/dates/civil';
import { service } from '../../messages/jobs/setup';
import {
  type SchoolCells,
  SERVICE_ROWS,
  type ServiceReading,
  type ServiceValues,
  serviceCells,
} from '../../tabs/schemas/serviceTab';
import type { Moment } from './calendar';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const MINUTES_A_DAY = 1440;

/** What the tab says, read at the start of a rebuild and by a tick. One call. */
export function readService(sheet: Sheet): ServiceReading {
  const values = sheet.getSheetValues(1, 2, SERVICE_ROWS.control, 1);
  const at = (row: number) => values[row - 1]?.[0];
  return {
    soonDays: Number(at(SERVICE_ROWS.soonDays)),
    changeMarker: String(at(SERVICE_ROWS.changeMarker)),
    book: String(at(SERVICE_ROWS.book)),
    control: String(at(SERVICE_ROWS.control)),
    version: Number(at(SERVICE_ROWS.version)),
  };
}

/** Writes all cells anew; the stamp that stands there stays. */
export function layService(sheet: Sheet, values: ServiceValues): void {
  const present = sheet.getRange(SERVICE_ROWS.updated, 2, 2, 1).getValues();
  const serial = present[0]?.[0];
  const stamp = {
    serial: typeof serial === 'number' ? serial : ('' as const),
    text: String(present[1]?.[0] ?? ''),
  };
  const cells = serviceCells(values, stamp);
  sheet.getRange(2, 1, cells.length, 2).setValues(cells);
  // The today cell shows a date; the stamp stays a number, or it would come back as an instant.
  sheet.getRange(SERVICE_ROWS.today, 2).setNumberFormat('dd.mm.yyyy');
  sheet.getRange(SERVICE_ROWS.updated, 2).setNumberFormat('0.00000');
  sheet.getRange(SERVICE_ROWS.updatedText, 2).setNumberFormat('@');
}

/** «Обновлено»: the one write of a rebuild that changed nothing. */
export function writeStamp(sheet: Sheet, moment: Moment): void {
  const date = moment.date as CivilDate;
  const time = `${String(Math.floor(moment.minutes / 60)).padStart(2, '0')}:${String(moment.minutes % 60).padStart(2, '0')}`;
  sheet
    .getRange(SERVICE_ROWS.updated, 2, 2, 1)
    .setValues([[toSerial(date) + moment.minutes / MINUTES_A_DAY], [`${formatRu(date)} ${time}`]]);
}

/**
 * What the schools' half reads, and where the tabs are: the latter also for the day when the jobs' memory is lost.
 */
export function writeRegistry(
  sheet: Sheet,
  tabs: Readonly<Record<string, number>>,
  { places, manifest }: SchoolCells,
): void {
  const rows: [string, string | number][] = [
    [service.places, places],
    [service.manifest, manifest],
    ...Object.entries(tabs).map(([name, id]): [string, number] => [name, id]),
  ];
  const missing = SERVICE_ROWS.places + rows.length - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  sheet.getRange(SERVICE_ROWS.places, 1, rows.length, 2).setValues(rows);
}

/** Takes back what {@link writeRegistry} wrote. */
export function readRegistry(sheet: Sheet): Record<string, number> {
  const tabs: Record<string, number> = {};
  const rows = sheet.getDataRange().getValues();
  for (const [name, id] of rows.slice(SERVICE_ROWS.control)) {
    if (typeof name === 'string' && name !== '' && typeof id === 'number') tabs[name] = id;
  }
  return tabs;
}
