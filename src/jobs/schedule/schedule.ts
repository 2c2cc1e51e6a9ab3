/** Switching the schedule on and off, and telling how things stand. */

import { shownIn } from '../../google/book/calendar';
import { countTriggers, installTick, mailLeft, removeTicks, runner } from '../../google/services/app';
import { dialogs, stateText } from '../../messages/jobs/setup';
import type { Uses } from '../run/parts';

/**
 * Installs the dispatcher, never twice: a person's own trigger is seen, another person's is known by the
 * owner on record, because `getProjectTriggers` does not show it. Gives what to tell the person.
 */
export function scheduleOn(run: Uses<'memory'>): string {
  const me = runner();
  const { state } = run.memory;
  if (state.scheduleOn && state.owner !== null && state.owner !== me)
    return dialogs.scheduleWasOn(state.owner);
  installTick();
  state.scheduleOn = true;
  state.owner = me;
  run.memory.save();
  return dialogs.scheduleIsOn;
}

export function scheduleOff(run: Uses<'memory'>): string {
  const me = runner();
  const { state } = run.memory;
  removeTicks();
  const { owner } = state;
  state.scheduleOn = false;
  run.memory.save();
  if (owner !== null && owner !== me) return dialogs.scheduleNotYours(owner);
  state.owner = null;
  run.memory.save();
  return dialogs.scheduleIsOff;
}

export function stateReport(run: Uses<'memory' | 'office' | 'books'>): string {
  const { state } = run.memory;
  const shown = (iso: string | null) =>
    iso === null ? null : shownIn(run.office.settings.timeZone, new Date(iso));
  return stateText({
    lastRun: state.lastRun === null ? null : { ...state.lastRun, at: shown(state.lastRun.at) ?? '' },
    scheduled: state.scheduleOn,
    owner: state.owner,
    triggers: countTriggers(),
    books: run.office.settings.books.map((id) => {
      const known = state.books[id];
      const book = run.books.open(id);
      return {
        name: book?.file.getName() ?? id,
        rebuiltAt: shown(known?.rebuiltAt ?? null),
        problem: state.books[id]?.unreachable ?? null,
      };
    }),
    mailLeft: mailLeft(),
  });
}
