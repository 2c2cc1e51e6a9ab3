/** What every page says of calls to the server: waiting, failing, being offline. */

export const waiting = {
  seconds: (count: number) => `${count} с`,
  /** After half a minute a person wonders whether anything still happens. */
  slow: 'Google отвечает дольше обычного. Можно подождать ещё.',
} as const;

export interface CallWords {
  /** The page runs as another account than the person thinks. */
  readonly accounts: string;
  readonly network: string;
  /** Anything else that Google said, '' for nothing. */
  other(why: string): string;
  /** The function does not exist in this book, or gave nothing. */
  readonly notHere: string;
}

/**
 * Sentences for calls that did not come through.
 * @param kept a short sentence that says where what the person made is now, e.g. «Черновик здесь.»; '' for none.
 * @param notHere what to do where the page was opened in the wrong book.
 */
export const callWords = (kept: string, notHere: string): CallWords => {
  const and = kept === '' ? '' : ` ${kept}`;
  return {
    accounts: `Google не узнал вас: так бывает, когда в браузере открыто несколько учётных записей.${and} Откройте таблицу в отдельном профиле браузера или в режиме инкогнито с одной учётной записью.`,
    network: `Нет связи с Google.${and} Проверьте интернет и попробуйте ещё раз.`,
    other: (why) =>
      `Google не выполнил запрос${why === '' ? '' : ` (${why})`}.${and} Подождите минуту и попробуйте ещё раз.`,
    notHere,
  };
};
