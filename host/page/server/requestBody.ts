import type { IncomingMessage } from 'node:http';

/** More than google.script.run takes in one call. */
const MOST_BYTES = 50 * 1024 * 1024;

export class TooLargeError extends Error {}

/** The whole body as text. @throws TooLargeError */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    // The rest is read and let go: a connection that is cut would take the answer along.
    if (size <= MOST_BYTES) pieces.push(piece);
  }
  if (size > MOST_BYTES) throw new TooLargeError();
  return Buffer.concat(pieces).toString('utf8');
}
