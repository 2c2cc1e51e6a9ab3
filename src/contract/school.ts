/**
 * What the schools' sidebar and the server say to each other. Days are ISO texts («2020-10-05»), cells are as the
 * domain has them; nothing here is a `Date`. Every call answers with {@link Answer}: a sentence when it could not.
 */

import type { CivilDate } from '../domain/dates/civil';
import type { Approval } from '../domain/report/status';
import type { Bucket, StatusName } from '../domain/report/statuses';
import type { Column } from '../domain/schema/schema';
import type { FormDraft } from '../domain/school/draft';
import type { Cell } from '../domain/values/cell';
import type { Answer, Contract } from './plain';

/** One organisation to choose from. */
export interface SchoolName {
  readonly id: string;
  /** As it stands in «Отчёт». */
  readonly name: string;
  /** '' where the list of organisations has none. */
  readonly fullName: string;
  readonly district: string;
}

/** One stage of the checklist. */
export interface StageItem {
  readonly key: string;
  /** Row of «Отчёт», from 1, as it was read: rows may move, the key is what counts. */
  readonly row: number;
  /** «1.4. Назначить куратора», as in the row. */
  /** As the row has it. */
  readonly title: string;
  /** Not shortened, to be shown. */
  readonly fullTitle: string;
  /** What is to be presented; '' where the letter does not say. */
  readonly result: string;
  readonly documentNeeded: boolean;
  readonly status: StatusName;
  /** The very text of the status cell. */
  readonly statusText: string;
  /** Days late, overdue or left until the deadline; null without a deadline. */
  readonly days: number | null;
  /** The deadline that holds; null without one. */
  readonly due: CivilDate | null;
  readonly extended: boolean;
  readonly approval: Approval | null;
  /** Returned, and handed in again since: it is the district's turn. */
  readonly refiled: boolean;
  /** Where it stands in the figures; null where it is not expected. */
  readonly bucket: Bucket | null;
  /** Its deadline is near, and it is the school's turn. */
  readonly soon: boolean;
  /** The district's words to a return or an extension. */
  readonly reason: string;
  /** The day handed in, null while it is not, or cannot be read. */
  readonly done: CivilDate | null;
  /** Handed in without the document that the stage asks for. */
  readonly documentMissing: boolean;
  /** How many cells of the row are to be repaired. */
  readonly issues: number;
  /** Names and key of the row do not fit each other: nobody can tell whose it is, and it opens for nobody. */
  readonly unclear: boolean;
}

/** The checklist of an organisation: overdue first, then by deadline; handed in last. */
export interface School {
  readonly id: string;
  readonly name: string;
  readonly district: string;
  readonly stages: readonly StageItem[];
  /** Stages with a form begun and not sent, by key. */
  readonly drafts: readonly string[];
}

export interface Opened {
  /** Id of the book: forms kept on this computer are told apart by it. */
  readonly book: string;
  readonly today: CivilDate;
  /** Null until the person has said which organisation is theirs, or when it has left the programme. */
  readonly school: School | null;
  /** Whether this person may write the district's columns: then the district's screen is offered. */
  readonly mayDecide: boolean;
  /** What is shown first: a head's district, or what this person looked at last. */
  readonly first: 'school' | 'district';
}

export interface FormField {
  /** The column's declaration: its type, rules, help and example are checked and shown in the page as on the server. */
  readonly column: Column;
  /** As it stands in the sheet now. */
  readonly value: Cell;
}

export interface Form {
  readonly key: string;
  /** The organisation as it stands in the row. */
  readonly organisation: string;
  readonly stage: StageItem;
  readonly fields: readonly FormField[];
  /** Whether this person may type in these cells; else the form only shows them. */
  readonly mayWrite: boolean;
  readonly today: CivilDate;
  readonly programmeStart: CivilDate | null;
  /** Null when there is nothing that the person typed and did not send. */
  readonly draft: FormDraft | null;
}

/** A form that is sent. Its draft stays on the server until {@link SidebarFunctions.sidebarDraft} takes it away. */
export interface Save {
  readonly key: string;
  /**
   * `Form.organisation` and `Form.stage.title`, as the person saw them over the form: a row that bears the key but
   * other names (somebody sorted without the hidden columns) is not written.
   */
  readonly organisation: string;
  readonly stage: string;
  /** Only the cells that the person changed, by column id. Blank empties the cell. */
  readonly values: Readonly<Record<string, Cell>>;
  /** What the person had before their eyes in these cells. */
  readonly seen: Readonly<Record<string, Cell>>;
}

