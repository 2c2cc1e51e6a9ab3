/** The mails as «Пульт» shows them: the rules and the sending itself are in src/jobs/mail. */

import type { ControlFunctions, MailsBrief } from '../../contract/control';
import type { Answer } from '../../contract/plain';
import { LedgerTrouble } from '../../google/state/ledger/shard';
import { control as says } from '../../messages/control/server';
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
import { given, refuse } from '../run/answer';
import type { Run, Uses } from '../run/parts';
import { command, query } from '../run/press';
import { mailChoiceInput, mailKeyInput, yesNo } from './input';

export function mailsBrief(run: Uses<'memory' | 'office'>): MailsBrief {
  const { on, sending, confirmed, unknown, failed, over } = mailState(run);
  return { on, sending, confirmed, unknown: unknown.length, failed: failed.length, over };
}

/** Opens no book and writes nothing. */
export const controlMails: ControlFunctions['controlMails'] = () =>
  query(says, (run) => ({ ok: true, ...mailState(run) }));

/** Reads every book; sends and writes nothing. */
export const controlMailDryRun: ControlFunctions['controlMailDryRun'] = () =>
  query(says, (run) => orTrouble(() => ({ ok: true, ...mailDryRun(run) })));

export const controlMailPreview: ControlFunctions['controlMailPreview'] = (input) =>
  given(says, mailChoiceInput, input, (choice) =>
    query(says, (run) =>
      orTrouble(() => {
        const preview = mailPreview(run, choice);
        return preview.ok ? preview : refuse(preview.sentence);
      }),
    ),
  );

const pressed = (work: (run: Run) => MailOutcome): Answer<{ readonly sentence: string }> =>
  command(says, jobNames.mail, (run) =>
    orTrouble(() => {
      const { ok, sentence } = work(run);
      return ok ? { ok, sentence } : refuse(sentence);
    }),
  );

/** To the person who presses, and to nobody else. */
export const controlMailTest: ControlFunctions['controlMailTest'] = (input) =>
  given(says, mailChoiceInput, input, (choice) => pressed((run) => mailTest(run, choice)));

export const controlMailSwitch: ControlFunctions['controlMailSwitch'] = (input) =>
  given(says, yesNo, input, (on) => pressed((run) => mailSwitch(run, on)));

export const controlMailConfirm: ControlFunctions['controlMailConfirm'] = () => pressed(mailConfirmCopy);

export const controlMailResend: ControlFunctions['controlMailResend'] = (input) =>
  given(says, mailKeyInput, input, (key) => pressed((run) => mailResend(run, key)));

export const controlMailForget: ControlFunctions['controlMailForget'] = (input) =>
  given(says, mailKeyInput, input, (key) => pressed((run) => mailForget(run, key)));

/** A ledger that cannot be read has words of its own. */
function orTrouble<T>(work: () => Answer<T>): Answer<T> {
  try {
    return work();
  } catch (error) {
    if (error instanceof LedgerTrouble) return refuse(troubleText({ kind: error.what, said: '' }));
    throw error;
  }
}
