/** Switching the schedule on and off, and telling how things stand. */

import { shownIn } from '../../google/book/calendar';
import { countTriggers, installTick, mailLeft, removeTicks, runner } from '../../google/services/app';
import { dialogs, stateText } from '../../messages/jobs/setup';
import type { Run } from '../run/run';

/**
 * Installs the dispatcher, never twice: a person's own trigger is seen, another person's is known by the
 * owner on record, because `getProjectTriggers` does not show it. Gives what to tell the person.
 */
export function scheduleOn(run: Run): string {
  const me = runner();
  const { state } = run;
  if (state.scheduleOn && state.owner !== null && state.owner !== me)
    return dialogs.scheduleWasOn(state.owner);
  installTick();
  state.scheduleOn = true;
  state.owner = me;
  run.save();
  return dialogs.scheduleIsOn;
}

export function scheduleOff(run: Run): string {
  const me = runner();
  const { state } = run;
  removeTicks();
  const { owner } = state;
  state.scheduleOn = false;
  run.save();
  if (owner !== null && owner !== me) return dialogs.scheduleNotYours(owner);
  state.owner = null;
  run.save();
  return dialogs.scheduleIsOff;
}

export function stateReport(run: Run): string {
  const { state } = run;
  const shown = (iso: string | null) => (iso === null ? null : shownIn(run.settings.timeZone, new Date(iso)));
  return stateText({
    lastRun: state.lastRun === null ? null : { ...state.lastRun, at: shown(state.lastRun.at) ?? '' },
    scheduled: state.scheduleOn,
    owner: state.owner,
    triggers: countTriggers(),
    books: run.settings.books.map((id) => {
      const known = state.books[id];
      const book = run.open(id);
      return {
        name: book?.file.getName() ?? id,
        rebuiltAt: shown(known?.rebuiltAt ?? null),
        problem: state.books[id]?.unreachable ?? null,
      };
    }),
    mailLeft: mailLeft(),
  });
}
