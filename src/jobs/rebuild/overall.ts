/** «Сводка по книгам»: one page over all reporting books, made of what their last rebuilds left in the memory. */
import { fingerprint } from '../../domain/values/fingerprint';
import { shownIn } from '../../google/book/calendar';
import { knownSheet } from '../../google/book/tabs';
import { addPage, layOutPage, rowsFor, writePage } from '../../google/pages/pages';
import { emptyBookState } from '../../google/state/jobState';
import { overall } from '../../messages/tabs/control';
import { pages } from '../../messages/tabs/pages';
import { type OverallBook, overallPage } from '../../tabs/pages/overallPage';
import type { Page } from '../../tabs/pages/page';
import { overallLook } from '../../tabs/pages/pageLooks';
import type { Uses } from '../run/parts';

const NAME = 'overall';
/** Behind «Настройки», «Адреса» and «Журнал». */
const INDEX = 3;

/** Writes the page when anything on it changed; nothing is opened for it. With one book there is none. */
export function showOverall(run: Uses<'memory' | 'office' | 'people' | 'readings'>): void {
  const { books, programmeTitle } = run.office.settings;
  if (books.length < 2 || run.readings.size === 0) return;
  const stamps = books.flatMap((id) => run.memory.state.books[id]?.rebuiltAt ?? []).sort();
  const newest = stamps[stamps.length - 1];
  const stamp = newest === undefined ? '' : timeOf(run, newest);
  write(
    run,
    overallPage(
      programmeTitle,
      books.map((id) => bookOf(run, id)),
      stamp,
    ),
  );
}

const timeOf = (run: Uses<'office'>, iso: string): string =>
  shownIn(run.office.settings.timeZone, new Date(iso));

function bookOf(run: Uses<'memory' | 'office'>, id: string): OverallBook {
  const { name, overview, rebuiltAt, unreachable } = { ...emptyBookState(), ...run.memory.state.books[id] };
  const at = rebuiltAt === null ? '' : timeOf(run, rebuiltAt);
  const known = overview === null || at === '' ? pages.neverRebuilt : at;
  return { id, name, overview, note: unreachable === null ? known : pages.unreachable(known) };
}

function write(run: Uses<'memory' | 'office' | 'people'>, page: Page): void {
  const { file, memory } = run.office.control;
  const state = run.memory.state.control;
  const mark = fingerprint(JSON.stringify([page.layout, page.rows]));
  const known = knownSheet(file, memory, NAME);
  if (known !== null && state.fingerprints[NAME] === mark) return;
  const rows = rowsFor(page);
  const sheet =
    known ??
    addPage(
      file,
      state,
      NAME,
      overall.title,
      INDEX,
      page,
      rows,
      overallLook(),
      null,
      run.people.rightsOf({ id: run.memory.state.controlId, file }),
    ).sheet;
  if (known !== null && state.layouts[NAME] !== page.layout) {
    layOutPage(known, overallLook(), page, rows, false);
    state.layouts[NAME] = page.layout;
  }
  state.sizes[NAME] = writePage(sheet, page, state.sizes[NAME] ?? rows);
  state.fingerprints[NAME] = mark;
}
