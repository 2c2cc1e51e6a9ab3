import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ScriptError } from '../../runtime/ports';
import { writeAtomically } from '../../xlsx/atomic';
import { emlOf, mailFrom, recipientsOf, type SentMail, type StoredMail, storedMail } from './message';
import { type AccountKind, MailQuotas, type QuotaState } from './quotas';

/** Takes a message out of the host before the script goes on. */
export interface Delivery {
  /** Gives the recipients that were refused while others were served. @throws DeliveryFailure */
  deliver(mail: SentMail): readonly string[];
}

/** The message could not be handed over. `certain`: surely nobody got it; else it may have arrived. */
export class DeliveryFailure extends Error {
  constructor(
    message: string,
    readonly certain: boolean,
  ) {
    super(message);
  }
}

export interface OutboxState {
  readonly quotas: QuotaState;
  readonly messages: readonly StoredMail[];
}

/** All mail that left the host, and each account's allowance. */
export class Outbox {
  /** What was accepted and, where there is a server, delivered; oldest first. */
  readonly messages: SentMail[] = [];
  private readonly quotas = new MailQuotas();
  private written = 0;

  constructor(private readonly delivery: Delivery | null = null) {}

  /** Recipients that the account may still write to. */
  remaining(account: string, now: number): number {
    return this.quotas.remaining(account, now);
  }

  /** Recipients a day of one account, or, with a number alone, of all that have none of their own. */
  setDailyQuota(account: string, recipients: number): void;
  setDailyQuota(recipients: number): void;
  setDailyQuota(first: string | number, recipients = 0): void {
    if (typeof first === 'number') this.quotas.defaultDaily = first;
    else this.quotas.setDaily(first, recipients);
  }

  setAccountKind(account: string, kind: AccountKind): void {
    this.quotas.setKind(account, kind);
  }

  accountKind(account: string): AccountKind {
    return this.quotas.kindOf(account);
  }

  bodyBytes(account: string): number {
    return this.quotas.bodyBytes(account);
  }

  /**
   * Takes the message and delivers it, or throws and keeps nothing of it. A message over the day's limit is
   * refused whole (others saw a few recipients more go through: unconfirmed). Where the server's answer never
   * came, the recipients count as spent: they may have been written to. What MailApp says of a server that
   * fails is unconfirmed; here certain failures begin with "Failed to send email", doubtful ones with
   * "Service error".
   */
  send(mail: SentMail): void {
    const recipients = recipientsOf(mail);
    if (recipients > this.remaining(mail.from, mail.at)) {
      throw new ScriptError('Service invoked too many times for one day: email.');
    }
    let refused: readonly string[];
    try {
      refused = this.delivery?.deliver(mail) ?? [];
    } catch (error) {
      if (!(error instanceof DeliveryFailure)) throw error;
      if (error.certain) throw new ScriptError(`Failed to send email: ${error.message}`);
      this.quotas.spend(mail.from, recipients, mail.at);
      throw new ScriptError(`Service error: Mail. ${error.message}`);
    }
    this.quotas.spend(mail.from, recipients, mail.at);
    this.messages.push(refused.length === 0 ? mail : { ...mail, refused });
  }

  /** What came since the last time it was asked for, or written. */
  takeNew(): SentMail[] {
    const fresh = this.messages.slice(this.written);
    this.written = this.messages.length;
    return fresh;
  }

  /**
   * Writes what came since the last time as .eml files into `folder`, beside those of earlier processes; gives
   * their paths.
   */
  async writeEml(folder: string): Promise<string[]> {
    mkdirSync(folder, { recursive: true });
    const paths: string[] = [];
    for (; this.written < this.messages.length; this.written++) {
      const mail = this.messages[this.written];
      if (!mail) break;
      const { path, number } = freePath(folder, this.written + 1, mail.to[0] ?? 'nobody');
      writeAtomically(path, await emlOf(mail, number));
      paths.push(path);
    }
    return paths;
  }

  dump(): OutboxState {
    return { quotas: this.quotas.dump(), messages: this.messages.map(storedMail) };
  }

  /** What is put back was written to its folder by the process that sent it. */
  restore(state: OutboxState): void {
    this.quotas.restore(state.quotas);
    this.messages.splice(0, this.messages.length, ...state.messages.map(mailFrom));
    this.written = this.messages.length;
  }
}

function freePath(folder: string, from: number, recipient: string): { path: string; number: string } {
  const name = recipient.replace(/[^\p{L}\p{N}@._+-]/gu, '_');
  for (let at = from; ; at += 1) {
    const number = String(at).padStart(4, '0');
    const path = join(folder, `${number}-${name}.eml`);
    if (!existsSync(path)) return { path, number };
  }
}
