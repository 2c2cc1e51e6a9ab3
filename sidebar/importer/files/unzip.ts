/** Entries of a .zip (.docx, .xlsx) by its central directory (PKWARE APPNOTE 4.3.12); stored or deflated. */
const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** All that is read of one file. */
const LARGEST = 64 * 1024 * 1024;

export interface Archive {
  readonly names: readonly string[];
  /** The entry's text as UTF-8; null when there is none. @throws for broken data. */
  text(name: string): Promise<string | null>;
}

interface Entry {
  readonly method: number;
  /** What it declares to unpack to. */
  readonly unpacked: number;
  readonly size: number;
  readonly at: number;
}

/** @throws RangeError for what is no .zip. */
export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw new RangeError('no zip');
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0 && view.getUint32(at, true) === ENTRY; left -= 1) {
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
    const local = view.getUint32(at + 42, true);
    entries.set(name, {
      method: view.getUint16(at + 10, true),
      size: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true),
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  let room = LARGEST;
  return {
    names: [...entries.keys()],
    async text(name) {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      if (entry.unpacked > room) throw new RangeError('too large');
      const packed = bytes.slice(entry.at, entry.at + entry.size);
      const unpacked = entry.method === 0 ? packed : await inflate(packed, room);
      room -= unpacked.length;
      return new TextDecoder().decode(unpacked);
    },
  };
}

/** Stops at the limit: some files unpack to gigabytes. */
async function inflate(packed: Uint8Array<ArrayBuffer>, room: number): Promise<Uint8Array> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    size += piece.value.length;
    if (size > room) {
      await reader.cancel();
      throw new RangeError('too large');
    }
    pieces.push(piece.value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
