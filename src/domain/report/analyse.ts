/** Everything that follows from one reading of a reporting book. The plan and the pages are made of this. */

import { type CoverageRecord, readCoverage, type TargetResult, targetResults } from '../coverage/coverage';
import type { CivilDate } from '../dates/civil';
import { isOpen } from '../programme/deadline';
import type { Organisation, Programme, Stage } from '../programme/programme';
import {
  type ProgrammeWords,
  readOrganisations,
  readStages,
  readTargets,
  stagesWithoutReporters,
} from '../programme/readProgramme';
import { checkTable, issueAt } from '../schema/check';
import type { Declared } from '../schema/declaredColumns';
import type { Issue } from '../schema/issue';
import { isPersonWritten } from '../schema/schema';
import { cellAt, rowCount, sheetRow, type Table, textAt } from '../schema/table';
import { cellText } from '../values/cell';
import { sameKey } from '../values/text';
import { type DecisionChange, type MemoryWords, NO_DECISION } from './decisionMemory';
import { type Identities, identify, type RowWitness, type Trust } from './identity';
import {
  cellsOfOtherRow,
  leftProgramme,
  OWNED,
  type OwnedCells,
  type OwnedWords,
  ownedCells,
} from './ownedCells';
import { expectedPairs, makeRecord, NOTHING_WRITTEN, type ReportRecord } from './records';
import { makeRegistry, type PairKey, pairKey, type Registry } from './registry';
import {
  memoryByPair,
  NO_MEMORY,
  type RememberedRow,
  type RowMemory,
  rememberRow,
  writtenIn,
} from './rowMemory';

export interface BookTables {
  readonly stages: Table;
  readonly targets: Table;
  readonly organisations: Table;
  readonly report: Table;
  readonly coverage: Table;
  /** Null where the book keeps no register of pairs. */
  readonly pairs: Table | null;
}

export interface BookWords extends ProgrammeWords, OwnedWords {
  readonly decisions: MemoryWords;
}

export interface BookSnapshot {
  readonly today: CivilDate;
  readonly soonDays: number;
  readonly programmeTitle: string;
  readonly programmeStart: CivilDate | null;
  readonly tables: BookTables;
  readonly declared: Declared;
  /** What was remembered of each report before this run wrote anything; wins over the cells. Null at its first. */
  readonly known: ReadonlyMap<PairKey, RowMemory> | null;
  /** What this run wrote before this reading; null at its first. */
  readonly trust?: Trust | null;
}

export interface NoticedDecision {
  readonly organisation: Organisation;
  readonly stage: Stage;
  readonly change: DecisionChange;
}

export interface Analysis {
  readonly programme: Programme;
  readonly registry: Registry;
  readonly identities: Identities;
  /** One a pair that is expected today. */
  readonly records: readonly ReportRecord[];
  /** What Svodka's cells of each data row of «Отчёт» ought to be; null leaves the row alone. */
  readonly owned: readonly (Partial<OwnedCells> | null)[];
  /** Rows to add, in the programme's order. */
  readonly missing: readonly OwnedCells[];
  /** What is to be remembered of each report. */
  readonly memory: ReadonlyMap<PairKey, RowMemory>;
  /** Decisions of districts that «Отчёт» does not remember yet, row by row. */
  readonly noticed: readonly NoticedDecision[];
  readonly coverage: readonly CoverageRecord[];
  readonly targets: readonly TargetResult[];
  readonly issues: readonly Issue[];
}

export function analyse(book: BookSnapshot, words: BookWords): Analysis {
  const { today, tables } = book;
  const stages = readStages(tables.stages, today, words);
  const organisations = readOrganisations(tables.organisations, today, words);
  const targets = readTargets(tables.targets, today, words);
  const programme: Programme = {
    title: book.programmeTitle,
    start: book.programmeStart,
    stages: stages.items,
    organisations: organisations.items,
    targets: targets.items,
  };
  const registry = makeRegistry(programme);
  const report = readReport(book, programme, registry, words);
  const coverage = readCoverage(tables.coverage, registry);
  const asked = coverageAsked(coverage, programme, today);
  return {
    programme,
    registry,
    ...report,
    coverage,
    targets: targetResults(programme.targets, coverage, asked, today),
    issues: [
      ...stages.issues,
      ...stagesWithoutReporters(tables.stages, programme.stages, programme.organisations),
      ...book.declared.issues,
      ...book.declared.namedStages
        .filter(({ code }) => !programme.stages.some((stage) => sameKey(stage.code) === sameKey(code)))
        .map(({ issue }) => issue),
      ...targets.issues,
      ...organisations.issues,
      ...report.issues,
      ...checkFreeTable(tables.coverage, book, registry),
      ...(tables.pairs ? checkFreeTable(tables.pairs, book, registry) : []),
    ],
  };
}

