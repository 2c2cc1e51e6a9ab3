/** Sends one mail, and tells what Google's answer means. */
import type { Mail } from '../../domain/mail/mail';
import type { ListedAddress } from '../../domain/mail/people/people';

declare const own: unique symbol;
/** The address of the person who runs the script: tests go there, listed or not. */
export type OwnAddress = string & { readonly [own]: true };

/**
 * `refused`: it surely did not leave, and will not the next time. `exhausted`: the day's allowance is spent.
 * `forbidden`: mail was not granted. `unknown`: it may have left.
 */
export interface Sent {
  readonly outcome: 'sent' | 'refused' | 'exhausted' | 'forbidden' | 'unknown';
  /** What Google said; '' when it was sent. */
  readonly why: string;
}

/**
 * What is surely not sent: the first two by https://developers.google.com/apps-script/guides/services/quotas, the
 * rest by texts met in practice (https://github.com/RomainVialard/ErrorHandler). Whatever is not among these, a text
 * in another language too, leaves it open.
 */
const MEANINGS: readonly (readonly [RegExp, Sent['outcome']])[] = [
  [/service invoked too many times/i, 'exhausted'],
  [/limit exceeded: email/i, 'refused'],
  [/invalid email|invalid argument|argument too large|^(exception: )?failed to send email/i, 'refused'],
  [/do not have permission|authori[sz]ation is required/i, 'forbidden'],
];

/** Attachments cost a call each. */
export function sendMail(mail: Mail, to: ListedAddress | OwnAddress): Sent {
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
    const why = error instanceof Error ? error.message : String(error);
    const [, outcome = 'unknown'] = MEANINGS.find(([text]) => text.test(why)) ?? [];
    return { outcome, why };
  }
}

/** The person who runs this, as somebody to send a test to; null where Google does not tell. */
export function ownAddress(runner: string): OwnAddress | null {
  return runner === '' ? null : (runner as OwnAddress);
}
