/** Targets of a letter as rows of the review. */
import type { DraftTarget } from '../../../src/domain/import/programmeDraft';
import type { LetterTarget } from '../../../src/domain/letter/letter';
import { cellText } from './cellText';
import { newId, type ReviewRow } from './reviewDraft';

export const targetRows = (targets: readonly LetterTarget[]): ReviewRow<DraftTarget>[] =>
  targets.map((target) => ({ id: newId(), from: 'letter', place: target.place, fields: targetOf(target) }));

function targetOf(target: LetterTarget): DraftTarget {
  const title = cellText(target.title);
  // The table counts shares of those who have a mentor by itself; anything else is entered by hand.
  const share = target.unit === '%' && /наставляем/i.test(title);
  return {
    indicator: share ? 'menteeShare' : 'other',
    title,
    date: target.date,
    value: target.value,
    unit: cellText(target.unit, 90),
  };
}
