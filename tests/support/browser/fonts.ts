/** Fonts that come by npm: a browser of a test sees these and none of the machine's. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const DEJAVU = join(dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf');
const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/svodka-fonts', import.meta.url));

/**
 * Which files a browser draws with, whatever family a page names. `usual` is DejaVu, about as wide as Verdana: of the
 * fonts that a system brings along none is wider, so what fits in it fits elsewhere. `widest` is its bold face for every
 * text, an eighth wider still. There is no set without fonts: Chromium draws nothing then, its pages end.
 */
const SETS = {
  usual: [
    'DejaVuSans.ttf',
    'DejaVuSans-Bold.ttf',
    'DejaVuSans-Oblique.ttf',
    'DejaVuSans-BoldOblique.ttf',
    'DejaVuSansMono.ttf',
    'DejaVuSansMono-Bold.ttf',
  ],
  widest: ['DejaVuSans-Bold.ttf'],
} as const;
export type FontSet = keyof typeof SETS;

const escaped = (path: string): string => path.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** Writes the fontconfig file that names this set alone; gives its path. */
export function fontconfigFile(set: FontSet): string {
  const folder = join(CACHE, set);
  mkdirSync(folder, { recursive: true });
  const accepted = SETS[set].map((name) => `<glob>*/${name}</glob>`).join('');
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${escaped(DEJAVU)}</dir>
  <cachedir>${escaped(folder)}</cachedir>
  <selectfont>
    <acceptfont>${accepted}</acceptfont>
    <rejectfont><glob>*</glob></rejectfont>
  </selectfont>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
</fontconfig>
`;
  const path = join(folder, 'fonts.conf');
  // Whole or not at all: browsers of two test files start at once.
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
  return path;
}
