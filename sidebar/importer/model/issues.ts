/** Issues of the draft by row and column, found by the same check that the server makes. */

import { isEmail } from '../../../src/domain/schema/columnTypes/emails';
import type { Problem } from '../../../src/domain/schema/problem';
import type { TabSchema } from '../../../src/domain/schema/schema';
import { review } from '../../../src/messages/importer/page';
import { describeIssue } from '../../../src/messages/tabs/issues';
import { draftIssues } from '../../../src/tabs/schemas/draftRows';
import { importDraftOf, SCHEMAS } from './plan';
import type { Part, ReviewDraft } from './reviewDraft';

export interface Issues {
  readonly count: number;
  readonly first: { readonly part: Part; readonly id: number } | null;
  /** Sentences by column id. */
  of(part: Part, id: number): Readonly<Record<string, string>>;
}

const NONE: Readonly<Record<string, string>> = {};
const PARTS: readonly Part[] = ['stages', 'organisations', 'targets'];

/** The sentence for a field of a form; those of the tabs speak of cells. */
function sentenceOf(problem: Problem): string {
  if (problem.code === 'required') return review.required;
  return problem.code === 'requiredWhen' ? review.dateRequired : describeIssue(problem).repair;
}

/** Records of `before` are reused where nothing changed, so that only rows whose issues changed are drawn again. */
export function issuesIn(draft: ReviewDraft, before: Issues | null = null): Issues {
  const found = new Map<string, Record<string, string>>();
  let first: Issues['first'] = null;
  let count = 0;
  const say = (part: Part, id: number, column: string, sentence: string): void => {
    const key = `${part}/${id}`;
    const row = found.get(key) ?? {};
    row[column] ??= sentence;
    found.set(key, row);
    count += 1;
    if (first === null || PARTS.indexOf(part) < PARTS.indexOf(first.part)) first = { part, id };
  };
  for (const { tab, row, columnIndex, problem } of draftIssues(importDraftOf(draft, []))) {
    const part = PARTS.find((each) => each === tab);
    const id = part === undefined || row === null ? undefined : draft[part][row - 2]?.id;
    if (part === undefined || id === undefined) continue;
    const schema: TabSchema = SCHEMAS[part];
    say(part, id, schema.columns[columnIndex ?? 0]?.id ?? 'title', sentenceOf(problem));
  }
  for (const { id, fields } of draft.organisations) {
    if (!fields.emails.every(isEmail))
      say('organisations', id, 'emails', describeIssue({ code: 'notOfType', type: 'emails' }).repair);
  }
  return {
    count,
    first,
    of(part, id) {
      const now = found.get(`${part}/${id}`);
      if (now === undefined) return NONE;
      const old = before?.of(part, id);
      return old !== undefined && JSON.stringify(old) === JSON.stringify(now) ? old : now;
    },
  };
}
