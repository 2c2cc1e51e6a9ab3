import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import GasPlugin from 'gas-webpack-plugin';
import TerserPlugin from 'terser-webpack-plugin';

const here = dirname(fileURLToPath(import.meta.url));

/** One bundle for both halves; scripts/build.ts puts it beside each half's manifest. */
export default {
  mode: 'production',
  context: here,
  entry: './src/entry.ts',
  output: { path: resolve(here, 'dist'), filename: 'Code.js', chunkFormat: false },
  resolve: { extensions: ['.ts', '.js'] },
  // Apps Script's V8 knows ES2020 syntax but neither static class fields nor #private.
  target: ['es2020'],
  module: { rules: [{ test: /\.ts$/, loader: 'esbuild-loader', options: { target: 'es2020' } }] },
  plugins: [new GasPlugin({ include: ['src/entry.ts'], comment: false })],
  optimization: {
    minimize: true,
    // Names are kept, so that a stack trace in Apps Script's log can be read. esbuild's own
    // minimizer would wrap everything in a function and hide the stubs that Google looks for.
    minimizer: [
      new TerserPlugin({
        extractComments: false,
        terserOptions: {
          mangle: false,
          compress: { passes: 2 },
          format: { beautify: false, ascii_only: false },
        },
      }),
    ],
  },
  performance: { hints: false },
};
