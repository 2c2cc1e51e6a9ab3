/** The key by which two spellings of one name are the same. */
import { sameKey } from '../values/text';

/** Letters, figures and their order count; case, ё, quotes, punctuation, spaces and «N» for «№» do not. */
export const nameKey = (name: string): string =>
  sameKey(name)
    .replace(/(?:^|[^a-zа-я])n[o°]?\.? ?(?=\d)/g, ' №')
    .replace(/№\s*/g, ' №')
    .replace(/[^a-zа-я0-9№]+/g, ' ')
    .trim();
