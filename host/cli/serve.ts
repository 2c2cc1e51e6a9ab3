/** `serve [FILE.xlsx]`: the local page in a browser; `start`: the samples' report first, then the page. */
import { accessSync, constants, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { restoredLines } from '../page/persistence/restore';
import { keptSecret } from '../page/persistence/secret';
import { server } from '../page/protocol/messages';
import { faultText } from '../page/protocol/refusal';
import { type Served, serveBackend } from '../page/server/http';
import { checkFile, folderNameOf, type Source } from '../page/server/source';
import { ThreadBackend } from '../page/thread/backend';
import { ensureBuilt } from './built';
import { demoCommand, SAMPLE_DAY } from './demo';
import { EXIT_OK, UsageError } from './failure';
import { makeFolder } from './folder';
import { SERVE_HELP } from './help';
import { mailServer } from './mail';
import { readOptions } from './options';

const PORT = 4747;
const DATA = '.svodka';
/** Where a running page says that it uses this folder. */
const RUNNING = 'running.json';

export async function serveCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(
    args,
    { port: { type: 'string' }, data: { type: 'string' }, help: { type: 'boolean' } },
    1,
  );
  if (values.help) {
    console.log(SERVE_HELP);
    return EXIT_OK;
  }
  const [file] = positionals;
  const source: Source =
    file === undefined
      ? { kind: 'samples', today: SAMPLE_DAY }
      : { kind: 'file', path: resolve(file), now: Date.now() };
  const port = readPort(values.port);
  const data = values.data ?? DATA;
  await look(source, data);
  return serve(source, port, data);
}

/** Before any folder is made. @throws UsageError where the file is no book */
async function look(source: Source, data: string): Promise<void> {
  if (source.kind !== 'file') return;
  if (!existsSync(source.path)) throw new UsageError(server.noFile(source.path));
  if (existsSync(join(data, folderNameOf(source, null)))) return;
  await checkFile(source.path).catch((error: unknown) => {
    throw new UsageError(faultText(error));
  });
}

/** What `npm start` runs. */
export async function startCommand(args: readonly string[]): Promise<number> {
  // Options are read before the samples are made: a wrong one is said at once.
  const { values } = readOptions(args, {
    port: { type: 'string' },
    data: { type: 'string' },
    help: { type: 'boolean' },
  });
  if (values.help) return serveCommand(['--help']);
  const port = readPort(values.port);
  const data = values.data ?? DATA;
  await takeFolder(data);
  await takePort(port);
  await demoCommand(['--out', 'out']);
  return serve({ kind: 'samples', today: SAMPLE_DAY }, port, data);
}

async function serve(source: Source, port: number, data: string): Promise<number> {
  const { smtp } = mailServer(process.env);
  const running = await takeFolder(data);
  await takePort(port);
  ensureBuilt();
  console.log(server.buildingPage);
  const { backend, restored } = await ThreadBackend.start(data, source, smtp ?? null).catch(
    (error: unknown) => {
      throw new UsageError(faultText(error));
    },
  );
  const served = await serveBackend(backend, port, keptSecret(data));
  // Who knows the address sees the page.
  writeFileSync(running, JSON.stringify({ url: served.url }), { mode: 0o600 });
  for (const line of restoredLines(data, restored)) console.log(line);
  console.log(`${server.address(served.url)}\n${server.stop}`);
  await stopped();
  await end(served, running);
  return EXIT_OK;
}

/** Gives the path of the folder's mark. @throws UsageError where another page uses the folder. */
async function takeFolder(data: string): Promise<string> {
  try {
    makeFolder(data);
    accessSync(data, constants.W_OK);
  } catch {
    throw new UsageError(server.badData(data));
  }
  const mark = join(data, RUNNING);
  if (existsSync(mark) && (await answers(mark))) throw new UsageError(server.dataInUse(data));
  return mark;
}

/** @throws UsageError where another program listens there: said before anything long begins. */
async function takePort(port: number): Promise<void> {
  const probe = createServer();
  await new Promise<void>((done, failed) => {
    probe.once('error', failed);
    probe.listen(port, '127.0.0.1', done);
  }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? new UsageError(server.portTaken(port)) : error;
  });
  await new Promise((done) => probe.close(done));
}

/** Whether the page that left the mark is there: one that was killed is not. */
async function answers(mark: string): Promise<boolean> {
  try {
    const { url } = JSON.parse(readFileSync(mark, 'utf8')) as { url: string };
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

const stopped = (): Promise<void> =>
  new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });

async function end(served: Served, running: string): Promise<void> {
  await served.close();
  rmSync(running, { force: true });
}

function readPort(text: string | undefined): number {
  if (text === undefined) return PORT;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new UsageError(server.badPort(text));
  return port;
}
