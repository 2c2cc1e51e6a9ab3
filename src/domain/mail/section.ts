/**
 * A mail as it will be seen, in words, with no mark-up yet: the HTML and the plain text are both made of this, so
 * they say the same. Every text from people went through `oneLine`.
 */
import type { Bucket } from '../report/statuses';

/** How a word or a bar is coloured; src/mail/look.ts has the colours. */
export type Tone = Bucket | 'soon' | 'returned' | 'plain';

export interface Link {
  readonly text: string;
  /** Null: plain text. */
  readonly url: string | null;
}

/** What was left out, with a link to the whole. */
export interface More extends Link {
  /** How many; more where the mail was cut to its size. */
  readonly count: number;
}

export interface Segment {
  readonly tone: Bucket;
  /** Whole per cents of the bar's width; segments of one bar add up to 100. */
  readonly width: number;
}

/** One of the four figures that add up to 100 %. */
export interface Figure {
  readonly tone: Bucket;
  readonly percent: string;
  readonly label: string;
  readonly count: string;
  /** «+3» since the last digest; '' when there is none or it is the same. */
  readonly change: string;
}

export interface FiguresText {
  readonly expected: string;
  readonly cells: readonly Figure[];
  readonly bar: readonly Segment[];
  /** Since when the changes are counted. */
  readonly since: string;
}

/** A district or a stage with its bar and two figures; the block's `columns` say what they are. */
export interface BarRow {
  readonly name: Link;
  readonly hint: string;
  readonly bar: readonly Segment[];
  readonly done: string;
  readonly missed: string;
}

/** Below it stand the items that belong to it: a school, a book. */
export interface GroupRow {
  readonly name: Link;
}

export interface ItemRow {
  readonly title: Link;
  readonly lines: readonly string[];
  /** Schools that are all in the same position. */
  readonly names: readonly Link[];
  /** The schools that are not named. */
  readonly more: More | null;
  readonly badge: { readonly text: string; readonly tone: Tone } | null;
}

/** Exactly one of the three is not null. */
export interface Row {
  readonly bar: BarRow | null;
  readonly group: GroupRow | null;
  readonly item: ItemRow | null;
}

export interface Block {
  readonly heading: string;
  readonly note: string;
  /** Of a block of bars: what its two columns of figures are. */
  readonly columns: { readonly done: string; readonly missed: string } | null;
  readonly rows: readonly Row[];
  /** Null when all is there. */
  readonly more: More | null;
}

export interface Section {
  /** Its share of the mail's subject. */
  readonly subject: string;
  readonly title: string;
  readonly lead: string;
  readonly figures: FiguresText | null;
  /** What is to be known before the rest, and where the whole is. */
  readonly notices: readonly Link[];
  readonly blocks: readonly Block[];
  /** What to do about it, at the end. */
  readonly closing: string;
  /** Where all of it is; null where no single tab has it. */
  readonly whole: string | null;
  /** The section in one line, for a mail that has no room for more. */
  readonly brief: Brief;
  /** Short by its own limits: cut only where a mail has nothing else to cut. */
  readonly isShort: boolean;
}

export interface Brief {
  readonly name: string;
  readonly line: string;
}

export interface MailContent {
  readonly language: string;
  readonly subject: string;
  /** What mail programs show beside the subject. */
  readonly preheader: string;
  readonly programme: string;
  readonly date: string;
  /** Says that this is a test; '' when it is not. */
  readonly test: string;
  readonly sections: readonly Section[];
  readonly footer: readonly string[];
}

export const barRow = (bar: BarRow): Row => ({ bar, group: null, item: null });
export const groupRow = (name: Link): Row => ({ bar: null, group: { name }, item: null });

export const itemRow = (item: Pick<ItemRow, 'title'> & Partial<ItemRow>): Row => ({
  bar: null,
  group: null,
  item: { lines: [], names: [], more: null, badge: null, ...item },
});

export const block = (given: Pick<Block, 'heading' | 'rows'> & Partial<Block>): Block => ({
  note: '',
  columns: null,
  more: null,
  ...given,
});

export const plainText = (text: string): Link => ({ text, url: null });
