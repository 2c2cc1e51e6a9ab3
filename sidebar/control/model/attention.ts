/** What somebody has to look at, most pressing first; each with the screen where it is mended. */
import type { Overview } from '../../../src/contract.control';
import { attention as says } from '../../../src/messages/controlPage';

interface Attention {
  readonly sentence: string;
  readonly screen: 'books' | 'people' | 'schedule' | 'mails' | 'state';
}

export function attentionOf({ books, schedule, people, mails, settings }: Overview): Attention[] {
  const wrong = people.issues.length + people.more;
  return [
    ...(schedule.lost ? [{ sentence: says.scheduleLost, screen: 'schedule' } as const] : []),
    ...books.flatMap(({ name, problems }) =>
      problems.map(({ sentence }) => ({ sentence: says.book(name, sentence), screen: 'books' }) as const),
    ),
    ...(mails !== null && !mails.confirmed && mails.on
      ? [{ sentence: says.mailsCopied, screen: 'mails' } as const]
      : []),
    ...(mails !== null && mails.unknown > 0
      ? [{ sentence: says.mailsUnknown(mails.unknown), screen: 'mails' } as const]
      : []),
    ...(mails !== null && mails.failed > 0
      ? [{ sentence: says.mailsFailed(mails.failed), screen: 'mails' } as const]
      : []),
    ...(wrong > 0 ? [{ sentence: says.people(wrong), screen: 'people' } as const] : []),
    ...(settings.length > 0 ? [{ sentence: says.settings(settings.length), screen: 'state' } as const] : []),
  ];
}
