/** A mail as it is sent, and the plain facts of whom it goes to and why. */
import type { CivilDate } from '../dates/civil';

export type Language = 'ru' | 'en';

/** What a person is in «Адреса»; one address may be several. */
export type MailRole = 'ministry' | 'head' | 'curator' | 'administrator';

/** `regular`: by the schedule; `afterDeadline`: the morning after one passed; `byHand`: somebody pressed a button. */
export type DigestWhy =
  | { readonly kind: 'regular' }
  | { readonly kind: 'afterDeadline'; readonly deadline: CivilDate }
  | { readonly kind: 'byHand' };

/** `asked`: the district's head pressed «Напомнить». */
export type ReminderWhy = 'scheduled' | 'returned' | 'asked';

export interface Attachment {
  readonly name: string;
  readonly mime: 'text/csv';
  /** With the byte order mark where the format wants one; to be sent as UTF-8. */
  readonly text: string;
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
  readonly replyTo: string;
  readonly senderName: string;
}
