import { useState } from 'preact/hooks';
import { page } from '../../protocol/messages';
import type { Session } from '../session';
import { Clock } from './Clock';
import { Dialog } from './Dialog';
import { Menu } from './Menu';
import { Outbox } from './Outbox';

/** The book's own menu, what can be done with rows, the clock, the mail, the file. */
export function WorkBar({ session }: { session: Session }) {
  const { opened, world } = session.shown;
  const [window, setWindow] = useState<'mails' | 'reset' | null>(null);
  const close = () => setWindow(null);
  return (
    <div class="work-bar">
      <nav aria-label={page.menuOf}>
        {opened?.menus.map(({ caption, items }) => (
          <Menu key={caption} caption={caption} items={items} onPress={(path) => void session.menu(path)} />
        ))}
        {opened && opened.menus.length === 0 && (
          <span class="tag" title={page.noMenu}>
            {page.noMenuShort}
          </span>
        )}
      </nav>
      {opened?.canEdit && <RowActions session={session} />}
      <span class="spring" />
      {world && <Clock session={session} clock={world.clock} />}
      <button type="button" onClick={() => setWindow('mails')}>
        {page.mails} <span class="count">{world?.mails ?? 0}</span>
      </button>
      {opened && (
        <button type="button" onClick={() => void session.download()}>
          {page.download}
        </button>
      )}
      <button type="button" onClick={() => setWindow('reset')}>
        {page.reset}
      </button>
      {window === 'mails' && <Outbox session={session} onClose={close} />}
      {window === 'reset' && (
        <Dialog title={page.resetTitle} onClose={close}>
          <p>{page.resetText}</p>
          <div class="row">
            <button
              type="button"
              class="main"
              onClick={() => {
                close();
                void session.reset();
              }}
            >
              {page.resetYes}
            </button>
            <button type="button" onClick={close}>
              {page.cancel}
            </button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

function RowActions({ session }: { session: Session }) {
  const { box } = session.shown;
  const act = (edit: Parameters<Session['edit']>[0]) => {
    void session.edit(edit);
    session.focus();
  };
  const buttons = [
    [page.insertRow, page.insertRowShort, { kind: 'insertRow', box }],
    [page.deleteRows, page.deleteRowsShort, { kind: 'deleteRows', box }],
    [page.fillDown, page.fillDownShort, { kind: 'fillDown', box }],
    [page.clear, page.clear, { kind: 'clear', box }],
    [page.sortUp, page.sortUpShort, { kind: 'sort', box, column: box.col, ascending: true }],
    [page.sortDown, page.sortDownShort, { kind: 'sort', box, column: box.col, ascending: false }],
  ] as const;
  return (
    <div class="actions" role="toolbar" aria-label={page.actions}>
      {buttons.map(([name, short, edit]) => (
        <button key={name} type="button" aria-label={name} title={name} onClick={() => act(edit)}>
          {short}
        </button>
      ))}
    </div>
  );
}
