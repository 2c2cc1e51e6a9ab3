/** One report of one organisation on one stage, wherever it was read from. All figures are made of these. */

import type { CivilDate } from '../dates/civil';
import { countedFor, dueDate } from '../programme/deadline';
import { districtFor } from '../programme/formerDistricts';
import type { Organisation, Programme, Stage } from '../programme/programme';
import { type Cell, cellText, dayOf, isBlank } from '../values/cell';
import { sameWord } from '../values/text';
import { type DecisionMemory, type DecisionWords, NO_DECISION } from './decisionMemory';
import { type PairKey, pairKey } from './registry';
import {
  bucketOf,
  type Decision,
  effectiveDeadline,
  type RowStatus,
  rowStatus,
  type StatusContext,
} from './status';
import type { Bucket } from './statuses';

export interface ReportRecord {
  readonly pair: PairKey;
  readonly organisation: Organisation;
  readonly stage: Stage;
  /** Where it counts: the organisation's district when the stage was due. */
  readonly district: string;
  /** Data row of «Отчёт», from 0; null while the row is not there yet. */
  readonly row: number | null;
  readonly status: RowStatus;
  readonly bucket: Bucket;
  /** The deadline that holds: extended where it was extended. */
  readonly due: CivilDate | null;
  readonly done: CivilDate | null;
  readonly extended: boolean;
  /** In time by the date that was typed, but Svodka first saw it after the deadline. */
  readonly enteredLate: boolean;
  /** Since when the decision that stands now is known; null without one. */
  readonly decidedOn: CivilDate | null;
  /** The same day where the decision is a return; null otherwise. */
  readonly returnedOn: CivilDate | null;
  /**
   * Since when it is known that what was returned was handed in again; null where it was not. Such a report stays
   * returned and counts as not done until the head decides, but the school owes nothing.
   */
  readonly refiledOn: CivilDate | null;
}

/** What people wrote in a row, as it stands in the cells. */
export interface ReportCells {
  readonly done: Cell;
  readonly decision: Cell;
  readonly extended: Cell;
  readonly firstSeen: Cell;
  /** Not the cell as it was read: what «Решение учтено» will say after this run. */
  readonly decided: DecisionMemory;
}

export const NOTHING_WRITTEN: ReportCells = {
  done: '',
  decision: '',
  extended: '',
  firstSeen: '',
  decided: NO_DECISION,
};

export interface RecordContext extends StatusContext {
  readonly words: DecisionWords;
}

export function decisionOf(cell: Cell, words: DecisionWords): Decision {
  if (isBlank(cell)) return 'none';
  const text = cellText(cell);
  if (sameWord(text, words.approved)) return 'approved';
  return sameWord(text, words.returned) ? 'returned' : 'other';
}

export function makeRecord(
  organisation: Organisation,
  stage: Stage,
  row: number | null,
  cells: ReportCells,
  clear: boolean,
  context: RecordContext,
): ReportRecord | null {
  return countedFor(organisation, stage, context.today) === 'yes'
    ? recordOf(organisation, stage, row, cells, clear, context)
    : null;
}

/** As if it belonged to the figures. */
export function recordOf(
  organisation: Organisation,
  stage: Stage,
  row: number | null,
  cells: ReportCells,
  clear: boolean,
  context: RecordContext,
): ReportRecord | null {
  const first = dueDate(stage);
  const { decision } = cells.decided;
  const input = {
    deadline: first === null ? '' : { date: first },
    done: cells.done,
    decision: decisionOf(cells.decision, context.words),
    extended: cells.extended,
    counted: clear ? 'yes' : 'unclear',
    approval: stage.approval,
    refiled: decision?.what === 'returned' && decision.refiled !== null,
  } as const;
  const status = rowStatus(input, context);
  const due = effectiveDeadline(input);
  const bucket = bucketOf(status, due, context.today);
  if (bucket === null) return null;
  const seen = dayOf(cells.firstSeen) ?? context.today;
  return {
    pair: pairKey(organisation.id, stage.code),
    organisation,
    stage,
    district: districtFor(organisation, stage),
    row,
    status,
    bucket,
    due,
    done: dayOf(cells.done),
    extended: dayOf(cells.extended) !== null,
    enteredLate: status.name === 'inTime' && due !== null && seen > due,
    decidedOn: decision?.on ?? null,
    returnedOn: decision?.what === 'returned' ? decision.on : null,
    refiledOn: status.refiled && decision?.what === 'returned' ? (decision.refiled?.on ?? null) : null,
  };
}

/** The pairs that the programme expects today, an organisation's stages together, in the tabs' order. */
export function expectedPairs(
  programme: Pick<Programme, 'organisations' | 'stages'>,
  today: CivilDate,
): { organisation: Organisation; stage: Stage }[] {
  const pairs: { organisation: Organisation; stage: Stage }[] = [];
  for (const organisation of programme.organisations) {
    for (const stage of programme.stages) {
      if (countedFor(organisation, stage, today) === 'yes') pairs.push({ organisation, stage });
    }
  }
  return pairs;
}
