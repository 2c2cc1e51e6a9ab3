/** Sorting by a person or a script: where rows without a value go. */
import { expect, test } from '@jest/globals';
import { sheetOf, workbench } from '../workbookSetup';

test.each([
  ['up', true, [1, 2, 3, '', '']],
  ['down', false, [3, 2, 1, '', '']],
])('sorted %s, rows without a value stand last', (_, ascending, expected) => {
  const sheet = sheetOf(workbench().as('admin@min.example'));
  sheet.getRange(1, 1, 5, 1).setValues([[3], [''], [1], [''], [2]]);
  sheet.getRange(1, 1, 5, 1).sort({ column: 1, ascending });
  expect(sheet.getRange(1, 1, 5, 1).getValues().flat()).toEqual(expected);
});
