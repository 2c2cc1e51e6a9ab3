/**
 * What the importer's page and the server say to each other. The client's types are made from the server's own
 * functions; a `Date` anywhere in them does not compile: google.script.run fails on one, nested or not
 * (https://developers.google.com/apps-script/guides/html/communication#parameters_and_return_values).
 */

import type { ImportTab } from '../domain/import/changes';
import type { Cell } from '../domain/values/cell';
import type * as importer from '../jobs/importer/importer';

/** An answer, or a sentence that says what is wrong and what to do. `again`: the same call may work later. */
export type Answer<T> = ({ readonly ok: true } & T) | Refusal;
export interface Refusal {
  readonly ok: false;
  readonly sentence: string;
  readonly again: boolean;
}

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

/** What may cross: text, numbers, yes or no, nothing, and lists and records of these. */
export type Plain<T> = T extends string | number | boolean | null
  ? T
  : T extends Date | ((...args: never[]) => unknown) | undefined | symbol | bigint
    ? never
    : T extends readonly (infer Item)[]
      ? readonly Plain<Item>[]
      : T extends object
        ? { readonly [Key in keyof T]: Plain<T[Key]> }
        : unknown extends T
          ? T
          : never;

type PlainFunction<F> = F extends (...args: infer Args) => infer Result
  ? [Args, Result] extends [Plain<Args>, Plain<Result>]
    ? F
    : never
  : never;

/** The functions of a server, each of which takes and gives plain data only; anything else does not compile. */
export type Contract<Functions extends { [Name in keyof Functions]: PlainFunction<Functions[Name]> }> =
  Functions;

export type ImporterServer = Contract<Pick<typeof importer, 'importRead' | 'importApply' | 'importRebuild'>>;
