/**
 * Which data validation a column gets. Choice columns reject; dates and numbers only warn, because a
 * rejected value never reaches `onEdit`, where a date written as text is mended.
 */
import type { Column } from '../../domain/schema/schema';

export type ValidationSpec =
  | { readonly kind: 'list'; readonly values: readonly string[]; readonly reject: boolean }
  | { readonly kind: 'organisations' }
  | { readonly kind: 'date' }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'link' }
  | { readonly kind: 'email' };

const MOST = 1_000_000_000;

/** Null where anything may stand. */
export function validationOf(column: Column): ValidationSpec | null {
  if (column.writer === 'svodka') return null;
  switch (column.type) {
    case 'choice':
    case 'yesNo':
      // Sheets takes no list without values: a choice whose values are not declared yet is free.
      return column.allowed?.length ? { kind: 'list', values: column.allowed, reject: true } : null;
    case 'organisation':
      return { kind: 'organisations' };
    case 'date':
      return { kind: 'date' };
    case 'integer':
    case 'number':
    case 'share':
      return { kind: 'number', ...rangeOf(column) };
    case 'link':
      return { kind: 'link' };
    case 'email':
      return { kind: 'email' };
    default:
      return null;
  }
}

function rangeOf(column: Column): { min: number; max: number } {
  const rule = column.rules?.find((each) => each.kind === 'numberRange');
  const [low, high] = column.type === 'share' ? [0, 100] : [-MOST, MOST];
  return { min: rule?.min ?? low, max: rule?.max ?? high };
}
