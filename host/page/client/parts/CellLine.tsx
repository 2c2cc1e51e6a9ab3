import { page } from '../../protocol/messages';
import { rangeName } from '../grid/a1';
import type { Session } from '../session';

/** The selected cell in words: what it holds, what may be chosen, where it leads. */
export function CellLine({ session }: { session: Session }) {
  const { box, text, cell, opened } = session.shown;
  const at = session.display?.activeCell() ?? box;
  const content = cell?.formula ?? text;
  const locked = cell !== null && (!cell.editable || opened?.canEdit === false);
  return (
    <section class="cell-line" aria-label={page.cell}>
      <output class="name">{rangeName(box)}</output>
      <output class="content" aria-label={page.cellContent} title={content}>
        {content}
      </output>
      {locked && <span class="tag">{page.readOnly}</span>}
      {cell?.link && (
        <button type="button" onClick={() => cell.link && session.follow(cell.link)}>
          {page.follow}
        </button>
      )}
      {cell?.choices && !locked && (
        <select
          aria-label={page.chooseValue}
          value=""
          onChange={({ currentTarget }) => {
            void session.edit({ kind: 'type', row: at.row, col: at.col, text: currentTarget.value });
            currentTarget.value = '';
            session.focus();
          }}
        >
          <option value="" disabled>
            {page.choose}
          </option>
          {cell.choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      )}
    </section>
  );
}
