/** Before all tests: the bundles as they ship, and the Chromium unpacked, which two workers must not do at once. */
import { execFileSync } from 'node:child_process';
import chromium from '@sparticuz/chromium';

export default async function buildOnce() {
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { stdio: 'inherit' });
  if (process.platform === 'linux') await chromium.executablePath();
}
