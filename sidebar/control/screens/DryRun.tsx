/** Who would get what and why, and who would not and why. Nothing is sent. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { MailChoice, MailDryRun } from '../../../src/contract/mails';
import { dryRun as says } from '../../../src/messages/control/page';
import { takeFocus } from '../../common/focus';
import type { Work } from '../model/work';
import { call } from '../server';

interface Props {
  readonly work: Work;
  onShow(choice: MailChoice): void;
}

export function DryRun({ work, onShow }: Props) {
  const [run, setRun] = useState<MailDryRun | null>(null);
  const [search, setSearch] = useState('');
  const place = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => takeFocus(place.current), [run]);
  const ask = () =>
    work.run(
      says.working,
      () => call('controlMailDryRun'),
      (answer) => {
        setRun(answer);
        return '';
      },
    );
  const wanted = search.trim().toLowerCase();
  const hits = (...texts: string[]): boolean => texts.some((text) => text.toLowerCase().includes(wanted));
  return (
    <section>
      <h2>{says.title}</h2>
      <p class="help">{says.help}</p>
      <button type="button" class="wide" disabled={work.doing !== null} onClick={ask}>
        {says.button}
      </button>
      {run !== null && (
        <>
          <p class="result" tabIndex={-1} ref={place}>
            <strong>{run.sentence}</strong>
          </p>
          <label>
            {says.search}
            <input
              type="search"
              value={search}
              maxLength={200}
              onInput={(event) => setSearch(event.currentTarget.value)}
            />
          </label>
          <Group
            title={says.gets(run.gets.length)}
            items={run.gets.filter(({ address, parts }) => hits(address, ...parts))}
            open
          >
            {({ address, roles, parts, kinds: [kind = 'reminder'], why, when }) => (
              <>
                <p>
                  <button
                    type="button"
                    class="link"
                    aria-label={says.show(address)}
                    onClick={() => onShow({ kind, whom: address })}
                  >
                    {address}
                  </button>
                  <span class="help"> · {roles}</span>
                </p>
                {parts.map((part, index) => (
                  <p key={part}>
                    {part}
                    <span class="help"> · {why[index] ?? ''}</span>
                  </p>
                ))}
                <p class="help">{when}</p>
              </>
            )}
          </Group>
          <Group
            title={says.ahead(run.ahead.length)}
            items={run.ahead.filter(({ address, mails }) =>
              hits(address, ...mails.flatMap(({ parts }) => parts)),
            )}
          >
            {({ address, roles, mails }) => (
              <>
                <p>
                  <strong>{address}</strong>
                  <span class="help"> · {roles}</span>
                </p>
                <ul class="days">
                  {mails.map(({ on, parts }) => (
                    <li key={on}>
                      <strong>{on}</strong> {parts.join('; ')}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Group>
          <Group title={says.not(run.not.length)} items={run.not.filter(({ address }) => hits(address))}>
            {({ address, roles, why }) => (
              <>
                <p>
                  <strong>{address}</strong>
                  <span class="help"> · {roles}</span>
                </p>
                <p>
                  {says.why} {why}
                </p>
              </>
            )}
          </Group>
          {run.doubts.length > 0 && (
            <Group title={says.doubts(run.doubts.length)} items={run.doubts.filter((doubt) => hits(doubt))}>
              {(doubt) => <p>{doubt}</p>}
            </Group>
          )}
        </>
      )}
    </section>
  );
}

const MOST_SHOWN = 50;

interface GroupProps<T> {
  readonly title: string;
  readonly items: readonly T[];
  readonly open?: boolean;
  readonly children: (item: T) => ComponentChildren;
}

function Group<T>({ title, items, open, children }: GroupProps<T>) {
  return (
    <details open={open}>
      <summary>{title}</summary>
      {items.length === 0 ? (
        <p>{says.nobody}</p>
      ) : (
        <ul class="list">
          {items.slice(0, MOST_SHOWN).map((item, index) => (
            // Nothing in the list has a state of its own.
            <li key={index}>{children(item)}</li>
          ))}
        </ul>
      )}
      {items.length > MOST_SHOWN && <p>{says.more(items.length - MOST_SHOWN)}</p>}
    </details>
  );
}
