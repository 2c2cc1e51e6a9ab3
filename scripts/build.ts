/**
 * Builds the bundle once and lays it beside each half's manifest: dist/ (reporting book), control/dist/ (control
 * book, with the importer's page).
 */
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import webpack from 'webpack';
import { importer } from '../src/messages/importer';
import config from '../webpack.config.mjs';
import { buildPage } from './page';

const FILES: Readonly<Record<string, readonly (readonly [name: string, source: string])[]>> = {
  dist: [['appsscript.json', 'appsscript.json']],
  'control/dist': [
    ['appsscript.json', 'control/appsscript.json'],
    ['Half.js', 'control/Half.js'],
  ],
};

function bundle(into: string): Promise<string> {
  return new Promise((done, failed) => {
    const output = { ...config.output, path: into };
    webpack({ ...config, output } as webpack.Configuration, (error, stats) => {
      if (error) return failed(error);
      if (stats?.hasErrors())
        return failed(new Error(stats.toString({ all: false, errors: true, warnings: true })));
      done(readFileSync(join(into, 'Code.js'), 'utf8'));
    });
  });
}

/** Whole or not at all: a test that runs meanwhile never reads half a bundle. */
function put(path: string, text: string): void {
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}

mkdirSync('node_modules/.cache', { recursive: true });
const work = mkdtempSync(join(process.cwd(), 'node_modules/.cache/svodka-'));
try {
  const [code, importerPage] = await Promise.all([
    bundle(work),
    buildPage('sidebar/importer', importer.dialogTitle),
  ]);
  for (const [dir, files] of Object.entries(FILES)) {
    mkdirSync(dir, { recursive: true });
    put(join(dir, 'Code.js'), code);
    for (const [name, source] of files) put(join(dir, name), readFileSync(source, 'utf8'));
  }
  put('control/dist/Importer.html', importerPage);
} finally {
  rmSync(work, { recursive: true, force: true });
}
