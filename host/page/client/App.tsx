import { useEffect, useReducer, useRef } from 'preact/hooks';
import { words } from '../protocol/messages';
import { listenToClipboard } from './keyboard/copyAndPaste';
import { listenToKeys } from './keyboard/keys';
import type { Page } from './page';
import { AskDialog } from './parts/AskDialog';
import { CellLine } from './parts/CellLine';
import { ModalFrame, Sidebar } from './parts/Frames';
import { Messages } from './parts/Messages';
import { TabBar } from './parts/TabBar';
import { TopBar } from './parts/TopBar';
import { WorkBar } from './parts/WorkBar';

export function App({ page }: { page: Page }) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => page.watch(() => redraw(undefined)), [page]);
  useEffect(() => {
    const element = grid.current;
    if (!element) return;
    listenToKeys(element, page);
    listenToClipboard(element, page);
    page.start(element.firstElementChild as HTMLElement);
  }, [page]);
  const { note, loading, full, closed, sidebar, behind, modal, question } = page.shown;
  return (
    <div class="app">
      <header>
        <TopBar page={page} />
        <WorkBar page={page} />
        <CellLine page={page} />
      </header>
      <main class="body">
        <section id="grid" class="grid" ref={grid} aria-label={words.grid}>
          <div class="univer" />
          {note && (
            <div class="note" role="tooltip" style={{ left: note.left, top: note.top }}>
              {note.text}
            </div>
          )}
          {loading && (
            <div class="cover" role="status">
              {!full && <span class="spinner" aria-hidden="true" />}
              {full ? words.full : words.loading}
            </div>
          )}
          {closed !== null && !loading && (
            <div class="cover closed" role="status">
              {closed}
            </div>
          )}
        </section>
        {sidebar && behind && (
          <button type="button" class="to-sidebar" onClick={() => page.bringSidebar(true)}>
            {sidebar.title === '' ? words.sidebar : sidebar.title}
          </button>
        )}
        {sidebar && <Sidebar key={sidebar.id} page={page} frame={sidebar} />}
      </main>
      <footer>
        <TabBar page={page} />
      </footer>
      {modal && <ModalFrame key={modal.id} page={page} frame={modal} />}
      {question && <AskDialog page={page} question={question} />}
      <Messages page={page} />
    </div>
  );
}
