import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import GasPlugin from 'gas-webpack-plugin';
import TerserPlugin from 'terser-webpack-plugin';

const here = dirname(fileURLToPath(import.meta.url));

/** A bundle for each half, from one source; scripts/build.ts puts it beside the half's manifest. */
const bundle = (entry, folder) => ({
  name: folder,
  mode: 'production',
  context: here,
  entry: `./${entry}`,
  output: { path: resolve(here, folder), filename: 'Code.js', chunkFormat: false },
  resolve: { extensions: ['.ts', '.js'] },
  // Apps Script's V8 knows ES2020 syntax but neither static class fields nor #private.
  target: ['es2020'],
  module: { rules: [{ test: /\.ts$/, loader: 'esbuild-loader', options: { target: 'es2020' } }] },
  plugins: [new GasPlugin({ include: [entry], comment: false })],
  optimization: {
    minimize: true,
    // Functions and classes keep their names, also where a function that is used once moves to its caller, so
    // that a stack trace in Apps Script's log can be read; only parameters and other values are shortened.
    // esbuild's own minimizer would wrap everything in a function and hide the stubs that Google looks for.
    minimizer: [
      new TerserPlugin({
        extractComments: false,
        terserOptions: {
          ecma: 2020,
          mangle: { keep_fnames: true, keep_classnames: true },
          // Nothing is made with `new` but classes: a function expression may as well be an arrow.
          compress: { passes: 3, inline: 1, reduce_funcs: true, unsafe_arrows: true },
          format: { beautify: false, ascii_only: false },
        },
      }),
    ],
  },
  performance: { hints: false },
});

export default [bundle('src/entry.ts', 'dist'), bundle('src/entry.control.ts', 'control/dist')];
