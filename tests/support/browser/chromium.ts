/** The browser of all tests, pictures and measurements: it comes by npm and draws the same on every machine. */
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { type FontSet, fontconfigFile } from './fonts';
import { unpackedChromium } from './unpack.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--lang=ru-RU',
  // Letters in shades of grey, not fitted to the grid of a screen.
  '--disable-lcd-text',
  '--font-render-hinting=none',
];

/** `fonts`: what the browser finds where a machine has its fonts. */
export async function openChromium({ fonts = 'usual' }: { fonts?: FontSet } = {}): Promise<Browser> {
  // Elsewhere than on Linux Chrome as it is installed, with the machine's fonts.
  if (process.platform !== 'linux') return chromium.launch({ channel: 'chrome', args: FLAGS });
  const folder = await unpackedChromium();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: FLAGS,
    // Nothing else of the machine's settings: not its fonts, its language, its libraries, its person's folder. C.UTF-8 is
    // there without being installed; in plain C a download with a Russian name would be saved as «download».
    env: {
      PATH: process.env.PATH ?? '',
      TZ: process.env.TZ,
      HOME: folder,
      LC_ALL: 'C.UTF-8',
      LD_LIBRARY_PATH: join(folder, 'lib'),
      FONTCONFIG_FILE: fontconfigFile(fonts),
    },
  });
}
