/** A Chromium for tests and pictures: one that an npm package brings along, so that nothing is to be installed. */
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
];

/** @throws with one line that says what to install where the system lacks shared libraries. */
export async function openChromium(more: readonly string[] = []): Promise<Browser> {
  // On Linux the package's own; elsewhere Chrome or Edge as they are installed.
  const where =
    process.platform === 'linux'
      ? { executablePath: await chromium.executablePath() }
      : { channel: 'chrome' };
  try {
    return await playwright.launch({ ...where, headless: true, args: [...FLAGS, ...more] });
  } catch (error) {
    const missing = /error while loading shared libraries: (\S+?):/.exec(String(error))?.[1];
    if (missing === undefined) throw error;
    throw new Error(
      `Chromium needs ${missing}, which this system lacks. On Debian or Ubuntu: apt-get install -y libnss3 libnspr4 libatk1.0-0 libatk-bridge2.0-0 libgbm1 libasound2`,
    );
  }
}
