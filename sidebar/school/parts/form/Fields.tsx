/** All fields of a form. An error is shown when the field is left or typing stops, not at the first letter. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Form } from '../../../../src/contract/school';
import type { Column } from '../../../../src/domain/schema/schema';
import { takeFocus } from '../../../common/focus';
import { fieldText, type Seen, type Typed } from '../../model/fields';
import { textOf } from '../../model/typed';
import { FormField } from './FormField';

interface Props {
  readonly form: Form;
  readonly seen: Seen;
  readonly typed: Typed;
  /** A sentence for the column, '' while all is well. */
  wrong(id: string): string;
  /** After the button was pressed: all errors are shown, and this column gets the focus. */
  readonly told: { readonly column: string } | null;
  readonly locked: boolean;
  onTyped(typed: Typed): void;
}

const PAUSE_MS = 800;

export function Fields({ form, seen, typed, wrong, told: pressed, locked, onTyped }: Props) {
  const [told, setTold] = useState<ReadonlySet<string>>(
    () => new Set(form.fields.filter(({ value }) => value !== '').map(({ column }) => column.id)),
  );
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const tell = (ids: readonly string[]): void => setTold((before) => new Set([...before, ...ids]));
  useEffect(() => () => clearTimeout(timer.current), []);
  useLayoutEffect(() => {
    if (pressed === null) return;
    tell(form.fields.map(({ column }) => column.id));
    const entry = document.querySelector(`[data-column="${CSS.escape(pressed.column)}"]`);
    takeFocus(entry?.querySelector<HTMLElement>('input, textarea, select'));
  }, [pressed]);
  const take = (column: Column, text: string): void => {
    onTyped({ ...typed, [column.id]: text });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => tell([column.id]), PAUSE_MS);
  };
  return (
    <>
      {form.fields.map(({ column }) => {
        const before = textOf(column, seen[column.id] ?? '');
        const text = fieldText(column, seen, typed);
        return (
          <FormField
            key={column.id}
            column={column}
            text={text}
            inTable={text !== before && before !== '' ? before : null}
            wrong={told.has(column.id) ? wrong(column.id) : ''}
            needed={isNeeded(column, form)}
            locked={locked}
            today={form.today}
            programmeStart={form.programmeStart}
            onText={(next) => take(column, next)}
            onLeave={() => typed[column.id] !== undefined && tell([column.id])}
          />
        );
      })}
    </>
  );
}

/** Whether the stage asks for this cell once it is handed in. */
const isNeeded = (column: Column, form: Form): boolean =>
  column.required === true ||
  column.id === 'doneOn' ||
  (column.rules ?? []).some(
    (rule) =>
      (rule.kind === 'documentForStage' && form.stage.documentNeeded) || rule.kind === 'requiredForStages',
  );
