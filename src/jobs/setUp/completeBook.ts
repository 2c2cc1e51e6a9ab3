/** Creates or completes the tabs of a reporting book and remembers what had to be put back. */
import type { CivilDate } from '../../domain/dates/civil';
import { readDeclaredColumns } from '../../domain/schema/declaredColumns';
import { readTable } from '../../domain/schema/table';
import type { ReportingBook } from '../../google/book/reportingBook';
import { DECLARED_WORDS } from '../../messages/words/bookWords';
import { reportingSchemas } from '../../tabs/schemas';
import { coverageSchema } from '../../tabs/schemas/coverage';
import { columnsSchema } from '../../tabs/schemas/declaredColumns';
import { reportSchema } from '../../tabs/schemas/report';
import { lookAtClosingsAgain } from '../rebuild/closeRows';
import { schemaSignature } from '../rebuild/readBook';
import type { Uses } from '../run/parts';

export interface Completion {
  readonly created: number;
  /** Headers of deleted columns and titles of deleted tabs that were put back empty. */
  readonly restored: readonly string[];
}

/** Which tables were completed already, for a run that goes on; `done` may stop it between two (it throws). */
export interface Place {
  isDone(tab: string): boolean;
  done(tab: string): void;
}

/** Kept in the memory: a run that is stopped goes on behind the last table it finished that day. */
export function keptPlace(run: Uses<'time' | 'memory'>, book: ReportingBook, today: string): Place {
  const { repairing } = book.state;
  const place = repairing?.on === today ? repairing : { on: today, tabs: [] };
  book.state.repairing = place;
  return {
    isDone: (tab) => place.tabs.includes(tab),
    done: (tab) => {
      place.tabs.push(tab);
      run.memory.save(book);
      run.time.check();
    },
  };
}

const FROM_THE_FIRST: Place = { isDone: () => false, done: () => {} };

export function completeBook(
  run: Uses<'time' | 'memory' | 'office' | 'people'>,
  book: ReportingBook,
  today: CivilDate,
  place: Place = FROM_THE_FIRST,
): Completion {
  const rights = run.people.rightsOf(book);
  const columns = book.grid('columns');
  const declared =
    columns === null
      ? { report: [], coverage: [] }
      : readDeclaredColumns(
          readTable(columnsSchema, columns, book.state.renamed.columns),
          { report: reportSchema().columns, coverage: coverageSchema().columns },
          today,
          DECLARED_WORDS,
        );
  const schemas = reportingSchemas(declared);
  const beforeRestoring = (tab: string, column: string | null) => {
    const known = book.state.restored.some((part) => part.tab === tab && part.column === column);
    if (known) return;
    // Kept before it is done: a run that is stopped on the way must not put things back in silence.
    book.state.restored.push({ tab, column, on: today });
    run.memory.save(book);
  };
  let left = schemas.filter(({ id }) => !place.isDone(id)).length;
  const done = (tab: string) => {
    left -= 1;
    run.time.progress = { what: 'tables', left };
    place.done(tab);
  };
  const { isDone } = place;
  const { created, restored } = book.complete(schemas, rights, { beforeRestoring, isDone, done });
  book.completeService(
    run.office.settings.soonDays,
    run.memory.state.controlId,
    rights,
    reportSchema(declared.report),
  );
  book.lookAtMerged(schemas.map((schema) => schema.id));
  lookAtClosingsAgain(book);
  book.state.schema = schemaSignature(declared);
  // The service tab may have been made anew: the places of the tabs are written there again.
  book.state.registry = '';
  run.memory.save(book);
  return {
    created,
    restored: restored.map(
      ({ tab, column }) => column ?? schemas.find((schema) => schema.id === tab)?.title ?? tab,
    ),
  };
}
