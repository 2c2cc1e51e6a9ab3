/** The local page as a program of its own, and requests to it. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { BookOpened, RequestName, WorldShown } from '../../../host/page/protocol/protocol';
import { childPath } from '../../support/children';

export interface Running {
  readonly process: ChildProcess;
  readonly url: string;
  said(): string;
}

/** `largestKb`: the system refuses to make any file longer, as a full disk does. */
export function startProgram(args: readonly string[], largestKb?: number): Promise<Running> {
  const command = [process.execPath, childPath('svodka'), 'serve', ...args];
  // POSIX: `ulimit -f` counts blocks of 512 bytes.
  const limit = largestKb === undefined ? '' : `ulimit -f ${largestKb * 2} && `;
  const child =
    limit === ''
      ? spawn(command[0] ?? '', command.slice(1))
      : spawn('/bin/sh', ['-c', `${limit}exec "$@"`, 'sh', ...command]);
  return new Promise((done, failed) => {
    let said = '';
    child.stdout.on('data', (piece) => {
      said += String(piece);
      const url = /http:\S+/.exec(said)?.[0];
      if (url && said.includes('Ctrl+C')) done({ process: child, url, said: () => said });
    });
    child.stderr.on('data', (piece) => {
      said += String(piece);
    });
    child.on('exit', () => failed(new Error(said)));
  });
}

export const ended = ({ process: child }: Running): Promise<number | null> =>
  new Promise((done) => {
    child.on('exit', (code) => done(code));
  });

export async function kill(running: Running): Promise<void> {
  const gone = ended(running);
  running.process.kill('SIGKILL');
  await gone;
}

/** @throws Error with the sentence that the page would show. */
export async function ask<Result>(
  url: string,
  name: RequestName,
  request: object,
  person = 'curator@example.org',
): Promise<Result> {
  const response = await fetch(`${url}api`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ session: 'test', person, name, request }),
  });
  const outcome = (await response.json()) as { result: Result; error?: string };
  if (outcome.error !== undefined) throw new Error(outcome.error);
  return outcome.result;
}

/** «Отчёт» of the first book. */
export async function reportPlace(url: string): Promise<{ book: string; sheet: number }> {
  const { books } = await ask<WorldShown>(url, 'world', {});
  const book = books[0]?.id ?? '';
  const { sheets } = await ask<BookOpened>(url, 'open', { book });
  return { book, sheet: sheets.find(({ name }) => name === 'Отчёт')?.id ?? -1 };
}
