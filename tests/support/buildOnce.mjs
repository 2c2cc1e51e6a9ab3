/** Before all tests: the bundles as they ship, and the Chromium unpacked, which two workers would do at the same time. */
import { execFileSync } from 'node:child_process';
import { unpackedChromium } from './browser/unpack.mjs';

export default async function buildOnce() {
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { stdio: 'inherit' });
  if (process.platform === 'linux') await unpackedChromium();
}
