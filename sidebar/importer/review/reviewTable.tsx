/** A table of the review from its declared columns: rows that are edited in place, unfold below, and are taken out. */
import type { ComponentChildren } from 'preact';
import { review as says } from '../../../src/messages/importer/page';
import type { Issues } from '../model/issues';
import type { Part, ReviewRow } from '../model/reviewDraft';
import type { Action, Fields } from '../model/state';
import { memo } from '../parts/memo';
import { RowButtons } from '../parts/RowButtons';

/** What a cell is drawn from. */
export interface CellProps<P extends Part> {
  readonly fields: Fields[P];
  /** What the row is called, for labels that are read aloud. */
  readonly name: string;
  /** The row's number in the table, from 1. */
  readonly position: number;
  /** Sentences by column id. */
  readonly issues: Readonly<Record<string, string>>;
  edit(change: Partial<Fields[P]>): void;
  dispatch(action: Action): void;
}

export interface ReviewColumn<P extends Part> {
  readonly header: string;
  /** Class of the column's cells, for their width. */
  readonly className?: string;
  cell(props: CellProps<P>): ComponentChildren;
}

export interface ReviewTableDeclaration<P extends Part> {
  readonly part: P;
  readonly columns: readonly ReviewColumn<P>[];
  nameOf(fields: Fields[P]): string;
  /** Further fields, which unfold below the row. */
  readonly more?: (props: CellProps<P>) => ComponentChildren;
}

interface SharedProps {
  /** Which rows are unfolded. */
  onUnfold(id: number, open: boolean): void;
  dispatch(action: Action): void;
}

export interface ReviewTableProps<P extends Part> extends SharedProps {
  readonly rows: readonly ReviewRow<Fields[P]>[];
  readonly issues: Issues;
  /** The row whose place in the letter is shown. */
  readonly chosen: number | null;
  readonly unfolded: ReadonlySet<number>;
}

interface RowProps<P extends Part> extends SharedProps {
  readonly row: ReviewRow<Fields[P]>;
  readonly position: number;
  readonly issues: Readonly<Record<string, string>>;
  readonly chosen: boolean;
  readonly open: boolean;
}

export function reviewTable<P extends Part>({ part, columns, nameOf, more }: ReviewTableDeclaration<P>) {
  const Row = memo(({ row, position, issues, chosen, open, onUnfold, dispatch }: RowProps<P>) => {
    const { id, from, place, fields } = row;
    const name = nameOf(fields);
    const show = (): void => {
      if (!chosen) dispatch({ type: 'focus', from, place, row: id });
    };
    const edit = (change: Partial<Fields[P]>): void => dispatch({ type: 'edit', part, id, fields: change });
    const props: CellProps<P> = { fields, name, position, issues, edit, dispatch };
    return (
      <>
        <tr
          id={`${part}-${id}`}
          class={`${chosen ? 'chosen' : ''}${Object.keys(issues).length > 0 ? ' wrong' : ''}`}
          onFocusCapture={show}
          onClick={show}
        >
          {columns.map(({ header, className, cell }) => (
            <td key={header} class={className}>
              {cell(props)}
            </td>
          ))}
          <td class="press">
            <RowButtons
              name={name}
              open={open}
              onUnfold={more && (() => onUnfold(id, !open))}
              onRemove={() => dispatch({ type: 'remove', part, id, name })}
            />
          </td>
        </tr>
        {more && open && (
          <tr class={`more${chosen ? ' chosen' : ''}`} onFocusCapture={show}>
            <td colSpan={columns.length + 1}>
              <div class="grid">{more(props)}</div>
            </td>
          </tr>
        )}
      </>
    );
  });
  return ({ rows, issues, chosen, unfolded, onUnfold, dispatch }: ReviewTableProps<P>) => (
    <table class="rows">
      <thead>
        <tr>
          {columns.map(({ header, className }) => (
            <th key={header} scope="col" class={className}>
              {header}
            </th>
          ))}
          <th scope="col" class="press">
            <span class="hidden">{more ? says.more : says.remove}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <Row
            key={row.id}
            row={row}
            position={index + 1}
            issues={issues.of(part, row.id)}
            chosen={chosen === row.id}
            open={unfolded.has(row.id)}
            onUnfold={onUnfold}
            dispatch={dispatch}
          />
        ))}
      </tbody>
    </table>
  );
}
