/** The outbox as the page lists it. */
import type { LocalHost } from '../../runtime/localHost';
import { wallClock } from '../../services/utilities/zone';
import { refusals } from '../protocol/messages';
import type { MailOpened, MailShown } from '../protocol/protocol';
import { Refusal } from '../protocol/refusal';

type Sent = LocalHost['outbox']['messages'][number];

/** Whether a person may read a mail. */
export type Reader = (mail: Sent) => boolean;

/** In whose mail it lies: the sender's and the addressees'. */
export const isIn = (person: string, { from, to, cc, bcc }: Sent): boolean =>
  person !== '' && [from, ...to, ...cc, ...bcc].some((address) => address.toLowerCase() === person);

/** The last one first. */
export function shownMails(host: LocalHost, zone: string, mayRead: Reader): MailShown[] {
  return host.outbox.messages
    .flatMap((mail, index) => (mayRead(mail) ? [headOf(mail, index, zone)] : []))
    .reverse();
}

/** @throws Refusal where there is no such mail. */
export function shownMail(host: LocalHost, zone: string, index: number, mayRead: Reader): MailOpened {
  const mail = host.outbox.messages[index];
  if (!mail || !mayRead(mail)) throw new Refusal(refusals.notFound);
  return {
    ...headOf(mail, index, zone),
    cc: mail.cc,
    bcc: mail.bcc,
    text: mail.body,
    html: mail.htmlBody,
    attachments: mail.attachments.map(({ name, bytes }) => ({ name, bytes: bytes.length })),
  };
}

function headOf(mail: Sent, index: number, zone: string): MailShown {
  const { year, month, day, hour, minute } = wallClock(zone, mail.at);
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    index,
    at: `${two(day)}.${two(month)}.${year} ${two(hour)}:${two(minute)}`,
    from: mail.name === null ? mail.from : `${mail.name} <${mail.from}>`,
    to: mail.to,
    subject: mail.subject,
  };
}
