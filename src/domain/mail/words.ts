/**
 * What mails say, in one language, apart from the words of one section only, which stand beside that section.
 * src/messages/mail has Russian and English.
 */

import type { TargetResult } from '../coverage/coverage';
import type { CivilDate } from '../dates/civil';
import type { Work } from '../figures/work';
import type { Bucket } from '../report/statuses';
import type { Language, MailRole } from './mail';

/** Overdue, returned and soon add up to `expected`. */
export type OutstandingCounts = Pick<Work, 'expected' | 'overdue' | 'overdueReturned' | 'returned' | 'soon'>;

/** `removed`: from «Организации»; `moved`: from one of the reader's districts to another. */
export type OrganisationChange =
  | 'closed'
  | 'removed'
  | 'opened'
  | 'movedIn'
  | 'movedOut'
  | 'moved'
  | 'stages';

export interface MailWords {
  readonly language: Language;
  date(day: CivilDate): string;
  percent(value: number): string;
  /** With the language's decimal mark. */
  number(value: number): string;
  /** With a sign; '' for none. */
  change(value: number): string;
  days(count: number): string;

  readonly untitledProgramme: string;
  readonly noDistrict: string;
  more(count: number): string;
  /** Where a mail has no room for a single row. */
  onlyInSheet(count: number): string;
  /** The last section of a mail that had no room for all: the others in one line each. */
  readonly brief: {
    readonly title: string;
    readonly lead: string;
    moreSections(count: number): string;
  };
  /** Names of districts as they are shortened in tables: a pattern, and what it becomes. */
  readonly shorter: readonly (readonly [RegExp, string])[];

  readonly figures: {
    expected(reports: number, organisations: number): string;
    /** All four in one line. */
    line(figures: readonly { label: string; percent: string; count: string; change: string }[]): string;
    readonly label: Readonly<Record<Bucket, string>>;
    since(day: CivilDate): string;
    unchangedSince(day: CivilDate): string;
    /** Other reports are counted than were counted then. */
    incomparable(day: CivilDate): string;
    readonly first: string;
  };
  readonly digest: {
    readonly ministryTitle: string;
    districtTitle(district: string): string;
    afterDeadline(day: CivilDate): string;
    unsent(count: number): string;
    unsentInDistrict(count: number): string;
    issues(count: number): string;
    /** Rows of this district that somebody of another organisation filled. */
    filedElsewhere(count: number): string;
    /** Rows of this district that somebody of another district decided. */
    decidedElsewhere(count: number): string;
    /** Rows of other districts that this district's head decided. */
    decidedByYou(count: number): string;
    readonly districts: string;
    readonly stages: string;
    readonly targets: string;
    /** In how many of the districts something is overdue. */
    behind(count: number, all: number): string;
    worstFirst(shown: number, all: number): string;
    /** The districts that have no row of their own; `clear`: where nothing is overdue. */
    otherDistricts(given: {
      readonly count: number;
      readonly done: string;
      readonly missed: number;
      readonly clear: number;
    }): string;
    readonly done: string;
    readonly missed: string;
    due(day: CivilDate): string;
    readonly undated: string;
    /** Stages that no organisation has filed or missed. */
    readonly ahead: string;
    readonly doneByAll: string;
    overdue(count: number): string;
    /** Of the overdue: those that wait for the reader's own decision and stand below. */
    overdueAwaiting(count: number): string;
    oldest(shown: number, all: number): string;
    readonly nothingOverdue: string;
    awaiting(count: number): string;
    /** Returned, handed in once more, and not decided yet. */
    refiled(count: number): string;
    doneOn(day: CivilDate): string;
    returned(count: number): string;
    readonly soon: string;
    readonly rest: string;
    restNote(count: number): string;
    /** Names or codes, separated by commas. */
    changed(kind: OrganisationChange, names: string): string;
    readonly changesNote: string;
    /** Behind the name of a closed organisation. */
    closedOn(day: CivilDate): string;
    /** Overdue reports of organisations that moved here, which count where they were. */
    brought(count: number): string;
    /** Behind the name of an organisation; null: the reader's own district. */
    fromTo(former: string | null, present: string | null): string;
    readonly openSummary: string;
    readonly openDistrict: string;
    /** Where there are several books. */
    openBook(name: string): string;
    readonly openIssues: string;
  };
  readonly target: {
    /** `value` is null where nobody gave a figure. */
    line(date: CivilDate, required: string, value: string | null): string;
    gave(reported: number, asked: number): string;
    /** Organisations whose count is called wrong by an issue. */
    leftOut(count: number): string;
    readonly outcomes: Readonly<Record<TargetResult['outcome'], string>>;
  };
  /** How many reports are outstanding, in a sentence. */
  outstanding(counts: OutstandingCounts): string;
  readonly item: {
    overdueDays(days: number): string;
    dueIn(days: number): string;
    readonly returned: string;
    due(day: CivilDate): string;
    dueExtended(day: CivilDate): string;
    present(what: string): string;
    readonly documentNeeded: string;
    reason(text: string): string;
    /** The reason is not repeated: it looks like personal data. */
    readonly reasonInSheet: string;
    readonly unreadable: string;
  };
  readonly subject: {
    digest(given: {
      /** Null for the whole programme. */
      readonly district: string | null;
      readonly missed: number;
      readonly unchanged: boolean;
    }): string;
    whole(what: string, date: string, programme: string): string;
    test(subject: string): string;
  };
  readonly footer: {
    why(roles: readonly MailRole[], office: string): string;
    stop(replyTo: string): string;
    readonly automatic: string;
  };
  testBanner(insteadOf: string): string;
  senderName(office: string): string;
  readonly csv: {
    fileName(today: CivilDate): string;
    readonly columns: Readonly<
      Record<
        | 'book'
        | 'district'
        | 'organisation'
        | 'type'
        | 'expected'
        | 'inTime'
        | 'late'
        | 'missed'
        | 'notYetDue'
        | 'share'
        | 'awaiting',
        string
      >
    >;
  };
}
