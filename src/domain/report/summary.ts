/** Figures over reports: how many are in time, late, missed, not yet due; by district, stage, organisation. */

import { type CivilDate, dayNumber } from '../dates/civil';
import { isOpen } from '../programme/deadline';
import type { Organisation, Programme, Stage } from '../programme/programme';
import { LAST_DAY } from '../values/cell';
import { sameKey } from '../values/text';
import type { ReportRecord } from './records';

export interface Tally {
  /** inTime + late + missed + notYetDue. */
  readonly expected: number;
  readonly inTime: number;
  readonly late: number;
  readonly missed: number;
  readonly notYetDue: number;
  /** Of these, rows that could not be read for certain. */
  readonly invalid: number;
  /** Those that were returned and handed in again among them. */
  readonly awaiting: number;
  readonly returned: number;
  readonly enteredLate: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const emptyTally = (): Mutable<Tally> => ({
  expected: 0,
  inTime: 0,
  late: 0,
  missed: 0,
  notYetDue: 0,
  invalid: 0,
  awaiting: 0,
  returned: 0,
  enteredLate: 0,
});

function addTo(tally: Mutable<Tally>, record: ReportRecord): void {
  tally.expected += 1;
  tally[record.bucket] += 1;
  if (record.status.name === 'invalid') tally.invalid += 1;
  if (awaitsDecision(record)) tally.awaiting += 1;
  if (record.status.approval === 'returned') tally.returned += 1;
  if (record.enteredLate) tally.enteredLate += 1;
}

export function tally(records: Iterable<ReportRecord>): Tally {
  const sum = emptyTally();
  for (const record of records) addTo(sum, record);
  return sum;
}

/** The figures of several parts together. */
export function sumOf(parts: Iterable<Tally>): Tally {
  const sum = emptyTally();
  for (const part of parts) {
    for (const name of Object.keys(sum) as (keyof Tally)[]) sum[name] += part[name];
  }
  return sum;
}

export interface DistrictSummary {
  /** The key under which the district is remembered: its name without case and spaces. */
  readonly key: string;
  readonly name: string;
  /** Those that are open and belong to it today. */
  readonly organisations: readonly Organisation[];
  /** Those that closed or moved away, and whose earlier reports count here. */
  readonly former: readonly Organisation[];
  readonly records: readonly ReportRecord[];
  /** What its organisations have yet to hand in, or it has to decide, and what counts where they were before. */
  readonly brought: readonly ReportRecord[];
  readonly tally: Tally;
}

type Growing = {
  -readonly [K in keyof DistrictSummary]: K extends 'tally' ? Mutable<Tally> : Writable<DistrictSummary[K]>;
};
type Writable<T> = T extends readonly (infer Item)[] ? Item[] : T;

/** Districts with organisations that are open today, in the order of the tab «Организации»; then those with figures only. */
export function byDistrict(
  programme: Pick<Programme, 'organisations'>,
  records: readonly ReportRecord[],
  today: CivilDate,
): DistrictSummary[] {
  const districts = new Map<string, Growing>();
  const districtOf = (name: string): Growing => {
    const key = sameKey(name);
    let district = districts.get(key);
    if (!district) {
      district = { key, name, organisations: [], former: [], records: [], brought: [], tally: emptyTally() };
      districts.set(key, district);
    }
    return district;
  };
  const here = new Map<string, Growing>();
  for (const organisation of programme.organisations) {
    if (!isOpen(organisation, today)) continue;
    const district = districtOf(organisation.district);
    district.organisations.push(organisation);
    here.set(organisation.id, district);
  }
  for (const record of records) {
    const { organisation } = record;
    const district = districtOf(record.district);
    district.records.push(record);
    addTo(district.tally, record);
    const present = here.get(organisation.id);
    if (present === district) continue;
    if (district.former[district.former.length - 1] !== organisation) district.former.push(organisation);
    if (present && (record.bucket === 'missed' || awaitsDecision(record))) present.brought.push(record);
  }
  return [...districts.values()];
}

export interface StageSummary {
  readonly stage: Stage;
  readonly tally: Tally;
}

/** Every stage that is not dropped, in the programme's order, also those that nobody has to report on. */
export function byStage(
  programme: Pick<Programme, 'stages'>,
  records: readonly ReportRecord[],
): StageSummary[] {
  const tallies = new Map<string, Mutable<Tally>>();
  for (const record of records) {
    let sum = tallies.get(record.stage.code);
    if (!sum) {
      sum = emptyTally();
      tallies.set(record.stage.code, sum);
    }
    addTo(sum, record);
  }
  return programme.stages
    .filter((stage) => !stage.dropped)
    .map((stage) => ({ stage, tally: tallies.get(stage.code) ?? emptyTally() }));
}

/**
 * Missed reports, the longest overdue first; the order of the tabs among equals. By the deadline and not by the
 * status's days: a row whose date cannot be read is overdue as long as any other.
 */
export const overdue = (records: readonly ReportRecord[]): ReportRecord[] =>
  records
    .filter((record) => record.bucket === 'missed')
    .sort((a, b) => dayNumber(a.due ?? LAST_DAY) - dayNumber(b.due ?? LAST_DAY));

/** It is the district's turn: it has not decided yet, or what it returned was handed in again. */
export const awaitsDecision = ({ status, refiledOn }: ReportRecord): boolean =>
  status.approval === 'awaiting' || refiledOn !== null;

export const awaitingApproval = (records: readonly ReportRecord[]): ReportRecord[] =>
  records.filter(awaitsDecision);

/** Of the missed: the schools did their part, the district has not decided. */
export const missedAwaiting = (records: readonly ReportRecord[]): number =>
  records.filter((record) => record.bucket === 'missed' && awaitsDecision(record)).length;
