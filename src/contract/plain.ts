/**
 * What may cross between a page and the server, and how every call is answered. A `Date` anywhere in a contract does
 * not compile: google.script.run fails on one, nested or not
 * (https://developers.google.com/apps-script/guides/html/communication#parameters_and_return_values).
 */

/** An answer, or a sentence that says what is wrong and what to do. `again`: the same call may work later. */
export type Answer<T> = ({ readonly ok: true } & T) | Refusal;
export interface Refusal {
  readonly ok: false;
  readonly sentence: string;
  readonly again: boolean;
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
