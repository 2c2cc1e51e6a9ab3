/**
 * Whether building something from files again would give the same. A record beside it holds a fingerprint of its
 * inputs and of its outputs, so that an output changed by hand is built again too.
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

/** Inputs and outputs: files, or folders with everything in them. Paths from the current folder. */
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
 * Builds the product and records its fingerprints. The inputs are read first: a change made during the build counts as
 * a change the next time.
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

/** Writes a file in one step (write, then rename), so that another process never reads half of it. */
export function put(path: string, text: string): void {
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}

const recordOf = (inputs: string, outputs: readonly string[]): string =>
  `${JSON.stringify({ inputs, outputs: fingerprint(outputs) })}\n`;

/** A fingerprint of the names and contents of files, and of all files in folders; a missing file counts too. */
export function fingerprint(paths: readonly string[]): string {
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
