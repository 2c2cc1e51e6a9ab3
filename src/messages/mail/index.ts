/** What mails say, by language. */
import type { Language } from '../../domain/mail/parts';
import type { MailWords } from '../../domain/mail/words';
import { en } from './en';
import { ru } from './ru';

export const MAIL_WORDS: Readonly<Record<Language, MailWords>> = { ru, en };
