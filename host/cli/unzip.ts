/** One entry of a .zip (.docx) by its central directory (PKWARE APPNOTE 4.3.12); stored or deflated. */
import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
/** A letter's XML is some hundred kilobytes; what unpacks to more is no letter. */
const LARGEST = 64 * 1024 * 1024;

/** The entry's bytes, or null when the archive has no such entry. @throws RangeError or zlib's error for a broken archive. */
export function unzipEntry(archive: Buffer, name: string): Buffer | null {
  let end = archive.length - END_LENGTH;
  while (end >= 0 && archive.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) return null;
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0 && archive.readUInt32LE(at) === ENTRY; left -= 1) {
    const nameLength = archive.readUInt16LE(at + 28);
    if (archive.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength) === name) {
      const local = archive.readUInt32LE(at + 42);
      const from = local + LOCAL_LENGTH + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      const packed = archive.subarray(from, from + archive.readUInt32LE(at + 20));
      return archive.readUInt16LE(at + 10) === 0
        ? packed
        : inflateRawSync(packed, { maxOutputLength: LARGEST });
    }
    at += ENTRY_LENGTH + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return null;
}
