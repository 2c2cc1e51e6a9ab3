import { useState } from 'preact/hooks';
import { words } from '../../protocol/messages';
import type { Page } from '../page';
import { Clock } from './Clock';
import { Dialog } from './Dialog';
import { Menu } from './Menu';
import { Outbox } from './Outbox';

/** The book's own menu, what can be done with rows, the clock, the mail, the file. */
export function WorkBar({ page }: { page: Page }) {
  const { opened, world } = page.shown;
  const [window, setWindow] = useState<'mails' | 'reset' | null>(null);
  const [unfolded, setUnfolded] = useState(false);
  const close = () => setWindow(null);
  return (
    <div class={unfolded ? 'work-bar unfolded' : 'work-bar'}>
      <nav aria-label={words.menuOf}>
        {opened?.menus.map(({ caption, items }) => (
          <Menu key={caption} caption={caption} items={items} onPress={(path) => void page.menu(path)} />
        ))}
        {opened && opened.menus.length === 0 && (
          <span class="tag" title={words.noMenu}>
            {words.noMenuShort}
          </span>
        )}
      </nav>
      <button type="button" class="more" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
        {words.more}
      </button>
      {opened?.canEdit && <RowActions page={page} />}
      <span class="spring" />
      {world && <Clock page={page} clock={world.clock} />}
      <button type="button" onClick={() => setWindow('mails')}>
        {words.mails} <span class="count">{world?.mails ?? 0}</span>
      </button>
      {opened && (
        <button type="button" onClick={() => void page.download()}>
          {words.download}
        </button>
      )}
      <button type="button" onClick={() => setWindow('reset')}>
        {words.reset}
      </button>
      {window === 'mails' && <Outbox key={page.shown.person} page={page} onClose={close} />}
      {window === 'reset' && (
        <Dialog title={words.resetTitle} onClose={close}>
          <p>{words.resetText}</p>
          <div class="row">
            <button
              type="button"
              class="main"
              onClick={() => {
                close();
                void page.reset();
              }}
            >
              {world?.programme === null ? words.resetFile : words.resetYes}
            </button>
            <button
              type="button"
              onClick={() => {
                close();
                void page.reset(true);
              }}
            >
              {words.resetEmpty}
            </button>
            <button type="button" onClick={close}>
              {words.cancel}
            </button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

function RowActions({ page }: { page: Page }) {
  const { box } = page.shown;
  const act = (edit: Parameters<Page['edit']>[0]) => {
    void page.edit(edit);
    page.focus();
  };
  const buttons = [
    [words.insertRow, words.insertRowShort, { kind: 'insertRow', box }],
    [words.deleteRows, words.deleteRowsShort, { kind: 'deleteRows', box }],
    [words.fillDown, words.fillDownShort, { kind: 'fillDown', box }],
    [words.clear, words.clear, { kind: 'clear', box }],
    [words.sortUp, words.sortUpShort, { kind: 'sort', box, column: box.col, ascending: true }],
    [words.sortDown, words.sortDownShort, { kind: 'sort', box, column: box.col, ascending: false }],
  ] as const;
  return (
    <div class="actions" role="toolbar" aria-label={words.actions}>
      {buttons.map(([name, short, edit]) => (
        <button key={name} type="button" aria-label={name} title={name} onClick={() => act(edit)}>
          {short}
        </button>
      ))}
    </div>
  );
}
