/** Somebody else wrote into the same cells: both values, and the person decides each. */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Conflict } from '../../../../src/contract/school';
import type { Column } from '../../../../src/domain/schema/schema';
import { form as says } from '../../../../src/messages/sidebar/page';
import { takeFocus } from '../../../common/focus';
import type { Seen } from '../../model/fields';
import { textOf } from '../../model/typed';

interface Props {
  readonly conflicts: readonly Conflict[];
  readonly columns: readonly Column[];
  readonly mine: Seen;
  /** Ids of the columns that stay as the others wrote them. */
  onDecided(theirs: ReadonlySet<string>): void;
}

export function Conflicts({ conflicts, columns, mine, onDecided }: Props) {
  const id = useId();
  const [choices, setChoices] = useState<Readonly<Record<string, 'mine' | 'theirs'>>>({});
  const [note, setNote] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => takeFocus(heading.current), []);
  const words = (column: string, cell: Seen[string]): string => {
    const found = columns.find((each) => each.id === column);
    return says.value(found ? textOf(found, cell) : '');
  };
  const decide = (event: Event): void => {
    event.preventDefault();
    if (conflicts.some(({ column }) => choices[column] === undefined)) setNote(says.decideFirst);
    else {
      const theirs = conflicts.filter(({ column }) => choices[column] === 'theirs');
      onDecided(new Set(theirs.map(({ column }) => column)));
    }
  };
  return (
    <form class="conflicts" noValidate onSubmit={decide}>
      <h2 tabIndex={-1} ref={heading}>
        {says.conflictTitle}
      </h2>
      <p>{says.conflictHelp}</p>
      {conflicts.map(({ column, header, theirs }) => (
        <fieldset key={column}>
          <legend>{header}</legend>
          {(
            [
              ['theirs', says.theirs, theirs],
              ['mine', says.mine, mine[column] ?? ''],
            ] as const
          ).map(([choice, label, cell]) => (
            <label key={choice} class="check">
              <input
                type="radio"
                name={`${id}-${column}`}
                checked={choices[column] === choice}
                onChange={() => setChoices({ ...choices, [column]: choice })}
              />
              <span>
                {label}: <strong class="value">{words(column, cell)}</strong>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <p role="status" class="said">
        {note}
      </p>
      <button type="submit" class="primary">
        {says.conflictAgain}
      </button>
    </form>
  );
}
