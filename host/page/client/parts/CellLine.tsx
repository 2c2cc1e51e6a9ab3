import { boxToA1 } from '../../../../src/domain/values/a1';
import { words } from '../../protocol/messages';
import type { Page } from '../page';

/** The selected cell in words: what it holds, what may be chosen, where it leads. */
export function CellLine({ page }: { page: Page }) {
  const { box, text, cell, opened } = page.shown;
  const at = page.display?.activeCell() ?? box;
  const content = cell?.formula ?? text;
  const locked = cell !== null && (!cell.editable || opened?.canEdit === false);
  return (
    <section class="cell-line" aria-label={words.cell}>
      <output class="name">{boxToA1(box)}</output>
      <output class="content" aria-label={words.cellContent} title={content}>
        {content}
      </output>
      {locked && <span class="tag">{words.readOnly}</span>}
      {cell?.link && (
        <button type="button" onClick={() => cell.link && page.follow(cell.link)}>
          {words.follow}
        </button>
      )}
      {cell?.choices && !locked && (
        <select
          aria-label={words.chooseValue}
          value=""
          onChange={({ currentTarget }) => {
            void page.edit({ kind: 'type', row: at.row, col: at.col, text: currentTarget.value });
            currentTarget.value = '';
            page.focus();
          }}
        >
          <option value="" disabled>
            {words.choose}
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
