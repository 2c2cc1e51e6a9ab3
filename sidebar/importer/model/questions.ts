/** Questions of the review: what the letter leaves open, and reporters that are not certain. */
import type { DraftOrganisation, DraftStage } from '../../../src/domain/import/programmeDraft';
import type { Letter, LetterStage, Question } from '../../../src/domain/letter/letter';
import { clip, sameKey } from '../../../src/domain/values/text';
import { questionReason } from '../../../src/messages/importer/letter';
import { review } from '../../../src/messages/importer/page';
import { reportersOf } from './reporters';
import { newId, type Part, type ReviewQuestion, type ReviewRow, type SourceName } from './reviewDraft';

type Given = Pick<ReviewQuestion, 'from' | 'text' | 'reason' | 'line' | 'place' | 'part' | 'row'> &
  Partial<ReviewQuestion>;

const newQuestion = (given: Given): ReviewQuestion => ({ offer: null, done: false, ...given, id: newId() });

/** The letter's own questions. `stages` are the rows of its stages, `organisations` those of both texts. */
export const questionsOf = (
  from: SourceName,
  { questions }: Letter,
  stages: readonly ReviewRow<DraftStage>[],
  organisations: readonly ReviewRow<DraftOrganisation>[],
): ReviewQuestion[] =>
  questions.map(({ text, reason, line, place, stage }) => {
    const row =
      stage === null ? rowAt(organisations, from, place.start, reason) : (stages[stage]?.id ?? null);
    return newQuestion({
      from,
      text,
      reason: questionReason[reason],
      line,
      place,
      part: partOf(reason, stage, row),
      row,
      offer: offerOf(reason, row),
    });
  });

function partOf(reason: Question['reason'], stage: number | null, row: number | null): Part | null {
  if (stage !== null) return 'stages';
  if (reason.startsWith('target')) return 'targets';
  return row === null ? null : 'organisations';
}

function offerOf(reason: Question['reason'], row: number | null): ReviewQuestion['offer'] {
  if (reason === 'request-undated' || reason === 'date-outside') return 'add';
  return reason === 'near-duplicate' && row !== null ? 'join' : null;
}

function rowAt(
  rows: readonly ReviewRow<unknown>[],
  from: SourceName,
  start: number,
  reason: Question['reason'],
): number | null {
  if (reason !== 'near-duplicate' && reason !== 'made-from-numbers') return null;
  return rows.find((row) => row.from === from && row.place?.start === start)?.id ?? null;
}

/** One question for each wording of «Ответственный» that does not tell for certain who reports. */
export function reporterQuestions(
  rows: readonly ReviewRow<DraftStage>[],
  stages: readonly LetterStage[],
): ReviewQuestion[] {
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const { responsible, title } = row.fields;
    const words = sameKey(responsible);
    if (seen.has(words) || (responsible !== '' && reportersOf(responsible) !== null)) return [];
    seen.add(words);
    return newQuestion({
      from: 'letter',
      text: clip(title, 120),
      reason:
        responsible === '' ? review.responsibleMissing : review.responsibleUnclear(clip(responsible, 80)),
      line: stages[index]?.line ?? null,
      place: row.place,
      part: 'stages',
      row: row.id,
    });
  });
}
