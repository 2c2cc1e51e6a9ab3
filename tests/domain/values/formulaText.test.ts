import { expect, test } from '@jest/globals';
import {
  beginsLikeFormula,
  saysTheSame,
  unmarked,
  withoutFormulaSigns,
} from '../../../src/domain/values/formulaText';

test.each(['=A1', '+7', '-5', '@имя', '\tтекст', '\rтекст', '\nтекст', "'0012"])(
  '%j is taken for a formula unless it is marked as text',
  (text) => {
    expect(beginsLikeFormula(text)).toBe(true);
    expect(unmarked(`'${text}`)).toBe(text);
    expect(saysTheSame(`'${text}`, text)).toBe(true);
  },
);

test('an apostrophe before other text is part of it', () => {
  expect(unmarked("'Рост'")).toBe("'Рост'");
  expect(beginsLikeFormula('Школа = 5')).toBe(false);
});

test('the words of a letter lose the signs before them, not those within', () => {
  expect(withoutFormulaSigns("= +'Школа № 5 - филиал")).toBe('Школа № 5 - филиал');
});
