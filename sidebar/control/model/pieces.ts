/** Long jobs are done in pieces: the same call again until the server says that it is finished. */

import type { Piece } from '../../../src/contract/control';
import type { Answer } from '../../../src/contract/plain';
import { page, progress as says } from '../../../src/messages/control/page';
import type { Tell } from './work';

/** So many pieces one after another that bring nothing forward are enough. */
const MOST_STANDSTILLS = 5;
const MOST_WAITS = 12;
const WAIT_MS = 5000;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** @param call makes the next piece; told whether it goes on with one before. */
export async function inPieces<T extends Piece>(
  text: string,
  call: (goOn: boolean) => Promise<Answer<T>>,
  tell: Tell,
): Promise<Answer<T>> {
  let [standstills, waits] = [0, 0];
  let [last, kind] = ['', ''];
  let most = 0;
  for (let goOn = false; ; goOn = true) {
    const answer = await call(goOn);
    if (!answer.ok) {
      // The schedule may have taken its turn between two pieces.
      if (!goOn || !answer.again || waits >= MOST_WAITS) return answer;
      waits += 1;
      tell({ text: page.waitingForOther, part: null });
      await pause(WAIT_MS);
      continue;
    }
    const { finished, progress } = answer;
    if (finished || progress === null) return answer;
    waits = 0;
    const now = JSON.stringify(progress);
    standstills = now === last ? standstills + 1 : 0;
    if (standstills >= MOST_STANDSTILLS) return { ok: false, sentence: page.noProgress, again: true };
    const { what, left } = progress;
    most = Math.max(what === kind ? most : 0, left);
    [last, kind] = [now, what];
    const words = what === 'rows' ? says.rows : says[what](left);
    // What was done before the first word of it is not known: the bar begins a little on.
    const part = what === 'rows' ? null : { done: most - left + 1, all: most + 1 };
    tell({ text: `${text}: ${words}`, part });
  }
}
