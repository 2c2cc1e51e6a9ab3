import { expect, test } from '@jest/globals';
import { nameKey } from '../../../src/domain/organisations/nameKey';

test.each([
  ['МБОУ «СОШ № 5»', 'мбоу "СОШ №5"'],
  ['Школа N 12', 'Школа №12'],
  ['Школа No. 12', 'школа № 12'],
  ['БЕРЁЗОВСКАЯ ШКОЛА', 'Березовская  школа'],
  ['Школа – детский сад № 3', 'Школа-детский сад № 3'],
])('«%s» and «%s» are one name', (one, two) => {
  expect(nameKey(one)).toBe(nameKey(two));
});

test.each([
  ['Школа № 12', 'Школа № 1 2'],
  ['Школа № 1', 'Школа № 11'],
  ['Школа № 5', 'Лицей № 5'],
  ['Детский сад «Рябинка» № 2', 'Детский сад № 2 «Рябинка»'],
])('«%s» and «%s» are two', (one, two) => {
  expect(nameKey(one)).not.toBe(nameKey(two));
});
