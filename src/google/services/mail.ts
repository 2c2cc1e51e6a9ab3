/** Sends one mail, and tells what Google's answer means. */
import type { Mail } from '../../domain/mail/mail';
import type { ListedAddress } from '../../domain/mail/people/people';
import { type MailAnswer, mailAnswer } from '../../messages/mail/mailAnswers';
import { mailLeft } from './app';

declare const own: unique symbol;
/** The address of the person who runs the script: tests go there, listed or not. */
export type OwnAddress = string & { readonly [own]: true };

export interface Sent {
  readonly outcome: 'sent' | Exclude<MailAnswer, 'asksAgain'>;
  /** What Google said; '' when it was sent. */
  readonly why: string;
}

/**
 * Attachments cost a call each. `left`: recipients that Google allowed just before; null where that is not known. Where
 * Google asks to try again it tells what became of the mail: one that was taken has cost a recipient.
 */
export function sendMail(mail: Mail, to: ListedAddress | OwnAddress, left: number | null): Sent {
  const attachments = mail.attachments.map(({ name, mime, text }) => Utilities.newBlob(text, mime, name));
  try {
    MailApp.sendEmail({
      to,
      subject: mail.subject,
      body: mail.text,
      htmlBody: mail.html,
      ...(mail.senderName === '' ? {} : { name: mail.senderName }),
      ...(mail.replyTo === '' ? {} : { replyTo: mail.replyTo }),
      ...(attachments.length === 0 ? {} : { attachments }),
    });
    return { outcome: 'sent', why: '' };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const answer = mailAnswer(said);
    // The ledger keeps a short text: what says nothing more is left out.
    const why = said.replace(/^(?:Exception: )?Failed to send email: (?:Can't send mail - )?/i, '');
    if (answer !== 'asksAgain') return { outcome: answer, why };
    return { outcome: left !== null && (mailLeft() ?? -1) >= left ? 'later' : 'unknown', why };
  }
}

/** The person who runs this, as somebody to send a test to; null where Google does not tell. */
export function ownAddress(runner: string): OwnAddress | null {
  return runner === '' ? null : (runner as OwnAddress);
}
