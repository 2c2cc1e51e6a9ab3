/**
 * What an error of `MailApp.sendEmail` says of the mail. Google lists none of these texts: «for one day» and «Limit
 * exceeded» stand on https://developers.google.com/apps-script/guides/services/quotas, the others were met in practice
 * (https://github.com/RomainVialard/ErrorHandler) and are unconfirmed; the numbers are those of a mail server
 * (RFC 5321, 4.2), which the local host passes on.
 */

/**
 * `refused`: it surely did not leave, and will not the next time: the address, or the mail itself, is at fault.
 * `later`: it surely did not leave, for a reason that passes. `asksAgain`: Google asks to try again; whether the mail
 * left shows by the day's allowance. `exhausted`: the allowance is spent. `forbidden`: mail was not granted. `unknown`:
 * it may have left.
 */
export type MailAnswer = 'refused' | 'later' | 'asksAgain' | 'exhausted' | 'forbidden' | 'unknown';

/** In the order in which they are looked for. A text in another language leaves it open. */
const MEANINGS: readonly (readonly [RegExp, MailAnswer])[] = [
  // A server that answers 4xx asks for another try, whatever its words are.
  [/failed to send email: .*\b4\d\d[ -]/is, 'later'],
  // Of 5xx only what was said of the recipient or of the content is the mail's own fault; 53x is the sign-in's.
  [/failed to send email: .*(?:rejected|message failed): 5[0-24-9]\d\b/is, 'refused'],
  [/failed to send email: (?:no recipient|no body|message size)/i, 'refused'],
  [/failed to send email/i, 'later'],
  [/too many times for one day|daily limit exceeded/i, 'exhausted'],
  [/in a short time|rate.?limit exceeded/i, 'later'],
  [/limit exceeded: email|invalid email|invalid argument|argument too large/i, 'refused'],
  [
    /do not have permission|authori[sz]ation is required|mail service not enabled|operation not allowed/i,
    'forbidden',
  ],
  [
    /try again|temporarily unavailable|service unavailable|(?:попробуйте|повторите) (?:по)?(?:пыт|сн|поз|ещ|еще)/i,
    'asksAgain',
  ],
];

export const mailAnswer = (said: string): MailAnswer =>
  MEANINGS.find(([words]) => words.test(said))?.[1] ?? 'unknown';
