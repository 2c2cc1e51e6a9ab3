/** Calls of the server by google.script.run, as promises that always end in an answer or a sentence. */
import type { Answer, ImporterServer } from '../../src/contract';
import { callErrors } from '../../src/messages/importerPage';

type Functions = { [Name in keyof ImporterServer]: (...args: Parameters<ImporterServer[Name]>) => void };
interface Runner {
  withSuccessHandler(handler: (answer: unknown) => void): Runner;
  withFailureHandler(handler: (error: { readonly message?: unknown }) => void): Runner & Functions;
}
declare const google: {
  readonly script: { readonly run: Runner; readonly host: { close(): void } };
};

type Good<Name extends keyof ImporterServer> = Extract<ReturnType<ImporterServer[Name]>, { ok: true }>;

/**
 * Google's own refusals, by what they look like: with several accounts signed in the page runs as another one
 * (see "Authorization is required" and PERMISSION_DENIED in public threads).
 */
function sentenceOf(message: string): string {
  if (
    /authori[sz]ation is required|permission_denied|требуется авторизаци|необходима авторизаци/i.test(message)
  ) {
    return callErrors.accounts;
  }
  if (/network|connection|http 0|offline|соединени|сет[ьи]/i.test(message)) return callErrors.network;
  return callErrors.other(message.replace(/^(?:Script)?Error:\s*/, '').slice(0, 200));
}

/** The server's answer; a call that fails is an answer too, after which the same call may be made again. */
export function call<Name extends keyof ImporterServer>(
  name: Name,
  ...args: Parameters<ImporterServer[Name]>
): Promise<Answer<Good<Name>>> {
  return new Promise((done) => {
    const refuse = (sentence: string, again: boolean) => done({ ok: false, sentence, again });
    try {
      const run = google.script.run
        .withSuccessHandler((answer) => {
          if (answer === null || answer === undefined) refuse(callErrors.notHere, false);
          else done(answer as Answer<Good<Name>>);
        })
        .withFailureHandler((error) => refuse(sentenceOf(String(error?.message ?? error ?? '')), true));
      (run[name] as (...given: unknown[]) => void)(...args);
    } catch (error) {
      refuse(sentenceOf(error instanceof Error ? error.message : ''), true);
    }
  });
}

export const closeDialog = (): void => google.script.host.close();
