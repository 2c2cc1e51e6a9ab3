/** A draft programme: what a letter was read into, as the administrator edited it in the importer's page. */
import type { CivilDate } from '../dates/civil';
import type { Organisation, Stage, Target } from '../programme/programme';

export interface DraftStage extends Omit<Stage, 'dropped'> {
  /** The table has its code with another title: the same stage renamed, or a new one; null while that is not answered. */
  readonly sameAs: 'same' | 'new' | null;
}

export interface DraftTarget extends Omit<Target, 'date' | 'value'> {
  readonly date: CivilDate | null;
  readonly value: number | null;
}

export interface DraftOrganisation extends Omit<Organisation, 'opened' | 'closed' | 'formerDistricts'> {
  /** Addresses of its curator. */
  readonly emails: readonly string[];
  /** Id of the organisation of the table that it is, 'new', or '' while that is not answered. */
  readonly sameAs: string;
}

export interface ProgrammeDraft {
  readonly stages: readonly DraftStage[];
  readonly targets: readonly DraftTarget[];
  /** An id of '' is found by name, or given. */
  readonly organisations: readonly DraftOrganisation[];
  /** Codes of stages that are in the table, not in the draft, and are to be taken off the programme. */
  readonly drop: readonly string[];
}
