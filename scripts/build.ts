/**
 * Builds both halves, each beside its manifest: dist/ (reporting book) and control/dist/ (control book, with the
 * importer's page). Does nothing when they were built from the same sources; `--into DIR` builds them there, always;
 * `--pages-into DIR` the pages alone.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type webpack from 'webpack';
import { control } from '../src/messages/control/server';
import { importer } from '../src/messages/importer/server';
import { sidebar } from '../src/messages/sidebar/page';
import { ADD_ON, isFresh, makeFresh, put } from './fresh';
import { compileMail } from './mail';

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
    // Half of it is the letter grammar and the texts: a Cyrillic letter takes two bytes. Compressed it is a third.
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
async function bundles(into: string): Promise<Record<string, string>> {
  const { default: pack } = await import('webpack');
  const { default: configs } = await import('../webpack.config.mjs');
  const work = (folder: string) => join(into, folder);
  return new Promise((done, failed) => {
    const redirected = configs.map((config) => ({
      ...config,
      output: { ...config.output, path: work(config.name) },
    }));
    pack(redirected as webpack.Configuration[], (error, stats) => {
      if (error) return failed(error);
      if (stats?.hasErrors())
        return failed(new Error(stats.toString({ all: false, errors: true, warnings: true })));
      const read = ({ name }: { name: string }) => [name, readFileSync(join(work(name), 'Code.js'), 'utf8')];
      done(Object.fromEntries(configs.map(read)));
    });
  });
}

async function buildCode(into: string): Promise<void> {
  mkdirSync('node_modules/.cache', { recursive: true });
  const work = mkdtempSync(join(process.cwd(), 'node_modules/.cache/svodka-'));
  try {
    const code = await bundles(work);
    for (const [dir, manifest] of Object.entries(MANIFESTS)) {
      mkdirSync(join(into, dir), { recursive: true });
      put(join(into, dir, 'Code.js'), code[dir] ?? '');
      put(join(into, dir, 'appsscript.json'), readFileSync(manifest, 'utf8'));
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function buildPages(into: string): Promise<void> {
  const { buildPage } = await import('./page');
  await Promise.all(
    PAGES.map(async ({ file, source, title, most, folders }) => {
      const html = await buildPage(source, title, most);
      for (const dir of folders) {
        mkdirSync(join(into, dir), { recursive: true });
        put(join(into, dir, file), html);
      }
    }),
  );
}

const [option, into] = process.argv.slice(2);
await compileMail();
if (option === '--into' && into !== undefined) await Promise.all([buildCode(into), buildPages(into)]);
else if (option === '--pages-into' && into !== undefined) await buildPages(into);
else if (!isFresh(ADD_ON)) {
  await makeFresh(ADD_ON, async () => {
    await Promise.all([buildCode('.'), buildPages('.')]);
  });
}
