/** Everything that follows from one reading of a reporting book. The plan and the pages are made of this. */

import {
  type CoverageRecord,
  coverageAsked,
  readCoverage,
  type TargetResult,
  targetResults,
} from '../coverage/coverage';
import type { Programme } from '../programme/programme';
import {
  readOrganisations,
  readStages,
  readTargets,
  stagesWithoutReporters,
} from '../programme/readProgramme';
import { checkTable } from '../schema/check';
import type { Issue } from '../schema/issue';
import { type Table, textAt } from '../schema/table';
import { sameKey } from '../values/text';
import type { BookSnapshot, BookWords } from './bookSnapshot';
import { type ReportReading, readReport, referencesOf } from './readReport';
import { makeRegistry, type Registry } from './registry';

export interface Analysis extends ReportReading {
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
  const programme: Programme = {
    title: book.programmeTitle,
    start: book.programmeStart,
    stages: stages.items,
    organisations: organisations.items,
    targets: targets.items,
  };
  const registry = makeRegistry(programme);
  const report = readReport(book, programme, registry, words);
  const coverageIssues = checkFreeTable(tables.coverage, book, registry);
  const coverage = readCoverage(tables.coverage, registry, coverageIssues);
  const asked = coverageAsked(coverage, programme, today);
  return {
    programme,
    registry,
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
