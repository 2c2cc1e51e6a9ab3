import { useEffect, useRef } from 'preact/hooks';
import { words } from '../../protocol/messages';
import type { FrameShown } from '../../protocol/protocol';
import { frameAddress } from '../connection/api';
import type { Page } from '../page';
import { Dialog } from './Dialog';

interface Props {
  readonly page: Page;
  readonly frame: FrameShown;
}

/** As Google's, without the origin: a page of a script reaches nothing here but by messages. */
const SANDBOX =
  'allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads';

/** A sidebar is 300 px wide, and opening another one takes its place. */
export function Sidebar({ page, frame }: Props) {
  const close = () => page.closeFrame('sidebar');
  return (
    <aside class={page.shown.behind ? 'sidebar behind' : 'sidebar'} aria-label={words.sidebar}>
      <div class="sidebar-head">
        <h2>{frame.title}</h2>
        <button type="button" class="back" onClick={() => page.bringSidebar(false)}>
          {words.backToGrid}
        </button>
        <button type="button" aria-label={words.close} onClick={close}>
          ×
        </button>
      </div>
      <ScriptFrame page={page} frame={frame} onClose={close} />
    </aside>
  );
}

export function ModalFrame({ page, frame }: Props) {
  const close = () => page.closeFrame('modal');
  const size = { width: frame.width ?? 500, height: frame.height ?? 400 };
  return (
    <Dialog title={frame.title} wide onClose={close}>
      <button type="button" class="dialog-close" aria-label={words.close} onClick={close}>
        ×
      </button>
      <div class="modal-frame" style={size}>
        <ScriptFrame page={page} frame={frame} onClose={close} />
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

function ScriptFrame({ page, frame, onClose }: Props & { onClose: () => void }) {
  const element = useRef<HTMLIFrameElement>(null);
  const keep = `svodka.frame.${page.shown.person}.${frame.kind}.${frame.title}`;
  useEffect(() => {
    const hear = (event: MessageEvent<FrameMessage>) => {
      const message = event.data?.svodka;
      const window = element.current?.contentWindow;
      if (!message || !window || event.source !== window) return;
      if (message.kind === 'close') onClose();
      else if (message.kind === 'focus') page.focus();
      else if (message.kind === 'size') {
        page.resizeFrame({
          ...(message.width === undefined ? {} : { width: message.width }),
          ...(message.height === undefined ? {} : { height: message.height }),
        });
      } else if (message.kind === 'keep') localStorage.setItem(keep, JSON.stringify(message.items ?? {}));
      else {
        const args = JSON.parse(message.args ?? '[]') as unknown[];
        void page.call(frame.id, message.name ?? '', args).then((outcome) => {
          // The frame has no origin that could be named.
          window.postMessage({ svodkaDone: message.id, outcome }, '*');
        });
      }
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, [page, frame.id]);
  return (
    <iframe
      ref={element}
      title={frame.title === '' ? words.sidebar : frame.title}
      sandbox={SANDBOX}
      name={localStorage.getItem(keep) ?? ''}
      src={frameAddress(frame.id)}
    />
  );
}
