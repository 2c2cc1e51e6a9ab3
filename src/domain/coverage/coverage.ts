/**
 * Targets against coverage. A blank is not a zero: no figure given differs from the figure 0. A count that an issue
 * calls wrong is as if it were not there, and beside the target it is said how many organisations have one.
 */

import type { CivilDate } from '../dates/civil';
import { isOpen } from '../programme/deadline';
import type { Programme, Target } from '../programme/programme';
import type { Registry } from '../report/registry';
import type { Issue } from '../schema/issue';
import { cellAt, type Table } from '../schema/table';
import { type Cell, isBlank, numberOf } from '../values/cell';
import { coverageRows } from './rows';

/** A sum of some forms of pairs would mislead where another form is wrong. */
const COLUMNS_OF: Readonly<Record<Count, readonly string[]>> = {
  pupils: ['pupils'],
  mentees: ['mentees'],
  mentors: ['mentors'],
  pairs: ['pupilPupil', 'teacherTeacher', 'studentPupil', 'employerPupil', 'employerStudent'],
};

type Count = 'pupils' | 'mentees' | 'mentors' | 'pairs';
const COUNTS: readonly Count[] = ['pupils', 'mentees', 'mentors', 'pairs'];

/** The counts of one organisation at one date; null where nothing was written, or something wrong. */
export interface CoverageRecord extends Readonly<Record<Count, number | null>> {
  /** Null where the row names none of the programme: then all of it is wrong. */
  readonly organisation: string | null;
  /** Null where the day itself is wrong, and with it the whole row. */
  readonly date: CivilDate | null;
  /** Counts that were written and that an issue calls wrong. */
  readonly wrong: readonly Count[];
}

/** `issues`: what the check of the table says. */
export function readCoverage(table: Table, registry: Registry, issues: readonly Issue[]): CoverageRecord[] {
  return coverageRows(table, registry, issues).flatMap((line): CoverageRecord[] => {
    const { row, organisation, date, twin } = line;
    if (twin === 'copy') return [];
    const isUsable = organisation !== null && date !== null && twin === null;
    const written = (columns: readonly string[]) =>
      columns.filter((column) => !isBlank(cellAt(table, row, column)));
    const wrong = COUNTS.filter((count) =>
      written(COLUMNS_OF[count]).some((column) => !isUsable || line.isWrong(column)),
    );
    const sum = (count: Count): number | null => {
      const given = wrong.includes(count) ? [] : written(COLUMNS_OF[count]);
      const numbers = given
        .map((column) => countIn(cellAt(table, row, column)))
        .filter((each) => each !== null);
      return numbers.length === 0 ? null : numbers.reduce((all, each) => all + each, 0);
    };
    return [
      {
        ...{ organisation, date: isUsable || twin !== null ? date : null, wrong },
        ...{ pupils: sum('pupils'), mentees: sum('mentees'), mentors: sum('mentors'), pairs: sum('pairs') },
      },
    ];
  });
}

function countIn(cell: Cell): number | null {
  if (isBlank(cell)) return null;
  const value = numberOf(cell);
  return value !== null && Number.isInteger(value) && value >= 0 ? value : null;
}

export interface TargetResult {
  readonly target: Target;
  /** Null: not one organisation gave what is needed, or it is not computed from «Охват». */
  readonly value: number | null;
  /** How many organisations gave the figures, of how many that were asked. */
  readonly reported: number;
  readonly asked: number;
  /** Organisations whose last count of it is called wrong by an issue: it is left out, an earlier one stands. */
  readonly leftOut: number;
  /** Not yet: the date is still ahead and the value is not reached. */
  readonly outcome: 'reached' | 'missed' | 'ahead' | 'unknown';
}

/**
 * Each target with the latest counts that each organisation gave of it on or before its date (or today, while
 * the date is ahead). A share is of the pupils of those organisations that gave both figures.
 */
