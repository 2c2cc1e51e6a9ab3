/** What the importer's page and the server say to each other. src/jobs/importer implements each function. */

import type { ImportTab } from '../domain/import/changes';
import type { Cell } from '../domain/values/cell';
import type { Answer, Contract } from './plain';

/** The programme of a reporting book as it stands. */
export interface BookContent {
  readonly book: string;
  readonly books: readonly { readonly id: string; readonly name: string }[];
  /** Name of the programme; '' while it has none. */
  readonly programme: string;
  /** Rows with their cells in the order of the tab's schema. */
  readonly rows: Readonly<Record<ImportTab, readonly (readonly Cell[])[]>>;
  /** Reports handed in, by stage code and by organisation id, as keys. */
  readonly filedByStage: Readonly<Record<string, number>>;
  readonly filedByOrganisation: Readonly<Record<string, number>>;
}

export interface Applied {
  /** False when the tables changed meanwhile: then nothing was written, and they are to be read again. */
  readonly written: boolean;
  readonly sentence: string;
}

export interface Rebuilt {
  readonly finished: boolean;
  readonly sentence: string;
}

/** Signatures of the server's functions. */
export interface ImporterFunctions {
  /** What the book holds now; '' is the first book. */
  importRead(id: string): Answer<BookContent>;
  /** Takes an `ImportChanges` (src/domain/import/changes.ts); its shape is checked before anything is read. */
  importApply(changes: unknown): Answer<Applied>;
  importRebuild(id: string): Answer<Rebuilt>;
}

export type ImporterServer = Contract<ImporterFunctions>;
