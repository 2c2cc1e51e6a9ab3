/** Schools down, stages across: the table of a district that people look at first. */

import { formatRu } from '../../domain/dates/civil';
import { appliesTo } from '../../domain/programme/deadline';
import { districtFor } from '../../domain/programme/formerDistricts';
import type { Organisation, Programme, Stage } from '../../domain/programme/programme';
import type { ReportRecord } from '../../domain/report/records';
import type { Registry } from '../../domain/report/registry';
import { pairKey } from '../../domain/report/registry';
import type { DistrictSummary } from '../../domain/report/summary';
import { clip, sameKey } from '../../domain/values/text';
import { pages } from '../../messages/tabs/pages';
import { STATUS_WORDS } from '../../messages/words/words';
import { type ListColumns, nameIn } from './lists';
import { cellsAt, linkTo, type PageRow, safe } from './page';
import type { PageLinks } from './sections';
import { type StageHeaders, stageHeaders } from './stageHeaders';

/** Lists below the matrix need a few columns even where the programme has two stages. */
const FEWEST_STAGE_COLUMNS = 8;
const LONGEST_NAME = 60;

export interface MatrixShape {
  readonly organisations: readonly Organisation[];
  readonly stages: readonly Stage[];
  /** Bodies that are alone of their kind: each has other stages, so they are listed, not tabled. */
  readonly others: readonly Organisation[];
}

/** Stages that a book's matrices show: those of every type with several organisations in some district. */
export function matrixStages(programme: Programme, districts: readonly DistrictSummary[]): Stage[] {
  const tabled = new Set(districts.flatMap((district) => [...tabledTypes(district)]));
  return programme.stages.filter(
    (stage) =>
      !stage.dropped && (stage.appliesTo.length === 0 || stage.appliesTo.some((type) => tabled.has(type))),
  );
}

/** Types of which the district has several, or of which it has nothing but. */
function tabledTypes(district: DistrictSummary): Set<string> {
  const counts = new Map<string, number>();
  const { organisations, former } = district;
  for (const { type } of organisations.length > 0 ? organisations : former)
    counts.set(type, (counts.get(type) ?? 0) + 1);
  const several = [...counts].filter(([, count]) => count > 1).map(([type]) => type);
  return new Set(several.length > 0 ? several : counts.keys());
}

export function matrixShape(stages: readonly Stage[], district: DistrictSummary): MatrixShape {
  const tabled = tabledTypes(district);
  const all = [...district.organisations, ...district.former];
  const inMatrix = (each: Organisation) =>
    tabled.has(each.type) && stages.some((stage) => appliesTo(stage, each));
  return {
    stages,
    organisations: all.filter(inMatrix),
    others: all.filter((each) => !inMatrix(each)),
  };
}

export const stageColumns = (stages: readonly Stage[]): number =>
  Math.max(FEWEST_STAGE_COLUMNS, stages.length);

/** Where the lists of a district's page put their columns: the text overflows over the first stages. */
export const listColumnsOf = (stages: readonly Stage[]): ListColumns => {
  const last = Math.min(stageColumns(stages), 11);
  return { text: 1, due: last - 2, days: last - 1, link: last };
};

export function matrixTable(
  shape: MatrixShape,
  { name: district, records }: Pick<DistrictSummary, 'name' | 'records'>,
  registry: Registry,
): PageRow[] {
  const byPair = new Map(records.map((record) => [record.pair, record]));
  const { header } = pages;
  const tabledIds = new Set(shape.organisations.map((each) => each.id));
  const totals = shape.stages.map((stage): string => {
    const ofStage = records.filter(
      (record) => record.stage.code === stage.code && tabledIds.has(record.organisation.id),
    );
    const done = ofStage.filter((record) => record.bucket === 'inTime' || record.bucket === 'late').length;
    return ofStage.length === 0 ? '' : pages.of(done, ofStage.length);
  });
  return [
    [pages.matrix],
    [header.organisation, ...headersOf(shape.stages).texts.map(safe)],
    [pages.doneTotal, ...totals],
    ...shape.organisations.map((organisation): PageRow => {
      const before = shape.stages
        .map((stage) => districtFor(organisation, stage))
        .find((each) => sameKey(each) !== sameKey(organisation.district));
      const isHere = sameKey(organisation.district) === sameKey(district);
      return [
        safe(
          nameIn(district, organisation, registry) +
            (isHere && before !== undefined ? pages.cameFrom(clip(before, LONGEST_NAME)) : ''),
        ),
        ...shape.stages.map((stage) => {
          const record = byPair.get(pairKey(organisation.id, stage.code));
          return STATUS_WORDS[record?.status.name ?? 'notExpected'].short;
        }),
      ];
    }),
    [],
  ];
}

/** On a screen of 1,280 pixels there is room for ten stages beside their schools; of more as many as fit. */
export const stageWidth = (stages: number): number => (stages <= 11 ? 103 : 88);

export const headersOf = (stages: readonly Stage[]): StageHeaders =>
  stageHeaders(stages, stageWidth(stages.length));

export function otherBodies(
  shape: MatrixShape,
  records: readonly ReportRecord[],
  columns: ListColumns,
  registry: Registry,
  places: PageLinks,
): PageRow[] {
  const ids = new Set(shape.others.map((each) => each.id));
  const theirs = records.filter((record) => ids.has(record.organisation.id));
  if (theirs.length === 0) return [];
  const { header } = pages;
  return [
    [pages.otherBodies],
    cellsAt({
      0: header.organisation,
      [columns.text]: header.stage,
      [columns.due]: header.due,
      [columns.days]: header.status,
      [columns.link]: header.link,
    }),
    ...theirs.map((record) =>
      cellsAt({
        0: safe(clip(registry.organisationLabel(record.organisation.id) ?? '', LONGEST_NAME)),
        [columns.text]: safe(clip(registry.stageLabel(record.stage.code) ?? '', LONGEST_NAME)),
        [columns.due]: record.due === null ? '' : formatRu(record.due),
        [columns.days]: STATUS_WORDS[record.status.name].short,
        [columns.link]:
          record.row === null
            ? ''
            : linkTo(places.reportSheet, `A${record.row + 2}`, pages.row(record.row + 2)),
      }),
    ),
    [],
  ];
}