/** Offices and working groups have no pupils: coverage is asked of the types that gave any, all while none did. */
export function coverageAsked(
  coverage: readonly CoverageRecord[],
  programme: Pick<Programme, 'organisations'>,
  today: CivilDate,
): Set<string> {
  const open = programme.organisations.filter((each) => isOpen(each, today)).map((each) => each.id);
  const typeOf = new Map(programme.organisations.map((each) => [each.id, each.type]));
  const types = new Set(coverage.map((record) => typeOf.get(record.organisation)));
  return new Set(open.filter((id) => types.size === 0 || types.has(typeOf.get(id))));
}

type ReportReading = Pick<
  Analysis,
  'identities' | 'records' | 'owned' | 'missing' | 'memory' | 'noticed' | 'issues'
>;

function readReport(
  book: BookSnapshot,
  programme: Programme,
  registry: Registry,
  words: BookWords,
): ReportReading {
  const { today, tables } = book;
  const table = tables.report;
  const identities = identify(witnesses(table, words), registry, book.trust ?? null);
  const context = { today, soonDays: book.soonDays, words: words.decisions };
  const recall = memoryByPair(table, identities);
  const memory = new Map<PairKey, RememberedRow>();
  const noticed: NoticedDecision[] = [];
  const owned = identities.rows.map((identity, row): Partial<OwnedCells> | null => {
    if (identity.kind !== 'certain') return cellsOfOtherRow(identity, presentCells(table, row), words);
    const organisation = registry.organisations.get(identity.organisation);
    const stage = registry.stages.get(identity.stage);
    if (!organisation || !stage) return leftProgramme(stage !== undefined, words);
    const pair = pairKey(identity.organisation, identity.stage);
    const known = book.known?.get(pair) ?? recall(pair);
    const written = writtenIn(table, row, words.decisions);
    const remembered = rememberRow(written, known, today, words.decisions);
    memory.set(pair, remembered);
    for (const change of remembered.changes) noticed.push({ organisation, stage, change });
    return ownedCells(organisation, stage, remembered, registry, today, words);
  });
  const records: ReportRecord[] = [];
  const missing: OwnedCells[] = [];
  for (const { organisation, stage } of expectedPairs(programme, today)) {
    const pair = pairKey(organisation.id, stage.code);
    const row = identities.rowOf.get(pair) ?? null;
    const clear = row !== null || !identities.claimed.has(pair);
    const cells =
      row === null
        ? NOTHING_WRITTEN
        : {
            done: cellAt(table, row, 'doneOn'),
            decision: cellAt(table, row, 'decision'),
            extended: cellAt(table, row, 'extendedTo'),
            firstSeen: memory.get(pair)?.firstSeen ?? '',
            decided: memory.get(pair)?.decided ?? NO_DECISION,
          };
    const record = makeRecord(organisation, stage, row, cells, clear, context);
    if (record) records.push(record);
    if (row === null && clear && isOpen(organisation, today)) {
      missing.push(ownedCells(organisation, stage, NO_MEMORY, registry, today, words));
    }
  }
  return {
    identities,
    records,
    owned,
    missing,
    memory,
    noticed,
    issues: reportIssues(book, registry, identities, owned, words),
  };
}

function witnesses(table: Table, words: BookWords): RowWitness[] {
  const people = table.schema.columns.filter(isPersonWritten).map((column) => column.id);
  const rows: RowWitness[] = [];
  for (let row = 0; row < rowCount(table); row += 1) {
    rows.push({
      key: textAt(table, row, 'key'),
      organisation: textAt(table, row, 'organisation'),
      stage: textAt(table, row, 'stage'),
      content: contentOf(people.map((id) => cellText(cellAt(table, row, id)))),
      disputed: cellAt(table, row, 'counted') === words.counted.unclear,
    });
  }
  return rows;
}

const contentOf = (texts: readonly string[]): string =>
  texts.every((text) => text === '') ? '' : texts.join('\u0000');

function presentCells(table: Table, row: number): OwnedCells {
  return Object.fromEntries(OWNED.map((id) => [id, cellAt(table, row, id)])) as OwnedCells;
}

function reportIssues(
  book: BookSnapshot,
  registry: Registry,
  identities: Identities,
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

const referencesOf = (registry: Registry) => ({
  organisations: new Set(
    [...registry.organisations.keys()].map((id) => sameKey(registry.organisationLabel(id) ?? '')),
  ),
  stages: new Set([...registry.stages.keys()].map((code) => sameKey(registry.stageLabel(code) ?? ''))),
});

/** «Охват» and «Реестр пар», where people add rows of their own. */
function checkFreeTable(table: Table, book: BookSnapshot, registry: Registry): Issue[] {
  return checkTable(table, {
    today: book.today,
    programmeStart: book.programmeStart,
    references: referencesOf(registry),
    ownerOf: (row) => {
      const organisation = registry.organisationOf(textAt(table, row, 'organisation'));
      return organisation === null ? null : { organisation, stage: null, documentNeeded: false };
    },
  });
}
