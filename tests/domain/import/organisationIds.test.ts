/** Codes of organisations that a list names without any. */
import { expect, test } from '@jest/globals';
import { OrganisationIds } from '../../../src/domain/import/organisationIds';

test('a district goes on with the letters of its first code, where it has codes of two kinds', () => {
  const known = [
    { id: 'КИР-01', district: 'Кировский' },
    { id: 'К-01', district: 'Кировский' },
  ];
  expect(new OrganisationIds(known, []).next('кировский')).toBe('КИР-02');
});
test('two districts of one first letter get codes of their own', () => {
  const ids = new OrganisationIds([], []);
  expect([ids.next('Кировский'), ids.next('Курганский'), ids.next('Кировский')]).toEqual([
    'К-01',
    'КУ-01',
    'К-02',
  ]);
});
