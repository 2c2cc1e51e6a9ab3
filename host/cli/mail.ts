/** Where the mail of a command goes: to a mail server when one is named, else into a folder as .eml files. */
import { counted, type Forms } from '../../src/messages/words/plural';
import type { LocalHost } from '../runtime/localHost';
import { isSmtpUrl } from '../services/mail/smtp';
import { UsageError } from './failure';

const MAIL: Forms = ['письмо', 'письма', 'писем'];

/** The mail server that the environment names, as options of the host. */
export function mailServer(env: NodeJS.ProcessEnv): { readonly smtp?: string } {
  const smtp = env['SVODKA_SMTP_URL'];
  if (smtp === undefined || smtp === '') return {};
  if (isSmtpUrl(smtp)) return { smtp };
  // The text itself is not repeated: there may be a password in it.
  throw new UsageError(
    'SVODKA_SMTP_URL ждёт адрес почтового сервера: smtp://127.0.0.1:2525 или smtps://имя:пароль@сервер',
  );
}

/** Tells where the mail of the run is; null when nothing was sent. */
export async function leaveMail(host: LocalHost, folder: string, smtp?: string): Promise<string | null> {
  const { length } = host.outbox.messages;
  if (length === 0) return null;
  const mails = counted(length, MAIL);
  if (smtp !== undefined) return `${mails} → ${new URL(smtp).host}`;
  await host.outbox.writeEml(folder);
  return `${mails} → ${folder}`;
}