export function targetResults(
  targets: readonly Target[],
  records: readonly CoverageRecord[],
  askedOn: (day: CivilDate) => ReadonlySet<string>,
  today: CivilDate,
): TargetResult[] {
  return targets.map((target) => {
    // Who closed since has given counts for it all the same.
    const organisations = askedOn(target.date < today ? target.date : today);
    const usable = records.filter((record) => gives(record, target));
    const latest = latestBy(usable, organisations, target.date);
    const leftOut = leftOutOf(records, latest, organisations, target);
    const { value, reported } = measure(target, [...latest.values()]);
    const reached = value !== null && value >= target.value;
    const outcome =
      value === null && target.date >= today
        ? 'ahead'
        : value === null
          ? 'unknown'
          : reached
            ? 'reached'
            : target.date >= today
              ? 'ahead'
              : 'missed';
    return { target, value, reported, asked: organisations.size, leftOut, outcome };
  });
}

/** What a target is computed from. */
const needs = ({ indicator }: Target): readonly Count[] =>
  indicator === 'menteeShare' ? ['pupils', 'mentees'] : indicator === 'other' ? [] : [indicator];

/** A later row without the number of pupils does not cancel the number that an earlier one gave. */
function gives(record: CoverageRecord, target: Target): boolean {
  const needed = needs(target);
  return needed.length > 0 && needed.every((count) => record[count] !== null);
}

function latestBy(
  records: readonly CoverageRecord[],
  organisations: ReadonlySet<string>,
  date: CivilDate,
): Map<string, CoverageRecord> {
  const latest = new Map<string, CoverageRecord>();
  for (const record of records) {
    const { organisation } = record;
    if (organisation === null || !organisations.has(organisation)) continue;
    if (record.date === null || record.date > date) continue;
    const known = latest.get(organisation);
    if (!known || (known.date ?? '') <= record.date) latest.set(organisation, record);
  }
  return latest;
}

function leftOutOf(
  records: readonly CoverageRecord[],
  latest: ReadonlyMap<string, CoverageRecord>,
  organisations: ReadonlySet<string>,
  target: Target,
): number {
  const leftOut = new Set<string | CoverageRecord>();
  for (const record of records) {
    const { organisation, date, wrong } = record;
    if (!needs(target).some((count) => wrong.includes(count))) continue;
    if (organisation === null) leftOut.add(record);
    else if (organisations.has(organisation)) {
      const used = latest.get(organisation)?.date ?? null;
      const isLater = date === null || (date <= target.date && (used === null || date > used));
      if (isLater) leftOut.add(organisation);
    }
  }
  return leftOut.size;
}

function measure(
  target: Target,
  records: readonly CoverageRecord[],
): { value: number | null; reported: number } {
  if (target.indicator === 'other') return { value: null, reported: 0 };
  if (target.indicator === 'menteeShare') {
    let [pupils, mentees, reported] = [0, 0, 0];
    for (const record of records) {
      if (record.pupils === null || record.mentees === null) continue;
      pupils += record.pupils;
      mentees += record.mentees;
      reported += 1;
    }
    // One decimal, cut and not rounded: 9.96 % has not reached 10 %.
    return { value: pupils === 0 ? null : Math.floor((mentees * 1000) / pupils) / 10, reported };
  }
  const field = target.indicator;
  const given = records.map((record) => record[field]).filter((each) => each !== null);
  return {
    value: given.length === 0 ? null : given.reduce((sum, each) => sum + each, 0),
    reported: given.length,
  };
}

/** Offices and working groups have no pupils: coverage is asked of the types that gave any, all while none did. */
export function coverageAsked(
  coverage: readonly CoverageRecord[],
  programme: Pick<Programme, 'organisations'>,
  day: CivilDate,
): Set<string> {
  const open = programme.organisations.filter((each) => isOpen(each, day)).map((each) => each.id);
  const typeOf = new Map(programme.organisations.map((each) => [each.id, each.type]));
  const types = new Set(
    coverage.flatMap(({ organisation }) => (organisation === null ? [] : [typeOf.get(organisation)])),
  );
  return new Set(open.filter((id) => types.size === 0 || types.has(typeOf.get(id))));
}
