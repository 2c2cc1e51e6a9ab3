/**
 * Which data validation a column gets. Choices reject where anything may be meant; «Решение», yes and no, dates and numbers only warn, because a
 * rejected value never reaches `onEdit`, where a date written as text or a word is repaired.
 */
import { typeOf } from '../../domain/schema/columnTypes';
import type { ValidationSpec } from '../../domain/schema/columnTypes/columnType';
import type { Column } from '../../domain/schema/schema';

/** Null where anything may stand. */
export const validationOf = (column: Column): ValidationSpec | null =>
  column.writer === 'svodka' ? null : typeOf(column).validation(column);
