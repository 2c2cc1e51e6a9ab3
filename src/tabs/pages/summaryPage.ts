/** «Сводка»: the whole book on one page; with one district also what its own page would show. */
import type { Analysis } from '../../domain/report/analyse';
import {
  awaitingApproval,
  byStage,
  type DistrictSummary,
  missedAwaiting,
  overdue,
  tally,
} from '../../domain/report/summary';
import { pages } from '../../messages/tabs/pages';
import type { DistrictPart } from './districtPage';
import { districtSections } from './districtPage';
import { awaitingList, type ListColumns, overdueList } from './lists';
import type { Page, PageRow } from './page';
import { districtsTable, head, type PageLinks, stagesTable, stampOf, targetsTable } from './sections';

const MOST_OVERDUE = 100;
const SUMMARY_COLUMNS = 12;
const LIST: ListColumns = { text: 3, due: 8, days: 9, link: 11 };
const DISTRICT_COLUMN = 1;

export function summaryPage(
  analysis: Analysis,
  districts: readonly DistrictSummary[],
  places: PageLinks,
  own: PageRow[],
): Page {
  const { programme, records, registry } = analysis;
  const all = tally(records);
  const late = overdue(records);
  const title = pages.summaryTitle(programme.title || pages.untitledProgramme);
  return {
    columns: SUMMARY_COLUMNS,
    layout: 'summary|2',
    aligned: true,
    rows: [
      ...head(title, all, stampOf(places), missedAwaiting(records)),
      ...districtsTable(districts, all, places),
      ...stagesTable(byStage(programme, records), registry),
      ...targetsTable(analysis.targets, analysis.targetsLeftOut),
      ...own,
      ...overdueList(late, MOST_OVERDUE, LIST, registry, places, DISTRICT_COLUMN),
      ...awaitingList(awaitingApproval(records).slice(0, MOST_OVERDUE), LIST, registry, places),
    ],
  };
}

/** A book with one district has one summary tab: its matrix stands first, stages and targets follow. */
export function onlyDistrictPage(
  analysis: Analysis,
  part: DistrictPart,
  places: PageLinks,
  own: PageRow[],
): Page {
  const { programme, records, registry } = analysis;
  const { columns, layout, sections } = districtSections(analysis, part, places);
  return {
    columns: Math.max(columns, SUMMARY_COLUMNS),
    layout: `only|${layout}|2`,
    aligned: true,
    rows: [
      ...head(
        pages.summaryTitle(programme.title || pages.untitledProgramme),
        tally(records),
        stampOf(places),
        missedAwaiting(records),
      ),
      ...sections,
      ...stagesTable(byStage(programme, records), registry),
      ...targetsTable(analysis.targets, analysis.targetsLeftOut),
      ...own,
    ],
  };
}
