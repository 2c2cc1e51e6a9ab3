/** A teacher reads what to do, never Google's own words in another language, nor a trace of code. */
import { describe, expect, test } from '@jest/globals';
import { type GoogleError, googleError, readableWords } from '../../src/messages/jobs/googleErrors';
import { failureOf } from '../../src/messages/jobs/pageCalls';

const CASES: readonly (readonly [words: string, kind: GoogleError])[] = [
  ['Authorization is required to perform that action.', 'accounts'],
  ['ScriptError: PERMISSION_DENIED', 'accounts'],
  ['Необходимо пройти авторизацию', 'accounts'],
  ['Войдите в аккаунт Google', 'accounts'],
  ['Script function not found: sidebarOpen', 'notHere'],
  ['Service invoked too many times for one day: spreadsheets', 'dayIsOver'],
  ['Exceeded maximum execution time', 'tooLong'],
  ['Service Spreadsheets timed out while accessing document with id abc', 'tooLong'],
  ['Превышено максимальное время выполнения', 'tooLong'],
  ['There are too many scripts running simultaneously for this Google user account.', 'tooMany'],
  ['You do not have permission to call Range.activate', 'permission'],
  ['Вы не имеете права вносить изменения', 'permission'],
  ['Вы пытаетесь изменить защищённую ячейку или объект', 'permission'],
  ['NetworkError: Connection failure due to HTTP 0', 'network'],
  ['TypeError: Cannot read properties of undefined (reading x) at foo (Code:1:2)', 'other'],
];

test.each(CASES)('«%s» is told apart', (words, kind) => {
  expect(googleError(words)).toBe(kind);
});

describe('what is said', () => {
  test('is a sentence in Russian, without the words themselves', () => {
    for (const [words] of CASES) {
      const { sentence } = failureOf(words, 'Набранное не пропало.', 'Откройте панель заново.');
      expect([words, sentence.match(/[a-z]{2,}/gi)?.filter((word) => word !== 'Google') ?? []]).toEqual([
        words,
        [],
      ]);
      expect(sentence).toMatch(/[.]$/);
    }
  });

  test('repeats what Google says in Russian, and asks not to try again where that cannot help', () => {
    expect(failureOf('Exception: Документ удалён владельцем.')).toEqual({
      sentence:
        'Google не выполнил запрос (Документ удалён владельцем). Подождите минуту и попробуйте ещё раз.',
      again: true,
    });
    expect(failureOf('You do not have permission').again).toBe(false);
    expect(readableWords('Ошибка в функции: TypeError: x is undefined')).toBe('');
    expect(readableWords('ж'.repeat(300))).toBe('');
  });
});
