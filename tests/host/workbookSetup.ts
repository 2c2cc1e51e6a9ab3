import { createSpreadsheetApp } from '../../host/api/index';
import type { Execution } from '../../host/runtime/ports';
import { Drive, type DriveFile } from '../../host/services/storage/drive';

export const FULL = 'https://www.googleapis.com/auth/spreadsheets';
export const OWNER = 'admin@min.example';

export interface Workbench {
  readonly clock: { time: number; now(): number };
  readonly drive: Drive;
  readonly file: DriveFile;
  as(user: string, scopes?: readonly string[]): ReturnType<typeof createSpreadsheetApp>;
}

/** A Russian book in Yekaterinburg at noon of 22 November 2026. */
export function workbench(options: { locale?: string; timeZone?: string } = {}): Workbench {
  const clock = {
    time: Date.UTC(2026, 10, 22, 7),
    now() {
      return this.time;
    },
  };
  const drive = new Drive(clock);
  const file = drive.create('Книга', OWNER, {
    locale: 'ru_RU',
    timeZone: 'Asia/Yekaterinburg',
    sheet: 'Отчёт',
    ...options,
  });
  return {
    clock,
    drive,
    file,
    as(user, scopes = [FULL]) {
      const execution: Execution = {
        Date,
        clock,
        user,
        authMode: 'FULL',
        scopes: new Set(scopes),
        boundTo: file.workbook.id,
      };
      return createSpreadsheetApp(drive, execution, { getUi: () => null });
    },
  };
}

export function bookOf(app: ReturnType<typeof createSpreadsheetApp>) {
  const book = app.getActiveSpreadsheet();
  if (!book) throw new Error('no active spreadsheet');
  return book;
}
export function sheetOf(app: ReturnType<typeof createSpreadsheetApp>, name = 'Отчёт') {
  const sheet = bookOf(app).getSheetByName(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}
