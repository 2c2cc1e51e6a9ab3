/** Writing to the disk: everything, or an error that names the file. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes all bytes and returns when they are on the disk. A full disk may take a part of them without an error.
 * @throws what the disk says, with the path
 */
export function writeWhole(file: number, path: string, bytes: Uint8Array): void {
  try {
    for (let at = 0; at < bytes.length; ) {
      const written = writeSync(file, bytes, at);
      if (written <= 0)
        throw Object.assign(new Error('nothing was written'), { code: 'ENOSPC', syscall: 'write' });
      at += written;
    }
    fsyncSync(file);
  } catch (error) {
    throw error instanceof Error ? Object.assign(error, { path }) : error;
  }
}

/**
 * Writes a file whole or not at all: beside it first, to the disk, then in its place. `mode`: who may read it.
 * @throws what the disk says
 */
export function writeAtomically(path: string, content: Uint8Array | string, mode = 0o666): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const file = openSync(temporary, 'w', mode);
    try {
      writeWhole(file, path, typeof content === 'string' ? Buffer.from(content) : content);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
    syncFolder(dirname(path));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** The new names in a folder outlive a power cut. Some systems have no such call for folders. */
export function syncFolder(path: string): void {
  try {
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {}
}
