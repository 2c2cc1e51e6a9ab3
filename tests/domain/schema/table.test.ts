import { describe, expect, test } from '@jest/globals';

import { missingColumns, readTable } from '../../../src/domain/schema/table';

import { reportSchema } from '../../../src/tabs/schemas/report';
import { gridOf } from '../../support/analysis';

describe('columns are found by their header', () => {
  const schema = reportSchema();
  test('wherever they stand, however they are spelt', () => {
    const ids = schema.columns.map(({ id }) => id).reverse();
    const grid = gridOf(schema, [], ids).map((row) => [
      '',
      ...row.map((cell) => ` ${String(cell).toUpperCase()} `),
    ]);
    const table = readTable(schema, grid);
    expect(missingColumns(table)).toEqual([]);
    expect([table.at.get('decisionSeen'), table.at.get('key')]).toEqual([4, 5]);
  });
  test('a doubled one is read once and told', () => {
    const grid = gridOf(schema, []).map((row) => [...row, 'Комментарий']);
    const table = readTable(schema, grid);
    expect(table.doubles).toEqual(new Map([['comment', [schema.columns.length]]]));
  });
  test('an empty sheet misses them all', () => {
    expect(missingColumns(readTable(schema, [[]]))).toHaveLength(schema.columns.length);
    expect(missingColumns(readTable(schema, []))).toHaveLength(schema.columns.length);
  });
});
