/** The mails as «Пульт» shows them: the rules and the sending itself are in src/jobs/mail. */

import type { ControlFunctions, MailsBrief } from '../../contract/control';
import type { Answer } from '../../contract/plain';
import { LedgerTrouble } from '../../google/state/ledger/shard';
import { jobNames } from '../../messages/jobs/setup';
import { troubleText } from '../../messages/mail/jobs';
import {
  type MailOutcome,
  mailConfirmCopy,
  mailDryRun,
  mailForget,
  mailPreview,
  mailResend,
  mailState,
  mailSwitch,
  mailTest,
} from '../mail';
import { refuse } from '../run/answer';
import type { Run } from '../run/run';
import { given, mailChoiceInput, mailKeyInput, yesNo } from './input';
import { look, press } from './press';

export function mailsBrief(run: Run): MailsBrief {
  const { on, sending, confirmed, unknown, failed } = mailState(run);
  return { on, sending, confirmed, unknown: unknown.length, failed: failed.length };
}

/** Opens no book and writes nothing. */
export const controlMails: ControlFunctions['controlMails'] = () =>
  look((run) => ({ ok: true, ...mailState(run) }));

/** Reads every book; sends and writes nothing. */
export const controlMailDryRun: ControlFunctions['controlMailDryRun'] = () =>
  look((run) => orTrouble(() => ({ ok: true, ...mailDryRun(run) })));

export const controlMailPreview: ControlFunctions['controlMailPreview'] = (input) =>
  given(mailChoiceInput, input, (choice) =>
    look((run) =>
      orTrouble(() => {
        const preview = mailPreview(run, choice);
        return preview.ok ? preview : refuse(preview.sentence);
      }),
    ),
  );

const pressed = (work: (run: Run) => MailOutcome): Answer<{ readonly sentence: string }> =>
  press(jobNames.mail, (run) =>
    orTrouble(() => {
      const { ok, sentence } = work(run);
      return ok ? { ok, sentence } : refuse(sentence);
    }),
  );

/** To whoever presses, and to nobody else. */
export const controlMailTest: ControlFunctions['controlMailTest'] = (input) =>
  given(mailChoiceInput, input, (choice) => pressed((run) => mailTest(run, choice)));

export const controlMailSwitch: ControlFunctions['controlMailSwitch'] = (input) =>
  given(yesNo, input, (on) => pressed((run) => mailSwitch(run, on)));

export const controlMailConfirm: ControlFunctions['controlMailConfirm'] = () => pressed(mailConfirmCopy);

export const controlMailResend: ControlFunctions['controlMailResend'] = (input) =>
  given(mailKeyInput, input, (key) => pressed((run) => mailResend(run, key)));

export const controlMailForget: ControlFunctions['controlMailForget'] = (input) =>
  given(mailKeyInput, input, (key) => pressed((run) => mailForget(run, key)));

/** A ledger that cannot be read has words of its own. */
function orTrouble<T>(work: () => Answer<T>): Answer<T> {
  try {
    return work();
  } catch (error) {
    if (error instanceof LedgerTrouble) return refuse(troubleText({ kind: error.what, said: '' }));
    throw error;
  }
}
