/** A day: typed as people write days, or taken from a calendar. What was understood is said in words. */
import { useRef, useState } from 'preact/hooks';
import { type CivilDate, formatRu } from '../../../../src/domain/dates/civil';
import { dayOf } from '../../../../src/domain/values/cell';
import { form as says } from '../../../../src/messages/sidebar/page';
import { dayAndWeekday } from '../../../../src/messages/words/days';
import { takeFocus } from '../../../common/focus';
import { cellOf } from '../../model/typed';
import type { BoxProps } from './box';
import { Calendar } from './Calendar';

export function DateBox({
  column,
  text,
  wrong,
  locked,
  today,
  programmeStart,
  given,
  onText,
  onLeave,
}: BoxProps) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const day = dayOf(cellOf(column, text));
  const range = column.rules?.find((rule) => rule.kind === 'dateRange');
  const calendar = `${given.id}-calendar`;
  const take = (chosen: CivilDate): void => {
    onText(formatRu(chosen));
    setOpen(false);
    takeFocus(box.current);
  };
  return (
    <div class="date">
      <div class="line">
        <input
          {...given}
          ref={box}
          type="text"
          value={text}
          readOnly={locked}
          autocomplete="off"
          onInput={(event) => onText(event.currentTarget.value)}
          onBlur={onLeave}
        />
        {!locked && (
          <>
            <button type="button" class="quiet" onClick={() => take(today)}>
              {says.today}
            </button>
            <button
              type="button"
              ref={opener}
              class="icon"
              aria-label={says.calendarFor(column.header)}
              title={says.calendar}
              aria-expanded={open}
              aria-controls={open ? calendar : undefined}
              onClick={() => setOpen(!open)}
            >
              <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false">
                <path
                  d="M3 5h14v12H3zM3 9h14M7 2v4M13 2v4"
                  fill="none"
                  stroke="currentColor"
                  stroke-width="1.6"
                />
              </svg>
            </button>
          </>
        )}
      </div>
      <p class="understood" aria-live="polite">
        {day !== null && wrong === '' && says.readAs(dayAndWeekday(day))}
      </p>
      {open && (
        <Calendar
          id={calendar}
          label={says.calendarFor(column.header)}
          chosen={day}
          today={today}
          from={range?.from === 'programmeStart' ? programmeStart : null}
          to={range?.to === 'today' ? today : null}
          onDay={take}
          onClose={() => {
            setOpen(false);
            takeFocus(opener.current);
          }}
        />
      )}
    </div>
  );
}
