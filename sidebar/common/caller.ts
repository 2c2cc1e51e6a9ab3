/** Calls of the server by google.script.run, as promises that always end in an answer or a sentence. */
import type { Answer } from '../../src/contract';
import type { CallWords } from '../../src/messages/pageCalls';

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

/**
 * Google's own refusals, by what they look like: with several accounts signed in the page runs as another one
 * (see "Authorization is required" and PERMISSION_DENIED in public threads).
 */
function sentenceOf(message: string, words: CallWords): string {
  if (
    /authori[sz]ation is required|permission_denied|требуется авторизаци|необходима авторизаци/i.test(message)
  ) {
    return words.accounts;
  }
  if (/network|connection|http 0|offline|соединени|сет[ьи]/i.test(message)) return words.network;
  return words.other(message.replace(/^(?:Script)?Error:\s*/, '').slice(0, 200));
}

/**
 * `call(name, ...args)` of a server's functions, typed by its contract. It never rejects: a call that fails is an
 * answer too, after which the same call may be made again.
 */
export function caller<Functions extends Server<Functions>>(words: CallWords): Call<Functions> {
  return (name, ...args) =>
    new Promise((done) => {
      const refuse = (sentence: string, again: boolean) => done({ ok: false, sentence, again });
      // Without a connection google.script.run may keep silent for minutes.
      if (navigator.onLine === false) return refuse(words.network, true);
      try {
        const run = google.script.run
          .withSuccessHandler((answer) => {
            if (answer === null || answer === undefined) refuse(words.notHere, false);
            else done(answer as Answer<GoodOf<Functions[typeof name]>>);
          })
          .withFailureHandler((error) =>
            refuse(sentenceOf(String(error?.message ?? error ?? ''), words), true),
          );
        const functions = run as unknown as Readonly<
          Record<keyof Functions, ((...given: unknown[]) => void) | undefined>
        >;
        const named = functions[name];
        // Google lists only the functions that the book's script has.
        if (named === undefined) refuse(words.notHere, false);
        else named.apply(run, args);
      } catch (error) {
        refuse(sentenceOf(error instanceof Error ? error.message : '', words), true);
      }
    });
}

/** Closes the dialog or the sidebar that this page is shown in. */
export const closePage = (): void => google.script.host.close();
