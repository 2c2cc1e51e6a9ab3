import { useState } from 'preact/hooks';
import { words } from '../../protocol/messages';
import type { ClockShown } from '../../protocol/protocol';
import type { Page } from '../page';
import { Dialog } from './Dialog';

const ruDay = (iso: string): string => iso.split('-').reverse().join('.');

/** The host's own clock: it stands until somebody moves it on. */
export function Clock({ page, clock }: { page: Page; clock: ClockShown }) {
  const [asked, setAsked] = useState(false);
  const [day, setDay] = useState('');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame
    <div class="clock" role="group" aria-label={words.clock} title={words.clock}>
      <span>
        <output>{ruDay(clock.day)}</output> <output class="time">{clock.time}</output>
      </span>
      <button type="button" onClick={() => void page.advance({ days: 1 })}>
        {words.plusDay}
      </button>
      <button type="button" onClick={() => void page.advance({ days: 7 })}>
        {words.plusWeek}
      </button>
      <button
        type="button"
        onClick={() => {
          setDay(clock.day);
          setAsked(true);
        }}
      >
        {words.toDate}
      </button>
      {asked && (
        <Dialog title={words.toDateTitle} onClose={() => setAsked(false)}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              setAsked(false);
              void page.advance({ to: day });
            }}
          >
            <label class="stacked">
              <span>{words.toDateText}</span>
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
                {words.go}
              </button>
              <button type="button" onClick={() => setAsked(false)}>
                {words.cancel}
              </button>
            </div>
          </form>
        </Dialog>
      )}
    </div>
  );
}
