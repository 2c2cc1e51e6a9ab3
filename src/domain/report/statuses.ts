/**
 * The statuses of a report. A new one is a record here, its rule in status.ts, its words in src/messages/words/words.ts
 * and its part of the formula in src/tabs/rules/statusFormula.ts; the compiler or a test asks for each.
 */

/** The four figures that add up to all expected reports. */
export type Bucket = 'inTime' | 'late' | 'missed' | 'notYetDue';

/** Missed and in time differ for colour-blind readers; contrast is at least 4.5:1. */
export interface StatusPaint {
  readonly background: string;
  readonly color: string;
  readonly bold?: boolean;
}

export interface StatusRecord {
  /** The figure that it counts into; `byDeadline`: missed once the deadline has passed, not yet due until then. */
  readonly bucket: Bucket | 'byDeadline' | null;
  /** The place in a checklist, the most urgent first; those of one place stand by their deadlines. */
  readonly order: number;
  /** Whether an open stage has the button that catches the eye. */
  readonly urgent?: true;
  /** What the days beside it count, null where there are none. */
  readonly days: 'late' | 'overdue' | 'left' | null;
  /** Whether the status cell shows them. */
  readonly daysInCell?: true;
  /** Null stays plain. */
  readonly paint: StatusPaint | null;
}

export const STATUSES = {
  inTime: {
    bucket: 'inTime',
    order: 5,
    days: null,
    paint: { background: '#cfe2f3', color: '#202124' },
  },
  late: {
    bucket: 'late',
    order: 5,
    days: 'late',
    daysInCell: true,
    paint: { background: '#f6b26b', color: '#202124' },
  },
  /** Filed, and the deadline that includes the approval passed before the district decided: it is not the school's turn. */
  unapproved: {
    bucket: 'missed',
    order: 4,
    days: 'overdue',
    daysInCell: true,
    paint: { background: '#b0bec5', color: '#202124', bold: true },
  },
  missed: {
    bucket: 'missed',
    order: 0,
    urgent: true,
    days: 'overdue',
    daysInCell: true,
    paint: { background: '#b3261e', color: '#ffffff' },
  },
  soon: {
    bucket: 'notYetDue',
    order: 2,
    urgent: true,
    days: 'left',
    daysInCell: true,
    paint: { background: '#ffd966', color: '#202124' },
  },
  ahead: {
    bucket: 'notYetDue',
    order: 3,
    days: 'left',
    paint: null,
  },
  undated: {
    bucket: 'notYetDue',
    order: 4,
    days: null,
    paint: null,
  },
  notExpected: {
    bucket: null,
    order: 6,
    days: null,
    paint: { background: '#f1f3f4', color: '#5f6368' },
  },
  invalid: {
    bucket: 'byDeadline',
    order: 1,
    urgent: true,
    days: null,
    paint: { background: '#e8d7f1', color: '#4a148c', bold: true },
  },
} as const satisfies Readonly<Record<string, StatusRecord>>;

export type StatusName = keyof typeof STATUSES;
export const STATUS_NAMES = /* @__PURE__ */ Object.keys(STATUSES) as readonly StatusName[];

/** The record of a status. */
export const statusOf = (name: StatusName): StatusRecord => STATUSES[name];

/** Whether the report is there, in time or not. */
export const isDone = (name: StatusName): boolean => {
  const { bucket } = statusOf(name);
  return bucket === 'inTime' || bucket === 'late';
};

/** Whether it is still to come, late or not. */
export const isOpen = (name: StatusName): boolean => statusOf(name).bucket !== null && !isDone(name);
