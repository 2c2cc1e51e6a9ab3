/**
 * From a letter to a draft programme: plain rules, no language model, the same answer every time.
 * Pure code: runs in Apps Script, Node and the browser; linear in the length of the text; never throws.
 */

import type { Letter } from './letter';
import { LetterBuilder } from './letterBuilder';
import { readLetterhead } from './letterhead/letterhead';
import { Organisations, readOrganisationLists, readOrganisationTable } from './organisations/organisations';
import { itemsOf } from './source/items';
import { type Block, type LetterText, letterTextOf, letterTextOfBlocks } from './source/letterText';
import { readIndicators } from './tables/indicatorTable';
import type { LetterTable } from './tables/letterTable';
import { readPlan } from './tables/planTable';
import { TextReader } from './tasks/textReader';

export type { OrganisationType } from '../organisations/kinds';
export type { Deadline } from './deadlines/deadline';
export { explainDeadline, readDeadline } from './deadlines/deadline';
export type { Letter, QuestionReason } from './letter';
export type { Block } from './source/letterText';

function readTableOf(builder: LetterBuilder, organisations: Organisations, table: LetterTable): void {
  const has = (role: LetterTable['roles'][number]): boolean => table.roles.includes(role);
  const years = table.headings.some((heading) => /20\d\d/.test(heading));
  if (has('indicator') && (has('value') || years) && !has('title')) readIndicators(builder, table);
  else if (has('title') || (has('deadline') && !has('organisation'))) readPlan(builder, table);
  else if (has('organisation') || has('shortName')) readOrganisationTable(builder, organisations, table);
  else builder.ask('table-unread', table);
}

function readSource(source: LetterText): Letter {
  const builder = new LetterBuilder(source);
  const organisations = new Organisations(builder);
  let next = 0;
  const covers = [...source.tables, ...source.unread].sort((a, b) => a.start - b.start);
  const items = itemsOf(source.lines, (line) => {
    while ((covers[next]?.end ?? Number.POSITIVE_INFINITY) <= line.start) next += 1;
    const table = covers[next];
    return table !== undefined && line.start >= table.start && line.start < table.end;
  });
  for (const table of source.tables) readTableOf(builder, organisations, table);
  for (const place of source.unread) builder.ask('table-unread', place);
  const listed = readOrganisationLists(builder, organisations, items);
  const document = readLetterhead(builder, items);
  new TextReader(builder).read(items.filter((item) => !listed.has(item)));
  return inOrder(document, builder);
}

/** Sorts everything in the order of the letter and adjusts the questions' indices of stages. */
function inOrder(document: Letter['document'], builder: LetterBuilder): Letter {
  const order = builder.stages
    .map((_, index) => index)
    .sort((a, b) => (builder.stages[a]?.place.start ?? 0) - (builder.stages[b]?.place.start ?? 0));
  const position = new Map(order.map((old, index) => [old, index]));
  const byPlace = (a: { place: { start: number } }, b: { place: { start: number } }): number =>
    a.place.start - b.place.start;
  return {
    document,
    stages: order.flatMap((index) => builder.stages[index] ?? []),
    targets: [...builder.targets].sort(byPlace),
    organisations: [...builder.organisations].sort(byPlace),
    questions: builder.questions
      .map((question) => ({
        ...question,
        stage: question.stage === null ? null : (position.get(question.stage) ?? null),
      }))
      .sort(byPlace),
    personalData: builder.personalData,
  };
}

/** Reads a letter's text and the tables pasted into it. */
export const readLetter = (text: string): Letter => readSource(letterTextOf(text));

/** Reads a document whose tables are known: a Word file, the clipboard's HTML. Lines are those of {@link textOf}. */
export const readBlocks = (blocks: readonly Block[]): Letter => readSource(letterTextOfBlocks(blocks));

/** The text in which {@link readBlocks} gives its places: a table's row is a line. */
export const textOf = (blocks: readonly Block[]): string => letterTextOfBlocks(blocks).text;

/** Reads one table on its own, the first rows holding its header: a plan, indicators or a list of organisations. */
export const readTable = (rows: readonly (readonly string[])[]): Letter =>
  readBlocks([{ kind: 'table', rows }]);
