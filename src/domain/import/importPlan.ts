/** The plan of an import as data: what is added and changed tab by tab, and what must be answered first. */
import type { Table } from '../schema/table';
import type { CellChange, Cells, TabChanges } from './changes';
import type { DraftOrganisation, DraftStage, DraftTarget } from './programmeDraft';

export interface LabelledChange {
  readonly key: string;
  readonly label: string;
  readonly cells: readonly CellChange[];
}

export interface TabPlan extends TabChanges {
  readonly changed: readonly LabelledChange[];
  readonly same: number;
}

/** A question that must be answered before anything is written. `index`: in the draft's list. */
export interface ImportQuestion {
  readonly kind: 'stage' | 'organisation';
  readonly index: number;
  /** Code or id that the table has. */
  readonly id: string;
  readonly found: string;
  readonly given: string;
  readonly filed: number;
}

export interface GoneRow {
  readonly id: string;
  readonly label: string;
  /** Reports that were handed in for it. */
  readonly filed: number;
}

export interface ImportPlan {
  readonly stages: TabPlan;
  readonly targets: TabPlan;
  readonly organisations: TabPlan;
  readonly addresses: TabPlan;
  readonly questions: readonly ImportQuestion[];
  /** Stages of the table that the draft lacks; only those that the administrator named are taken off. */
  readonly gone: readonly GoneRow[];
  readonly absent: readonly GoneRow[];
}

export interface ExistingProgramme {
  readonly stages: Table;
  readonly targets: Table;
  readonly organisations: Table;
  readonly addresses: Table;
  /** Reports handed in, by stage code and by organisation id, as `sameKey` texts. */
  readonly filedByStage: ReadonlyMap<string, number>;
  readonly filedByOrganisation: ReadonlyMap<string, number>;
}

/** Draft rows as cells of their tabs, and the words that tabs use. */
export interface ImportWords {
  stageCells(stage: DraftStage): Cells;
  targetCells(target: DraftTarget): Cells;
  organisationCells(organisation: DraftOrganisation): Cells;
  readonly yes: string;
  readonly curator: string;
}
