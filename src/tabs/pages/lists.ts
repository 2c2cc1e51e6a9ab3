/** Lists of reports on summary pages: what is overdue, what waits for a decision. */

import { formatRu } from '../../domain/dates/civil';
import type { Organisation } from '../../domain/programme/programme';
import type { ReportRecord } from '../../domain/report/records';
import type { Registry } from '../../domain/report/registry';
import { statusOf } from '../../domain/report/statuses';
import { clip, sameKey } from '../../domain/values/text';
import { pages } from '../../messages/tabs/pages';
import { cellsAt, linkTo, type PageCell, type PageRow, safe } from './page';

import type { PageLinks } from './sections';

const LONGEST_NAME = 60;

/** Columns of a list of reports: organisation, text that overflows to the right, then three narrow ones. */
export interface ListColumns {
  readonly text: number;
  readonly due: number;
  readonly days: number;
  readonly link: number;
}

/** Its name, and behind it where it is now, where that is not the district in which the report counts. */
export function nameIn(district: string, organisation: Organisation, registry: Registry): string {
  const name = clip(registry.organisationLabel(organisation.id) ?? organisation.shortName, LONGEST_NAME);
  const { closed } = organisation;
  const hint =
    closed !== null
      ? pages.closing(closed)
      : sameKey(organisation.district) === sameKey(district)
        ? ''
        : pages.nowIn(clip(organisation.district || pages.noDistrict, LONGEST_NAME));
  return `${name}${hint}`;
}

const nameOf = ({ organisation, district }: ReportRecord, registry: Registry): string =>
  safe(nameIn(district, organisation, registry));

function stageOf({ stage, status, refiledOn }: ReportRecord, registry: Registry): string {
  const label = registry.stageLabel(stage.code) ?? stage.title;
  const waits = status.name === 'unapproved' ? pages.unapproved(label) : label;
  return safe(clip(refiledOn === null ? waits : pages.refiled(label), LONGEST_NAME));
}

const rowLink = (record: ReportRecord, places: PageLinks): PageCell =>
  record.row === null ? '' : linkTo(places.reportSheet, `A${record.row + 2}`, pages.row(record.row + 2));

export function overdueList(
  records: readonly ReportRecord[],
  most: number,
  columns: ListColumns,
  registry: Registry,
  places: PageLinks,
  withDistrict: number | null = null,
): PageRow[] {
  const { header } = pages;
  if (records.length === 0) return [[pages.overdue], [pages.nothingOverdue], []];
  const rows: PageRow[] = [
    [pages.overdue, pages.reports(records.length)],
    cellsAt({
      0: header.organisation,
      ...(withDistrict === null ? {} : { [withDistrict]: header.district }),
      [columns.text]: header.stage,
      [columns.due]: header.due,
      [columns.days]: header.days,
      [columns.link]: header.link,
    }),
    ...records.slice(0, most).map((record) =>
      cellsAt({
        0: nameOf(record, registry),
        ...(withDistrict === null
          ? {}
          : { [withDistrict]: safe(clip(record.district || pages.noDistrict, LONGEST_NAME)) }),
        [columns.text]: stageOf(record, registry),
        [columns.due]: record.due === null ? '' : formatRu(record.due),
        [columns.days]: statusOf(record.status.name).days === 'overdue' ? record.status.days : '',
        [columns.link]: rowLink(record, places),
      }),
    ),
  ];
  if (records.length > most) rows.push([pages.more(records.length - most)]);
  return [...rows, []];
}

export function awaitingList(
  records: readonly ReportRecord[],
  columns: ListColumns,
  registry: Registry,
  places: PageLinks,
): PageRow[] {
  if (records.length === 0) return [];
  const { header } = pages;
  return listed(records, [pages.awaitingApproval, pages.reports(records.length)], columns, places, {
    header: { [columns.text]: header.stage, [columns.due]: header.doneOn },
    name: (record) => nameOf(record, registry),
    cells: (record) => ({
      [columns.text]: stageOf(record, registry),
      [columns.due]: record.done === null ? '' : formatRu(record.done),
    }),
  });
}

interface Listing {
  readonly header: Readonly<Record<number, PageCell>>;
  name(record: ReportRecord): PageCell;
  cells(record: ReportRecord): Readonly<Record<number, PageCell>>;
}

/** Heading, header, and a line a report: the name first, the link to its row last. */
const listed = (
  records: readonly ReportRecord[],
  heading: PageRow,
  columns: ListColumns,
  places: PageLinks,
  { header, name, cells }: Listing,
): PageRow[] => [
  heading,
  cellsAt({ 0: pages.header.organisation, ...header, [columns.link]: pages.header.link }),
  ...records.map((record) =>
    cellsAt({ 0: name(record), ...cells(record), [columns.link]: rowLink(record, places) }),
  ),
  [],
];

/** Of organisations that moved here: their figures stand in the district where each was due. */
export function broughtList(
  records: readonly ReportRecord[],
  columns: ListColumns,
  registry: Registry,
  places: PageLinks,
): PageRow[] {
  if (records.length === 0) return [];
  const { header } = pages;
  return listed(records, [pages.brought, pages.broughtHint(records.length)], columns, places, {
    header: { [columns.text]: header.stage, [columns.due]: header.due, [columns.days]: header.days },
    name: (record) =>
      safe(
        clip(registry.organisationLabel(record.organisation.id) ?? '', LONGEST_NAME) +
          pages.countedElsewhere(clip(record.district || pages.noDistrict, LONGEST_NAME)),
      ),
    cells: (record) => ({
      [columns.text]: stageOf(record, registry),
      [columns.due]: record.due === null ? '' : formatRu(record.due),
      [columns.days]: record.status.name === 'missed' ? record.status.days : '',
    }),
  });
}
