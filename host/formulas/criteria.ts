import { CellError, type Scalar } from '../workbook/cells/value';
import { compare } from './operators';

/**
 * A COUNTIF criterion as a test of one value (https://support.google.com/docs/answer/3093480): a leading
 * operator compares, otherwise the value must equal it; `*` and `?` are wildcards in text, `~` escapes them.
 */
export function matcher(criterion: Scalar): (value: Scalar) => boolean {
  if (criterion === null) return (value) => value === null;
  if (typeof criterion !== 'string')
    return (value) => value !== null && sameKind(value, criterion) && compare(value, criterion) === 0;
  const [, op = '', operand = ''] = /^(<>|<=|>=|<|>|=)?([\s\S]*)$/.exec(criterion) ?? [];
  const number = operand.trim() === '' ? Number.NaN : Number(operand.trim().replace(',', '.'));
  const target: Scalar = Number.isNaN(number) ? operand : number;
  if (op === '' || op === '=' || op === '<>') {
    const equals = equality(target);
    return op === '<>' ? (value) => !equals(value) : equals;
  }
  return (value) => {
    if (value === null || !sameKind(value, target)) return false;
    const order = compare(value, target);
    return op === '<' ? order < 0 : op === '>' ? order > 0 : op === '<=' ? order <= 0 : order >= 0;
  };
}

function sameKind(value: Scalar, target: Scalar): boolean {
  return typeof value === typeof target && !(value instanceof CellError);
}

function equality(target: string | number): (value: Scalar) => boolean {
  if (typeof target === 'number') return (value) => value === target || value === String(target);
  if (target === '') return (value) => value === null || value === '';
  const lower = target.toLowerCase();
  if (lower === 'true' || lower === 'false')
    return (value) => value === (lower === 'true') || value === target;
  if (!/[*?~]/.test(target)) return (value) => typeof value === 'string' && value.toLowerCase() === lower;
  const source = target.replace(/~[*?~]|[*?]|[.+^${}()|[\]\\]/g, (found) =>
    found === '*'
      ? '[\\s\\S]*'
      : found === '?'
        ? '[\\s\\S]'
        : found.startsWith('~')
          ? `\\${found.charAt(1)}`
          : `\\${found}`,
  );
  const expression = new RegExp(`^${source}$`, 'i');
  return (value) => typeof value === 'string' && expression.test(value);
}
