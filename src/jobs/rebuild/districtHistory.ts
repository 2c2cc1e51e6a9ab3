/**
 * Writes «Прежние районы» of «Организации», before the rows of «Отчёт» forget where their organisation was. It is the
 * administrator's column, so a cell is written only for a move that has just been seen, by the organisation's id, and
 * what another organisation got because rows were sorted between the reading and the write is put back.
 */

import { formerDistrictCells } from '../../domain/programme/readProgramme';
import type { DistrictHistory } from '../../domain/report/analyse';
import type { Table } from '../../domain/schema/table';
import { beginsLikeFormula } from '../../domain/values/formulaText';
import { changeCells } from '../../google/book/programmeTabs';
import type { ReportingBook } from '../../google/book/reportingBook';
import { districtLog as words } from '../../messages/jobs/decisionLog';
import { organisationsSchema } from '../../tabs/schemas/programme';
import type { Uses } from '../run/parts';
import type { Analysed } from './readBook';

const COLUMN = 'formerDistricts';
/** A whole municipality may be divided anew: so many are told one by one. */
const MOST_ROWS = 20;

/** Of one run. Whether something was written, so that the book has to be read again. */
export function districtHistory(
  run: Uses<'time' | 'journal' | 'books'>,
  book: ReportingBook,
): (table: Table, analysed: Pick<Analysed, 'analysis'>) => boolean {
  let before: ReadonlyMap<string, string> | null = null;
  const written = new Map<string, string>();
  return (table, { analysis }) => {
    if (before === null && analysis.histories.length === 0) return false;
    const cells = formerDistrictCells(table);
    before ??= new Map([...cells].map(([id, { text }]) => [id, text]));
    const ours = new Set(written.values());
    const misplaced = [...cells].flatMap(([organisation, { row, text }]): DistrictHistory[] => {
      const to = before?.get(organisation);
      const isOurs = to !== undefined && to !== text && !written.has(organisation) && ours.has(text);
      return isOurs ? [{ organisation, row, from: text, to }] : [];
    });
    const wanted = [...analysis.histories, ...misplaced].filter(({ to }) => !beginsLikeFormula(to));
    const sheet = book.sheet('organisations');
    if (wanted.length === 0 || sheet === null) return false;
    run.time.check();
    const news = analysis.histories.filter(({ organisation }) => !written.has(organisation));
    tell(run, book, news, analysis);
    for (const { organisation, to } of analysis.histories) written.set(organisation, to);
    changeCells(sheet, organisationsSchema, book.state, {
      added: [],
      changed: wanted.map(({ row, from, to }) => ({ row, cells: [{ column: COLUMN, from, to }] })),
      conflicts: 0,
    });
    return true;
  };
}

function tell(
  run: Uses<'journal' | 'books'>,
  book: ReportingBook,
  news: readonly DistrictHistory[],
  { registry }: Analysed['analysis'],
): void {
  if (news.length === 0) return;
  const { moment } = run.books.moment(book);
  const name = book.file.getName();
  for (const { organisation, to } of news.slice(0, MOST_ROWS)) {
    const district = registry.organisations.get(organisation)?.district ?? '';
    const label = registry.organisationLabel(organisation) ?? organisation;
    run.journal.log(moment, words.job, name, words.result(district), words.details(label, to));
  }
  if (news.length > MOST_ROWS)
    run.journal.log(moment, words.job, name, '', words.more(news.length - MOST_ROWS));
}
