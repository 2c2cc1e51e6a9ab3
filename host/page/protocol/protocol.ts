/** What the page and its server say to each other: plain JSON, rows and columns counted from 1. */
import type { Box } from '../../../src/domain/values/a1';

/** Somebody whom the page can be; '' is a person who is not signed in. */
export interface PersonShown {
  readonly email: string;
  readonly name: string;
}

export interface BookShown {
  readonly id: string;
  readonly name: string;
  readonly kind: 'reporting' | 'control';
}

/** Everything around the grid. */
export interface WorldShown {
  readonly title: string;
  readonly people: readonly PersonShown[];
  /** Books that this person may open. */
  readonly books: readonly BookShown[];
  /** Samples that can be chosen, and which one is open; none where a file was opened. */
  readonly programmes: readonly { readonly id: string; readonly title: string }[];
  readonly programme: string | null;
  readonly clock: ClockShown;
  readonly mails: number;
}

export interface ClockShown {
  /** Civil day in the reporting book's zone, `2020-11-16`. */
  readonly day: string;
  /** `09:00`. */
  readonly time: string;
}

/** How a cell looks, conditional formats applied; what is left out is as in a new cell. */
export interface Look {
  readonly bg?: string;
  readonly color?: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly strike?: true;
  /** Points. */
  readonly size?: number;
  readonly h?: 'left' | 'center' | 'right';
  readonly v?: 'top' | 'middle';
  readonly wrap?: 'WRAP' | 'CLIP';
}

/**
 * One row: its number, then column, text, number of the look for each cell that is not blank and plain; then
 * notes and links by column.
 */
export interface RowShown {
  readonly row: number;
  readonly cells: readonly (number | string)[];
  readonly notes?: Readonly<Record<number, string>>;
  readonly links?: Readonly<Record<number, string>>;
}

export interface RowsShown {
  readonly rows: readonly RowShown[];
  readonly looks: Readonly<Record<number, Look>>;
}

export interface SheetShown {
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly columns: number;
  /** Rows from 1 to this one hold or show something. */
  readonly used: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly tabColor: string | null;
  readonly gridlines: boolean;
  readonly widths: Readonly<Record<number, number>>;
  readonly heights: Readonly<Record<number, number>>;
  readonly hiddenColumns: readonly number[];
  readonly hiddenRows: readonly number[];
  readonly merges: readonly Box[];
  readonly order: Order;
}

/** Grows whenever rows or columns of a tab change their places, and with every start of the program. */
export type Order = number;

export type MenuShownEntry =
  | { readonly kind: 'item'; readonly caption: string; readonly path: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'menu'; readonly caption: string; readonly items: readonly MenuShownEntry[] };

export interface BookOpened {
  readonly book: BookShown;
  readonly sheets: readonly SheetShown[];
  /** Empty for somebody who has none: a viewer, a person who is not signed in. */
  readonly menus: readonly { readonly caption: string; readonly items: readonly MenuShownEntry[] }[];
  readonly canEdit: boolean;
  /** Sheet that is open at first, and its first rows. */
  readonly active: number;
  readonly first: RowsShown;
}

/** What is to be known of the one cell that is selected. */
export interface CellShown {
  readonly formula: string | null;
  readonly editable: boolean;
  /** Values to choose from, when the column has such. */
  readonly choices: readonly string[] | null;
  readonly link: string | null;
}

export interface Place {
  readonly book: string;
  readonly sheet: number;
}

/** Where the person stands: scripts ask for it, and may move it. */
export interface Standing extends Place {
  readonly box: Box;
}

export type Edit = Place &
  (
    | { readonly kind: 'type'; readonly row: number; readonly col: number; readonly text: string }
    | { readonly kind: 'paste'; readonly row: number; readonly col: number; readonly lines: string[][] }
    | { readonly kind: 'clear' | 'fillDown' | 'insertRow' | 'deleteRows'; readonly box: Box }
    | { readonly kind: 'sort'; readonly box: Box; readonly column: number; readonly ascending: boolean }
  );

