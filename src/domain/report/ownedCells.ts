/**
 * What Svodka's own columns of «Отчёт» ought to hold, row by row. People's columns are never here, so
 * that no plan can write them.
 */

import type { CivilDate } from '../dates/civil';
import { countedFor, dueDate } from '../programme/deadline';
import type { Organisation, Stage } from '../programme/programme';
import { type Cell, isBlank } from '../values/cell';
import type { RowIdentity } from './identity';
import { pairKey, type Registry } from './registry';
import type { RowMemory } from './rowMemory';

/** Columns of «Отчёт» whose cells Svodka writes as values; the status is a formula and stands apart. */
export const OWNED = [
  'organisation',
  'stage',
  'deadline',
  'firstSeen',
  'counted',
  'approval',
  'district',
  'key',
  'decisionSeen',
  'countedIn',
  'cellsSeen',
] as const;
export type OwnedColumn = (typeof OWNED)[number];
export type OwnedCells = Readonly<Record<OwnedColumn, Cell>>;

export interface OwnedWords {
  readonly counted: Readonly<Record<ReturnType<typeof countedFor>, string>>;
  readonly approval: Readonly<Record<Stage['approval'], string>>;
}

export function ownedCells(
  organisation: Organisation,
  stage: Stage,
  { firstSeen, decisionSeen, countedIn, cellsSeen }: RowMemory,
  registry: Registry,
  today: CivilDate,
  words: OwnedWords,
): OwnedCells {
  const due = dueDate(stage);
  return {
    organisation: registry.organisationLabel(organisation.id) ?? organisation.shortName,
    stage: registry.stageLabel(stage.code) ?? stage.title,
    deadline: due === null ? '' : { date: due },
    firstSeen,
    counted: words.counted[countedFor(organisation, stage, today)],
    approval: words.approval[stage.approval],
    district: organisation.district,
    key: pairKey(organisation.id, stage.code),
    decisionSeen,
    countedIn,
    cellsSeen,
  };
}

const EMPTIED: Partial<OwnedCells> = {
  key: '',
  counted: '',
  district: '',
  approval: '',
  deadline: '',
  firstSeen: '',
  decisionSeen: '',
  countedIn: '',
  cellsSeen: '',
};

/** The cells to change of a row that is not certainly anybody's; null leaves the row alone. */
export function cellsOfOtherRow(
  identity: RowIdentity,
  present: OwnedCells,
  words: OwnedWords,
): Partial<OwnedCells> | null {
  switch (identity.kind) {
    case 'unclear':
    case 'copy':
      return { counted: words.counted.unclear };
    case 'blank':
      return isBlank(present.key) ? null : EMPTIED;
    case 'foreign':
      // Unmarked, its status would say «не требуется» to the person who wrote the row.
      return isBlank(present.organisation) ? null : { counted: words.counted.unclear };
    default:
      return null;
  }
}

/** A row whose organisation or stage left the programme: it stays as it is and is not counted. */
export const leftProgramme = (stageIsThere: boolean, words: OwnedWords): Partial<OwnedCells> => ({
  counted: stageIsThere ? words.counted.closed : words.counted.dropped,
});
