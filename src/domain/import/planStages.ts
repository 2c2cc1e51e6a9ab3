/** What a draft's stages do to those of the table. */

import { isYes } from '../schema/columnTypes/choices';
import { cellAt, textAt } from '../schema/table';
import { sameKey } from '../values/text';
import { changesOf, rowsOf } from './cellChanges';
import type { Cells } from './changes';
import type {
  ExistingProgramme,
  GoneRow,
  ImportPlan,
  ImportQuestion,
  ImportWords,
  LabelledChange,
} from './importPlan';
import { matchStages } from './matchStages';
import type { ProgrammeDraft } from './programmeDraft';

export function planStages(
  draft: ProgrammeDraft,
  { stages: table, filedByStage }: ExistingProgramme,
  words: ImportWords,
  questions: ImportQuestion[],
): Pick<ImportPlan, 'stages' | 'gone'> {
  const rows = rowsOf(table);
  const known = rows.map((row) => ({
    code: textAt(table, row, 'code'),
    title: textAt(table, row, 'title'),
    section: textAt(table, row, 'section'),
  }));
  const filed = (code: string): number => filedByStage.get(sameKey(code)) ?? 0;
  const matches = matchStages(known, draft.stages);
  const codes = new Set(known.map(({ code }) => sameKey(code)));
  draft.stages.forEach((stage, index) => {
    if (matches[index]?.kind !== 'new') codes.add(sameKey(stage.code));
  });
  const added: Cells[] = [];
  const changed: LabelledChange[] = [];
  const found = new Set<number>();
  let same = 0;
  draft.stages.forEach((stage, index) => {
    const match = matches[index];
    if (!match || match.kind === 'new') {
      const code = freeCode(stage.code, codes);
      added.push(words.stageCells({ ...stage, code }));
      return;
    }
    found.add(match.row);
    const row = rows[match.row] ?? 0;
    const code = known[match.row]?.code ?? '';
    const title = known[match.row]?.title ?? '';
    if (match.kind === 'ask') {
      questions.push({
        kind: 'stage',
        index,
        id: code,
        found: title,
        given: stage.title,
        filed: filed(code),
      });
      return;
    }
    // Reports are filed under the code: it does not change.
    const cells = changesOf(table, row, words.stageCells({ ...stage, code }));
    if (cells.length === 0) same += 1;
    else changed.push({ key: sameKey(code), label: `${code}. ${title}`, cells });
  });
  const gone: GoneRow[] = [];
  const drop = new Set(draft.drop.map(sameKey));
  known.forEach(({ code, title }, index) => {
    const row = rows[index] ?? 0;
    const present = cellAt(table, row, 'dropped');
    if (draft.stages.length === 0 || found.has(index) || isYes(present, words.yes)) return;
    gone.push({ id: code, label: `${code}. ${title}`, filed: filed(code) });
    if (!drop.has(sameKey(code))) return;
    changed.push({
      key: sameKey(code),
      label: `${code}. ${title}`,
      cells: [{ column: 'dropped', from: present, to: words.yes }],
    });
  });
  return { stages: { added, changed, same }, gone };
}

/** The code, or the first of «3-2», «3-3» … that no stage has. */
function freeCode(wanted: string, taken: Set<string>): string {
  let code = wanted;
  for (let number = 2; taken.has(sameKey(code)); number += 1) code = `${wanted}-${number}`;
  taken.add(sameKey(code));
  return code;
}