export type EditOutcome =
  | { readonly ok: true; readonly warning?: string }
  /** `moved`: rows or columns stand elsewhere than the page knew; nothing was written. */
  | { readonly ok: false; readonly message: string; readonly moved?: true };

/** A page that a script shows: its html is fetched from `path`. */
export interface FrameShown {
  readonly kind: 'sidebar' | 'modalDialog' | 'modelessDialog';
  readonly id: string;
  readonly title: string;
  readonly width: number | null;
  readonly height: number | null;
}

export interface RunShown {
  readonly error: string | null;
  readonly frames: readonly FrameShown[];
  /** Where the script moved the person's screen. */
  readonly goTo: Standing | null;
}

/** What a call of google.script.run gave; with what else the script did to the person's screen. */
export type CallOutcome =
  | ({ readonly result: unknown } & Pick<RunShown, 'frames' | 'goTo'>)
  | { readonly error: string };

export interface MailShown {
  readonly index: number;
  /** `16.11.2020 09:00` in the reporting book's zone. */
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
}

export interface MailOpened extends MailShown {
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly text: string | null;
  readonly html: string | null;
  readonly attachments: readonly { readonly name: string; readonly bytes: number }[];
}

/** A question that a script asks in a dialog; the run waits for the answer. */
export interface Question {
  readonly kind: 'alert' | 'prompt';
  readonly title: string;
  readonly text: string;
  /** A name of Ui.ButtonSet. */
  readonly buttons: string;
}

export type Button = 'CLOSE' | 'OK' | 'CANCEL' | 'YES' | 'NO';

/** Requests by name: what is sent, what comes back. `person` comes with every one. */
export interface Requests {
  world: { in: object; out: WorldShown };
  open: { in: { book: string }; out: BookOpened };
  rows: { in: Place & { from: number; to: number }; out: RowsShown & { readonly order: Order } };
  cell: { in: Place & { row: number; col: number }; out: CellShown };
  /** `order`: what the page knew of the tab when its person chose the place; another one is refused. */
  edit: { in: { edit: Edit; order?: Order }; out: EditOutcome };
  menu: { in: { at: Standing; path: string }; out: RunShown };
  call: {
    in: { at: Standing; frame: string; name: string; args: unknown[] };
    out: CallOutcome & Partial<RunShown>;
  };
  /** Answered when the clock is there, or was stopped on the way (`stopped`: on which day). */
  advance: {
    in: { days: number } | { to: string };
    out: { ok: true; stopped?: string } | { ok: false; message: string };
  };
  /** Ends the walk of the clock that is under way, no matter who began it; what it has done stays done. */
  stop: { in: object; out: object };
  mails: { in: object; out: readonly MailShown[] };
  mail: { in: { index: number }; out: MailOpened };
  /** `empty`: books that are set up and hold nothing. */
  reset: { in: { empty?: boolean }; out: object };
  programme: { in: { id: string }; out: object };
}
export type RequestName = keyof Requests;

/** What the server tells pages unasked. */
export type News =
  | ({
      readonly kind: 'rows';
      readonly book: string;
      readonly sheet: number;
      readonly order: Order;
    } & RowsShown)
  /** Sheets came, went or changed their shape: open the book again. */
  | { readonly kind: 'book'; readonly book: string }
  /** All is new: a reset, another programme. */
  | { readonly kind: 'world' }
  /** `mails`: all that the host has sent, whoever may read it. */
  | { readonly kind: 'clock'; readonly clock: ClockShown; readonly mails: number }
  /** `stoppable`: the request `stop` ends it. */
  | {
      readonly kind: 'busy';
      readonly what: string;
      readonly done: number;
      readonly of: number;
      readonly stoppable?: true;
    }
  | { readonly kind: 'idle' }
  /** A run of that session stands until its person, `who`, has answered. */
  | { readonly kind: 'asking'; readonly session: string; readonly who: string; readonly what: string }
  | { readonly kind: 'answered'; readonly session: string }
  | { readonly kind: 'question'; readonly session: string; readonly question: Question };
