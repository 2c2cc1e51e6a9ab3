/** Before all tests: what they run is built, and the Chromium unpacked, which two workers would do at the same time. */
import { execFileSync } from 'node:child_process';
import { unpackedChromium } from './browser/unpack.mjs';

/** Settings of a machine that the program reads, or at which Node writes a warning between what a command says. */
const APART = ['SVODKA_SMTP_URL', 'NO_COLOR', 'FORCE_COLOR'];

export default async function buildOnce() {
  for (const name of APART) delete process.env[name];
  execFileSync(process.execPath, ['--import', 'tsx', 'tests/support/prepare.ts'], { stdio: 'inherit' });
  if (process.platform === 'linux') await unpackedChromium();
}
