/** The checklist as people read it: the most urgent first, what is handed in last. */
import type { School, StageItem } from '../../../src/contract/school';
import { awaits as awaitsDecision } from '../../../src/domain/figures/work';
import { isDone, isOpen } from '../../../src/domain/report/statuses';
import { inOrder } from '../../../src/domain/school/stages';

/** The school did its part, for the first time or after a return, and the district has not decided yet. */
export const awaits = (stage: StageItem): boolean =>
  !isDone(stage.status) && !stage.documentMissing && awaitsDecision(stage);

export interface Checklist {
  readonly todo: readonly StageItem[];
  readonly awaiting: readonly StageItem[];
  readonly done: readonly StageItem[];
  readonly notExpected: readonly StageItem[];
}

export function checklistOf(stages: readonly StageItem[]): Checklist {
  const sorted = [...stages].sort(inOrder);
  const open = sorted.filter(({ status }) => isOpen(status));
  return {
    todo: sorted.filter((each) => each.documentMissing || (isOpen(each.status) && !awaits(each))),
    awaiting: open.filter(awaits),
    done: sorted.filter(({ status, documentMissing }) => isDone(status) && !documentMissing),
    notExpected: sorted.filter(({ status }) => !isDone(status) && !isOpen(status)),
  };
}

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
