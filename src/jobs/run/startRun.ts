/** Begins a run: reads the memory and finds the control book. */
import type { Moment } from '../../google/book/calendar';
import { ControlBook } from '../../google/book/controlBook';
import { activeSpreadsheet, openBook } from '../../google/services/app';
import { runWords } from '../../messages/jobs/setup';
import { Books } from './books';
import { Journal } from './journal';
import { JobMemory } from './memory';
import { Moments } from './moments';
import { Office } from './office';
import type { Run } from './parts';
import { People } from './people';
import { TimeBudget } from './time';

/** `asked`: the moment in the programme's time zone, where a tick has asked for it already. @throws NewerVersion */
export function startRun(memory = new JobMemory(), asked: Moment | null = null): Run {
  const { state } = memory;
  const time = new TimeBudget();
  const moments = new Moments();
  if (asked !== null) moments.set(state.plan.timeZone, asked);
  // Google says that a bound script's triggers have it; one report saw null, so the id is kept.
  const file = activeSpreadsheet() ?? openBook(state.controlId);
  if (file === null) throw new Error(runWords.bookGone);
  const control = new ControlBook(file, state.control);
  const journal = new Journal(control, memory, time);
  const office = new Office(control, memory, journal, moments);
  return {
    ...{ time, memory, journal, office },
    people: new People(office),
    books: new Books(control, memory, moments),
    readings: new Map(),
  };
}
