import { countedFor, isOpen } from '../programme/deadline';
import { districtFor, districtsOf } from '../programme/formerDistricts';
import type { Programme } from '../programme/programme';
import { checkTable, issueAt } from '../schema/check';
import type { Issue } from '../schema/issue';
import { isPersonWritten } from '../schema/schema';
import { cellAt, rowCount, sheetRow, type Table, textAt } from '../schema/table';
import { type Cell, cellText } from '../values/cell';
import { joinedTexts, sameKey } from '../values/text';
import type { BookSnapshot, BookWords, NoticedDecision } from './bookSnapshot';
import { countedInText, countedNow, newlyCountedIn, type ReportShift, shiftsIn } from './countedIn';
import { NO_DECISION } from './decisionMemory';
import { type CellPrints, printsOf, printsText, readPrints } from './displaced/cellMemory';
import { type Displacement, displacement } from './displaced/displacement';
import type { ObservedRow } from './displaced/observed';
import { type Identities, identify, type RowWitness } from './identity';
import { cellsOfOtherRow, leftProgramme, OWNED, type OwnedCells, ownedCells } from './ownedCells';
import {
  decisionOf,
  expectedPairs,
  makeRecord,
  NOTHING_WRITTEN,
  type RecordContext,
  type ReportCells,
  type ReportRecord,
  recordOf,
} from './records';
import { type PairKey, pairKey, type Registry } from './registry';
import {
  memoryByPair,
  NO_MEMORY,
  type RememberedRow,
  type RowMemory,
  rememberRow,
  writtenIn,
} from './rowMemory';
import { bucketOf, effectiveDeadline, rowStatus } from './status';
import type { Bucket } from './statuses';

export interface ReportReading {
  /** People's cells that stand in other rows than they were written in. */
  readonly displaced: Displacement;
  /** One a pair that is expected today. */
  readonly records: readonly ReportRecord[];
  /** What Svodka's cells of each data row of «Отчёт» ought to be; null leaves the row alone. */
  readonly owned: readonly (Partial<OwnedCells> | null)[];
  /** Rows to add, in the programme's order. */
  readonly missing: readonly OwnedCells[];
  /** What is to be remembered of each report. */
  readonly memory: ReadonlyMap<PairKey, RowMemory>;
  /** Reports that came to a district's figures or left them, as far as «Отчёт» remembers. */
  readonly shifts: readonly ReportShift[];
  /** Decisions of districts that «Отчёт» does not remember yet, row by row. */
  readonly noticed: readonly NoticedDecision[];
  readonly issues: readonly Issue[];
}