export interface Conflict {
  readonly column: string;
  readonly header: string;
  /** What somebody else wrote meanwhile. */
  readonly theirs: Cell;
}

export interface Saved {
  /** False when somebody else changed one of the cells meanwhile: nothing was written, the person decides. */
  readonly saved: boolean;
  readonly conflicts: readonly Conflict[];
  /** The stage as it is now, with its new status. */
  readonly stage: StageItem;
  /** What happened on the way, where others moved rows or columns; '' nearly always. */
  readonly note: string;
}

/** The selected cell and what belongs there. */
export interface Selection {
  readonly sheetId: number;
  readonly tab: string;
  /** «E15» */
  readonly cell: string;
  /** Null where the tab or the column is not one of Svodka's tables. */
  readonly column: Column | null;
  /** Whose cell it is and what to do, in a sentence: «Этот столбец заполняет район.»; '' for one's own. */
  readonly note: string;
  readonly value: Cell;
  readonly shown: string;
  readonly problem: { readonly expected: string; readonly repair: string } | null;
  /** Whether this person may repair it; asked only where something is wrong. */
  readonly mayWrite: boolean;
  /** What the cell is to become where that is certain; null where a person must decide. */
  readonly certain: { readonly value: Cell; readonly shown: string } | null;
}

export interface CellRepair {
  readonly sheetId: number;
  readonly cell: string;
  /** What stood there when it was shown. */
  readonly seen: Cell;
  readonly value: Cell;
}

/** One thing to repair. */
export interface IssueItem {
  readonly sheetId: number;
  readonly tab: string;
  /** «E15»; '' for the whole tab. */
  readonly cell: string;
  readonly column: string;
  /** '' or the stage of the row. */
  readonly stage: string;
  readonly expected: string;
  readonly found: string;
  readonly repair: string;
}

export interface DistrictReport {
  readonly key: string;
  readonly school: string;
  readonly stage: string;
  readonly statusText: string;
  readonly status: StatusName;
  /** Returned, and handed in again since. */
  readonly refiled: boolean;
  readonly due: CivilDate | null;
  readonly days: number | null;
}

export interface District {
  readonly district: string;
  readonly districts: readonly string[];
  readonly organisations: number;
  readonly figures: {
    readonly expected: number;
    readonly inTime: number;
    readonly late: number;
    readonly missed: number;
    readonly notYetDue: number;
  };
  /** Oldest first, fifty at most; `overdueMore` are not listed. */
  readonly overdue: readonly DistrictReport[];
  readonly overdueMore: number;
  readonly awaiting: readonly DistrictReport[];
  readonly awaitingMore: number;
  /** Sheet id of the district's summary tab; null while there is none. */
  readonly summary: number | null;
  /** What came of the last «Напомнить» as the tab «Напоминания» says; null where the tab has no row for it. */
  readonly reminder: {
    readonly asked: CivilDate | null;
    readonly sent: string;
    readonly outcome: string;
  } | null;
  readonly mayRemind: boolean;
}

/** Where to jump: a report by its key, a cell of a tab, or the top of a tab ('' for the cell). */
export type Target =
  /** `column`: which of the row's cells, by its id. */
  { readonly key: string; readonly column: string } | { readonly sheetId: number; readonly cell: string };

/** Signatures of the server's functions; src/jobs/sidebar implements each. */
export interface SidebarFunctions {
  sidebarOpen(): Answer<Opened>;
  sidebarSchools(): Answer<{ readonly schools: readonly SchoolName[] }>;
  /** Remembers the organisation for this person and book; '' forgets it. */
  sidebarChoose(id: string): Answer<{ readonly school: School | null }>;
  sidebarForm(key: string): Answer<Form>;
  /** Keeps what was typed and not sent; null when there is nothing left to keep. */
  sidebarDraft(key: string, draft: FormDraft | null): Answer<object>;
  sidebarSave(save: Save): Answer<Saved>;
  sidebarGo(target: Target): Answer<object>;
  sidebarSelection(): Answer<Selection>;
  sidebarRepair(repair: CellRepair): Answer<{ readonly repaired: boolean }>;
  sidebarIssues(id: string): Answer<{ readonly issues: readonly IssueItem[] }>;
  /** '' for the district that this person looked at last. */
  sidebarDistrict(district: string): Answer<District>;
  sidebarRemind(district: string): Answer<District>;
}

export type SidebarServer = Contract<SidebarFunctions>;
