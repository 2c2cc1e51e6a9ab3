/** `serve [FILE.xlsx]`: the local page in a browser; `start`: the samples' report first, then the page. */
import { accessSync, constants, existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { adoptOldFolder, hasFileFolder } from '../page/persistence/fileFolder';
import { restoredLines } from '../page/persistence/restore';
import { keptSecret } from '../page/persistence/secret';
import { server } from '../page/protocol/messages';
import { faultText, isFull } from '../page/protocol/refusal';
import { serveBackend } from '../page/server/http';
import { checkFile, type Source } from '../page/server/source';
import { ThreadBackend } from '../page/thread/backend';
import { ensureBuilt } from './built';
import { demoCommand, SAMPLE_DAY } from './demo';
import { EXIT_OK, UsageError } from './failure';
import { makeFolder } from './folder';
import { type Locked, lockFolder } from './folderLock';
import { SERVE_HELP } from './help';
import { mailServer } from './mail';
import { readOptions } from './options';

type Lock = Locked & { readonly ok: true };

const PORT = 4747;
const DATA = '.svodka';

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
  return serve(source, port, data, await takeFolder(data));
}

/** Before any folder is made. @throws UsageError where the file is no book */
async function look(source: Source, data: string): Promise<void> {
  if (source.kind !== 'file') return;
  if (!existsSync(source.path)) throw new UsageError(server.noFile(source.path));
  if (hasFileFolder(data, source.path)) return;
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
  const lock = await takeFolder(data);
  await takePort(port);
  await demoCommand(['--out', 'out']);
  return serve({ kind: 'samples', today: SAMPLE_DAY }, port, data, lock);
}

async function serve(source: Source, port: number, data: string, lock: Lock): Promise<number> {
  const { smtp } = mailServer(process.env);
  await takePort(port);
  if (source.kind === 'file') for (const line of adoptOldFolder(data, source.path)) console.log(line);
  ensureBuilt();
  console.log(server.buildingPage);
  const { backend, restored } = await ThreadBackend.start(data, source, smtp ?? null).catch(
    (error: unknown) => {
      throw new UsageError(faultText(error));
    },
  );
  const served = await serveBackend(backend, port, keptSecret(data));
  for (const line of restoredLines(data, restored)) console.log(line);
  console.log(`${server.address(served.url)}\n${server.stop}`);
  await stopped();
  await served.close();
  lock.release();
  return EXIT_OK;
}

/** The folder is this program's until it ends. @throws UsageError where another one has it */
async function takeFolder(data: string): Promise<Lock> {
  let locked: Locked;
  try {
    makeFolder(data);
    accessSync(data, constants.W_OK);
    locked = await lockFolder(data);
  } catch (error) {
    const full = isFull(error);
    throw new UsageError(full ? server.diskFull : server.badData(data));
  }
  if (locked.ok) return locked;
  const { computer, path } = locked;
  throw new UsageError(computer === null ? server.dataInUse(data) : server.dataInUseAt(data, computer, path));
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

const stopped = (): Promise<void> =>
  new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });

function readPort(text: string | undefined): number {
  if (text === undefined) return PORT;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new UsageError(server.badPort(text));
  return port;
}
