/** What kind of file this is by its content, for messages about a file that is not what was asked for. */
import { readFileSync, statSync } from 'node:fs';
import type { FileKind } from '../protocol/messages';

/** Names of entries stand in plain bytes in a .zip (PKWARE APPNOTE 4.3.12), so nothing has to be unpacked. */
const ENTRIES = {
  xlsx: ['xl/workbook.xml', 'xl/workbook.bin'],
  docx: ['word/document.xml'],
  pptx: ['ppt/presentation.xml'],
  openDocument: ['META-INF/manifest.xml'],
} as const;

export function kindOfBytes(bytes: Buffer): FileKind {
  if (bytes.subarray(0, 4).toString('latin1') === '%PDF') return 'pdf';
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0') return 'oldOffice';
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return 'other';
  for (const [kind, names] of Object.entries(ENTRIES)) {
    if (names.some((name) => bytes.includes(name))) return kind as keyof typeof ENTRIES;
  }
  return 'zip';
}

/** The same of a path; never throws. */
export function kindOfFile(path: string): FileKind {
  try {
    return statSync(path).isDirectory() ? 'folder' : kindOfBytes(readFileSync(path));
  } catch {
    return 'forbidden';
  }
}
