import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { ScriptError } from '../seams';

/** A message as the script sent it. `at` is ms since the epoch. */
export interface SentMail {
  readonly at: number;
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
  readonly attachments: readonly {
    readonly name: string;
    readonly contentType: string;
    readonly bytes: Uint8Array;
  }[];
  readonly projectId: string;
}

const DAY_MS = 86_400_000;
/** Recipients a day of a consumer account; 1,500 for Workspace (guides/services/quotas). */
const CONSUMER_QUOTA = 100;

/** All mail that left the host, and each account's allowance. */
export class Outbox {
  readonly messages: SentMail[] = [];
  /** Recipients a day, for every account without an entry of its own. */
  dailyQuota = CONSUMER_QUOTA;
  readonly quotaOf = new Map<string, number>();
  private readonly used = new Map<string, { since: number; recipients: number }>();
  private written = 0;

  /** Recipients that the account may still write to. */
  remaining(user: string, now: number): number {
    return this.allowance(user) - this.usage(user, now).recipients;
  }

  /** Takes the message, or throws Google's daily-limit text and takes nothing. */
  send(mail: SentMail, recipients: number): void {
    const usage = this.usage(mail.from, mail.at);
    if (usage.recipients + recipients > this.allowance(mail.from)) {
      throw new ScriptError('Service invoked too many times for one day: email.');
    }
    if (usage.recipients === 0) usage.since = mail.at;
    usage.recipients += recipients;
    this.used.set(mail.from, usage);
    this.messages.push(mail);
  }

  private allowance(user: string): number {
    return this.quotaOf.get(user) ?? this.dailyQuota;
  }

  private usage(user: string, now: number): { since: number; recipients: number } {
    const usage = this.used.get(user);
    if (!usage || now - usage.since >= DAY_MS) return { since: now, recipients: 0 };
    return usage;
  }

  /** Writes what came since the last time as .eml files into `folder`; gives their paths. */
  async writeEml(folder: string): Promise<string[]> {
    mkdirSync(folder, { recursive: true });
    const paths: string[] = [];
    for (; this.written < this.messages.length; this.written++) {
      const mail = this.messages[this.written];
      if (!mail) break;
      const number = String(this.written + 1).padStart(4, '0');
      const path = join(folder, `${number}-${mail.to[0] ?? 'nobody'}.eml`);
      writeFileSync(path, await eml(mail, number));
      paths.push(path);
    }
    return paths;
  }

  /** Quotas in use, as plain data. */
  dump(): OutboxState {
    return { dailyQuota: this.dailyQuota, used: Object.fromEntries(this.used) };
  }

  restore(state: OutboxState): void {
    this.dailyQuota = state.dailyQuota;
    this.used.clear();
    for (const [user, usage] of Object.entries(state.used)) this.used.set(user, { ...usage });
  }
}

export interface OutboxState {
  readonly dailyQuota: number;
  readonly used: Readonly<Record<string, { readonly since: number; readonly recipients: number }>>;
}

/** The message in the form mail programs open. */
async function eml(mail: SentMail, id: string): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const info = await transport.sendMail({
    from: mail.name === null ? mail.from : { name: mail.name, address: mail.from },
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
    messageId: `<${mail.at}.${id}@svodka.local>`,
    headers: { 'X-Svodka-Script': mail.projectId },
  });
  return info.message as Buffer;
}
