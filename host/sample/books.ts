/** The two books of a programme on the local host, made as an administrator makes them: by the menu. */

import type { LocalHost } from '../runtime/localHost';
import type { RunOutcome } from '../runtime/outcome';
import type { ScriptProject } from '../runtime/project';
import type { DriveFile } from '../services/storage/drive';

export interface Books {
  readonly administrator: string;
  readonly control: DriveFile;
  readonly reporting: DriveFile;
  readonly controlScript: ScriptProject;
  readonly reportingScript: ScriptProject;
}

export const ADMINISTRATOR = 'administrator@example.org';

const MENU = 'Сводка › ';

export interface NewBooks {
  readonly timeZone: string;
  /** Number of the built-in programme in the menu's list, from 1; none: the tabs stay empty. */
  readonly programme?: number;
  readonly administrator?: string;
  readonly name?: string;
}

/** Control book with its script, set up; a new reporting book added to it, with the other half bound. */
export function makeBooks(host: LocalHost, options: NewBooks): Books {
  const administrator = options.administrator ?? ADMINISTRATOR;
  const control = host.createSpreadsheet({
    name: options.name ?? 'Пульт',
    owner: administrator,
    locale: 'ru_RU',
    timeZone: options.timeZone,
  });
  const controlScript = host.attach('control/dist', { spreadsheetId: control.workbook.id, name: 'Пульт' });
  host.open(administrator, control.workbook.id);
  const before = new Set(host.drive.files.keys());
  host.answers.push({ text: '' });
  mustWork(host.menu(administrator, control.workbook.id, `${MENU}Настроить таблицы…`));
  const id = [...host.drive.files.keys()].find((each) => !before.has(each));
  if (id === undefined) throw new Error('setup made no reporting book');
  const reporting = host.file(id);
  const reportingScript = host.attach('dist', { spreadsheetId: id, name: 'Отчёт' });
  const books = { administrator, control, reporting, controlScript, reportingScript };
  if (options.programme !== undefined) {
    host.answers.push({ text: String(options.programme) });
    press(host, books, 'Заполнить примером программы…');
  }
  return books;
}

/** Presses an item of the control book's menu; throws when the run failed. */
export function press(host: LocalHost, books: Books, item: string): RunOutcome {
  return mustWork(host.menu(books.administrator, books.control.workbook.id, `${MENU}${item}`));
}

function mustWork(outcome: RunOutcome): RunOutcome {
  if (outcome.error)
    throw new Error(`${outcome.functionName}: ${outcome.error.message}\n${outcome.error.stack ?? ''}`);
  return outcome;
}
