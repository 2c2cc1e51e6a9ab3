/**
 * What Google says when a call fails, told apart by the words that were met in practice: Google lists none of them, and
 * they come in the language of the account. A teacher never reads the words themselves, only what follows from them.
 */
export type GoogleError =
  | 'accounts'
  | 'network'
  | 'permission'
  | 'tooLong'
  | 'tooMany'
  | 'dayIsOver'
  | 'notHere'
  | 'other';

/** In the order in which they are looked for: a message may fit several. */
const KINDS: readonly (readonly [kind: GoogleError, words: RegExp])[] = [
  // With several accounts signed in, the page runs as another one; both texts are seen in public threads.
  [
    'accounts',
    /authori[sz]ation is required|permission_denied|sign in|(?:требуется|необходим[ао]|пройти|пройдите) авторизаци|войдите в (?:свой )?аккаунт/i,
  ],
  ['notHere', /script function not found|не удалось найти функцию|функция сценария не найдена/i],
  ['dayIsOver', /(?:too many times|too much computer time) for one day|за (?:один )?день|daily quota/i],
  ['tooMany', /too many (?:scripts|simultaneous)|in a short time|rate limit|слишком много/i],
  ['tooLong', /maximum execution time|exceeded.*time|timed out|превышено .*врем|время ожидания/i],
  [
    'permission',
    /do(?:es)? not have (?:permission|access)|permission (?:is )?denied|no permission|not allowed to|нет (?:прав|доступа|разрешени)|не имеете (?:прав|доступа)|недостаточно прав|protected (?:cell|range|sheet)|защищ[её]нн/i,
  ],
  ['network', /network|connection|http 0|offline|соединени|сет[ьи]/i],
];

export const googleError = (message: string): GoogleError =>
  KINDS.find(([, words]) => words.test(message))?.[0] ?? 'other';

/** Longer ones are no sentences. */
const LONGEST = 200;

/**
 * The words where they are a Russian sentence that a person can read; '' for English ones and for traces of code, which
 * say nothing to a teacher and frighten.
 */
export function readableWords(message: string): string {
  const plain = message.replace(/^(?:\w*(?:Error|Exception):\s*)+/, '').trim();
  const code = /\w+Error\b|\bat \S+ ?\(|:\d+:\d+|\bundefined\b|[{}]/;
  const letters = plain.match(/\p{L}/gu) ?? [];
  const russian = plain.match(/[а-яё]/gi) ?? [];
  const isRussian = russian.length * 2 > letters.length;
  return isRussian && !code.test(plain) && plain.length <= LONGEST ? plain.replace(/[.\s]+$/, '') : '';
}
