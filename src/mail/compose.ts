/** Makes a mail: words by the domain, mark-up by the compiled templates, filled by mustache, which escapes. */
import mustache from 'mustache';
import { letterOf } from '../domain/mail/content/letter';
import { said } from '../domain/mail/content/said';
import type { Mail, MailFacts, MailRequest } from '../domain/mail/parts';
import type { MailWords } from '../domain/mail/words';
import { MAIL_WORDS } from '../messages/mail';
import { TEXT } from './compiled';
import { figuresTable } from './csv';
import { fitted } from './sizeBudget';
import { folded } from './text';
import { htmlOf, viewOf } from './view';

const LONGEST_SENDER = 100;

/**
 * The mail as it goes out now, or null when nothing of it is left to say: what was filed since it was planned is not
 * asked for, a district that left the programme has no digest.
 */
export function composeMail(
  request: MailRequest,
  facts: MailFacts,
  words: MailWords = MAIL_WORDS[request.language],
): Mail | null {
  const all = letterOf(request, facts, words);
  if (all === null) return null;
  const letter = fitted(all, words);
  return {
    to: request.to,
    subject: letter.subject,
    text: folded(mustache.render(TEXT, viewOf(letter), {}, { escape: String })),
    html: htmlOf(letter),
    attachments: request.parts.some(({ kind }) => kind === 'ministry') ? [figuresTable(facts, words)] : [],
    replyTo: facts.office.replyTo,
    senderName: said(words.senderName(facts.office.name), LONGEST_SENDER).replace(/["<>\\]/g, ''),
  };
}
