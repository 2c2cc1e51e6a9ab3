/** The page's own script and style, bundled from npm into a cache folder; nothing of it goes to Google. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { fingerprint, PACKAGES, put } from '../../../scripts/fresh';

const CLIENT = fileURLToPath(new URL('../client', import.meta.url));
const CACHE = 'node_modules/.cache/svodka-page';
/** Tells the last bundle, of which files it was made, and their fingerprint. */
const RECORD = join(CACHE, 'made.json');

interface Made {
  readonly folder: string;
  readonly inputs: readonly string[];
  readonly print: string;
}

/** Folder with main.js, style.css and the chunks they load; built when the sources are not those of the last time. */
export async function pageAssets(): Promise<string> {
  const last = lastMade();
  if (last !== null && existsSync(last.folder) && fingerprint(last.inputs) === last.print) return last.folder;
  mkdirSync(CACHE, { recursive: true });
  const work = mkdtempSync(join(CACHE, 'work-'));
  const { metafile } = await build({
    entryPoints: [join(CLIENT, 'main.tsx'), join(CLIENT, 'style.css')],
    bundle: true,
    splitting: true,
    minify: true,
    charset: 'utf8',
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    outdir: work,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
    metafile: true,
  });
  const own = Object.keys(metafile.inputs).filter((path) => !path.startsWith('node_modules/'));
  const inputs = [...own.sort(), fileURLToPath(import.meta.url), PACKAGES];
  const print = fingerprint(inputs);
  const folder = join(CACHE, print.slice(0, 16));
  try {
    renameSync(work, folder);
  } catch (error) {
    // Somebody else was quicker.
    if (!existsSync(folder)) throw error;
    rmSync(work, { recursive: true, force: true });
  }
  put(RECORD, JSON.stringify({ folder, inputs, print } satisfies Made));
  return folder;
}

const lastMade = (): Made | null =>
  existsSync(RECORD) ? (JSON.parse(readFileSync(RECORD, 'utf8')) as Made) : null;
