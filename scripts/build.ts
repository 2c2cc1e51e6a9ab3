/**
 * Builds both halves, each beside its manifest: dist/ (reporting book) and control/dist/ (control book, with the
 * importer's page).
 */
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import webpack from 'webpack';
import { control } from '../src/messages/control/server';
import { importer } from '../src/messages/importer/server';
import { sidebar } from '../src/messages/sidebar/page';
import configs from '../webpack.config.mjs';
import { compileMail } from './mail';
import { buildPage } from './page';

const MANIFESTS: Readonly<Record<string, string>> = {
  dist: 'appsscript.json',
  'control/dist': 'control/appsscript.json',
};

/** Pages of HtmlService: their source, title and the folders that they are pushed from. Sizes in bytes. */
const PAGES = [
  {
    file: 'Importer.html',
    source: 'sidebar/importer',
    title: importer.dialogTitle,
    folders: ['control/dist'],
    // Half of it is the grammar and the words, in which a Cyrillic letter counts twice; compressed it is a third.
    most: 262_144,
  },
  {
    file: 'Sidebar.html',
    source: 'sidebar/school',
    title: sidebar.title,
    folders: ['dist', 'control/dist'],
    most: 150_000,
  },
  {
    file: 'Control.html',
    source: 'sidebar/control',
    title: control.title,
    folders: ['control/dist'],
    most: 150_000,
  },
] as const;

/** The bundles' code by folder. */
function bundles(into: string): Promise<Record<string, string>> {
  const work = (folder: string) => join(into, folder);
  return new Promise((done, failed) => {
    const redirected = configs.map((config) => ({
      ...config,
      output: { ...config.output, path: work(config.name) },
    }));
    webpack(redirected as webpack.Configuration[], (error, stats) => {
      if (error) return failed(error);
      if (stats?.hasErrors())
        return failed(new Error(stats.toString({ all: false, errors: true, warnings: true })));
      const read = ({ name }: { name: string }) => [name, readFileSync(join(work(name), 'Code.js'), 'utf8')];
      done(Object.fromEntries(configs.map(read)));
    });
  });
}

/** Whole or not at all: a test that runs meanwhile never reads half a bundle. */
function put(path: string, text: string): void {
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}

await compileMail();
mkdirSync('node_modules/.cache', { recursive: true });
const work = mkdtempSync(join(process.cwd(), 'node_modules/.cache/svodka-'));
try {
  const [code, pages] = await Promise.all([
    bundles(work),
    Promise.all(PAGES.map(({ source, title, most }) => buildPage(source, title, most))),
  ]);
  for (const [dir, manifest] of Object.entries(MANIFESTS)) {
    mkdirSync(dir, { recursive: true });
    put(join(dir, 'Code.js'), code[dir] ?? '');
    put(join(dir, 'appsscript.json'), readFileSync(manifest, 'utf8'));
  }
  PAGES.forEach(({ file, folders }, index) => {
    for (const dir of folders) put(join(dir, file), pages[index] ?? '');
  });
} finally {
  rmSync(work, { recursive: true, force: true });
}
