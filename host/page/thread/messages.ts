/** What the server's thread and the host's thread send each other. */

import type { Restored } from '../persistence/restore';
import type { News, RequestName } from '../protocol/protocol';
import type { BookFile, FramePage } from '../server/backend';
import type { Source } from '../server/source';

export interface ThreadData {
  /** Folder in which every world has one of its own. */
  readonly data: string;
  readonly source: Source;
  /** Mail server that mails go to; null: they are left as .eml files. */
  readonly smtp: string | null;
  /** Flag, length and text of an answer: see `AnswerSlot`. */
  readonly slot: SharedArrayBuffer;
}

export type ToHost =
  | {
      readonly id: number;
      readonly what: 'request';
      readonly session: string;
      readonly person: string;
      readonly name: RequestName;
      readonly request: object;
    }
  | { readonly id: number; readonly what: 'frame'; readonly frame: string }
  | { readonly id: number; readonly what: 'xlsx'; readonly book: string; readonly person: string }
  | { readonly id: number; readonly what: 'close' };

export type FromHost =
  | { readonly kind: 'ready'; readonly restored: Restored }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'news'; readonly news: News }
  | { readonly kind: 'done'; readonly id: number; readonly result: unknown | FramePage | BookFile | null }
  /** `fault`: the host is to blame, not what was asked for. */
  | { readonly kind: 'refused'; readonly id: number; readonly message: string; readonly fault: boolean };

const SLOT_BYTES = 256 * 1024;
const HEADER_BYTES = 8;

/** Where an answer is put down for a thread that sleeps until it is there. */
export class AnswerSlot {
  private readonly head: Int32Array;
  private readonly text: Uint8Array;

  constructor(readonly shared = new SharedArrayBuffer(SLOT_BYTES)) {
    this.head = new Int32Array(shared, 0, 2);
    this.text = new Uint8Array(shared, HEADER_BYTES);
  }

  /** @throws RangeError where the text is longer than any prompt takes. */
  put(text: string): void {
    const bytes = new TextEncoder().encode(text);
    if (bytes.length > this.text.length) throw new RangeError('the answer is too long');
    this.text.set(bytes);
    Atomics.store(this.head, 1, bytes.length);
    Atomics.store(this.head, 0, 1);
    Atomics.notify(this.head, 0);
  }

  /** Sleeps until there is an answer; null after that many ms without one. */
  take(patience: number): string | null {
    if (Atomics.wait(this.head, 0, 0, patience) === 'timed-out') return null;
    Atomics.store(this.head, 0, 0);
    return new TextDecoder().decode(this.text.slice(0, Atomics.load(this.head, 1)));
  }
}
