/** The screens of «Пульт», over one account of how things stand. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { BookView, Overview } from '../../src/contract/control';
import { books, mails, page, people, schedule, start, state } from '../../src/messages/control/page';
import { takeFocus } from '../common/focus';
import { Notice } from '../common/Notice';
import { Waiting } from '../common/Waiting';
import { actionsOf } from './model/actions';
import { useWork } from './model/work';
import { Doing } from './parts/Doing';
import { Outcome } from './parts/Outcome';
import { Books } from './screens/Books';
import { Mails } from './screens/Mails';
import { People } from './screens/People';
import type { Screen, ScreenProps } from './screens/props';
import { Schedule } from './screens/Schedule';
import { Start } from './screens/Start';
import { State } from './screens/State';
import { call } from './server';

const SCREENS: Readonly<
  Record<Screen, { readonly title: string; draw(props: ScreenProps): preact.JSX.Element }>
> = {
  start: { title: start.title, draw: Start },
  books: { title: books.title, draw: Books },
  people: { title: people.title, draw: People },
  schedule: { title: schedule.title, draw: Schedule },
  mails: { title: mails.title, draw: Mails },
  state: { title: state.title, draw: State },
};
const NAMES = Object.keys(SCREENS) as Screen[];
/** Somebody who comes back from the table sees what they did there, but not at every click. */
const LOOK_AGAIN_MS = 3_000;
/** While the panel stands beside the table, its lists and counts follow: so often, and so long after the last sign of the person. */
const FOLLOW_MS = 20_000;
const FOLLOW_FOR_MS = 15 * 60_000;

export function App() {
  const [overview, setOverview] = useState<Overview | null>(null);
  const [problem, setProblem] = useState('');
  const [looking, setLooking] = useState(true);
  const [screen, setScreen] = useState<Screen>('start');
  const lookedAt = useRef(0);
  const turn = useRef(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const work = useWork();
  const reload = useCallback(() => {
    turn.current += 1;
    const mine = turn.current;
    lookedAt.current = Date.now();
    setLooking(true);
    void call('controlOpen').then((answer) => {
      if (turn.current !== mine) return;
      setLooking(false);
      setProblem(answer.ok ? '' : answer.sentence);
      if (answer.ok) setOverview(answer);
    });
  }, []);
  const actions = useMemo(() => actionsOf(work, reload), [work.run, reload]);
  useEffect(reload, [reload]);
  useReturn(() => {
    if (work.doing === null && Date.now() - lookedAt.current > LOOK_AGAIN_MS) reload();
  });
  const show = (next: Screen): void => {
    work.clear();
    setScreen(next);
    if (work.doing === null && Date.now() - lookedAt.current > LOOK_AGAIN_MS) reload();
    takeFocus(heading.current);
  };
  const onBook = useCallback((book: BookView) => {
    setOverview((now) =>
      now === null ? now : { ...now, books: now.books.map((each) => (each.id === book.id ? book : each)) },
    );
  }, []);
  const { title, draw: Shown } = SCREENS[screen];
  return (
    <div class="app">
      <header>
        <nav aria-label={page.screensLabel}>
          <ul>
            {NAMES.map((name) => (
              <li key={name}>
                <button
                  type="button"
                  aria-current={name === screen ? 'page' : undefined}
                  onClick={() => show(name)}
                >
                  {page.screens[name]}
                </button>
              </li>
            ))}
          </ul>
        </nav>
        {work.doing !== null && <Doing {...work.doing} />}
      </header>
      <main aria-busy={work.doing !== null || (overview === null && looking)}>
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
        <Outcome work={work} />
        {overview === null && looking && <Waiting text={page.opening} />}
        {problem !== '' && (
          <Notice kind="error">
            <p>{problem}</p>
            <button type="button" disabled={looking} onClick={reload}>
              {page.again}
            </button>
          </Notice>
        )}
        {overview !== null && (
          <>
            <Shown
              overview={overview}
              work={work}
              actions={actions}
              show={show}
              reload={reload}
              onBook={onBook}
            />
            <div class="again">
              {/* It stays while it waits: the keyboard would lose its place. */}
              <button
                type="button"
                class="quiet"
                aria-disabled={looking}
                onClick={() => !looking && reload()}
              >
                {page.reload}
              </button>
              {looking && <Waiting text={page.looking} />}
            </div>
          </>
        )}
      </main>
    </div>
  );
}

/** Calls when the person comes back to this frame from the table or another window. */
function useReturn(back: () => void): void {
  const latest = useRef(back);
  latest.current = back;
  useEffect(() => {
    let seen = Date.now();
    const listen = (): void => {
      seen = Date.now();
      latest.current();
    };
    const follow = setInterval(() => {
      if (!document.hidden && Date.now() - seen < FOLLOW_FOR_MS) latest.current();
    }, FOLLOW_MS);
    const page = document.documentElement;
    window.addEventListener('focus', listen);
    page.addEventListener('pointerenter', listen);
    return () => {
      clearInterval(follow);
      window.removeEventListener('focus', listen);
      page.removeEventListener('pointerenter', listen);
    };
  }, []);
}
