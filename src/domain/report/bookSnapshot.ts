/** What one reading of a reporting book gives, before anything was concluded from it. */
import type { CivilDate } from '../dates/civil';
import type { Organisation, Stage } from '../programme/programme';
import type { ProgrammeWords } from '../programme/readProgramme';
import type { Declared } from '../schema/declaredColumns';
import type { Table } from '../schema/table';
import type { DecisionChange, MemoryWords } from './decisionMemory';
import type { Trust } from './identity';
import type { OwnedWords } from './ownedCells';
import type { PairKey } from './registry';
import type { RowMemory } from './rowMemory';

export interface BookTables {
  readonly stages: Table;
  readonly targets: Table;
  readonly organisations: Table;
  readonly report: Table;
  readonly coverage: Table;
  /** Null where the book keeps no register of pairs. */
  readonly pairs: Table | null;
}

export interface BookWords extends ProgrammeWords, OwnedWords {
  readonly decisions: MemoryWords;
}

export interface BookSnapshot {
  readonly today: CivilDate;
  readonly soonDays: number;
  readonly programmeTitle: string;
  readonly programmeStart: CivilDate | null;
  readonly tables: BookTables;
  readonly declared: Declared;
  /** What was remembered of each report before this run wrote anything; wins over the cells. Null at its first. */
  readonly known: ReadonlyMap<PairKey, RowMemory> | null;
  /** Cells are being put back into their rows: a row that was not counted waits until that is done. */
  readonly restoring?: boolean;
  /** What this run wrote before this reading; null at its first. */
  readonly trust?: Trust | null;
}

export interface NoticedDecision {
  readonly organisation: Organisation;
  readonly stage: Stage;
  readonly change: DecisionChange;
}
