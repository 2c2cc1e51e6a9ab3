/** The schedule as «Пульт» shows it: whose it is, what comes next, what came of the last runs. */

import type { ControlFunctions, ScheduleView } from '../../contract/control';
import { addDays, type CivilDate, formatRu } from '../../domain/dates/civil';
import { clip } from '../../domain/values/text';
import { type Moment, momentIn, shownIn } from '../../google/book/calendar';
import { countTriggers, runner } from '../../google/services/app';
import type { JobState } from '../../google/state/jobState';
import { control as says } from '../../messages/control/server';
import { jobNames } from '../../messages/jobs/setup';
import { given } from '../run/answer';
import type { Uses } from '../run/parts';
import { command, query } from '../run/press';
import { scheduleOff, scheduleOn } from '../schedule/schedule';
import { yesNo } from './input';

const RUNS_SHOWN = 10;
/** A rebuild of many districts names each of its tabs. */
const LONGEST_DETAILS = 160;
const MINUTE_MS = 60_000;

export function scheduleOf(run: Uses<'memory' | 'office'>): ScheduleView {
  const { scheduleOn: on, owner, lastRun } = run.memory.state;
  const zone = run.office.settings.timeZone;
  const mine = owner !== null && owner === runner();
  const shown = (instant: Date) => shownIn(zone, instant);
  return {
    on,
    owner: owner ?? '',
    mine,
    lost: on && mine && countTriggers() === 0,
    next: on ? nextRuns(run.memory.state, Date.now(), momentIn(zone), shown) : [],
    lastRun:
      lastRun === null
        ? null
        : { what: lastRun.job, at: shown(new Date(lastRun.at)), result: lastRun.result },
  };
}

/** What the dispatcher will do next, from the memory alone, as it decides itself. */
function nextRuns(
  { books, plan }: JobState,
  nowMs: number,
  { date, minutes }: Moment,
  shown: (instant: Date) => string,
): ScheduleView['next'] {
  if (plan.books.length === 0) return [];
  const dueAt = plan.books.map((id) => {
    const known = books[id];
    if (known === undefined || known.rebuiltAt === null || known.unfinished) return nowMs;
    return Date.parse(known.rebuiltAt) + plan.rebuildMinutes * MINUTE_MS;
  });
  const first = Math.min(...dueAt);
  const today = date as CivilDate;
  const repaired = plan.books.every((id) => books[id]?.repairedOn === today);
  const hourPassed = minutes >= plan.repairHour * 60;
  const hour = `${String(plan.repairHour).padStart(2, '0')}:00`;
  const { next } = says;
  return [
    { what: next.rebuild, at: first <= nowMs ? next.soon : shown(new Date(first)) },
    {
      what: next.repair,
      at: hourPassed && !repaired ? next.soon : `${formatRu(hourPassed ? addDays(today, 1) : today)} ${hour}`,
    },
  ];
}

export const controlSchedule: ControlFunctions['controlSchedule'] = (input) =>
  given(says, yesNo, input, (on) =>
    command(says, jobNames.schedule, (run) => {
      const sentence = on ? scheduleOn(run) : scheduleOff(run);
      return { ok: true, sentence, schedule: scheduleOf(run) };
    }),
  );

export const controlJournal: ControlFunctions['controlJournal'] = () =>
  query(says, (run) => ({
    ok: true,
    runs: run.office.control
      .journal(RUNS_SHOWN)
      .map(([at = '', job = '', book = '', result = '', , details = '']) => ({
        at,
        job,
        book,
        result,
        details: clip(details, LONGEST_DETAILS),
      })),
  }));
