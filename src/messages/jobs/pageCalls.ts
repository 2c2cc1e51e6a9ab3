/** What every page says of calls to the server: waiting, failing, being offline. */
import { type GoogleError, googleError, readableWords } from './googleErrors';

export const waiting = {
  seconds: (count: number) => `${count} с`,
  /** After half a minute a person wonders whether anything still happens. */
  slow: 'Google отвечает дольше обычного. Можно подождать ещё.',
} as const;

export interface CallWords {
  readonly network: string;
  /** The function does not exist in this book, or gave nothing. */
  readonly notHere: string;
  /** Google kept silent for as long as a call may take. */
  readonly silent: string;
  failed(message: string): Failure;
}

/** The same call may help only where time or the network was the reason. */
const HOPELESS: ReadonlySet<GoogleError> = new Set(['permission', 'notHere']);

export interface Failure {
  readonly sentence: string;
  /** Whether the same call once more may help. */
  readonly again: boolean;
}

/** What came of a call that failed with these words of Google's, and what to do. */
export function failureOf(message: string, kept = '', notHere = ''): Failure {
  const and = kept === '' ? '' : ` ${kept}`;
  const kind = googleError(message);
  const why = readableWords(message);
  const sentences: Readonly<Record<GoogleError, string>> = {
    accounts: `Google не узнал вас: так бывает, когда в браузере открыто несколько учётных записей.${and} Откройте таблицу в отдельном профиле браузера или в режиме инкогнито с одной учётной записью.`,
    network: `Нет связи с Google.${and} Проверьте интернет и попробуйте ещё раз.`,
    permission: `У вашей учётной записи нет на это прав.${and} Попросите администратора таблицы дать вам доступ.`,
    tooLong: `Google не успел за отведённое время.${and} Подождите минуту и попробуйте ещё раз.`,
    tooMany: `Сейчас к Google обращаются слишком многие.${and} Подождите минуту и попробуйте ещё раз.`,
    dayIsOver: `Сегодня Google таких запросов больше не выполнит: дневное ограничение исчерпано.${and} Попробуйте завтра.`,
    other: `Google не выполнил запрос${why === '' ? '' : ` (${why})`}.${and} Подождите минуту и попробуйте ещё раз.`,
    notHere,
  };
  return { sentence: sentences[kind], again: !HOPELESS.has(kind) };
}

/**
 * Sentences for calls that did not come through.
 * @param kept a short sentence that says where what the person made is now, e.g. «Черновик здесь.»; '' for none.
 * @param notHere what to do where the page was opened in the wrong book.
 */
export const callWords = (kept: string, notHere: string): CallWords => ({
  network: failureOf('network', kept).sentence,
  silent: `Google так и не ответил.${kept === '' ? '' : ` ${kept}`} Проверьте интернет и попробуйте ещё раз.`,
  notHere,
  failed: (message) => failureOf(message, kept, notHere),
});
