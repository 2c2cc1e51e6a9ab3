/** Text, links, numbers: a box that grows with what is typed. */
import { typeOf } from '../../../../src/domain/schema/columnTypes';
import type { BoxProps } from './box';

const LINE = 34;

export function TextBox({ column, text, locked, given, onText, onLeave }: BoxProps) {
  const { control, keyboard } = typeOf(column);
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
    inputMode: keyboard,
    onBlur: onLeave,
  } as const;
  return control === 'line' ? (
    <input {...common} type="text" onInput={(event) => onText(event.currentTarget.value)} />
  ) : (
    <textarea {...common} rows={rows} onInput={(event) => onText(event.currentTarget.value)} />
  );
}
