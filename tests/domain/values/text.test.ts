import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { clip, listItems, sameKey, tidy } from '../../../src/domain/values/text';

describe('text', () => {
  test.each([
    ['школа; детский сад, офис', ['школа', 'детский сад', 'офис']],
    ['школа\n\n детский  сад ,', ['школа', 'детский сад']],
    ['', []],
  ])('the list %j', (text, items) => {
    expect(listItems(text)).toEqual(items);
  });
  test('names that only look different are the same', () => {
    expect(
      new Set(['Артёмовский  район', 'артемовский\u00a0район ', 'АРТЁМОВСКИЙ РАЙОН\u200b'].map(sameKey)).size,
    ).toBe(1);
    expect(sameKey('ученик – ученик')).toBe(sameKey('ученик-ученик'));
    expect(sameKey('МАОУ «Лицей»')).toBe(sameKey('маоу "лицей"'));
    expect(sameKey('Школа 1')).not.toBe(sameKey('Школа 11'));
  });
  test('a shortened text is never longer than asked, nor cut inside a letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme-composite', maxLength: 60 }),
        fc.integer({ min: 1, max: 30 }),
        (text, length) => {
          const short = clip(text, length);
          expect(Array.from(short).length).toBeLessThanOrEqual(length);
          expect(short).not.toMatch(/\p{Surrogate}/u);
          if (Array.from(text).length <= length) expect(short).toBe(text);
        },
      ),
    );
  });
  test('a tidy text stays as it is', () => {
    fc.assert(fc.property(fc.string({ maxLength: 50 }), (text) => expect(tidy(tidy(text))).toBe(tidy(text))));
  });
});
