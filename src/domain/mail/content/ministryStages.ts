/** The stages of all books in the ministry's digest: a bar for those under way, names for the others. */
import { dueDate } from '../../programme/deadline';
import type { Stage } from '../../programme/programme';
import { byStage, sumOf, type Tally } from '../../report/summary';
import { tidy } from '../../values/text';
import type { BookFacts } from '../facts';
import { type Block, barRow, block, itemRow, plainText, type Row } from '../section';
import type { MailWords } from '../words';
import { barCells, worstFirst } from './figures';
import { onlySummary } from './links';
import { moreOf } from './more';
import { oneLine } from './oneLine';

const MOST_STAGES = 10;
/** Stages that are named with no bar: those that all have done, and those still ahead. */
const MOST_NAMED = 4;
const LONGEST_TOLD = 70;

/** The same stage stands in several books; it is one by its code and title. */
export function stagesBlock(books: readonly BookFacts[], words: MailWords): Block[] {
  const stages = new Map<string, { stage: Stage; name: string; records: Tally[] }>();
  for (const { analysis } of books) {
    for (const { stage, tally: sum } of byStage(analysis.programme, analysis.records)) {
      if (sum.expected === 0) continue;
      const name = tidy(`${stage.code.replace(/\.$/, '')}. ${stage.title}`);
      const known = stages.get(name);
      if (known) known.records.push(sum);
      else stages.set(name, { stage, name, records: [sum] });
    }
  }
  const { digest } = words;
  const all = [...stages.values()].map((each) => ({ ...each, sum: sumOf(each.records) }));
  if (all.length === 0) return [];
  const dueOf = (stage: Stage): string => {
    const due = dueDate(stage);
    return due === null ? digest.undated : digest.due(due);
  };
  const url = onlySummary(books);
  // A bar where there is something to compare; stages that none has begun or all have done are only named.
  const isAhead = ({ sum }: { sum: Tally }) => sum.notYetDue === sum.expected;
  const isDone = ({ sum }: { sum: Tally }) => sum.inTime + sum.late === sum.expected;
  const begun = all.filter((each) => !isAhead(each) && !isDone(each));
  // In the letter's order, those with the most overdue.
  const worst = new Set([...begun].sort((a, b) => worstFirst(a.sum, b.sum)).slice(0, MOST_STAGES));
  const rows = begun
    .filter((each) => worst.has(each))
    .map(({ stage, name, sum }) =>
      barRow({ name: plainText(oneLine(name, LONGEST_TOLD)), hint: dueOf(stage), ...barCells(sum, words) }),
    );
  const listed = (title: string, names: readonly string[]): Row[] =>
    names.length === 0
      ? []
      : [
          itemRow({
            title: plainText(title),
            names: names.slice(0, MOST_NAMED).map(plainText),
            more: moreOf(names.length - MOST_NAMED, url, words),
          }),
        ];
  const done = all.filter(isDone).map(({ name }) => oneLine(name, LONGEST_TOLD));
  const ahead = all
    .filter(isAhead)
    .map(({ stage, name }) => `${oneLine(name, LONGEST_TOLD)} (${dueOf(stage)})`);
  return [
    block({
      heading: digest.stages,
      columns: rows.length === 0 ? null : { done: digest.done, missed: digest.missed },
      rows: [...rows, ...listed(digest.doneByAll, done), ...listed(digest.ahead, ahead)],
      more: moreOf(begun.length - rows.length, url, words),
    }),
  ];
}
