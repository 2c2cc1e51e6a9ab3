/** The buttons at the end of a row: its further fields, and taking it out. */
import { review as says } from '../../../src/messages/importer/page';

interface Props {
  /** What the row is about, for people who hear the page. */
  readonly name: string;
  readonly open: boolean;
  /** Undefined where the row has no further fields. */
  readonly onUnfold: (() => void) | undefined;
  onRemove(): void;
}

export const RowButtons = ({ name, open, onUnfold, onRemove }: Props) => (
  <>
    {onUnfold && (
      <button
        type="button"
        class="quiet"
        aria-expanded={open}
        aria-label={says.moreOf(name)}
        onClick={onUnfold}
      >
        {open ? says.less : says.more}
      </button>
    )}
    <button type="button" class="quiet danger" aria-label={says.removeRow(name)} onClick={() => onRemove()}>
      {says.remove}
    </button>
  </>
);
