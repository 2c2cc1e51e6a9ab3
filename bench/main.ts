/** `npm run -s bench -- [--json] [--quick]`: what the jobs ask of Google, and what they cost. */
import { fork } from 'node:child_process';
import { statSync } from 'node:fs';
import { cpus } from 'node:os';
import { BUDGETED, NAMES, verdicts } from './budgets';
import type { Task } from './child';
import type { SizeFigures, WayFigures } from './figures';
import type { MailFigures } from './mail';
import type { PageFigures } from './page';
import { kindsTable, mailTable, pageLine, sizeTable, verdictTable, waysTable } from './table';

const SIZES = [100, BUDGETED, 10_000] as const;
const WAYS = ['plain', 'batched'] as const;

const USAGE = 'npm run -s bench -- [--json] [--quick]   (--quick leaves 10,000 organisations out)';

/** One measurement in a separate process. */
function inChild<Result>(task: Task): Promise<Result> {
  return new Promise((done, failed) => {
    const child = fork(new URL('./child.ts', import.meta.url), [JSON.stringify(task)]);
    let result: Result | null = null;
    child.on('message', (message) => {
      result = message as Result;
    });
    child.on('exit', (code) => {
      if (result === null) failed(new Error(`the measurement of ${JSON.stringify(task)} ended with ${code}`));
      else done(result);
    });
  });
}

async function main(args: readonly string[]): Promise<void> {
  const unknown = args.find((arg) => arg !== '--json' && arg !== '--quick');
  if (unknown !== undefined) {
    console.error(`${unknown}: not known. ${USAGE}`);
    process.exitCode = 2;
    return;
  }
  const json = args.includes('--json');
  const sizes: SizeFigures[] = [];
  for (const organisations of SIZES) {
    if (organisations > BUDGETED && args.includes('--quick')) continue;
    sizes.push(await inChild<SizeFigures>({ organisations }));
  }
  const ways: WayFigures[] = [];
  for (const way of WAYS) ways.push(await inChild<WayFigures>({ way, organisations: BUDGETED }));
  const mail = await inChild<MailFigures>({ mailTo: BUDGETED });
  const page = await inChild<PageFigures>({ pageOf: BUDGETED });
  const bundleBytes = statSync('dist/Code.js').size;
  const budgets = verdicts(sizes, bundleBytes, mail, page);
  const machine = { cores: cpus().length, cpu: cpus()[0]?.model ?? '', node: process.version };
  if (json) {
    console.log(JSON.stringify({ machine, bundleBytes, sizes, ways, mail, page, budgets }, null, 2));
    return;
  }
  console.log(`${machine.cores} cores, ${machine.cpu}, Node ${machine.node}\n`);
  for (const size of sizes) console.log(`${sizeTable(size)}\n`);
  const thousand = sizes.find((each) => each.organisations === BUDGETED);
  if (thousand) {
    console.log(`Three ways, ${BUDGETED.toLocaleString('en')} organisations`);
    console.log(`${waysTable(ways, thousand, [NAMES.first, NAMES.nothing, NAMES.one])}\n`);
    console.log(`Calls by kind, ${BUDGETED.toLocaleString('en')} organisations, the most frequent`);
    console.log(`${kindsTable(thousand.figures)}\n`);
  }
  console.log(`${mailTable(mail)}\n`);
  console.log(`Local page\n  ${pageLine(page)}\n`);
  console.log(verdictTable(budgets));
}

await main(process.argv.slice(2));
