/** How large a .zip says it is when unpacked, before anything is unpacked (PKWARE APPNOTE 4.3.12, 4.3.14, 4.5.3). */
const END = 0x06054b50;
const END64_LOCATOR = 0x07064b50;
const ENTRY = 0x02014b50;
const UNSAID = 0xffffffff;
const ZIP64 = 1;

const MOST_BYTES = 256 * 1024 * 1024;
/** Tables as XML become some twenty times smaller; what becomes much smaller than that holds no table. */
const MOST_RATIO = 150;
const ALWAYS_BYTES = 16 * 1024 * 1024;
/** An empty entry, deflated. */
const EMPTY_BYTES = 2;

export class TooLargeBookError extends Error {}

/** The reader unpacks no entry beyond what it declares. @throws TooLargeBookError */
export function checkDeclaredSize(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  // What is no .zip the reader refuses itself.
  if (end < 0) return;
  let total = 0;
  let at = directoryAt(view, end);
  while (at + 46 <= end && view.getUint32(at, true) === ENTRY) {
    const packed = view.getUint32(at + 20, true);
    const [names, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const size = sizeOf(view, at, at + 46 + names, extra);
    total += size;
    const unsaid = size === 0 && packed > EMPTY_BYTES;
    const bomb = size > ALWAYS_BYTES && packed !== UNSAID && size > packed * MOST_RATIO;
    if (unsaid || bomb || total > MOST_BYTES) throw new TooLargeBookError('too large');
    at += 46 + names + extra + comment;
  }
}

function directoryAt(view: DataView, end: number): number {
  const at = view.getUint32(end + 16, true);
  if (at !== UNSAID || end < 20 || view.getUint32(end - 20, true) !== END64_LOCATOR) return at;
  const record = Number(view.getBigUint64(end - 12, true));
  return record + 56 <= view.byteLength ? Number(view.getBigUint64(record + 48, true)) : view.byteLength;
}

function sizeOf(view: DataView, entry: number, extraAt: number, extraLength: number): number {
  const said = view.getUint32(entry + 24, true);
  if (said !== UNSAID) return said;
  for (let at = extraAt; at + 12 <= extraAt + extraLength; at += 4 + view.getUint16(at + 2, true))
    if (view.getUint16(at, true) === ZIP64) return Number(view.getBigUint64(at + 4, true));
  return said;
}
