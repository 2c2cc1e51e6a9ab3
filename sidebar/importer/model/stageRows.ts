/** Stages of a letter as rows of the review. */
import type { DraftStage } from '../../../src/domain/import/programmeDraft';
import type { LetterStage } from '../../../src/domain/letter/letter';
import { sameKey } from '../../../src/domain/values/text';
import { review } from '../../../src/messages/importer/page';
import { cellText } from './cellText';
import { reportersOf } from './reporters';
import { newId, type ReviewRow } from './reviewDraft';

export function stageRows(stages: readonly LetterStage[]): ReviewRow<DraftStage>[] {
  const codes = codesOf(stages);
  return stages.map((stage, index) => ({
    id: newId(),
    from: 'letter',
    place: stage.place,
    fields: stageOf(stage, codes[index] ?? ''),
  }));
}

/**
 * Codes from the letter's own numbers. Points of the order beside a plan are «п.3.1»; where the plan begins anew in
 * each section, the section's number stands in front.
 */
function codesOf(stages: readonly LetterStage[]): string[] {
  const numberOf = ({ number }: LetterStage): string => {
    const own = (number ?? '').replace(/[.)\s]+$/, '').replace(/\s/g, '');
    return /^[\dA-Za-zА-Яа-яЁё]\S{0,20}$/.test(own) ? own : '';
  };
  const plan = stages.filter(({ source }) => source === 'plan');
  const sections = [...new Set(plan.map(({ section }) => section))].filter((section) => section !== null);
  const numbers = plan.map(numberOf);
  const restarts = new Set(numbers).size < numbers.length;
  const taken = new Set<string>();
  return stages.map((stage) => {
    const own = numberOf(stage);
    const inPlan = stage.source === 'plan';
    const section = stage.section === null ? 0 : sections.indexOf(stage.section) + 1;
    const wanted =
      !inPlan && plan.length > 0
        ? `${review.pointMark}${own}`
        : inPlan && restarts && section > 0
          ? `${section}.${own}`
          : own;
    let code = own === '' || taken.has(sameKey(wanted)) ? '' : wanted;
    for (let next = 1; code === ''; next += 1) if (!taken.has(String(next))) code = String(next);
    taken.add(sameKey(code));
    return code;
  });
}

function stageOf(stage: LetterStage, code: string): DraftStage {
  const { kind, start, end, text } = stage.deadline;
  const responsible = cellText(stage.responsible);
  return {
    code,
    section: cellText(stage.section),
    title: cellText(stage.title),
    kind,
    start: kind === 'from' || kind === 'range' ? start : null,
    deadline: kind === 'from' ? null : end,
    responsible,
    result: cellText(stage.result),
    documentNeeded: stage.result !== null,
    approval: stage.approvalInDeadline ? 'included' : stage.approval ? 'yes' : 'no',
    appliesTo: reportersOf(responsible) ?? [],
    phrase: cellText(text),
    sameAs: null,
  };
}
