/** What the words of a failed send say of the mail. A wrong answer sends one twice, or never. */
import { expect, test } from '@jest/globals';
import { mailAnswer } from '../../src/messages/mail/mailAnswers';

test.each<[string, ReturnType<typeof mailAnswer>]>([
  ['Failed to send email: Mail command failed: 421 4.3.2 Closing', 'later'],
  ["Failed to send email: Can't send mail - all recipients were rejected: 450 Greylisted", 'later'],
  ['Failed to send email: Message failed: 452-4.2.2 Over quota, invalid argument', 'later'],
  ['Failed to send email: Data command failed: 451 Try later', 'later'],
  ['Failed to send email: Invalid login: 535 Authentication failed', 'later'],
  ['Failed to send email: Mail command failed: 550 Not from here', 'later'],
  ['Failed to send email: Invalid greeting. response=554 No service', 'later'],
  ['Failed to send email: connect ECONNREFUSED 127.0.0.1:4421', 'later'],
  ['Exception: Failed to send email: Connection closed unexpectedly', 'later'],
  ["Failed to send email: Can't send mail - all recipients were rejected: 550 No such user", 'refused'],
  ['Failed to send email: Message failed: 554 Spam 451', 'refused'],
  ['Failed to send email: no recipient', 'refused'],
  ['Failed to send email: Message size larger than allowed 100', 'refused'],
  ['Invalid email: 450 x@example', 'refused'],
  ['Limit Exceeded: Email Body Size.', 'refused'],
  ['Service invoked too many times for one day: email.', 'exhausted'],
  [
    'Service invoked too many times in a short time: email. Try Utilities.sleep(1000) between calls.',
    'later',
  ],
  ['User-rate limit exceeded.  Retry after 2020-10-05T09:00:00Z', 'later'],
  ['You do not have permission to call MailApp.sendEmail', 'forbidden'],
  ['Mail service not enabled', 'forbidden'],
  ["We're sorry, a server error occurred. Please wait a bit and try again.", 'asksAgain'],
  ['Server error occurred, please try again', 'asksAgain'],
  ['Service unavailable: Mail', 'asksAgain'],
  ['Ошибка сервера. Подождите немного и повторите попытку.', 'asksAgain'],
  ['Service error: Mail. Connection closed unexpectedly', 'unknown'],
  ['Service timed out: Mail', 'unknown'],
  ['Что-то пошло не так', 'unknown'],
])('%s', (said, meaning) => {
  expect(mailAnswer(said)).toBe(meaning);
});
