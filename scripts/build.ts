/** Builds the bundle once and lays it beside each half's manifest: dist/ (reporting book), control/dist/ (control book). */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import webpack from 'webpack';
import config from '../webpack.config.mjs';

function bundle(): Promise<void> {
  return new Promise((done, failed) => {
    webpack(config as webpack.Configuration, (error, stats) => {
      if (error) return failed(error);
      if (stats?.hasErrors())
        return failed(new Error(stats.toString({ all: false, errors: true, warnings: true })));
      done();
    });
  });
}

for (const dir of ['dist', 'control/dist']) {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
}
await bundle();
copyFileSync('appsscript.json', 'dist/appsscript.json');
copyFileSync('dist/Code.js', 'control/dist/Code.js');
copyFileSync('control/appsscript.json', 'control/dist/appsscript.json');
copyFileSync('control/Half.js', 'control/dist/Half.js');
