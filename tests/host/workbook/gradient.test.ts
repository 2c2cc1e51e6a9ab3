/** Where the colours of a gradient lie, of numbers that do not begin with zero. */
import { expect, test } from '@jest/globals';
import { gradientScale } from '../../../host/workbook/rules/gradient';
import { boxOf } from '../../../src/domain/values/a1';
import { sheetOf, workbench } from '../workbookSetup';

test.each([
  ['MIN', '', 10],
  ['MAX', '', 50],
  ['NUMBER', '12,5', 12.5],
  ['PERCENT', '25', 20],
  ['PERCENTILE', '50', 20],
] as const)('%s %s is at %d', (type, value, expected) => {
  const bench = workbench();
  sheetOf(bench.as('admin@min.example'))
    .getRange(1, 1, 3, 1)
    .setValues([[10], [20], [50]]);
  const [sheet] = bench.file.workbook.sheets;
  const box = boxOf('A1:A3', { rows: 10, columns: 10 });
  if (!sheet || !box) throw new Error('no sheet');
  const point = { type, value, color: '#ffffff' };
  const max = { type: 'MAX', value: '', color: '#000000' } as const;
  expect(gradientScale(sheet, [box], { min: point, mid: null, max } as never)?.[0]?.at).toBe(expected);
});
