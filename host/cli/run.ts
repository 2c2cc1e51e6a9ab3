/** `run <job> --book FILE.xlsx`: one job through the real bundle over a reporting book in a file. */
import { existsSync } from 'node:fs';
import type { CivilDate } from '../../src/domain/dates/civil';
import { dayNumber } from '../../src/domain/dates/civil';
import { tidy } from '../../src/domain/values/text';
import { serviceSchema } from '../../src/tabs/schemas';
import { SERVICE_ROWS } from '../../src/tabs/schemas/serviceTab';
import { server } from '../page/protocol/messages';
import { kindOfFile } from '../page/server/fileKind';
import { SheetView } from '../people/sheetView';
import type { Question } from '../runtime/launch';
import { LocalHost } from '../runtime/localHost';
import type { RunOutcome } from '../runtime/outcome';
import { ADMINISTRATOR } from '../sample/books';
import type { Answer } from '../services/ui/ui';
import type { Workbook } from '../workbook/grid/workbook';
import { TooLargeBookError } from '../xlsx/size';
import { openBook, saveBook } from '../xlsx/store';
import { ensureBuilt } from './built';
import { EXIT_OK, UsageError } from './failure';
import { RUN_HELP } from './help';
import { leaveMail, mailServer } from './mail';
import { readDay, readOptions } from './options';

const ITEMS: Readonly<Record<string, string>> = {
  setup: 'Настроить таблицы…',
  rebuild: 'Обновить сводку сейчас',
  check: 'Проверить данные',
  regroup: 'Упорядочить строки отчёта…',
};
const DAY_MS = 86_400_000;
const MORNING_MS = 6 * 3_600_000;

export async function runCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(
    args,
    {
      book: { type: 'string' },
      today: { type: 'string' },
      json: { type: 'boolean' },
      yes: { type: 'boolean' },
      help: { type: 'boolean' },
    },
    1,
  );
  if (values.help) {
    console.log(RUN_HELP);
    return EXIT_OK;
  }
  const [job] = positionals;
  const item = job !== undefined && Object.hasOwn(ITEMS, job) ? ITEMS[job] : undefined;
  if (item === undefined)
    throw new UsageError(`нет работы «${job ?? ''}»; есть: ${Object.keys(ITEMS).join(', ')}`);
  const path = values.book;
  if (path === undefined) throw new UsageError('run ждёт книгу: --book FILE.xlsx');
  if (!existsSync(path)) throw new UsageError(`файла ${path} нет`);
  const today = readDay(values.today);
  const { smtp } = mailServer(process.env);
  ensureBuilt();
  const { outcome, changed, mail } = await runOn(path, { item, today, smtp, agreed: values.yes === true });
  print(outcome, changed, mail, values.json === true);
  return outcome.error ? 1 : EXIT_OK;
}

interface Order {
  readonly item: string;
  readonly today: CivilDate | null;
  readonly smtp: string | undefined;
  /** `--yes`: questions of the job's dialogs are answered with yes. */
  readonly agreed: boolean;
}

/** @throws UsageError where the job asks a question and nobody agreed to it; the file is then as it was. */
async function runOn(
  path: string,
  { item, today, smtp, agreed }: Order,
): Promise<{ outcome: RunOutcome; changed: string[]; mail: string | null }> {
  const host = new LocalHost({
    now: today === null ? Date.now() : dayNumber(today) * DAY_MS + MORNING_MS,
    ...(smtp === undefined ? {} : { smtp }),
  });
  const file = await openBook(host, path, { owner: ADMINISTRATOR }).catch((error: unknown) => {
    throw new UsageError(
      error instanceof TooLargeBookError ? server.bomb(path) : server.badFile(path, kindOfFile(path)),
    );
  });
  const { workbook } = file;
  const before = textsOf(workbook);
  const controlId = controlOf(workbook);
  const control = host.createSpreadsheet({
    name: 'Пульт',
    // The control book that runs this book lies elsewhere: under its id, nothing in the book changes hands.
    ...(controlId === null ? {} : { id: controlId }),
    owner: file.owner,
    locale: workbook.locale,
    timeZone: workbook.timeZone,
  });
  host.attach('control/dist', { spreadsheetId: control.workbook.id });
  host.open(file.owner, control.workbook.id);
  const asked: string[] = [];
  host.whenAsked = ({ kind, buttons, text }: Question): Partial<Answer> => {
    // The address of the book is what `--book` says; a notice has nothing to decide.
    if (kind === 'prompt') return { button: 'OK', text: workbook.id };
    if (buttons === 'OK') return { button: 'OK' };
    if (!agreed) asked.push(text);
    return { button: agreed ? 'YES' : 'NO' };
  };
  const setup = host.menu(file.owner, control.workbook.id, `Сводка › ${ITEMS.setup}`);
  const isSetup = item === ITEMS.setup;
  const outcome =
    setup.error || isSetup || asked.length > 0
      ? setup
      : host.menu(file.owner, control.workbook.id, `Сводка › ${item}`);
  const [question] = asked;
  if (question !== undefined) throw new UsageError(unanswered(question));
  if (!outcome.error) await saveBook(host, workbook.id, path);
  const after = textsOf(workbook);
  const changed = [...after].filter(([name, text]) => before.get(name) !== text).map(([name]) => name);
  return { outcome, changed, mail: await leaveMail(host, mailFolder(path), smtp) };
}

const unanswered = (question: string): string =>
  `работа спрашивает: «${tidy(question)}» Если да, повторите команду с --yes. Файл не изменён`;

/** Which control book the book names; null where it was not set up. */
function controlOf(workbook: Workbook): string | null {
  const sheet = workbook.sheets.find(({ name }) => name === serviceSchema.title);
  const id = sheet === undefined ? '' : new SheetView(sheet).text(SERVICE_ROWS.control, 2);
  return id === '' || id === workbook.id ? null : id;
}

const mailFolder = (book: string): string => `${book.replace(/\.xlsx$/i, '')}-outbox`;

const textsOf = (workbook: Workbook): Map<string, string> =>
  new Map(workbook.sheets.map((sheet) => [sheet.name, JSON.stringify(new SheetView(sheet).texts())]));

function print(
  { meter, cpuMs, seen, error }: RunOutcome,
  changed: readonly string[],
  mail: string | null,
  json: boolean,
): void {
  const said = seen.map((event) => ('text' in event ? event.text : '')).filter((text) => text !== '');
  if (json) {
    const { total, reads, writes, costMs } = meter;
    const calls = Object.fromEntries(Object.entries(meter.calls).sort());
    console.log(
      JSON.stringify(
        { said, changed, mail, total, reads, writes, costMs, cpuMs, calls, error: error?.message ?? null },
        null,
        1,
      ),
    );
    return;
  }
  for (const line of said) console.log(line);
  if (mail !== null) console.log(mail);
  console.log(changed.length === 0 ? 'Ничего не изменилось.' : `Изменились вкладки: ${changed.join(', ')}.`);
  console.log(
    `Вызовов ${meter.total}, записей ${meter.writes}, по ценам ${Math.round(meter.costMs)} мс, процессор ${Math.round(cpuMs)} мс:`,
  );
  for (const [kind, count] of Object.entries(meter.calls).sort(([, a], [, b]) => b - a))
    console.log(`  ${kind}: ${count}`);
}
