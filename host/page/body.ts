import type { IncomingMessage } from 'node:http';

/** More than google.script.run takes in one call. */
const MOST_BYTES = 50 * 1024 * 1024;

/** The whole body as text. @throws RangeError where it is too large. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > MOST_BYTES) throw new RangeError('too large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
