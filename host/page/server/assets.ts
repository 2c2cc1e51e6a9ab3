/** The page's own script and style, bundled from npm into a cache folder; nothing of it goes to Google. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const CLIENT = fileURLToPath(new URL('../client', import.meta.url));
const CACHE = 'node_modules/.cache/svodka-page';

/** Folder with main.js, style.css and the chunks they load; built when the sources are not those of the last time. */
export async function pageAssets(): Promise<string> {
  const folder = join(CACHE, keyOf());
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const work = mkdtempSync(join(CACHE, 'work-'));
  await build({
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
  });
  try {
    renameSync(work, folder);
  } catch (error) {
    // Somebody else was quicker.
    if (!existsSync(folder)) throw error;
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}

/** Of all sources that the bundle is made of, and of the packages' versions. */
function keyOf(): string {
  const hash = createHash('sha256');
  const shared = ['messages.ts', 'protocol.ts'].map((name) =>
    fileURLToPath(new URL(`../protocol/${name}`, import.meta.url)),
  );
  const own = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx?|css)$/.test(name))
    .sort()
    .map((name) => join(CLIENT, name));
  for (const path of [...shared, ...own, 'package.json']) hash.update(path).update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}
