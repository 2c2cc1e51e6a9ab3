/**
 * One program at a time works with a data folder: two would lose each other's edits. Who has it listens on a port of
 * this computer, which the system closes with the program, however it ends: so the lock of a killed one is known at
 * once, also when its process id was given to another program.
 */
import { randomBytes } from 'node:crypto';
import { linkSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { writeAtomically } from '../xlsx/atomic';

interface Holder {
  readonly computer: string;
  readonly pid: number;
  readonly port: number;
  /** What the port answers. */
  readonly token: string;
  readonly released?: true;
}

export type Locked =
  | { readonly ok: true; release(): void }
  /** `computer`: another one, which cannot be asked; `path`: the file that says so. */
  | { readonly ok: false; readonly computer: string | null; readonly path: string };

const PATIENCE_MS = 2_000;
/** A lock without content was left by a program that was killed while it wrote it. */
const WRITTEN_WITHIN_MS = 5_000;

/** @throws what the disk says */
export async function lockFolder(folder: string): Promise<Locked> {
  const token = randomBytes(16).toString('hex');
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.end(token);
  });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', done);
  });
  server.unref();
  const { port } = server.address() as AddressInfo;
  const own: Holder = { computer: hostname(), pid: process.pid, port, token };
  const taken = await take(folder, own);
  if (typeof taken !== 'string') {
    server.close();
    return taken;
  }
  return {
    ok: true,
    release: () => {
      writeAtomically(taken, JSON.stringify({ ...own, released: true }));
      server.close();
    },
  };
}

/**
 * Locks are numbered, the last one counts. It is never removed and no number is made twice, so of two programs that
 * find the same one abandoned only one makes the next.
 */
async function take(folder: string, own: Holder): Promise<string | (Locked & { ok: false })> {
  for (;;) {
    const last = numbersIn(folder)[0] ?? 0;
    if (last > 0) {
      const path = pathOf(folder, last);
      const holder = readHolder(path);
      if (holder === 'unwritten') {
        await new Promise((done) => setTimeout(done, 20));
        continue;
      }
      if (holder && !holder.released) {
        if (holder.computer !== own.computer) return { ok: false, computer: holder.computer, path };
        if (await lives(holder)) return { ok: false, computer: null, path };
      }
    }
    const mine = pathOf(folder, last + 1);
    if (!create(mine, JSON.stringify(own))) continue;
    const numbers = numbersIn(folder);
    if (numbers[0] !== last + 1) {
      // The lock before this one had already been followed by others.
      rmSync(mine, { force: true });
      continue;
    }
    for (const number of numbers.slice(1)) rmSync(pathOf(folder, number), { force: true });
    return mine;
  }
}

const pathOf = (folder: string, number: number): string => join(folder, `lock-${number}.json`);

const numbersIn = (folder: string): number[] =>
  readdirSync(folder)
    .flatMap((name) => /^lock-(\d+)\.json$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => b - a);

/** Whether the file is made; it appears with its content where the file system can do that. */
function create(path: string, content: string): boolean {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, content, { mode: 0o600 });
    try {
      linkSync(temporary, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
      writeFileSync(path, content, { flag: 'wx', mode: 0o600 });
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Null: nobody has it. */
function readHolder(path: string): Holder | 'unwritten' | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    return made === undefined || Date.now() - made < WRITTEN_WITHIN_MS ? 'unwritten' : null;
  }
}

/** Whether the program that wrote the lock is there: it answers, or is too busy to. */
const lives = ({ port, token, pid }: Holder): Promise<boolean> =>
  new Promise((done) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1');
    socket.setTimeout(PATIENCE_MS);
    socket.on('data', (piece) => {
      heard += String(piece);
    });
    socket.on('timeout', () => {
      socket.destroy();
      done(heard === '' && isProcess(pid));
    });
    socket.on('error', () => done(false));
    socket.on('end', () => done(heard === token));
  });

function isProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
