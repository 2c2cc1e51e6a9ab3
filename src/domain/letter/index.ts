/**
 * From a letter to a draft programme: plain rules, no language model, the same answer every time.
 * Pure code: runs in Apps Script, Node and the browser; linear in the length of the text; never throws.
 */

import { Draft } from './draft';
import type { Letter } from './letter';
import { Organisations, readOrganisationLists, readOrganisationTable } from './organisations/organisations';
import { readDocument } from './source/document';
import { type Block, type Source, sourceOfBlocks, sourceOfText } from './source/source';
import { readIndicators, readPlan } from './tables/stagesInTable';
import type { Table } from './tables/table';
import { itemsOf } from './tasks/items';
import { TextReader } from './tasks/stagesInText';

export type { Deadline } from './deadlines/deadline';
export { explainDeadline, readDeadline } from './deadlines/deadline';
export type { Letter, QuestionReason } from './letter';
export type { OrganisationType } from './organisations/organisationName';
export type { Block } from './source/source';

function readTableOf(draft: Draft, organisations: Organisations, table: Table): void {
  const has = (role: Table['roles'][number]): boolean => table.roles.includes(role);
  const years = table.headings.some((heading) => /20\d\d/.test(heading));
  if (has('indicator') && (has('value') || years) && !has('title')) readIndicators(draft, table);
  else if (has('title') || (has('deadline') && !has('organisation'))) readPlan(draft, table);
  else if (has('organisation') || has('shortName')) readOrganisationTable(draft, organisations, table);
  else draft.ask('table-unread', table);
}

function readSource(source: Source): Letter {
  const draft = new Draft(source);
  const organisations = new Organisations(draft);
  let next = 0;
  const covers = [...source.tables, ...source.unread].sort((a, b) => a.start - b.start);
  const items = itemsOf(source.lines, (line) => {
    while ((covers[next]?.end ?? Number.POSITIVE_INFINITY) <= line.start) next += 1;
    const table = covers[next];
    return table !== undefined && line.start >= table.start && line.start < table.end;
  });
  for (const table of source.tables) readTableOf(draft, organisations, table);
  for (const place of source.unread) draft.ask('table-unread', place);
  const listed = readOrganisationLists(draft, organisations, items);
  const document = readDocument(draft, items);
  new TextReader(draft).read(items.filter((item) => !listed.has(item)));
  return inOrder(document, draft);
}

/** Everything in the order of the letter; questions keep their stage through the sorting. */
function inOrder(document: Letter['document'], draft: Draft): Letter {
  const order = draft.stages
    .map((_, index) => index)
    .sort((a, b) => (draft.stages[a]?.place.start ?? 0) - (draft.stages[b]?.place.start ?? 0));
  const position = new Map(order.map((old, index) => [old, index]));
  const byPlace = (a: { place: { start: number } }, b: { place: { start: number } }): number =>
    a.place.start - b.place.start;
  return {
    document,
    stages: order.flatMap((index) => draft.stages[index] ?? []),
    targets: [...draft.targets].sort(byPlace),
    organisations: [...draft.organisations].sort(byPlace),
    questions: draft.questions
      .map((question) => ({
        ...question,
        stage: question.stage === null ? null : (position.get(question.stage) ?? null),
      }))
      .sort(byPlace),
    personalData: draft.personalData,
  };
}

/** Reads a letter's text, with whatever tables were pasted into it. */
export const readLetter = (text: string): Letter => readSource(sourceOfText(text));

/** Reads a document whose tables are known: a Word file, the clipboard's HTML. Lines are those of {@link textOf}. */
export const readBlocks = (blocks: readonly Block[]): Letter => readSource(sourceOfBlocks(blocks));

/** The text in which {@link readBlocks} gives its places: a table's row is a line. */
export const textOf = (blocks: readonly Block[]): string => sourceOfBlocks(blocks).text;

/** Reads one table on its own, the first rows holding its header: a plan, indicators or a list of organisations. */
export const readTable = (rows: readonly (readonly string[])[]): Letter =>
  readBlocks([{ kind: 'table', rows }]);
