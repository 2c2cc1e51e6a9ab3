import { expect, test } from '@jest/globals';

import { fingerprint } from '../../../src/domain/values/fingerprint';

test('a page that changed has another fingerprint', () => {
  const prints = new Set(Array.from({ length: 20_000 }, (_, index) => fingerprint(`Школа № ${index}`)));
  expect(prints.size).toBe(20_000);
  expect(fingerprint('Сводка')).toBe(fingerprint('Сводка'));
  expect(fingerprint('')).not.toBe(fingerprint('\u0000'));
});
