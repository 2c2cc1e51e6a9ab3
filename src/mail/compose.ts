/** Makes a mail: words by the domain, mark-up by the compiled templates, filled by mustache, which escapes. */
import mustache from 'mustache';
import { type MailRequest, mailContent } from '../domain/mail/content/mailContent';
import { oneLine } from '../domain/mail/content/oneLine';
import type { MailFacts } from '../domain/mail/facts';
import { type AllMailWords, partRule } from '../domain/mail/kinds';
import type { Mail } from '../domain/mail/mail';
import { MAIL_WORDS } from '../messages/mail';
import { TEXT } from './compiled';
import { figuresTable } from './csv';
import { fitted } from './sizeBudget';
import { folded } from './text';
import { htmlOf, viewOf } from './view';

const LONGEST_SENDER = 100;

/**
 * The mail as it goes out now, or null when there is nothing left to say: what was filed since it was planned is not
 * asked for, a district that left the programme has no digest.
 */
export function composeMail(
  request: MailRequest,
  facts: MailFacts,
  words: AllMailWords = MAIL_WORDS[request.language],
): Mail | null {
  const all = mailContent(request, facts, words);
  if (all === null) return null;
  const content = fitted(all, words);
  return {
    to: request.to,
    subject: content.subject,
    text: folded(mustache.render(TEXT, viewOf(content), {}, { escape: String })),
    html: htmlOf(content),
    attachments: request.parts.some(({ kind }) => partRule(kind).attachesFigures)
      ? [figuresTable(facts, words)]
      : [],
    replyTo: facts.office.replyTo,
    senderName: oneLine(words.senderName(facts.office.name), LONGEST_SENDER).replace(/["<>\\]/g, ''),
  };
}
