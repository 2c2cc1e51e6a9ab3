/** What stands at the end of a row that unfolds: its further fields, and taking it out. */
import { review as says } from '../../../src/messages/importer/page';

interface Props {
  /** What the row is about, for people who hear the page. */
  readonly name: string;
  readonly open: boolean;
  onUnfold(): void;
  onRemove(): void;
}

export const RowButtons = ({ name, open, onUnfold, onRemove }: Props) => (
  <>
    <button
      type="button"
      class="quiet"
      aria-expanded={open}
      aria-label={says.moreOf(name)}
      onClick={() => onUnfold()}
    >
      {open ? says.less : says.more}
    </button>
    <button type="button" class="quiet danger" aria-label={says.removeRow(name)} onClick={() => onRemove()}>
      {says.remove}
    </button>
  </>
);
