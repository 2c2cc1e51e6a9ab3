/** Parts that summaries are composed of. Each gives rows; every page begins with the same head. */

import type { TargetResult } from '../../domain/coverage/coverage';
import { formatRu } from '../../domain/dates/civil';
import { doneShare, shares } from '../../domain/figures/shares';
import type { Registry } from '../../domain/report/registry';
import type { DistrictSummary, StageSummary, Tally } from '../../domain/report/summary';
import { clip } from '../../domain/values/text';
import { pages } from '../../messages/tabs/pages';
import { linkTo, type PageCell, type PageRow, safe } from './page';

/** Where links lead, and the formula that shows the stamp. */
export interface PageLinks {
  readonly reportSheet: number;
  readonly issuesSheet: number;
  readonly districtSheets: ReadonlyMap<string, number>;
  /** A1 reference of the stamp, e.g. `'Служебное'!$B$4`. */
  readonly stamp: string;
}

const BAR = 10;
const LONGEST_NAME = 60;
/** Stages of the stages table wrap, elsewhere they must fit one line. */
const LONGEST_STAGE = 140;

/** Ten blocks: handed in, not yet due, missed. */
export function bar(sum: Tally): string {
  if (sum.expected === 0) return '';
  const share = shares(sum);
  const missed = Math.round((share.missed * BAR) / 100);
  // One overdue school of a hundred must still show a block.
  const missedBlocks = sum.missed > 0 ? Math.max(1, missed) : 0;
  const done = Math.min(BAR - missedBlocks, Math.round(((share.inTime + share.late) * BAR) / 100));
  return '█'.repeat(done) + '▒'.repeat(BAR - done - missedBlocks) + '░'.repeat(missedBlocks);
}

const percent = (value: number): string => `${value} %`;

/** The cell that shows when a book was rebuilt, by a formula: a stamp must not change every page. */
export const stampOf = (places: PageLinks): PageCell => ({ formula: `=${places.stamp}` });

/** Rows of {@link head}, the blank one behind it included. */
export const HEAD_ROWS = 12;

/** The first rows of every summary. `waiting`: of the missed, those that the district has to decide. */
export function head(title: string, sum: Tally, stamp: PageCell, waiting = 0): PageRow[] {
  const share = shares(sum);
  const { figures } = pages;
  return [
    [safe(title)],
    [pages.updated, stamp],
    ['', pages.updatedHint],
    [figures.expected, sum.expected],
    [figures.inTime, sum.inTime, percent(share.inTime)],
    [figures.late, sum.late, percent(share.late)],
    [
      figures.missed,
      sum.missed,
      percent(share.missed),
      ...(waiting > 0 ? [figures.missedAwaiting(waiting)] : []),
    ],
    [figures.notYetDue, sum.notYetDue, percent(share.notYetDue), pages.barLegend],
    [`   ${figures.enteredLate}`, sum.enteredLate, '', figures.enteredLateHint],
    [`   ${figures.awaiting}`, sum.awaiting],
    [`   ${figures.invalid}`, sum.invalid, '', figures.invalidHint],
    [],
  ];
}

const tallyCells = (sum: Tally): PageCell[] => [
  sum.expected,
  sum.inTime,
  sum.late,
  sum.missed,
  sum.notYetDue,
  sum.expected === 0 ? '' : doneShare(sum),
  bar(sum),
  sum.enteredLate,
  sum.awaiting,
];

const tallyHeader = (): string[] => {
  const { header } = pages;
  return [
    header.expected,
    header.inTime,
    header.late,
    header.missed,
    header.notYetDue,
    header.share,
    header.bar,
    header.enteredLate,
    header.awaiting,
  ];
};

/** One row of a table of figures; `cells` stand behind them. */
export interface TallyRow {
  readonly name: string;
  readonly organisations: number;
  readonly tally: Tally;
  readonly cells: readonly PageCell[];
}

/** Districts or books under a heading, their sum first. `headers`: of the first column, and of the cells behind. */
export function tallyTable(
  heading: string,
  [first, ...behind]: readonly string[],
  all: Tally,
  rows: readonly TallyRow[],
): PageRow[] {
  const organisations = rows.reduce((sum, row) => sum + row.organisations, 0);
  return [
    [heading],
    [first ?? '', pages.header.organisations, ...tallyHeader(), ...behind],
    [pages.total, organisations, ...tallyCells(all)],
    ...rows.map(
      (row): PageRow => [
        safe(clip(row.name, LONGEST_NAME)),
        row.organisations,
        ...tallyCells(row.tally),
        ...row.cells,
      ],
    ),
    [],
  ];
}

export function districtsTable(
  districts: readonly DistrictSummary[],
  all: Tally,
  places: PageLinks,
): PageRow[] {
  const { header } = pages;
  const rows = districts.map(({ key, name, organisations, tally }): TallyRow => {
    const sheet = places.districtSheets.get(key);
    return {
      name: name || pages.noDistrict,
      organisations: organisations.length,
      tally,
      cells: [sheet === undefined ? '' : linkTo(sheet, null, pages.open)],
    };
  });
  return tallyTable(pages.districts, [header.district, header.link], all, rows);
}

export function stagesTable(stages: readonly StageSummary[], registry: Registry): PageRow[] {
  const { header } = pages;
  return [
    [pages.stages],
    [header.stage, header.due, ...tallyHeader()],
    ...stages.map(({ stage, tally }): PageRow => {
      const due = stage.kind === 'from' ? (stage.start ?? stage.deadline) : stage.deadline;
      return [
        safe(clip(registry.stageName(stage.code) ?? stage.title, LONGEST_STAGE)),
        due === null ? '' : formatRu(due),
        ...tallyCells(tally),
      ];
    }),
    [],
  ];
}

const numberText = (value: number): string => String(value).replace('.', ',');

export function targetsTable(results: readonly TargetResult[], leftOutTargets: number): PageRow[] {
  const more = leftOutTargets === 0 ? [] : [[pages.leftOutTargets(leftOutTargets)]];
  if (results.length === 0) return more.length === 0 ? [] : [[pages.targets], ...more, []];
  const { header } = pages;
  return [
    [pages.targets],
    [header.indicator, header.onDate, header.required, header.actual, header.outcome, '', header.gave],
    ...results.map(({ target, value, reported, asked, leftOut, outcome }): PageRow => {
      const unit = target.unit === '' ? '' : ` ${target.unit}`;
      return [
        safe(clip(target.title, LONGEST_NAME)),
        formatRu(target.date),
        safe(`${numberText(target.value)}${unit}`),
        value === null ? '' : safe(`${numberText(value)}${unit}`),
        pages.outcomes[outcome],
        '',
        target.indicator === 'other' ? '' : safe(pages.of(reported, asked)),
        leftOut === 0 ? '' : pages.leftOutOrganisations(leftOut),
      ];
    }),
    ...more,
    [],
  ];
}
