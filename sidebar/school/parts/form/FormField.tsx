/** One field of the form: its name, the box for its type, what the table holds, what is wrong. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { typeOf } from '../../../../src/domain/schema/columnTypes';
import type { ColumnTypeRecord } from '../../../../src/domain/schema/columnTypes/columnType';
import { form as says } from '../../../../src/messages/sidebar/page';
import type { BoxProps, FieldProps } from './box';
import { ChoiceBox, ChoicesBox } from './ChoiceBox';
import { DateBox } from './DateBox';
import { TextBox } from './TextBox';

type Control = ColumnTypeRecord['control'];

const BOXES: Readonly<Record<Control, (props: BoxProps) => ComponentChildren>> = {
  line: TextBox,
  lines: TextBox,
  date: DateBox,
  choice: ChoiceBox,
  choices: ChoicesBox,
};
/** Several elements to type in: a label belongs to one. */
const GROUPS: ReadonlySet<Control> = new Set(['choices']);

export function FormField(props: FieldProps) {
  const { column, inTable, wrong, needed } = props;
  const { control } = typeOf(column);
  const Box = BOXES[control];
  const id = useId();
  const given: BoxProps['given'] = {
    id,
    'aria-invalid': wrong === '' ? undefined : 'true',
    'aria-describedby': `${id}-wrong ${id}-help`,
    'aria-required': needed ? 'true' : undefined,
  };
  const name = (
    <>
      {column.header}
      {needed && <span class="needed"> ({says.required})</span>}
    </>
  );
  return (
    <div class={wrong === '' ? 'entry' : 'entry wrong'} data-column={column.id}>
      {GROUPS.has(control) ? (
        <span class="name" id={`${id}-name`}>
          {name}
        </span>
      ) : (
        <label class="name" for={id}>
          {name}
        </label>
      )}
      <Box {...props} given={given} />
      <div aria-live="polite" id={`${id}-wrong`}>
        {wrong !== '' && (
          <p class="issue">
            <span aria-hidden="true">⚠ </span>
            {wrong}
          </p>
        )}
      </div>
      <div class="help" id={`${id}-help`}>
        {inTable !== null && <p class="before">{says.inTable(inTable)}</p>}
        <p>{column.help}</p>
        {column.example !== '' && <p>{says.example(column.example)}</p>}
      </div>
    </div>
  );
}
