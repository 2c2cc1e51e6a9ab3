/** What was done since the last snapshot, one JSON line each, on the disk before anybody is told that it is done. */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import type { Caller } from '../desk/desk';
import type { Button, Requests, Standing } from '../protocol';

/** Something that a person did and that is done again in the same order to get the same state. */
export type Action = { readonly answers?: readonly GivenAnswer[] } & (
  | { readonly name: 'edit'; readonly person: string; readonly request: Requests['edit']['in'] }
  | { readonly name: 'menu'; readonly person: string; readonly request: Requests['menu']['in'] }
  | { readonly name: 'advance'; readonly person: string; readonly request: Requests['advance']['in'] }
  | {
      readonly name: 'call';
      readonly caller: Caller;
      readonly at: Standing;
      readonly function: string;
      readonly args: readonly unknown[];
    }
);

export interface GivenAnswer {
  readonly button: Button;
  readonly text: string;
}

export class Journal {
  private readonly file: number;

  /** Opens the file for more lines; a line that a crash cut short is taken off first. */
  constructor(path: string) {
    if (existsSync(path)) {
      const whole = wholeBytes(readFileSync(path));
      truncateSync(path, whole);
    }
    this.file = openSync(path, 'a');
  }

  /** Returns once the line is on the disk. @throws what the disk says */
  add(action: Action): void {
    writeSync(this.file, `${JSON.stringify(action)}\n`);
    fsyncSync(this.file);
  }

  close(): void {
    closeSync(this.file);
  }
}

/** All whole lines of a journal, none when there is no such file. */
export function readJournal(path: string): Action[] {
  if (!existsSync(path)) return [];
  const bytes = readFileSync(path);
  const text = bytes.subarray(0, wholeBytes(bytes)).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Action);
}

const wholeBytes = (bytes: Buffer): number => bytes.lastIndexOf(0x0a) + 1;
