import { NotImplementedError, ScriptError } from '../../runtime/ports';
import type { ServiceRun } from '../base/run';
import { Blob } from '../utilities/blob';
import type { MailAttachment } from './message';
import type { Outbox } from './outbox';

type Advanced = GoogleAppsScript.Mail.MailAdvancedParameters;

/** https://developers.google.com/apps-script/guides/services/quotas#current_limitations, each a message. */
const LIMITS = { recipients: 50, attachments: 250, attachmentBytes: 25 * 1024 * 1024 } as const;
/** Unconfirmed. */
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
 * https://developers.google.com/apps-script/reference/mail/mail-app. The quota counts recipients and belongs to
 * the account that runs the script. "Limit exceeded: Email Attachments Per Message." stands on the quotas' page;
 * the other texts are those met in practice (https://github.com/RomainVialard/ErrorHandler): unconfirmed.
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
  sendEmail(...args: unknown[]): void {
    this.send(messageOf(args));
  }

  private send(message: Advanced): void {
    for (const key of Object.keys(message)) {
      if (!OPTIONS.has(key)) throw new ScriptError(`Invalid argument: ${key}`);
    }
    if (message.inlineImages) throw new NotImplementedError('inlineImages of MailApp.sendEmail');
    const { user, clock, projectId } = this.run;
    const to = addresses(message.to);
    const cc = addresses(message.cc);
    const bcc = addresses(message.bcc);
    if (to.length === 0) throw new ScriptError('Failed to send email: no recipient');
    if (message.body === undefined && message.htmlBody === undefined) {
      throw new ScriptError('Failed to send email: no body');
    }
    if (to.length + cc.length + bcc.length > LIMITS.recipients) {
      throw new ScriptError('Limit Exceeded: Email Recipients Per Message.');
    }
    const body = textOrNull(message.body);
    const htmlBody = textOrNull(message.htmlBody);
    if (Buffer.byteLength(body ?? '') + Buffer.byteLength(htmlBody ?? '') > this.outbox.bodyBytes(user)) {
      throw new ScriptError('Limit Exceeded: Email Body Size.');
    }
    const subject = String(message.subject ?? '');
    if (subject.length > SUBJECT_CHARACTERS) throw new ScriptError('Argument too large: subject');
    const noReply = message.noReply === true;
    // "Only possible for Google Workspace accounts, not Gmail users"; what a Gmail user is told is unconfirmed.
    if (noReply && this.outbox.accountKind(user) === 'consumer') {
      throw new ScriptError('Invalid argument: noReply');
    }
    this.outbox.send({
      at: clock.now(),
      from: user,
      name: textOrNull(message.name),
      replyTo: addresses(message.replyTo).join(', ') || null,
      noReply,
      to,
      cc,
      bcc,
      subject,
      body,
      htmlBody,
      attachments: attachmentsOf(message.attachments),
      projectId,
    });
  }
}

const textOrNull = (value: unknown): string | null =>
  value === undefined || value === null ? null : String(value);

/** The one object of whichever of the four forms was called. */
function messageOf(args: readonly unknown[]): Advanced {
  const [first] = args;
  if (args.length === 1 && typeof first === 'object' && first !== null) return first;
  if (args.length === 3 || args.length === 4) return positional(String(first), args.slice(1));
  const kinds = args.map((arg) => (typeof arg === 'string' ? 'String' : typeof arg)).join();
  throw new ScriptError(`The parameters (${kinds}) don't match the method signature for MailApp.sendEmail.`);
}

function positional(to: string, [second, third, fourth]: readonly unknown[]): Advanced {
  if (typeof fourth === 'string') {
    return { to, replyTo: String(second), subject: String(third), body: fourth };
  }
  return { ...(fourth as Advanced | undefined), to, subject: String(second), body: String(third) };
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

function attachmentsOf(sources: unknown): MailAttachment[] {
  if (sources === undefined || sources === null) return [];
  if (!Array.isArray(sources)) throw new ScriptError('Invalid argument: attachments');
  if (sources.length > LIMITS.attachments) {
    throw new ScriptError('Limit exceeded: Email Attachments Per Message.');
  }
  const attachments = sources.map(attachment);
  if (attachments.reduce((sum, { bytes }) => sum + bytes.length, 0) > LIMITS.attachmentBytes) {
    throw new ScriptError('Limit Exceeded: Email Total Attachments Size.');
  }
  return attachments;
}

function attachment(source: unknown): MailAttachment {
  if (!(source instanceof Blob)) throw new ScriptError('Invalid argument: attachments');
  return {
    name: source.getName() ?? 'attachment',
    contentType: source.getContentType() ?? 'application/octet-stream',
    bytes: Buffer.from(source._content()),
  };
}
