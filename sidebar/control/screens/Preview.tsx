/** Any mail as it would be now: to look at, or to send to oneself. The mail's own markup stays in its frame. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { MailChoice, MailPreview } from '../../../src/contract/mails';
import { preview as says } from '../../../src/messages/control/page';
import { takeFocus } from '../../common/focus';
import type { Actions } from '../model/actions';
import type { Work } from '../model/work';
import { Lines } from '../parts/Lines';

type Kind = MailChoice['kind'];
export type ShownMail = Extract<MailPreview, { ok: true }>;
const KINDS = Object.entries(says.kinds) as [Kind, string][];

interface Props {
  readonly work: Work;
  readonly choice: MailChoice;
  /** What was asked for last; null while nothing was, or something else is chosen. */
  readonly mail: ShownMail | null;
  readonly actions: Actions;
  onChoice(choice: MailChoice): void;
  onShow(choice: MailChoice): void;
}

export function Preview({ work, choice, mail, actions, onChoice, onShow }: Props) {
  const busy = work.doing !== null;
  return (
    <section>
      <h2>{says.title}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onShow(choice);
        }}
      >
        <fieldset>
          <label>
            {says.kind}
            <select
              value={choice.kind}
              onChange={(event) => onChoice({ ...choice, kind: event.currentTarget.value as Kind })}
            >
              {KINDS.map(([kind, words]) => (
                <option key={kind} value={kind} selected={kind === choice.kind}>
                  {words}
                </option>
              ))}
            </select>
          </label>
          <label>
            {says.whom}
            <input
              type="text"
              inputMode="email"
              autocomplete="off"
              maxLength={320}
              aria-describedby="whom-help"
              value={choice.whom}
              onInput={(event) => onChoice({ ...choice, whom: event.currentTarget.value })}
            />
            <span class="help" id="whom-help">
              {says.whomHelp}
            </span>
          </label>
          <div class="buttons">
            <button type="submit" disabled={busy}>
              {says.button}
            </button>
            <button type="button" disabled={busy} onClick={() => actions.test(choice)}>
              {says.test}
            </button>
          </div>
        </fieldset>
      </form>
      {mail !== null && <Letter mail={mail} />}
    </section>
  );
}

function Letter({ mail }: { readonly mail: ShownMail }) {
  const [asText, setAsText] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => takeFocus(place.current), [mail]);
  return (
    <div class="letter" tabIndex={-1} ref={place}>
      <dl class="where">
        <div>
          <dt>{says.to}</dt>
          <dd>{mail.to}</dd>
        </div>
        <div>
          <dt>{says.subject}</dt>
          <dd>{mail.subject}</dd>
        </div>
        {mail.attachments.map(({ name }) => (
          <div key={name}>
            <dt>{says.attachments}</dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
      <fieldset class="ways">
        <legend class="hidden">{says.ways}</legend>
        {[says.asHtml, says.asText].map((words, index) => (
          <button
            key={words}
            type="button"
            aria-pressed={asText === (index === 1)}
            onClick={() => setAsText(index === 1)}
          >
            {words}
          </button>
        ))}
      </fieldset>
      {asText ? (
        <div class="plain">
          <Lines text={mail.text} />
        </div>
      ) : (
        <>
          <Phone html={mail.html} />
          <p class="help">{says.frameHelp}</p>
        </>
      )}
    </div>
  );
}

/** A phone's width: the mail has a narrow layout of its own there, shown smaller where even that has no room. */
const PHONE_PX = 375;
const HEIGHT_PX = 460;

function Phone({ html }: { readonly html: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  useEffect(() => {
    const fit = new ResizeObserver(([box]) =>
      setScale(Math.min(1, (box?.contentRect.width ?? 0) / PHONE_PX)),
    );
    if (place.current !== null) fit.observe(place.current);
    return () => fit.disconnect();
  }, []);
  const style = { width: PHONE_PX, height: HEIGHT_PX / scale, transform: `scale(${scale})` };
  return (
    <div class="phone" ref={place} style={{ height: HEIGHT_PX }}>
      {/* Nothing in it may run, open a window or send anything. Where Google's frame refuses it, the text is there. */}
      <iframe title={says.frame} sandbox="" srcdoc={html} style={style} />
    </div>
  );
}
