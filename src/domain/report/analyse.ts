/** Everything that follows from one reading of a reporting book. The plan and the pages are made of this. */

import {
  type CoverageRecord,
  coverageAsked,
  readCoverage,
  type TargetResult,
  targetResults,
} from '../coverage/coverage';
import { addDays, type CivilDate } from '../dates/civil';
import { changedDistricts, withHistory } from '../programme/formerDistricts';
import type { Organisation, Programme } from '../programme/programme';
import {
  formerDistrictCells,
  readOrganisations,
  readStages,
  readTargets,
  stagesWithoutReporters,
} from '../programme/readProgramme';
import { checkTable } from '../schema/check';
import type { Issue } from '../schema/issue';
import { cellAt, type Table, textAt } from '../schema/table';
import { cellText } from '../values/cell';
import { sameKey } from '../values/text';
import type { BookSnapshot, BookWords } from './bookSnapshot';
import { countedNow } from './countedIn';
import type { Identities } from './identity';
import { identitiesIn, type ReportReading, readReport, referencesOf } from './readReport';
import { makeRegistry, type Registry, splitKey } from './registry';

/** A cell of «Прежние районы» to write: see src/domain/programme/formerDistricts.ts. */
export interface DistrictHistory {
  readonly organisation: string;
  /** Data row of «Организации», from 0. */
  readonly row: number;
  readonly from: string;
  readonly to: string;
}

export interface Analysis extends ReportReading {
  readonly identities: Identities;
  /** Already taken into account here. */
  readonly histories: readonly DistrictHistory[];
  readonly programme: Programme;
  readonly registry: Registry;
  readonly coverage: readonly CoverageRecord[];
  readonly targets: readonly TargetResult[];
  /** Rows of «Показатели» that an issue calls wrong: they are no targets. */
  readonly targetsLeftOut: number;
}

export function analyse(book: BookSnapshot, words: BookWords): Analysis {
  const { today, tables } = book;
  const stages = readStages(tables.stages, today, words);
  const organisations = readOrganisations(tables.organisations, today, words);
  const targets = readTargets(tables.targets, today, words);
  const listed = { stages: stages.items, organisations: organisations.items };
  const names = makeRegistry(listed);
  const identities = identitiesIn(book, names, words);
  const { items, histories } = withHistories(book, organisations.items, identities, names, words);
  const programme: Programme = {
    title: book.programmeTitle,
    start: book.programmeStart,
    stages: stages.items,
    organisations: items,
    targets: targets.items,
  };
  const registry = items === organisations.items ? names : makeRegistry(programme);
  const report = readReport(book, programme, registry, identities, words);
  const coverageIssues = checkFreeTable(tables.coverage, book, registry);
  const coverage = readCoverage(tables.coverage, registry, coverageIssues);
  const asked = (day: CivilDate) => coverageAsked(coverage, programme, day);
  return {
    programme,
    registry,
    identities,
    histories,
    ...report,
    coverage,
    targets: targetResults(programme.targets, coverage, asked, today),
    targetsLeftOut: targets.leftOut,
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
      ...coverageIssues,
      ...(tables.pairs ? checkFreeTable(tables.pairs, book, registry) : []),
    ],
  };
}

/** Organisations with the district that they were in until now, by the rows of «Отчёт» that still name it. */
function withHistories(
  { tables, today }: BookSnapshot,
  organisations: readonly Organisation[],
  { rows }: Identities,
  { organisations: known, stages }: Registry,
  { until }: BookWords,
): { items: readonly Organisation[]; histories: DistrictHistory[] } {
  const seen = new Map<string, string>();
  const differs = ({ district }: Organisation, name: string) => sameKey(name) !== sameKey(district);
  rows.forEach((identity, row) => {
    // What is hidden belongs to the key. A row that is nobody's for certain is not kept up to date.
    const key = identity.kind === 'certain' ? splitKey(textAt(tables.report, row, 'key')) : null;
    const organisation = key && stages.has(key.stage) ? known.get(key.organisation) : undefined;
    const name = cellText(cellAt(tables.report, row, 'district'));
    // One cell that somebody wrote over is no witness, and «×» bears witness to nothing.
    const counted = countedNow(cellAt(tables.report, row, 'countedIn'));
    if (!organisation || name === '' || (counted !== undefined && sameKey(counted ?? name) !== sameKey(name)))
      return;
    // Where a stopped run has rewritten some rows, the others still tell.
    if (differs(organisation, name) ? counted !== null : !seen.has(organisation.id))
      seen.set(organisation.id, name);
  });
  const yesterday = addDays(today, -1);
  const isNews = (each: Organisation) =>
    differs(each, seen.get(each.id) ?? each.district) ||
    each.formerDistricts?.some(({ until }) => until === yesterday) === true;
  if (!organisations.some(isNews)) return { items: organisations, histories: [] };
  const cells = formerDistrictCells(tables.organisations);
  const changed = changedDistricts(
    organisations.map((organisation) => ({
      organisation,
      text: cells.get(organisation.id)?.text ?? '',
      seen: seen.get(organisation.id) ?? '',
    })),
    today,
    until,
  );
  return {
    items: organisations.map((each) =>
      withHistory(each, seen.get(each.id) ?? '', changed.get(each.id), until),
    ),
    histories: [...changed].flatMap(([organisation, to]) => {
      const cell = cells.get(organisation);
      return cell ? [{ organisation, row: cell.row, from: cell.text, to }] : [];
    }),
  };
}

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
