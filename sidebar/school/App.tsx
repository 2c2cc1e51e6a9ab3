/** The sidebar's screens. What a person typed survives every change of screen. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Opened, School } from '../../src/contract/school';
import { sidebar as says } from '../../src/messages/sidebar/page';
import { takeFocus } from '../common/focus';
import { Notice } from '../common/Notice';
import { Waiting } from '../common/Waiting';
import { browserStorage, Drafts } from './model/drafts';
import { useLoad } from './model/load';
import { withDraft, withStage } from './model/stages';
import { LIVE_REGION } from './parts/announce';
import { Problem } from './parts/Problem';
import { CellHelp } from './screens/CellHelp';
import { Checklist } from './screens/Checklist';
import { ChooseSchool } from './screens/ChooseSchool';
import { DistrictView } from './screens/DistrictView';
import { Issues } from './screens/Issues';
import { StageForm } from './screens/StageForm';
import { call } from './server';

type Screen = keyof typeof says.screens;

export function App() {
  const opened = useLoad(() => call('sidebarOpen'), []);
  const online = useOnline();
  const { value, set, waiting, problem, reload } = opened;
  return (
    <div class="app">
      <div {...LIVE_REGION} />
      {!online && <Notice kind="warning">{says.offline}</Notice>}
      {value === null ? (
        <main>
          {waiting && <Waiting text={says.opening} />}
          <Problem problem={problem} onAgain={reload} />
        </main>
      ) : (
        <Screens opened={value} onOpened={set} waiting={waiting} problem={problem} reload={reload} />
      )}
    </div>
  );
}

function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = (): void => setOnline(navigator.onLine);
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
  return online;
}

interface ScreensProps {
  readonly opened: Opened;
  readonly waiting: boolean;
  readonly problem: ReturnType<typeof useLoad>['problem'];
  onOpened(opened: Opened): void;
  reload(): void;
}

function Screens({ opened, waiting, problem, onOpened, reload }: ScreensProps) {
  const [screen, setScreen] = useState<Screen>(opened.first);
  const [open, setOpen] = useState<string | null>(null);
  const [back, setBack] = useState<string | null>(null);
  const [choosing, setChoosing] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const first = useRef(true);
  const { school } = opened;
  const stage = school?.stages.find(({ key }) => key === open) ?? null;
  const latest = useRef(opened);
  latest.current = opened;
  const drafts = useMemo(
    () => new Drafts(opened.book, browserStorage(), (key, draft) => call('sidebarDraft', key, draft)),
    [opened.book],
  );
  const put = (change: (school: School) => School): void => {
    const now = latest.current;
    if (now.school === null) return;
    latest.current = { ...now, school: change(now.school) };
    onOpened(latest.current);
  };
  // A new screen starts at its top; the checklist restores its own place.
  useLayoutEffect(() => {
    if (first.current) first.current = false;
    else if (open === null && back === null) takeFocus(body.current?.querySelector<HTMLElement>('h1'));
  }, [screen, choosing, school?.id]);
  const show = (next: Screen): void => {
    setBack(null);
    setChoosing(false);
    if (next === 'school' && screen === 'school') setOpen(null);
    setScreen(next);
  };
  const names = Object.entries(says.screens) as [Screen, string][];
  const offered = names.filter(([name]) => name !== 'district' || opened.mayDecide);
  return (
    <>
      <nav aria-label={says.screensLabel}>
        {offered.map(([name, label]) => (
          <button
            key={name}
            type="button"
            aria-current={name === screen ? 'page' : undefined}
            onClick={() => show(name)}
          >
            {label}
          </button>
        ))}
      </nav>
      <div ref={body}>
        {screen === 'school' &&
          (school === null || choosing ? (
            <ChooseSchool
              changing={school !== null}
              onCancel={() => setChoosing(false)}
              onSchool={(chosen) => {
                setChoosing(false);
                setBack(null);
                onOpened({ ...latest.current, school: chosen });
              }}
            />
          ) : stage === null ? (
            <Checklist
              school={school}
              back={back}
              waiting={waiting}
              problem={problem}
              isBegun={(key) => drafts.isBegun(key, school.drafts.includes(key))}
              onStage={setOpen}
              onChange={() => setChoosing(true)}
              onReload={reload}
            />
          ) : (
            <StageForm
              key={stage.key}
              stage={stage}
              drafts={drafts}
              onStage={(changed) => put((now) => withStage(now, changed))}
              onDraft={(key, begun) => put((now) => withDraft(now, key, begun))}
              onBack={() => {
                setBack(open);
                setOpen(null);
              }}
            />
          ))}
        {screen === 'help' && <CellHelp />}
        {screen === 'issues' && <Issues school={school} />}
        {screen === 'district' && <DistrictView />}
      </div>
    </>
  );
}
