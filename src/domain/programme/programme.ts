/** A programme as data: what the administrator's tabs say, once they were read. */
import type { CivilDate } from '../dates/civil';

/** How a letter writes a deadline; see docs/design.md, «Deadlines». */
export const DEADLINE_KINDS = [
  'by',
  'on',
  'from',
  'range',
  'recurring',
  'relative',
  'reference',
  'none',
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** `included`: the deadline is that of the approval, so a report not approved by then is missed. */
export type ApprovalNeed = 'no' | 'yes' | 'included';

export interface Stage {
  /** Unique in the programme, e.g. «1.4». */
  readonly code: string;
  readonly section: string;
  readonly title: string;
  readonly kind: DeadlineKind;
  readonly start: CivilDate | null;
  readonly deadline: CivilDate | null;
  readonly responsible: string;
  /** What is to be presented. */
  readonly result: string;
  readonly documentNeeded: boolean;
  readonly approval: ApprovalNeed;
  /** Types of organisation that report on it; empty means every type. */
  readonly appliesTo: readonly string[];
  /** The letter's own words for the deadline. */
  readonly phrase: string;
  /** Taken off the programme: its rows stay and are not counted. */
  readonly dropped: boolean;
}

/** What a stage has of which only code, title and kind are known. */
export const BLANK_STAGE: Omit<Stage, 'code' | 'title' | 'kind' | 'dropped'> = {
  section: '',
  start: null,
  deadline: null,
  responsible: '',
  result: '',
  documentNeeded: false,
  approval: 'no',
  appliesTo: [],
  phrase: '',
};

/** A district that an organisation belonged to up to and including the day. */
export interface FormerDistrict {
  readonly district: string;
  readonly until: CivilDate;
}

/** A reporting body: a school, but also an office, a centre, a working group. */
export interface Organisation {
  /** Unique in the book. */
  readonly id: string;
  /** The present one; see formerDistricts.ts for any other day. */
  readonly district: string;
  /** The earliest first. */
  readonly formerDistricts?: readonly FormerDistrict[];
  readonly fullName: string;
  readonly shortName: string;
  readonly type: string;
  readonly opened: CivilDate | null;
  readonly closed: CivilDate | null;
}

/** What «Показатели» can compute from «Охват» by itself. */
export const INDICATORS = ['menteeShare', 'mentees', 'mentors', 'pairs', 'other'] as const;
export type Indicator = (typeof INDICATORS)[number];

export interface Target {
  readonly indicator: Indicator;
  readonly title: string;
  readonly date: CivilDate;
  readonly value: number;
  readonly unit: string;
}

export interface Programme {
  readonly title: string;
  readonly start: CivilDate | null;
  readonly stages: readonly Stage[];
  readonly organisations: readonly Organisation[];
  readonly targets: readonly Target[];
}
