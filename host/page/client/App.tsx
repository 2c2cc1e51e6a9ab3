import { useEffect, useReducer, useRef } from 'preact/hooks';
import { page } from '../protocol/messages';
import { listenToClipboard, listenToKeys } from './grid/keys';
import { AskDialog } from './parts/AskDialog';
import { CellLine } from './parts/CellLine';
import { ModalFrame, Sidebar } from './parts/Frames';
import { Messages } from './parts/Messages';
import { TabBar } from './parts/TabBar';
import { TopBar } from './parts/TopBar';
import { WorkBar } from './parts/WorkBar';
import type { Session } from './session';

export function App({ session }: { session: Session }) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => session.watch(() => redraw(undefined)), [session]);
  useEffect(() => {
    const element = grid.current;
    if (!element) return;
    listenToKeys(element, session);
    listenToClipboard(element, session);
    session.start(element.firstElementChild as HTMLElement);
  }, [session]);
  const { note, loading, full, sidebar, behind, modal, question } = session.shown;
  return (
    <div class="app">
      <header>
        <TopBar session={session} />
        <WorkBar session={session} />
        <CellLine session={session} />
      </header>
      <main class="body">
        <section id="grid" class="grid" ref={grid} aria-label={page.grid}>
          <div class="univer" />
          {note && (
            <div class="note" role="tooltip" style={{ left: note.left, top: note.top }}>
              {note.text}
            </div>
          )}
          {loading && (
            <div class="cover" role="status">
              {!full && <span class="spinner" aria-hidden="true" />}
              {full ? page.full : page.loading}
            </div>
          )}
        </section>
        {sidebar && behind && (
          <button type="button" class="to-sidebar" onClick={() => session.bringSidebar(true)}>
            {sidebar.title === '' ? page.sidebar : sidebar.title}
          </button>
        )}
        {sidebar && <Sidebar key={sidebar.id} session={session} frame={sidebar} />}
      </main>
      <footer>
        <TabBar session={session} />
      </footer>
      {modal && <ModalFrame key={modal.id} session={session} frame={modal} />}
      {question && <AskDialog session={session} question={question} />}
      <Messages session={session} />
    </div>
  );
}
