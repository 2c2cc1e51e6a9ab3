/** Rebuild: reads a book, puts Svodka's columns of «Отчёт» right, writes the pages that changed, stamps. */
import { type Analysis, analyse, type BookSnapshot } from '../domain/analyse';
import type { Cell } from '../domain/cell';
import { type CivilDate, daysBetween, parseIso } from '../domain/civil';
import type { Issue } from '../domain/issue';
import type { Trust } from '../domain/report/identity';
import { isEmptyPlan, planReport, type ReportPlan } from '../domain/report/plan';
import type { PairKey } from '../domain/report/registry';
import type { TabId } from '../domain/schema/schema';
import { rowCount, type Table } from '../domain/table';
import { localeOf } from '../google/app';
import type { ReportingBook, ServiceSays } from '../google/reportingBook';
import { BOOK_WORDS } from '../messages/bookWords';
import { jobNames, runWords } from '../messages/setup';
import { statusesAreRight } from '../tabs/rowStatus';
import { reportSchema } from '../tabs/schemas/report';
import { SERVICE_ROWS } from '../tabs/serviceTab';
import { sameFormula, statusFormula } from '../tabs/statusFormula';
import { buildPages } from './buildPages';
import { completeBook } from './completeBook';
import { type Reading, readBook, snapshotOf } from './readBook';
import { OutOfTime, type Run } from './run';

export interface Rebuilt {
  readonly reports: number;
  readonly issues: number;
  /** Titles of tabs that were written. */
  readonly written: readonly string[];
  readonly added: number;
  readonly unfinished: boolean;
  /** Why nothing was done, null when all went well. */
  readonly refused: string | null;
}

/** People sorting all the time could keep a run busy for ever: after so many readings the next tick goes on. */
const MOST_READINGS = 5;
/** So often a label is replaced only where its text still stands; after that it is written where it stood. */
const CAREFUL_READINGS = 3;
const RESTORED_SHOWN_DAYS = 7;
/** Day-first locales in which Svodka was thought through; others are reported. */
const GOOD_LOCALES = /^(ru|be|kk|uk|tt|ba|hy|ka|az|de|fr|it|es|en_GB)/;

export function rebuildBook(run: Run, book: ReportingBook): Rebuilt {
  const { moment, today } = run.moment(book);
  const nothing = { reports: 0, issues: 0, written: [], added: 0, unfinished: false };
  const service = book.service();
  const refused = refusal(run, service);
  if (refused !== null) return { ...nothing, refused };
  if (service === null) completeBook(run, book, today);
  else if (service.soonDays !== run.settings.soonDays) book.writeSoonDays(run.settings.soonDays);
  const written: string[] = [];
  let added = 0;
  try {
    const settled = settleReport(run, book, today, (plan) => {
      added += plan.appends.length;
      written.push(reportTitle);
    });
    if (settled === null) {
      book.state.unfinished = true;
      return { ...nothing, written, added, unfinished: true, refused: null };
    }
    const { snapshot, analysis, reading } = settled;
    const issues = [...bookIssues(run, book, today), ...tableIssues(reading), ...analysis.issues];
    book.forgetLostPages();
    const pages = buildPages(run, book, snapshot, analysis, issues);
    if (pages.length > 0) book.countSheets();
    written.push(...pages);
    if (pages.length > 0 || book.state.registry !== registryOf(book)) {
      book.writeRegistry();
      book.state.registry = registryOf(book);
    }
    book.stamp(moment);
    book.state.unfinished = false;
    book.state.pulse = service?.pulse ?? '';
    book.state.rebuiltAt = new Date().toISOString();
    return {
      reports: analysis.records.length,
      issues: issues.length,
      written: [...new Set(written)],
      added,
      unfinished: false,
      refused: null,
    };
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error;
    book.state.unfinished = true;
    return { ...nothing, written, added, unfinished: true, refused: null };
  } finally {
    // Nothing was written: whoever called saves once, in the end.
    if (written.length > 0 || book.state.unfinished) run.save(book);
    else run.keep(book);
    if (written.length > 0 || added > 0) {
      const details = [added > 0 ? runWords.rowsAdded(added) : '', runWords.changed([...new Set(written)])];
      const result = book.state.unfinished ? runWords.unfinished : runWords.done;
      run.log(
        moment,
        jobNames.rebuild,
        book.file.getName(),
        result,
        details.filter((text) => text !== '').join('; '),
      );
    }
  }
}

/** Why this control book leaves a reporting book alone: another one runs it. Null when none does. */
export const refusal = (run: Run, service: ServiceSays | null): string | null =>
  service === null || service.control === '' || service.control === run.state.controlId
    ? null
    : runWords.otherControl(service.control);

const reportTitle = reportSchema().title;

interface Settled {
  readonly snapshot: BookSnapshot;
  readonly analysis: Analysis;
  readonly reading: Reading;
}

/**
 * Writes Svodka's columns until a fresh reading asks for nothing more. Each reading comes after the last
 * write, so rows that people moved meanwhile are seen and written again in their new places.
 */
