/** Tells «Журнал» what districts decided: one row an approval, a return, an extension. */
import type { Analysis } from '../../domain/report/analyse';
import type { NoticedDecision } from '../../domain/report/bookSnapshot';
import { pairKey } from '../../domain/report/registry';
import type { ReportingBook } from '../../google/book/reportingBook';
import { decisionLog as words } from '../../messages/jobs/decisionLog';
import type { Uses } from '../run/parts';

/** A head fills sixty cells at once: so many are told one by one, the rest are counted. */
const MOST_ROWS = 20;

/** Of one run: what was told already is not told again when the rows are read once more. */
export function decisionLog(
  run: Uses<'journal' | 'books'>,
  book: ReportingBook,
): (analysis: Pick<Analysis, 'noticed' | 'registry'>) => void {
  const told = new Set<string>();
  return ({ noticed, registry }) => {
    const news = noticed.filter((each) => !told.has(keyOf(each)));
    for (const each of news) told.add(keyOf(each));
    if (news.length === 0) return;
    const { moment } = run.books.moment(book);
    const name = book.file.getName();
    const log = (result: string, details: string) =>
      run.journal.log(moment, words.job, name, result, details);
    for (const { organisation, stage, change } of news.slice(0, MOST_ROWS)) {
      const school = registry.organisationLabel(organisation.id) ?? '';
      log(words.result(change), words.details(school, registry.stageName(stage.code) ?? '', change));
    }
    if (news.length > MOST_ROWS) log('', words.more(news.length - MOST_ROWS));
  };
}

const keyOf = ({ organisation, stage, change }: NoticedDecision): string =>
  [pairKey(organisation.id, stage.code), change.kind, change.now].join('|');
