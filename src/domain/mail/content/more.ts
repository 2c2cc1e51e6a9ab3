/** What a list leaves out: how many, and a link to the whole. */
import type { More } from '../section';
import type { MailWords } from '../words';

export const moreOf = (count: number, url: string | null, words: MailWords): More | null =>
  count > 0 ? { text: words.more(count), url, count } : null;
