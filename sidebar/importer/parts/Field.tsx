/** One field with its name and, right below, what is wrong with it. A text counts when the field is left. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Common {
  readonly label: string;
  /** The name is read aloud only: a table's heading shows it. */
  readonly bare?: boolean;
  readonly issue?: string | undefined;
  readonly help?: string | undefined;
}

interface Given {
  readonly id: string;
  readonly 'aria-invalid': 'true' | undefined;
  readonly 'aria-describedby': string | undefined;
}

function Framed({
  label,
  bare,
  issue,
  help,
  children,
}: Common & { readonly children: (given: Given) => ComponentChildren }) {
  const id = useId();
  const notes = [issue ? `${id}-issue` : '', help ? `${id}-help` : '']
    .filter((each) => each !== '')
    .join(' ');
  return (
    <div class="field">
      <label for={id} class={bare ? 'hidden' : ''}>
        {label}
      </label>
      {children({
        id,
        'aria-invalid': issue ? 'true' : undefined,
        'aria-describedby': notes === '' ? undefined : notes,
      })}
      {issue && (
        <p class="issue" id={`${id}-issue`}>
          <span aria-hidden="true">⚠ </span>
          {issue}
        </p>
      )}
      {help && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}

export interface TextProps extends Common {
  readonly value: string;
  readonly lines?: boolean;
  readonly type?: 'text' | 'date' | 'number';
  readonly maxLength?: number;
  onValue(value: string): void;
}

export function TextField({ value, lines, type = 'text', maxLength = 2000, onValue, ...common }: TextProps) {
  const take = (event: { readonly currentTarget: { readonly value: string } }) => {
    if (event.currentTarget.value !== value) onValue(event.currentTarget.value);
  };
  return (
    <Framed {...common}>
      {(given) =>
        lines ? (
          <textarea
            {...given}
            rows={Math.min(6, Math.max(2, Math.ceil(value.length / 42)))}
            value={value}
            maxLength={maxLength}
            onChange={take}
          />
        ) : (
          <input
            {...given}
            type={type}
            value={value}
            maxLength={type === 'text' ? maxLength : undefined}
            step="any"
            autocomplete="off"
            onChange={take}
          />
        )
      }
    </Framed>
  );
}

export interface ChoiceProps extends Common {
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  onValue(value: string): void;
}

export function ChoiceField({ value, options, onValue, ...common }: ChoiceProps) {
  return (
    <Framed {...common}>
      {(given) => (
        <select {...given} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
          {options.map(([option, words]) => (
            <option key={option} value={option} selected={option === value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Framed>
  );
}

export interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  onValue(checked: boolean): void;
}

export function CheckField({ label, checked, onValue }: CheckProps) {
  const id = useId();
  return (
    <div class="check">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        onChange={(event) => onValue(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
    </div>
  );
}
