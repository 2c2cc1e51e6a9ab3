/** What somebody has to look at besides the steps that are not done; each with the screen where it is mended. */
import type { Overview } from '../../../src/contract/control';
import { attention as says } from '../../../src/messages/control/page';

interface Attention {
  readonly sentence: string;
  readonly screen: 'books' | 'mails' | 'state';
}

export function attentionOf({ books, mails, settings }: Overview): Attention[] {
  return [
    ...books.flatMap(({ name, problems }) =>
      problems.map(({ sentence }) => ({ sentence: says.book(name, sentence), screen: 'books' }) as const),
    ),
    ...(!mails.confirmed && mails.on ? [{ sentence: says.mailsCopied, screen: 'mails' } as const] : []),
    ...(mails.unknown > 0 ? [{ sentence: says.mailsUnknown(mails.unknown), screen: 'mails' } as const] : []),
    ...(mails.failed > 0 ? [{ sentence: says.mailsFailed(mails.failed), screen: 'mails' } as const] : []),
    ...(mails.over > 0 ? [{ sentence: says.mailsOver(mails.over), screen: 'mails' } as const] : []),
    ...(settings.length > 0 ? [{ sentence: says.settings(settings.length), screen: 'state' } as const] : []),
  ];
}
