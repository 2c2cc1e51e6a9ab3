import { expect, test } from '@jest/globals';
import { COLUMN_TYPE_NAMES, type ColumnType } from '../../src/domain/schema/columnTypes';
import type { Column } from '../../src/domain/schema/schema';
import { tableColours } from '../../src/tabs/rules/colours';
import { coverageSchema } from '../../src/tabs/schemas/coverage';

const declared = (type: ColumnType): Column => ({
  id: `own:${type}`,
  header: type,
  type,
  writer: 'curator',
  help: '',
  example: '',
  width: 100,
});

test('text that stands where a day or a number belongs is coloured, in shares too', () => {
  const schema = coverageSchema(COLUMN_TYPE_NAMES.map(declared));
  const at = new Map(schema.columns.map(({ id }, index) => [id, index]));
  const coloured = new Set(
    tableColours(schema, at).flatMap(({ when, columns }) =>
      'formula' in when && when.formula.includes('ISTEXT') ? [columns?.[0]] : [],
    ),
  );
  const types = COLUMN_TYPE_NAMES.filter((type) => coloured.has(at.get(`own:${type}`)));
  expect(types).toEqual(['date', 'integer', 'number', 'share']);
});
