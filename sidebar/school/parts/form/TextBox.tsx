/** Text, links, numbers: a box that grows with what is typed. */
import type { Column } from '../../../../src/domain/schema/schema';
import type { BoxProps } from './box';

const NUMBERS: ReadonlySet<Column['type']> = new Set(['integer', 'number', 'share']);
const LINE = 34;

/** Which keyboard a phone shows. */
function keyboardOf(type: Column['type']): 'decimal' | 'url' | 'email' | 'text' {
  if (NUMBERS.has(type)) return 'decimal';
  return type === 'link' ? 'url' : type === 'email' ? 'email' : 'text';
}

export function TextBox({ column, text, locked, given, onText, onLeave }: BoxProps) {
  const rows = Math.min(
    8,
    Math.max(
      1,
      text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / LINE), 0),
    ),
  );
  const common = {
    ...given,
    value: text,
    readOnly: locked,
    autocomplete: 'off',
    inputMode: keyboardOf(column.type),
    onBlur: onLeave,
  } as const;
  return NUMBERS.has(column.type) ? (
    <input {...common} type="text" onInput={(event) => onText(event.currentTarget.value)} />
  ) : (
    <textarea {...common} rows={rows} onInput={(event) => onText(event.currentTarget.value)} />
  );
}
