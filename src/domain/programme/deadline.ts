/** When a stage is due, and whether an organisation is expected to report on it. */
import type { CivilDate } from '../dates/civil';
import type { Organisation, Stage } from './programme';

/**
 * The last day on which the stage is in time, null while it has no date.
 * `by`, `on` and `range` are due on their end; `from` on its start: to begin is the task.
 * The kinds without a date become due once the administrator gives one in «Срок».
 */
export function dueDate(stage: Pick<Stage, 'kind' | 'start' | 'deadline'>): CivilDate | null {
  return stage.kind === 'from' ? (stage.start ?? stage.deadline) : stage.deadline;
}

export const appliesTo = (stage: Stage, organisation: Organisation): boolean =>
  stage.appliesTo.length === 0 || stage.appliesTo.includes(organisation.type);

/** Open on the day itself; on its closing date an organisation still is. */
export const isOpen = (organisation: Organisation, on: CivilDate): boolean =>
  (organisation.opened === null || organisation.opened <= on) &&
  (organisation.closed === null || on <= organisation.closed);

/** Why a row is not counted, `yes` when it is. Written into the hidden column «Учитывается». */
export type Counted = 'yes' | 'closed' | 'notYetOpen' | 'dropped' | 'notApplicable' | 'unclear';

/**
 * Whether this organisation's report on this stage belongs to the figures as of `today`. Each stage is asked of those
 * who are open on the day when it is due: so the denominators follow the school year, and a stage that was due before
 * an organisation closed keeps its figures. A stage without a date is asked of those who are open today.
 */
export function countedFor(organisation: Organisation, stage: Stage, today: CivilDate): Counted {
  if (stage.dropped) return 'dropped';
  if (!appliesTo(stage, organisation)) return 'notApplicable';
  const due = dueDate(stage);
  const { opened, closed } = organisation;
  if (closed !== null && closed < (due ?? today)) return 'closed';
  if (opened !== null && (opened > today || (due !== null && opened > due))) return 'notYetOpen';
  return 'yes';
}
