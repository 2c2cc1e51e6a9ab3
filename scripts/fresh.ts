/**
 * Whether something made from files would come out the same again. A record beside it holds a fingerprint of its
 * inputs and of its outputs, so that an output changed by hand is made anew too.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** What is made from what: files, or folders with everything in them. Paths from the current folder. */
export interface Product {
  readonly record: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** Packages as they are installed, with their versions. */
export const PACKAGES = 'node_modules/.package-lock.json';

/** Both halves of the add-on, as scripts/build.ts makes them. */
export const ADD_ON: Product = {
  record: 'node_modules/.cache/svodka/build.json',
  inputs: [
    PACKAGES,
    'appsscript.json',
    'control/appsscript.json',
    'package.json',
    'scripts/build.ts',
    'scripts/fresh.ts',
    'scripts/mail.ts',
    'scripts/page.ts',
    'sidebar',
    'src',
    'tsconfig.json',
    'webpack.config.mjs',
  ],
  outputs: ['dist', 'control/dist'],
};

export function isFresh({ record, inputs, outputs }: Product): boolean {
  if (!existsSync(record)) return false;
  return readFileSync(record, 'utf8') === recordOf(fingerprint(inputs), outputs);
}

/**
 * Makes the product and remembers from what. The inputs are read before: what is changed while it is being made is
 * seen as changed the next time.
 */
export async function makeFresh(
  { record, inputs, outputs }: Product,
  make: () => Promise<void>,
): Promise<void> {
  const before = fingerprint(inputs);
  await make();
  mkdirSync(dirname(record), { recursive: true });
  put(record, recordOf(before, outputs));
}

/** Whole or not at all: another process that reads meanwhile never reads half a file. */
export function put(path: string, text: string): void {
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}

const recordOf = (inputs: string, outputs: readonly string[]): string =>
  `${JSON.stringify({ inputs, outputs: fingerprint(outputs) })}\n`;

/** Of the names and contents of files, and of all files in folders; one that is missing counts as such. */
function fingerprint(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesOf)) {
    const content = existsSync(path) ? readFileSync(path) : null;
    hash.update(`${path}\0${content?.length ?? 'missing'}\0`).update(content ?? '');
  }
  return hash.digest('hex');
}

function filesOf(path: string): string[] {
  if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}