export function readReport(
  book: BookSnapshot,
  programme: Programme,
  registry: Registry,
  identities: Identities,
  words: BookWords,
): ReportReading {
  const { today, tables } = book;
  const table = tables.report;
  const context = { today, soonDays: book.soonDays, words: words.decisions };
  const recall = memoryByPair(table, identities);
  const known = (pair: PairKey) => book.known?.get(pair) ?? recall(pair);
  const prints = identities.rows.map((_, row) => printsOf(table, row));
  const observedRows = observed(table, identities, registry, known, prints, words);
  const displaced = displacement(observedRows);
  const waiting = new Set(
    observedRows
      .filter(
        (row) => book.restoring && row.disputed && printsText('', row.known) !== printsText('', row.now),
      )
      .map(({ row }) => row),
  );
  const isMoved = (row: number) => displaced.rows.has(row) || waiting.has(row);
  const memory = new Map<PairKey, RememberedRow>();
  const noticed: NoticedDecision[] = [];
  const names = new Set(programme.organisations.flatMap((each) => districtsOf(each).map(sameKey)));
  const shifts: ReportShift[] = [];
  const keepShifts = (pair: PairKey, cell: Cell) => {
    for (const shift of shiftsIn(cell)) shifts.push({ pair, ...shift });
  };
  // Rows of a book that was not filled yet came to no figures that anybody has seen.
  const isNew = identities.rowOf.size === 0;
  const cellsAt = (row: number, remembered: RememberedRow | undefined): ReportCells => ({
    done: cellAt(table, row, 'doneOn'),
    decision: cellAt(table, row, 'decision'),
    extended: cellAt(table, row, 'extendedTo'),
    firstSeen: remembered?.firstSeen ?? '',
    decided: remembered?.decided ?? NO_DECISION,
  });
  const owned = identities.rows.map((identity, row): Partial<OwnedCells> | null => {
    if (identity.kind !== 'certain') return cellsOfOtherRow(identity, presentCells(table, row), words);
    const organisation = registry.organisations.get(identity.organisation);
    const stage = registry.stages.get(identity.stage);
    const pair = pairKey(identity.organisation, identity.stage);
    if (!organisation || !stage) {
      const bucket = () => bucketLeft(table, row, context);
      const countedIn = countedInText(cellAt(table, row, 'countedIn'), null, bucket, today);
      keepShifts(pair, countedIn);
      return { ...leftProgramme(stage !== undefined, words), countedIn };
    }
    const before = known(pair);
    // Cells of another row stand here: the memory of this row's own waits for them.
    if (isMoved(row)) {
      memory.set(pair, { ...before, decided: NO_DECISION, changes: [] });
      keepShifts(pair, before.countedIn);
      const cells = ownedCells(organisation, stage, before, registry, today, words);
      return { ...cells, counted: words.counted.unclear };
    }
    const written = writtenIn(table, row, words.decisions);
    const seen = printsText(pair, prints[row] ?? new Map());
    const remembered = rememberRow(written, before, seen, today, words.decisions);
    const counted =
      countedFor(organisation, stage, today) === 'yes' ? districtFor(organisation, stage) : null;
    const bucket = () =>
      recordOf(organisation, stage, row, cellsAt(row, remembered), true, context)?.bucket ?? 'notYetDue';
    // What is no district's name was written over by somebody.
    const now = countedNow(before.countedIn);
    const isKnown = !now || names.has(sameKey(now));
    const countedIn = countedInText(isKnown ? before.countedIn : '', counted, bucket, today);
    memory.set(pair, { ...remembered, countedIn });
    keepShifts(pair, countedIn);
    for (const change of remembered.changes) noticed.push({ organisation, stage, change });
    return ownedCells(organisation, stage, { ...remembered, countedIn }, registry, today, words);
  });
  const records: ReportRecord[] = [];
  const missing: OwnedCells[] = [];
  for (const { organisation, stage } of expectedPairs(programme, today)) {
    const pair = pairKey(organisation.id, stage.code);
    const row = identities.rowOf.get(pair) ?? null;
    const moved = row !== null && isMoved(row);
    const clear = !moved && (row !== null || !identities.claimed.has(pair));
    const cells = row === null || moved ? NOTHING_WRITTEN : cellsAt(row, memory.get(pair));
    // Of a closed organisation only what is there: nobody can be asked for it any more.
    if (row === null && clear && !isOpen(organisation, today)) continue;
    const record = makeRecord(organisation, stage, row, cells, clear, context);
    if (record) records.push(record);
    if (record !== null && row === null && clear) {
      const { district, bucket } = record;
      const countedIn = isNew ? district : newlyCountedIn(district, bucket, today);
      keepShifts(pair, countedIn);
      missing.push(ownedCells(organisation, stage, { ...NO_MEMORY, countedIn }, registry, today, words));
    }
  }
  return {
    displaced,
    records,
    owned,
    missing,
    memory,
    shifts,
    noticed,
    issues: reportIssues(book, registry, identities, displaced, owned, words),
  };
}

/** As what a row counted whose organisation or stage left the programme: by what stands in it. */
function bucketLeft(table: Table, row: number, { today, soonDays, words }: RecordContext): Bucket {
  const input = {
    deadline: cellAt(table, row, 'deadline'),
    done: cellAt(table, row, 'doneOn'),
    decision: decisionOf(cellAt(table, row, 'decision'), words),
    extended: cellAt(table, row, 'extendedTo'),
    counted: 'yes',
    approval: 'no',
    refiled: false,
  } as const;
  const status = rowStatus(input, { today, soonDays });
  return bucketOf(status, effectiveDeadline(input), today) ?? 'notYetDue';
}

