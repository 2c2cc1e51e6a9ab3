/** «Сводка · <район>»: the district's schools down, stages across, then what is overdue and what is wrong. */

import type { Stage } from '../../domain/programme/programme';
import type { Analysis } from '../../domain/report/analyse';
import { awaitingApproval, type DistrictSummary, missedAwaiting, overdue } from '../../domain/report/summary';
import type { Issue } from '../../domain/schema/issue';
import { cellName } from '../../domain/values/a1';
import { clip } from '../../domain/values/text';
import { describeIssue } from '../../messages/tabs/issues';
import { pages } from '../../messages/tabs/pages';
import { counted, NOUNS } from '../../messages/words/plural';
import { awaitingList, broughtList, type ListColumns, overdueList } from './lists';
import { headersOf, listColumnsOf, matrixShape, matrixTable, otherBodies, stageColumns } from './matrix';
import { cellsAt, linkTo, type Page, type PageRow, safe } from './page';
import { head, type PageLinks, stampOf } from './sections';

export interface DistrictPart {
  readonly district: DistrictSummary;
  /** Stages of the matrix: the same for all districts of a book, so that one template fits all. */
  readonly stages: readonly Stage[];
  readonly issues: readonly Issue[];
}

const MOST_ISSUES = 50;
const EVERY_ROW = Number.MAX_SAFE_INTEGER;

export function districtSections(
  analysis: Analysis,
  { district, stages, issues }: DistrictPart,
  places: PageLinks,
): { columns: number; layout: string; sections: PageRow[] } {
  const { registry } = analysis;
  const shape = matrixShape(stages, district);
  const list = listColumnsOf(stages);
  return {
    columns: stageColumns(stages) + 1,
    layout: `district|${stages.length}|${headersOf(stages).height}`,
    sections: [
      ...matrixTable(shape, district, registry),
      ...otherBodies(shape, district.records, list, registry, places),
      ...overdueList(overdue(district.records), EVERY_ROW, list, registry, places),
      ...awaitingList(awaitingApproval(district.records), list, registry, places),
      ...broughtList(district.brought, list, registry, places),
      ...issuesList(issues, list, analysis, places),
    ],
  };
}

export function districtPage(analysis: Analysis, part: DistrictPart, places: PageLinks): Page {
  const { columns, layout, sections } = districtSections(analysis, part, places);
  const { programme } = analysis;
  const title = pages.districtTitle(
    part.district.name || pages.noDistrict,
    programme.title || pages.untitledProgramme,
  );
  return {
    columns,
    layout,
    rows: [
      ...head(title, part.district.tally, stampOf(places), missedAwaiting(part.district.records)),
      ...sections,
    ],
  };
}

/** A district that left the programme, or is the only one now, keeps its tab, so that links to it hold. */
export const formerDistrictPage = (name: string, why: string, columns: number, layout: string): Page => ({
  columns,
  layout,
  // Not in the first column, which is narrow and wraps.
  rows: [[safe(name)], [], ['', why]],
});

function issuesList(
  issues: readonly Issue[],
  list: ListColumns,
  analysis: Analysis,
  places: PageLinks,
): PageRow[] {
  if (issues.length === 0) return [];
  const { header } = pages;
  const rows: PageRow[] = [
    [pages.issues, counted(issues.length, NOUNS.issue)],
    cellsAt({ 0: header.organisation, [list.text]: header.issue, [list.link]: header.link }),
    ...issues.slice(0, MOST_ISSUES).map((issue) => {
      const cell = issue.row === null ? null : cellName(issue.row, (issue.columnIndex ?? 0) + 1);
      const { repair } = describeIssue(issue.problem);
      return cellsAt({
        0: safe(clip(analysis.registry.organisationLabel(issue.organisation ?? '') ?? '', 60)),
        [list.text]: safe(clip(`${issue.column === null ? '' : `${issue.column}: `}${repair}`, 110)),
        [list.link]: cell === null || issue.tab !== 'report' ? '' : linkTo(places.reportSheet, cell, cell),
      });
    }),
  ];
  if (issues.length > MOST_ISSUES) rows.push([pages.moreIssues(issues.length - MOST_ISSUES)]);
  return [...rows, []];
}
