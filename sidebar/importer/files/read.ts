/** A file that was chosen or dropped, as text or as blocks; or a sentence that says what to do instead. */
import type { Block } from '../../../src/domain/letter';
import { readDocumentXml } from '../../../src/domain/letter/source/docx';
import { files as says } from '../../../src/messages/importer/page';
import { openArchive } from './unzip';
import { readXlsx } from './xlsx';

export type FileContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'blocks'; readonly blocks: readonly Block[] }
  | { readonly kind: 'refused'; readonly sentence: string };

const LARGEST = 20 * 1024 * 1024;
const refused = (sentence: string): FileContent => ({ kind: 'refused', sentence });

/** UTF-8 with or without a mark; what is no valid UTF-8 is the Windows code page of Russian office files. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

const starts = (bytes: Uint8Array, ...marks: number[]): boolean =>
  marks.every((mark, index) => bytes[index] === mark);

/** Never throws: what cannot be read is a sentence. */
export async function readFile(file: File): Promise<FileContent> {
  if (file.size > LARGEST) return refused(says.tooBig);
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return refused(says.pdf);
    if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refused(says.oldOffice);
    if (starts(bytes, 0x50, 0x4b)) return await readOffice(bytes);
    if (!/\.(?:txt|text|csv|tsv|md)$/i.test(file.name) || bytes.subarray(0, 4096).includes(0)) {
      const wide = starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff);
      if (!wide) return refused(/\.(?:docx|xlsx)$/i.test(file.name) ? says.broken(file.name) : says.unknown);
    }
    return { kind: 'text', text: decode(bytes) };
  } catch {
    return refused(says.broken(file.name));
  }
}

async function readOffice(bytes: Uint8Array): Promise<FileContent> {
  const archive = openArchive(bytes);
  const document = await archive.text('word/document.xml');
  if (document !== null) return { kind: 'blocks', blocks: readDocumentXml(document) };
  if (archive.names.includes('xl/workbook.xml')) return { kind: 'blocks', blocks: await readXlsx(archive) };
  return refused(says.unknown);
}
