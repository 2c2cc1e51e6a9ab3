import { useEffect, useRef } from 'preact/hooks';
import { page } from '../../protocol/messages';
import type { FrameShown } from '../../protocol/protocol';
import { frameAddress } from '../connection/api';
import type { Session } from '../session';
import { Dialog } from './Dialog';

interface Props {
  readonly session: Session;
  readonly frame: FrameShown;
}

/** As Google's, without the origin: a page of a script reaches nothing here but by messages. */
const SANDBOX =
  'allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads';

/** A sidebar is 300 px wide, and opening another one takes its place. */
export function Sidebar({ session, frame }: Props) {
  const close = () => session.closeFrame('sidebar');
  return (
    <aside class={session.shown.behind ? 'sidebar behind' : 'sidebar'} aria-label={page.sidebar}>
      <div class="sidebar-head">
        <h2>{frame.title}</h2>
        <button type="button" class="back" onClick={() => session.bringSidebar(false)}>
          {page.backToGrid}
        </button>
        <button type="button" aria-label={page.close} onClick={close}>
          ×
        </button>
      </div>
      <ScriptFrame session={session} frame={frame} onClose={close} />
    </aside>
  );
}

export function ModalFrame({ session, frame }: Props) {
  const close = () => session.closeFrame('modal');
  const size = { width: frame.width ?? 500, height: frame.height ?? 400 };
  return (
    <Dialog title={frame.title} wide onClose={close}>
      <button type="button" class="dialog-close" aria-label={page.close} onClick={close}>
        ×
      </button>
      <div class="modal-frame" style={size}>
        <ScriptFrame session={session} frame={frame} onClose={close} />
      </div>
    </Dialog>
  );
}

interface FrameMessage {
  readonly svodka?: {
    readonly kind: 'call' | 'close' | 'size' | 'focus' | 'keep';
    readonly id?: number;
    readonly name?: string;
    readonly args?: string;
    readonly width?: number;
    readonly height?: number;
    readonly items?: Readonly<Record<string, string>>;
  };
}

function ScriptFrame({ session, frame, onClose }: Props & { onClose: () => void }) {
  const element = useRef<HTMLIFrameElement>(null);
  const keep = `svodka.frame.${session.shown.person}.${frame.kind}.${frame.title}`;
  useEffect(() => {
    const hear = (event: MessageEvent<FrameMessage>) => {
      const message = event.data?.svodka;
      const window = element.current?.contentWindow;
      if (!message || !window || event.source !== window) return;
      if (message.kind === 'close') onClose();
      else if (message.kind === 'focus') session.focus();
      else if (message.kind === 'size') {
        session.resizeFrame({
          ...(message.width === undefined ? {} : { width: message.width }),
          ...(message.height === undefined ? {} : { height: message.height }),
        });
      } else if (message.kind === 'keep') localStorage.setItem(keep, JSON.stringify(message.items ?? {}));
      else {
        const args = JSON.parse(message.args ?? '[]') as unknown[];
        void session.call(frame.id, message.name ?? '', args).then((outcome) => {
          // The frame has no origin that could be named.
          window.postMessage({ svodkaDone: message.id, outcome }, '*');
        });
      }
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, [session, frame.id]);
  return (
    <iframe
      ref={element}
      title={frame.title === '' ? page.sidebar : frame.title}
      sandbox={SANDBOX}
      name={localStorage.getItem(keep) ?? ''}
      src={frameAddress(frame.id)}
    />
  );
}
