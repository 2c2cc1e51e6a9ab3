import { ScriptError } from '../seams';
import { Blob } from './blob';
import type { Outbox, SentMail } from './outbox';
import type { ServiceRun } from './run';

type Advanced = GoogleAppsScript.Mail.MailAdvancedParameters;

const RECIPIENTS_PER_MESSAGE = 50;
/** A consumer account's body, https://developers.google.com/apps-script/guides/services/quotas. */
const BODY_BYTES = 200 * 1024;
const ATTACHMENT_BYTES = 25 * 1024 * 1024;
const SUBJECT_CHARACTERS = 250;
const ADDRESS = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:"]+$/;
const OPTIONS = new Set([
  'to',
  'cc',
  'bcc',
  'subject',
  'body',
  'htmlBody',
  'name',
  'replyTo',
  'noReply',
  'attachments',
  'inlineImages',
]);

/**
 * https://developers.google.com/apps-script/reference/mail/mail-app. The quota counts recipients, belongs to
 * the account that runs the script and comes back 24 hours after its first use. Error texts are those met in
 * practice: unconfirmed.
 */
export class MailApp implements Pick<GoogleAppsScript.Mail.MailApp, 'sendEmail' | 'getRemainingDailyQuota'> {
  constructor(
    private readonly run: ServiceRun,
    private readonly outbox: Outbox,
  ) {}

  getRemainingDailyQuota(): number {
    return this.outbox.remaining(this.run.user, this.run.clock.now());
  }

  sendEmail(message: Advanced): void;
  sendEmail(recipient: string, subject: string, body: string): void;
  sendEmail(recipient: string, subject: string, body: string, options: Advanced): void;
  sendEmail(to: string, replyTo: string, subject: string, body: string): void;
  sendEmail(first: string | Advanced, ...rest: (string | Advanced)[]): void {
    this.send(typeof first === 'string' ? positional(first, rest) : first);
  }

  private send(message: Advanced): void {
    for (const key of Object.keys(message)) {
      if (!OPTIONS.has(key)) throw new ScriptError(`Invalid argument: ${key}`);
    }
    const to = addresses(message.to);
    const cc = addresses(message.cc);
    const bcc = addresses(message.bcc);
    const recipients = [...to, ...cc, ...bcc];
    if (to.length === 0) throw new ScriptError('Failed to send email: no recipient');
    if (message.body === undefined && message.htmlBody === undefined) {
      throw new ScriptError('Failed to send email: no body');
    }
    if (recipients.length > RECIPIENTS_PER_MESSAGE) {
      throw new ScriptError('Limit Exceeded: Email Recipients Per Message.');
    }
    const bytes = (text: string | undefined) => Buffer.byteLength(String(text ?? ''));
    if (bytes(message.body) > BODY_BYTES || bytes(message.htmlBody) > BODY_BYTES) {
      throw new ScriptError('Limit Exceeded: Email Body Size.');
    }
    const subject = String(message.subject ?? '');
    if (subject.length > SUBJECT_CHARACTERS) throw new ScriptError('Argument too large: subject');
    const attachments = (message.attachments ?? []).map(attachment);
    if (attachments.reduce((sum, { bytes: data }) => sum + data.length, 0) > ATTACHMENT_BYTES) {
      throw new ScriptError('Limit Exceeded: Email Total Attachments Size.');
    }
    const sent: SentMail = {
      at: this.run.clock.now(),
      from: this.run.user,
      name: message.name === undefined ? null : String(message.name),
      replyTo: message.replyTo === undefined ? null : String(message.replyTo),
      noReply: message.noReply === true,
      to,
      cc,
      bcc,
      subject,
      body: message.body === undefined ? null : String(message.body),
      htmlBody: message.htmlBody === undefined ? null : String(message.htmlBody),
      attachments,
      projectId: this.run.projectId,
    };
    this.outbox.send(sent, recipients.length);
  }
}

function positional(first: string, rest: readonly (string | Advanced)[]): Advanced {
  const [second, third, fourth] = rest;
  if (typeof fourth === 'string') {
    return { to: first, replyTo: String(second), subject: String(third), body: fourth };
  }
  return { ...fourth, to: first, subject: String(second), body: String(third) };
}

/** Addresses of a comma-separated list; `Name <a@b>` is one too. */
function addresses(list: string | undefined): string[] {
  if (list === undefined || list === null) return [];
  const found: string[] = [];
  for (const part of String(list).split(',')) {
    const text = part.trim();
    if (text === '') continue;
    const bare = /<([^<>]+)>$/.exec(text)?.[1] ?? text;
    if (!ADDRESS.test(bare)) throw new ScriptError(`Invalid email: ${text}`);
    found.push(bare);
  }
  return found;
}

function attachment(source: unknown): SentMail['attachments'][number] {
  if (!(source instanceof Blob)) throw new ScriptError('Invalid argument: attachments');
  return {
    name: source.getName() ?? 'attachment',
    contentType: source.getContentType() ?? 'application/octet-stream',
    bytes: Buffer.from(source.getBytes()),
  };
}
