/** What the header of a column says when one points at it, and what its validation says when it refuses. */
import type { Column } from '../../domain/schema/schema';

type Noted = Pick<Column, 'help' | 'example' | 'allowed'>;

const exampleOf = (column: Noted): string => (column.example === '' ? '' : `Например: ${column.example}`);

export const helpOf = (column: Noted): string =>
  [column.help, exampleOf(column)].filter((text) => text !== '').join(' ');

export const noteOf = (column: Noted): string =>
  [column.help, exampleOf(column), column.allowed?.length ? `Можно: ${column.allowed.join(', ')}` : '']
    .filter((line) => line !== '')
    .join('\n');
