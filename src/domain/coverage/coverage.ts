/** Targets against coverage. A blank is not a zero: no figure given differs from the figure 0. */
import { type Cell, dayOf, isBlank } from '../values/cell';
import type { CivilDate } from '../dates/civil';
import { isOpen } from '../programme/deadline';
import type { Programme, Target } from '../programme/programme';
import type { Registry } from '../report/registry';
import { numberOf } from '../values/cell';
import { cellAt, rowCount, type Table, textAt } from '../schema/table';

const PAIR_COLUMNS = ['pupilPupil', 'teacherTeacher', 'studentPupil', 'employerPupil', 'employerStudent'];

/** The counts of one organisation at one date; null where nothing was written. */
export interface CoverageRecord {
  readonly organisation: string;
  readonly date: CivilDate;
  readonly pupils: number | null;
  readonly mentees: number | null;
  readonly mentors: number | null;
  readonly pairs: number | null;
}

export function readCoverage(table: Table, registry: Registry): CoverageRecord[] {
  const records: CoverageRecord[] = [];
  for (let row = 0; row < rowCount(table); row += 1) {
    const organisation = registry.organisationOf(textAt(table, row, 'organisation'));
    const date = dayOf(cellAt(table, row, 'date'));
    if (organisation === null || date === null) continue;
    const count = (column: string) => countIn(cellAt(table, row, column));
    const pairs = PAIR_COLUMNS.map(count).filter((each) => each !== null);
    records.push({
      organisation,
      date,
      pupils: count('pupils'),
      mentees: count('mentees'),
      mentors: count('mentors'),
      pairs: pairs.length === 0 ? null : pairs.reduce((sum, each) => sum + each, 0),
    });
  }
  return records;
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
  organisations: ReadonlySet<string>,
  today: CivilDate,
): TargetResult[] {
  return targets.map((target) => {
    const usable = records.filter((record) => gives(record, target));
    const latest = latestBy(usable, organisations, target.date);
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
    return { target, value, reported, asked: organisations.size, outcome };
  });
}

/** A later row without the number of pupils does not cancel the number that an earlier one gave. */
const gives = (record: CoverageRecord, { indicator }: Target): boolean =>
  indicator === 'menteeShare'
    ? record.pupils !== null && record.mentees !== null
    : indicator !== 'other' && record[indicator] !== null;

function latestBy(
  records: readonly CoverageRecord[],
  organisations: ReadonlySet<string>,
  date: CivilDate,
): Map<string, CoverageRecord> {
  const latest = new Map<string, CoverageRecord>();
  for (const record of records) {
    if (record.date > date || !organisations.has(record.organisation)) continue;
    const known = latest.get(record.organisation);
    if (!known || known.date <= record.date) latest.set(record.organisation, record);
  }
  return latest;
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
  today: CivilDate,
): Set<string> {
  const open = programme.organisations.filter((each) => isOpen(each, today)).map((each) => each.id);
  const typeOf = new Map(programme.organisations.map((each) => [each.id, each.type]));
  const types = new Set(coverage.map((record) => typeOf.get(record.organisation)));
  return new Set(open.filter((id) => types.size === 0 || types.has(typeOf.get(id))));
}

