/**
 * The Chromium that comes by npm, unpacked into the project's own cache: with the libraries it links to, so that a
 * machine needs nothing but its C library, and not where the package itself would unpack it. That is one name in the
 * common folder for temporary files, where it may be another user's, of another version, or cut short.
 */
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';

const require = createRequire(import.meta.url);
const PACKAGE = join(dirname(require.resolve('@sparticuz/chromium')), '..');
const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/svodka-chromium', import.meta.url));

/**
 * Folder with `chromium`, `lib` (what it links to) and `fonts` (Open Sans); made when it is not there yet.
 * @returns {Promise<string>}
 */
export async function unpackedChromium() {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
  const folder = join(CACHE, version);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  // Under its name only when it is whole.
  const work = mkdtempSync(join(CACHE, 'work-'));
  try {
    const packed = (name) => join(PACKAGE, 'bin', name);
    untar(brotliDecompressSync(readFileSync(packed('al2023.tar.br'))), work);
    untar(brotliDecompressSync(readFileSync(packed('fonts.tar.br'))), work);
    await pipeline(
      createReadStream(packed('chromium.br')),
      createBrotliDecompress(),
      createWriteStream(join(work, 'chromium'), { mode: 0o755 }),
    );
    renameSync(work, folder);
  } catch (error) {
    // Another process may have been quicker.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}

/** A tar's entries: a head of 512 bytes with the name and the octal size, then the file, filled up to 512. */
function untar(tar, into) {
  for (let at = 0; at + 512 <= tar.length; ) {
    const text = (from, length) =>
      tar.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '');
    const size = Number.parseInt(text(124, 12), 8) || 0;
    const [name, isFile] = [text(0, 100), text(156, 1) === '0'];
    if (isFile) {
      const path = join(into, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, tar.subarray(at + 512, at + 512 + size));
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
