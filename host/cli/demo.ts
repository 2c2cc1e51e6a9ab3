/** `demo --out DIR [--today D]`: both samples as .xlsx, and a short report of what the main job did. */
import { join } from 'node:path';
import { type CivilDate, formatRu, parseIso } from '../../src/domain/dates/civil';
import { shares } from '../../src/domain/figures/shares';
import { counted, NOUNS } from '../../src/messages/words/plural';
import { PROGRAMMES } from '../../src/programmes';
import { type Demo, runDemo } from '../sample/demo';
import { saveBook } from '../xlsx/store';
import { ensureBuilt } from './built';
import { EXIT_OK, UsageError } from './failure';
import { makeFolder } from './folder';
import { DEMO_HELP } from './help';
import { leaveMail, mailServer } from './mail';
import { readDay, readOptions } from './options';

/** Half of the stages are past by then: every colour is to be seen. */
export const SAMPLE_DAY = parseIso('2020-11-16') as CivilDate;

export async function demoCommand(args: readonly string[]): Promise<number> {
  const { values } = readOptions(args, {
    out: { type: 'string' },
    today: { type: 'string' },
    help: { type: 'boolean' },
  });
  if (values.help) {
    console.log(DEMO_HELP);
    return EXIT_OK;
  }
  const today = readDay(values.today) ?? SAMPLE_DAY;
  const { out } = values;
  if (out === undefined) throw new UsageError('demo ждёт папку: --out DIR');
  const earliest = PROGRAMMES.map((programme) => programme.start)
    .sort()
    .at(-1) as CivilDate;
  if (today <= earliest || today > '2030-12-31') {
    throw new UsageError(`--today должен быть после ${earliest} и не позже 2030-12-31`);
  }
  const server = mailServer(process.env);
  try {
    makeFolder(out);
  } catch {
    throw new UsageError(`папку ${out} создать нельзя`);
  }
  ensureBuilt();
  for (const [index, programme] of PROGRAMMES.entries()) {
    const demo = runDemo(index, today, server);
    const files = [
      [demo.books.reporting.workbook.id, join(out, `${programme.id}-otchet.xlsx`)],
      [demo.books.control.workbook.id, join(out, `${programme.id}-pult.xlsx`)],
    ] as const;
    for (const [id, path] of files) await saveBook(demo.host, id, path);
    const mail = await leaveMail(demo.host, join(out, `${programme.id}-outbox`), server.smtp);
    const places = [...files.map(([, path]) => path), ...(mail === null ? [] : [mail])];
    console.log(reportOf(demo, places));
  }
  return EXIT_OK;
}

function reportOf({ title, today, figures, meter }: Demo, paths: readonly string[]): string {
  const share = shares(figures);
  return [
    `${title}. Образец на ${formatRu(today)}`,
    `  ${counted(figures.organisations, NOUNS.organisation)}, ${counted(figures.districts, NOUNS.district)}, ` +
      `${counted(figures.rows, NOUNS.row)} отчёта, ожидается ${figures.expected}`,
    `  в срок ${figures.inTime} (${share.inTime} %), с опозданием ${figures.late} (${share.late} %), ` +
      `просрочено ${figures.missed} (${share.missed} %), не наступил ${figures.notYetDue} (${share.notYetDue} %)`,

    `  ${counted(figures.issues, NOUNS.issue)}; последнее обновление: вызовов ${meter.total}, ` +
      `записей ${meter.writes}, по опубликованным ценам ${(meter.costMs / 1000).toFixed(1).replace('.', ',')} с`,
    ...paths.map((path) => `  ${path}`),
    '',
  ].join('\n');
}
