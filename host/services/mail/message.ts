import { createTransport, type SendMailOptions } from 'nodemailer';

/** A message as the script sent it. `at` is ms since the epoch; addresses are bare. */
export interface SentMail {
  readonly at: number;
  /** The account whose rights the script ran with. */
  readonly from: string;
  readonly name: string | null;
  readonly replyTo: string | null;
  readonly noReply: boolean;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly body: string | null;
  readonly htmlBody: string | null;
  readonly attachments: readonly MailAttachment[];
  readonly projectId: string;
  /** Recipients that the mail server refused while it took the message for others: Google mails a bounce. */
  readonly refused?: readonly string[];
}

export interface MailAttachment {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export const recipientsOf = ({ to, cc, bcc }: SentMail): number => to.length + cc.length + bcc.length;

/**
 * What nodemailer makes the message of: multipart/alternative of the text and the html part, attachments
 * beside them. No option is a function or a stream, so that it can be handed to another thread.
 */
export function messageOptions(mail: SentMail): SendMailOptions {
  const address = mail.noReply ? noReplyOf(mail.from) : mail.from;
  return {
    from: mail.name === null ? address : { name: mail.name, address },
    to: [...mail.to],
    cc: [...mail.cc],
    bcc: [...mail.bcc],
    ...(mail.replyTo === null ? {} : { replyTo: mail.replyTo }),
    subject: mail.subject,
    ...(mail.body === null ? {} : { text: mail.body }),
    ...(mail.htmlBody === null ? {} : { html: mail.htmlBody }),
    attachments: mail.attachments.map(({ name, contentType, bytes }) => ({
      filename: name,
      contentType,
      content: Buffer.from(bytes),
    })),
    date: new Date(mail.at),
    headers: { 'X-Svodka-Script': mail.projectId },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** "A generic no-reply email address" of the domain; its name is unconfirmed. */
function noReplyOf(account: string): string {
  return `noreply@${account.slice(account.lastIndexOf('@') + 1)}`;
}

/** The sender's copy, in the form mail programs open; like any sender's copy it names the hidden recipients. */
export async function emlOf(mail: SentMail, id: string): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const info = await transport.sendMail({
    ...messageOptions(mail),
    messageId: `<${mail.at}.${id}@svodka.local>`,
  });
  return info.message as Buffer;
}

/** The message with its attachments in base64, as JSON can hold it. */
export type StoredMail = Omit<SentMail, 'attachments'> & {
  readonly attachments: readonly (Omit<MailAttachment, 'bytes'> & { readonly base64: string })[];
};

export function storedMail(mail: SentMail): StoredMail {
  return {
    ...mail,
    attachments: mail.attachments.map(({ bytes, ...rest }) => ({
      ...rest,
      base64: Buffer.from(bytes).toString('base64'),
    })),
  };
}

export function mailFrom(stored: StoredMail): SentMail {
  return {
    ...stored,
    attachments: stored.attachments.map(({ base64, ...rest }) => ({
      ...rest,
      bytes: Buffer.from(base64, 'base64'),
    })),
  };
}
