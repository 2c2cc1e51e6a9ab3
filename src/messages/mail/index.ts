/** What mails say, by language. */
import type { AllMailWords } from '../../domain/mail/kinds';
import type { Language } from '../../domain/mail/mail';
import { en } from './en';
import { ru } from './ru';

export const MAIL_WORDS: Readonly<Record<Language, AllMailWords>> = { ru, en };
