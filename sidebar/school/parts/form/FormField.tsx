/** One field of the form: its name, the box for its type, what the table holds, what is wrong. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Column } from '../../../../src/domain/schema/schema';
import { form as says } from '../../../../src/messages/sidebar/page';
import type { BoxProps, FieldProps } from './box';
import { ChoiceBox, ChoicesBox } from './ChoiceBox';
import { DateBox } from './DateBox';
import { TextBox } from './TextBox';

const GROUPS: ReadonlySet<Column['type']> = new Set(['choices']);

export function FormField(props: FieldProps) {
  const { column, inTable, wrong, needed } = props;
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
      {GROUPS.has(column.type) ? (
        <span class="name" id={`${id}-name`}>
          {name}
        </span>
      ) : (
        <label class="name" for={id}>
          {name}
        </label>
      )}
      {boxOf({ ...props, given })}
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

function boxOf(props: BoxProps): ComponentChildren {
  switch (props.column.type) {
    case 'date':
      return <DateBox {...props} />;
    case 'choice':
    case 'yesNo':
      return <ChoiceBox {...props} />;
    case 'choices':
      return <ChoicesBox {...props} />;
    default:
      return <TextBox {...props} />;
  }
}
