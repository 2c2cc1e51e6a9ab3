import { expect, test } from '@jest/globals';
import {
  beginsWithinOneEdit,
  differByOneLetter,
  isWithinOneEdit,
} from '../../../src/domain/values/editDistance';

test.each([
  ['октября', 'октября', true, true],
  ['октября', 'окгября', true, true],
  ['октября', 'отября', true, true],
  ['октября', 'окттября', true, true],
  ['октября', 'откября', false, true],
  ['октября', 'отяюря', false, false],
  ['октября', 'бряокт', false, false],
  ['', 'я', true, true],
  ['', 'ян', false, false],
])('«%s» and «%s»: one letter %s, one edit %s', (one, two, letter, edit) => {
  expect([differByOneLetter(one, two), differByOneLetter(two, one)]).toEqual([letter, letter]);
  expect([isWithinOneEdit(one, two), isWithinOneEdit(two, one)]).toEqual([edit, edit]);
});

test('a word that is being typed is compared with the beginning of the other', () => {
  expect(beginsWithinOneEdit('гимнаия', 'гимназическая')).toBe(false);
  expect(beginsWithinOneEdit('гинма', 'гимназическая')).toBe(true);
  expect(beginsWithinOneEdit('гмназ', 'гимназическая')).toBe(true);
});
