/** Before all tests: what they run as it is shipped, what they start as processes, and the local page's script. */
import { readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { pageAssets } from '../../host/page/server/assets';
import { isFresh, makeFresh, PACKAGES } from '../../scripts/fresh';
import { CHILDREN, CHILDREN_FOLDER, childPath } from './children';
import '../../scripts/build';

/** Read as TypeScript, these programs would take longer to load than to run. */
async function compileChildren(): Promise<void> {
  const product = {
    record: `${CHILDREN_FOLDER}.json`,
    inputs: [PACKAGES, 'host', 'scripts', 'src', 'tests'],
    outputs: [CHILDREN_FOLDER],
  };
  if (isFresh(product)) return;
  await makeFresh(product, async () => {
    rmSync(CHILDREN_FOLDER, { recursive: true, force: true });
    await build({
      entryPoints: CHILDREN,
      outdir: CHILDREN_FOLDER,
      bundle: true,
      splitting: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      logLevel: 'error',
      plugins: [
        {
          name: 'files beside the source',
          setup: ({ onLoad }) => {
            onLoad({ filter: /\.ts$/ }, ({ path }) => ({ contents: located(path), loader: 'ts' }));
          },
        },
      ],
    });
  });
}

/** What a module looks for beside itself lies beside its source; but the host's thread is compiled too. */
function located(path: string): string {
  const thread = pathToFileURL(resolve(childPath('thread'))).href;
  return readFileSync(path, 'utf8')
    .replace("new URL('./start.mjs', import.meta.url)", `new URL(${JSON.stringify(thread)})`)
    .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
}

await Promise.all([compileChildren(), pageAssets()]);
