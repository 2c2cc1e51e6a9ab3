import { useState } from 'preact/hooks';
import { page } from '../../protocol/messages';
import type { ClockShown } from '../../protocol/protocol';
import type { Session } from '../session';
import { Dialog } from './Dialog';

const ruDay = (iso: string): string => iso.split('-').reverse().join('.');

/** The host's own clock: it stands until somebody moves it on. */
export function Clock({ session, clock }: { session: Session; clock: ClockShown }) {
  const [asked, setAsked] = useState(false);
  const [day, setDay] = useState('');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame
    <div class="clock" role="group" aria-label={page.clock} title={page.clock}>
      <span>
        <output>{ruDay(clock.day)}</output> <output class="time">{clock.time}</output>
      </span>
      <button type="button" onClick={() => void session.advance({ days: 1 })}>
        {page.plusDay}
      </button>
      <button type="button" onClick={() => void session.advance({ days: 7 })}>
        {page.plusWeek}
      </button>
      <button
        type="button"
        onClick={() => {
          setDay(clock.day);
          setAsked(true);
        }}
      >
        {page.toDate}
      </button>
      {asked && (
        <Dialog title={page.toDateTitle} onClose={() => setAsked(false)}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              setAsked(false);
              void session.advance({ to: day });
            }}
          >
            <label class="stacked">
              <span>{page.toDateText}</span>
              <input
                type="date"
                required
                value={day}
                min={clock.day}
                onInput={({ currentTarget }) => setDay(currentTarget.value)}
              />
            </label>
            <div class="row">
              <button type="submit" class="main">
                {page.go}
              </button>
              <button type="button" onClick={() => setAsked(false)}>
                {page.cancel}
              </button>
            </div>
          </form>
        </Dialog>
      )}
    </div>
  );
}
