/** Calls of the server by google.script.run, as promises that always end in an answer or a sentence. */
import type { Answer } from '../../src/contract/plain';
import type { CallWords } from '../../src/messages/jobs/pageCalls';

interface Runner {
  withSuccessHandler(handler: (answer: unknown) => void): Runner;
  withFailureHandler(handler: (error: { readonly message?: unknown } | null) => void): Runner;
}
declare const google: {
  readonly script: { readonly run: Runner; readonly host: { close(): void } };
};

/** The functions of one half of the contract, e.g. `ImporterServer`: each answers with an `Answer`. */
type Server<Functions> = {
  readonly [Name in keyof Functions]: (...args: never[]) => { readonly ok: boolean };
};
type ArgumentsOf<F> = F extends (...args: infer Args) => unknown ? Args : never;
type GoodOf<F> = F extends (...args: never[]) => infer Result ? Extract<Result, { ok: true }> : never;

export type Call<Functions> = <Name extends keyof Functions>(
  name: Name,
  ...args: ArgumentsOf<Functions[Name]>
) => Promise<Answer<GoodOf<Functions[Name]>>>;

/** Google ends a script after six minutes (https://developers.google.com/apps-script/guides/services/quotas). */
const LONGEST_RUN_MS = 6 * 60_000 + 30_000;
/** What was asked before the connection broke is answered at once when it comes back, or not at all. */
const AFTER_OFFLINE_MS = 10_000;

/**
 * `call(name, ...args)` of a server's functions, typed by its contract. It never rejects: a call that fails is an
 * answer too, after which the same call may be made again. An answer that comes after `patience` (ms) is dropped: the
 * person was told that there was none.
 */
export function caller<Functions extends Server<Functions>>(
  words: CallWords,
  patience = LONGEST_RUN_MS,
): Call<Functions> {
  return (name, ...args) =>
    new Promise((done) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const end = (answer: Answer<GoodOf<Functions[typeof name]>>): void => {
        clearTimeout(timer);
        window.removeEventListener('offline', broken);
        done(answer);
      };
      const refuse = (sentence: string, again: boolean): void => end({ ok: false, sentence, again });
      const broken = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => refuse(words.network, true), AFTER_OFFLINE_MS);
      };
      const fail = (error: unknown): void => {
        const said = (error as { readonly message?: unknown } | null)?.message ?? error ?? '';
        console.error(said);
        const { sentence, again } = words.failed(String(said));
        refuse(sentence, again);
      };
      // Without a connection google.script.run may keep silent for minutes.
      if (navigator.onLine === false) return refuse(words.network, true);
      timer = setTimeout(() => refuse(words.silent, true), patience);
      window.addEventListener('offline', broken);
      try {
        const run = google.script.run
          .withSuccessHandler((answer) => {
            if (answer === null || answer === undefined) refuse(words.notHere, false);
            else end(answer as Answer<GoodOf<Functions[typeof name]>>);
          })
          .withFailureHandler(fail);
        const functions = run as unknown as Readonly<
          Record<keyof Functions, ((...given: unknown[]) => void) | undefined>
        >;
        const named = functions[name];
        // Google lists only the functions that the book's script has.
        if (named === undefined) refuse(words.notHere, false);
        else named.apply(run, args);
      } catch (error) {
        fail(error);
      }
    });
}

/** Closes the dialog or the sidebar that this page is shown in. */
export const closePage = (): void => google.script.host.close();
