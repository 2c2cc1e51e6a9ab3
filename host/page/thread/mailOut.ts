/** Takes the page's mail out of the host, once what was done is on the disk: so a restart never sends it again. */
import type { LocalHost } from '../../runtime/localHost';
import { SmtpDelivery } from '../../services/mail/smtp';

export class MailOut {
  private readonly delivery: SmtpDelivery | null;

  /** `smtp`: the mail server; null: .eml files. */
  constructor(smtp: string | null) {
    this.delivery = smtp === null ? null : new SmtpDelivery(smtp);
  }

  /** What the host has already went out before, or was lost with the program: it is not sent again. */
  skip({ outbox }: LocalHost): void {
    outbox.takeNew();
  }

  /** @throws Error with the server's words about each mail that it did not take; the others are out. */
  async send({ outbox }: LocalHost, folder: string): Promise<void> {
    if (this.delivery === null) {
      await outbox.writeEml(folder);
      return;
    }
    const problems: string[] = [];
    for (const mail of outbox.takeNew()) {
      try {
        this.delivery.deliver(mail);
      } catch (error) {
        problems.push(`${mail.to.join(', ')}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    if (problems.length > 0) throw new Error(problems.join('\n'));
  }
}
