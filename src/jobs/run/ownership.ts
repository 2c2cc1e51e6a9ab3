/** Whether a reporting book is one that the jobs of this control book may write in. */

import { runWords } from '../../messages/jobs/setup';
import { storedState } from '../../messages/jobs/storedState';
import { BOOK_VERSION } from '../../tabs/migrations';
import type { ServiceReading } from '../../tabs/schemas/serviceTab';

/** Why a book is left alone. */
export interface NotOurs {
  /** `newer`: a newer version of the program wrote it; `foreign`: another control book runs it. */
  readonly kind: 'newer' | 'foreign';
  /** In the journal's words. */
  readonly why: string;
}

/** Null where the book is ours, or nobody's yet. `service`: what its service tab says, null without the tab. */
export function notOurs(service: ServiceReading | null, controlId: string): NotOurs | null {
  if (service === null) return null;
  const { version, control } = service;
  if (version > BOOK_VERSION) return { kind: 'newer', why: storedState.newerBook };
  if (control === '' || control === controlId) return null;
  return { kind: 'foreign', why: runWords.otherControl(control) };
}