function settleReport(
  run: Run,
  book: ReportingBook,
  today: CivilDate,
  onWrite: (plan: ReportPlan) => void,
): Settled | null {
  let firstSeen: ReadonlyMap<PairKey, Cell> | null = null;
  let justWritten = false;
  let trust: Trust | null = null;
  for (let count = 0; count < MOST_READINGS; count += 1) {
    let reading = readBook(book, today);
    if (reading.incomplete) {
      completeBook(run, book, today);
      reading = readBook(book, today);
    }
    const snapshot = snapshotOf(reading, run, today, firstSeen, trust);
    const analysis = analyse(snapshot, BOOK_WORDS);
    firstSeen ??= analysis.firstSeen;
    const status = statusColumn(book, reading.tables.report);
    const plan = planReport(
      reading.tables.report,
      analysis,
      statusFormulasOf(book, reading.tables.report, today, run, status, justWritten),
      remembering((formula) => isRightFormula(book, formula, status)),
    );
    if (isEmptyPlan(plan)) return { snapshot, analysis, reading };
    onWrite(plan);
    const moving = count < CAREFUL_READINGS;
    book.applyReport(plan, reading.tables.report.schema, status, moving, run.checkTime);
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

interface StatusColumn {
  readonly column: number;
  readonly formula: string;
}

function statusColumn(book: ReportingBook, table: Table): StatusColumn | null {
  const column = table.at.get('status');
  if (column === undefined) return null;
  const offset = (id: string) => (table.at.get(id) ?? column) - column;
  return {
    column,
    formula: statusFormula({
      organisation: offset('organisation'),
      deadline: offset('deadline'),
      doneOn: offset('doneOn'),
      decision: offset('decision'),
      extendedTo: offset('extendedTo'),
      counted: offset('counted'),
      approval: offset('approval'),
      today: `${book.serviceName()}!R${SERVICE_ROWS.today}C2`,
      soonDays: `${book.serviceName()}!R${SERVICE_ROWS.soonDays}C2`,
    }),
  };
}

/**
 * Formulas are read only when some status is not what it must be: as long as every cell shows the right
 * text, nothing was overwritten that matters. Right texts stand for right formulas here.
 */
function statusFormulasOf(
  book: ReportingBook,
  table: Table,
  today: CivilDate,
  run: Run,
  status: StatusColumn | null,
  justWritten: boolean,
): string[] {
  const rows = rowCount(table);
  if (status === null) return [];
  if (book.state.formula?.asked === status.formula && statusesAreRight(table, today, run.settings.soonDays)) {
    return Array.from({ length: rows }, () => status.formula);
  }
  const formulas = book.statusFormulas(status.column, rows);
  if (justWritten) learnFormula(book, formulas, status);
  return formulas;
}

/**
 * Sheets may give a formula back in another form than it took: what it gives right after the write is right.
 * At any other time it may be what somebody broke.
 */
function learnFormula(book: ReportingBook, formulas: readonly string[], status: StatusColumn): void {
  const { formula } = book.state;
  const [first] = formulas;
  if (formula?.asked !== status.formula || formula.reads !== '' || !first) return;
  if (formulas.every((each) => each === first)) {
    book.state.formula = { asked: status.formula, reads: sameFormula(first) };
  }
}

/** Of ten thousand rows nearly all hold the same formula. */
function remembering(isRight: (formula: string) => boolean): (formula: string) => boolean {
  const known = new Map<string, boolean>();
  return (formula) => {
    const right = known.get(formula) ?? isRight(formula);
    known.set(formula, right);
    return right;
  };
}

function isRightFormula(book: ReportingBook, formula: string, status: StatusColumn | null): boolean {
  if (status === null || formula === status.formula) return true;
  const plain = sameFormula(formula);
  const { formula: known } = book.state;
  if (plain === sameFormula(status.formula)) return true;
  return plain !== '' && known?.asked === status.formula && plain === known.reads;
}

const registryOf = (book: ReportingBook): string =>
  Object.entries(book.state.tabs)
    .map(([name, id]) => `${name}=${id}`)
    .join('|');

/** What is wrong with the book as a whole. */
function bookIssues(run: Run, book: ReportingBook, today: CivilDate): Issue[] {
  const issues: Issue[] = [];
  const say = (tab: TabId, problem: Issue['problem'], column: string | null = null) =>
    issues.push({ tab, row: null, column, columnIndex: null, organisation: null, problem, found: null });
  const locale = localeOf(book.file);
  if (!GOOD_LOCALES.test(locale)) say('report', { code: 'wrongLocale', locale });
  const { timeZone } = run.settings;
  if (book.calendar.zone !== timeZone) {
    say('report', { code: 'wrongTimeZone', zone: book.calendar.zone, expected: timeZone });
  }
  book.state.restored = book.state.restored.filter(({ on }) => {
    const day = parseIso(on);
    return day !== null && daysBetween(day, today) <= RESTORED_SHOWN_DAYS;
  });
  book.lookAtMerged();
  for (const { tab, range, row, column } of book.state.merged) {
    issues.push({
      tab,
      row,
      column: null,
      columnIndex: column - 1,
      organisation: null,
      problem: { code: 'mergedCells', range },
      found: null,
    });
  }
  for (const { tab, column, on } of book.state.restored) {
    const day = parseIso(on) ?? today;
    say(
      tab as TabId,
      column === null ? { code: 'tabRestored', on: day } : { code: 'columnRestored', on: day },
      column,
    );
  }
  return issues;
}

function tableIssues(reading: Reading): Issue[] {
  const issues: Issue[] = [];
  for (const table of Object.values(reading.tables) as (Table | null)[]) {
    if (table === null) continue;
    for (const [id, places] of table.doubles) {
      const column = table.schema.columns.find((each) => each.id === id);
      for (const place of places) {
        issues.push({
          tab: table.schema.id,
          row: 1,
          column: column?.header ?? id,
          columnIndex: place,
          organisation: null,
          problem: { code: 'columnTwice' },
          found: null,
        });
      }
    }
  }
  return issues;
}