/** Whose row each is. */
export const identitiesIn = (book: BookSnapshot, registry: Registry, words: BookWords): Identities =>
  identify(witnesses(book.tables.report, words), registry, book.trust ?? null);

/** The rows that are certainly somebody's, and of which is known what they held. */
function observed(
  table: Table,
  identities: Identities,
  registry: Registry,
  known: (pair: PairKey) => RowMemory,
  prints: readonly CellPrints[],
  words: BookWords,
): ObservedRow[] {
  return identities.rows.flatMap((identity, row): ObservedRow[] => {
    if (identity.kind !== 'certain') return [];
    const { organisation, stage } = identity;
    if (!registry.organisations.has(organisation) || !registry.stages.has(stage)) return [];
    const pair = pairKey(organisation, stage);
    const [before, now] = [readPrints(known(pair).cellsSeen), prints[row]];
    if (before === null || now === undefined) return [];
    const disputed = cellAt(table, row, 'counted') === words.counted.unclear;
    return [{ row, pair, organisation, known: before, now, disputed }];
  });
}

function witnesses(table: Table, words: BookWords): RowWitness[] {
  const people = table.schema.columns.filter(isPersonWritten).map((column) => column.id);
  const rows: RowWitness[] = [];
  for (let row = 0; row < rowCount(table); row += 1) {
    rows.push({
      key: textAt(table, row, 'key'),
      organisation: textAt(table, row, 'organisation'),
      stage: textAt(table, row, 'stage'),
      content: joinedTexts(people.map((id) => cellText(cellAt(table, row, id)))),
      disputed: cellAt(table, row, 'counted') === words.counted.unclear,
    });
  }
  return rows;
}

function presentCells(table: Table, row: number): OwnedCells {
  return Object.fromEntries(OWNED.map((id) => [id, cellAt(table, row, id)])) as OwnedCells;
}

function reportIssues(
  book: BookSnapshot,
  registry: Registry,
  identities: Identities,
  displaced: Displacement,
  owned: readonly (Partial<OwnedCells> | null)[],
  words: BookWords,
): Issue[] {
  const table = book.tables.report;
  const isCounted = (row: number) =>
    identities.rows[row]?.kind === 'certain' && owned[row]?.counted === words.counted.yes;
  const issues = checkTable(table, {
    today: book.today,
    programmeStart: book.programmeStart,
    references: referencesOf(registry),
    skip: (row) => !isCounted(row),
    ownerOf: (row) => {
      const identity = identities.rows[row];
      if (identity?.kind !== 'certain') return null;
      const stage = registry.stages.get(identity.stage);
      return {
        organisation: identity.organisation,
        stage: identity.stage,
        documentNeeded: stage?.documentNeeded ?? false,
      };
    },
  });
  for (const [row, { holds, ownIn }] of displaced.rows) {
    const [from, to] = [holds, ownIn].map((other) => (other === null ? null : sheetRow(other)));
    issues.push(
      issueAt(table, row, null, '', { code: 'cellsMoved', holds: from ?? null, ownIn: to ?? null }),
    );
  }
  identities.rows.forEach((identity, row) => {
    if (identity.kind === 'foreign') {
      issues.push(issueAt(table, row, null, '', { code: 'rowForeign' }));
    } else if (identity.kind === 'copy') {
      issues.push(issueAt(table, row, null, '', { code: 'rowTwice', row: sheetRow(identity.twin) }));
    } else if (identity.kind === 'unclear') {
      const problem =
        identity.twin === null
          ? ({ code: 'rowUnclear' } as const)
          : ({ code: 'rowTwice', row: sheetRow(identity.twin) } as const);
      issues.push(issueAt(table, row, null, '', problem));
    }
  });
  return issues;
}

export const referencesOf = (registry: Registry) => ({
  organisations: new Set(
    [...registry.organisations.keys()].map((id) => sameKey(registry.organisationLabel(id) ?? '')),
  ),
  stages: new Set([...registry.stages.keys()].map((code) => sameKey(registry.stageLabel(code) ?? ''))),
});
