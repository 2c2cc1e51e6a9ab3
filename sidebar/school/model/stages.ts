/** The checklist as people read it: what burns first, what is handed in last. */
import type { School, StageItem } from '../../../src/contract/school';
import type { StatusName } from '../../../src/domain/report/status';

const ORDER: Readonly<Record<StatusName, number>> = {
  missed: 0,
  invalid: 1,
  soon: 2,
  ahead: 3,
  undated: 4,
  late: 5,
  inTime: 5,
  notExpected: 6,
};
const NEVER = '9999';

export const isDone = ({ status }: StageItem): boolean => status === 'inTime' || status === 'late';

/** The school did its part, for the first time or after a return, and the district has not decided yet. */
export const awaits = (stage: StageItem): boolean =>
  !isDone(stage) && (stage.approval === 'awaiting' || stage.refiled);

export interface Checklist {
  readonly todo: readonly StageItem[];
  readonly awaiting: readonly StageItem[];
  readonly done: readonly StageItem[];
  readonly notExpected: readonly StageItem[];
}

export function checklistOf(stages: readonly StageItem[]): Checklist {
  const sorted = [...stages].sort(
    (a, b) => ORDER[a.status] - ORDER[b.status] || compare(a.due ?? NEVER, b.due ?? NEVER) || a.row - b.row,
  );
  const open = sorted.filter((each) => !isDone(each) && each.status !== 'notExpected');
  return {
    todo: open.filter((each) => !awaits(each)),
    awaiting: open.filter(awaits),
    done: sorted.filter(isDone),
    notExpected: sorted.filter(({ status }) => status === 'notExpected'),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The school with one stage as it is now. */
export const withStage = (school: School, stage: StageItem): School => ({
  ...school,
  stages: school.stages.map((each) => (each.key === stage.key ? stage : each)),
});

/** The school with a form begun, or no longer so. */
export const withDraft = (school: School, key: string, begun: boolean): School => ({
  ...school,
  drafts: [...school.drafts.filter((each) => each !== key), ...(begun ? [key] : [])],
});
