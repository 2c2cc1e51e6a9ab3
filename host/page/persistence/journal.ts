/** What was done since the last snapshot, one JSON line each, on the disk before anybody is told that it is done. */
import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  truncateSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder, writeWhole } from '../../xlsx/atomic';
import type { Button, Requests, Standing } from '../protocol/protocol';
import type { Caller } from '../session/session';

/** Something that a person did and that is done again in the same order to get the same state. */
export type Action = { readonly answers?: readonly GivenAnswer[] } & (
  | { readonly name: 'edit'; readonly person: string; readonly request: Requests['edit']['in'] }
  | { readonly name: 'menu'; readonly person: string; readonly request: Requests['menu']['in'] }
  | {
      readonly name: 'advance';
      readonly person: string;
      /** A slice of a walk: the clock went to this instant. */
      readonly request: { readonly until: number } | Requests['advance']['in'];
    }
  | {
      readonly name: 'call';
      readonly caller: Caller;
      readonly at: Standing;
      readonly function: string;
      readonly args: readonly unknown[];
    }
);

const NAMES: readonly unknown[] = ['edit', 'menu', 'advance', 'call'] satisfies Action['name'][];

export interface GivenAnswer {
  readonly button: Button;
  readonly text: string;
}

export class Journal {
  private readonly file: number;
  /** Bytes of all whole lines. */
  private length: number;
  /** A part of a line may stand after the whole ones. */
  private torn = false;

  /** Opens the file for more lines; a line that a crash cut short is taken off first. */
  constructor(private readonly path: string) {
    if (existsSync(path)) {
      const bytes = readFileSync(path);
      const whole = wholeBytes(bytes);
      if (whole < bytes.length) truncateSync(path, whole);
    }
    this.file = openSync(path, 'a');
    this.length = fstatSync(this.file).size;
    syncFolder(dirname(path));
  }

  /**
   * Returns once the line is on the disk. Where it does not fit, what was written of it is taken off again, at the
   * latest before the next line. @throws what the disk says
   */
  add(action: Action): void {
    const line = Buffer.from(`${JSON.stringify(action)}\n`);
    if (this.torn) this.cut();
    this.torn = true;
    try {
      writeWhole(this.file, this.path, line);
    } catch (error) {
      try {
        this.cut();
      } catch {}
      throw error;
    }
    this.torn = false;
    this.length += line.length;
  }

  private cut(): void {
    ftruncateSync(this.file, this.length);
    this.torn = false;
  }

  close(): void {
    closeSync(this.file);
  }
}

interface ReadJournal {
  readonly actions: readonly { readonly line: string; readonly action: Action }[];
  /** From the first line that cannot be read on: what comes after it may rest on it. */
  readonly rest: readonly string[];
}

/** All whole lines of a journal, none when there is no such file. */
export function readJournal(path: string): ReadJournal {
  if (!existsSync(path)) return { actions: [], rest: [] };
  const bytes = readFileSync(path);
  const text = bytes.subarray(0, wholeBytes(bytes)).toString('utf8');
  const lines = text.split('\n').filter((line) => line !== '');
  const actions: ReadJournal['actions'][number][] = [];
  for (const [index, line] of lines.entries()) {
    const action = actionOf(line);
    if (action === null) return { actions, rest: lines.slice(index) };
    actions.push({ line, action });
  }
  return { actions, rest: [] };
}

function actionOf(line: string): Action | null {
  try {
    const read = JSON.parse(line) as Action | null;
    return NAMES.includes(read?.name) ? read : null;
  } catch {
    return null;
  }
}

const wholeBytes = (bytes: Buffer): number => bytes.lastIndexOf(0x0a) + 1;
