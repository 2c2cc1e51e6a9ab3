/** Brings Svodka's columns of «Отчёт» to rest: read, plan, write, and read again until nothing is left to write. */

import type { CivilDate } from '../../domain/dates/civil';
import type { Analysis } from '../../domain/report/analyse';
import type { Trust } from '../../domain/report/identity';
import { isEmptyPlan, planReport, type ReportPlan } from '../../domain/report/plan';
import type { PairKey } from '../../domain/report/registry';
import type { RowMemory } from '../../domain/report/rowMemory';
import type { ReportingBook } from '../../google/book/reportingBook';
import type { Uses } from '../run/parts';
import { completeBook } from '../setUp/completeBook';
import { decisionLog } from './decisionLog';
import { districtHistory } from './districtHistory';
import { type Analysed, analyseReading, type Reading, readBook } from './readBook';
import { isRightFormula, remembering, statusColumn, statusFormulasOf } from './statusFormulas';

/** People sorting all the time could keep a run busy for ever: after so many readings the next tick goes on. */
const MOST_READINGS = 5;
/** So often a label is replaced only where its text still stands; after that it is written where it stood. */
const CAREFUL_READINGS = 3;

export interface Reconciled extends Analysed {
  readonly reading: Reading;
}

/**
 * Writes Svodka's columns until a fresh reading asks for nothing more. Each reading comes after the last
 * write, so rows that people moved meanwhile are seen and written again in their new places.
 */
export function reconcileReport(
  run: Uses<'time' | 'memory' | 'journal' | 'office' | 'people' | 'books'>,
  book: ReportingBook,
  today: CivilDate,
  onWrite: (plan: ReportPlan) => void,
): Reconciled | null {
  let known: ReadonlyMap<PairKey, RowMemory> | null = null;
  const tell = decisionLog(run, book);
  const keepDistricts = districtHistory(run, book);
  let justWritten = false;
  let trust: Trust | null = null;
  for (let count = 0; count < MOST_READINGS; count += 1) {
    let reading = readBook(run, book, today);
    if (reading.incomplete) {
      completeBook(run, book, today);
      reading = readBook(run, book, today);
    }
    const { snapshot, analysis } = analyseReading(run, reading, today, known, trust, book.state.restoring);
    if (keepDistricts(reading.tables.organisations, { analysis })) continue;
    const status = statusColumn(book, reading.tables.report);
    const plan = planReport(
      reading.tables.report,
      analysis,
      statusFormulasOf(book, reading.tables.report, snapshot, status, justWritten),
      remembering((formula) => isRightFormula(book, formula, status)),
    );
    if (isEmptyPlan(plan)) return { snapshot, analysis, reading };
    // A row that somebody inserted while the rows were read pushed the last one out of the reading, its memory too.
    if (plan.writesKeys && book.reportRows() !== plan.rowsRead) continue;
    known ??= analysis.memory;
    onWrite(plan);
    // Before the memory is written: told twice is better than never.
    tell(analysis);
    const moving = count < CAREFUL_READINGS;
    book.applyReport(plan, reading.tables.report.schema, status, moving, run.time.check);
    const pairs = analysis.identities.rowOf;
    const byHand = plan.relabels.some((each) => !moving || each.from === '');
    trust = plan.writesKeys
      ? { in: 'labels', pairs: pairsOf(plan, analysis) }
      : byHand
        ? { in: 'keys', pairs }
        : null;
    justWritten = plan.formula && status !== null;
    if (justWritten && status) book.state.formula = { asked: status.formula, reads: '' };
  }
  return null;
}

/** The pairs that have a row once the plan was carried out. */
function pairsOf(plan: ReportPlan, { identities, missing }: Analysis): ReadonlyMap<PairKey, number> {
  const pairs = new Map(identities.rowOf);
  if (plan.rowsNeeded > plan.rowsRead) for (const cells of missing) pairs.set(String(cells.key), -1);
  return pairs;
}
