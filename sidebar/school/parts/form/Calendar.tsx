/** A month to choose a day from, by pointer or by keyboard as the grid pattern of ARIA has it. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type CivilDate, partsOf } from '../../../../src/domain/dates/civil';
import { form as says } from '../../../../src/messages/sidebar/page';
import { dayAndWeekday, monthTitle, SHORT_WEEKDAYS, WEEKDAYS } from '../../../../src/messages/words/days';
import { takeFocus } from '../../../common/focus';
import { dayByKey, shiftMonth, weeksOf } from '../../model/month';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly chosen: CivilDate | null;
  readonly today: CivilDate;
  /** Days before and after these cannot be chosen; null is no limit. */
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  onDay(day: CivilDate): void;
  onClose(): void;
}

export function Calendar({ id, label, chosen, today, from, to, onDay, onClose }: Props) {
  const [at, setAt] = useState<CivilDate>(chosen ?? (to !== null && to < today ? to : today));
  const [refusal, setRefusal] = useState('');
  const focused = useRef<HTMLButtonElement>(null);
  const moved = useRef(true);
  // Before the next key press: Enter must choose the day that the arrow moved to.
  useLayoutEffect(() => {
    if (moved.current) takeFocus(focused.current);
    moved.current = false;
  }, [at]);
  const { year, month } = partsOf(at);
  const whyNot = (day: CivilDate): string => {
    if (to !== null && day > to) return says.notYetDay;
    return from !== null && day < from ? says.beforeProgramme : '';
  };
  const take = (day: CivilDate): void => {
    setRefusal(whyNot(day));
    if (whyNot(day) === '') onDay(day);
  };
  const turn = (by: number): void => {
    const next = shiftMonth(at, by);
    if (next !== null) setAt(next);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
      return;
    }
    const inGrid = event.target instanceof HTMLElement && event.target.closest('table') !== null;
    const next = inGrid ? dayByKey(event.key, at) : null;
    if (next === null) return;
    event.preventDefault();
    moved.current = true;
    setAt(next);
  };
  return (
    <fieldset class="calendar" id={id} onKeyDown={press}>
      <legend class="hidden">{label}</legend>
      <div class="month">
        <button type="button" class="quiet" aria-label={says.previousMonth} onClick={() => turn(-1)}>
          <span aria-hidden="true">‹</span>
        </button>
        <span aria-live="polite">{monthTitle(year, month)}</span>
        <button type="button" class="quiet" aria-label={says.nextMonth} onClick={() => turn(1)}>
          <span aria-hidden="true">›</span>
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrows walk it, readers must let them */}
      <table role="grid" aria-label={monthTitle(year, month)} aria-describedby={`${id}-help`}>
        <thead>
          <tr>
            {SHORT_WEEKDAYS.map((name, index) => (
              <th key={name} scope="col" abbr={WEEKDAYS[index] ?? ''}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(year, month).map((week) => (
            <tr key={week.find((day) => day !== null)}>
              {week.map((day, index) => (
                <td key={day ?? `none-${index}`}>
                  {day !== null && (
                    <button
                      type="button"
                      ref={day === at ? focused : null}
                      tabIndex={day === at ? 0 : -1}
                      class={`${day === chosen ? 'chosen' : ''}${day === today ? ' today' : ''}`}
                      aria-label={`${dayAndWeekday(day)}${day === today ? `, ${says.today.toLowerCase()}` : ''}`}
                      aria-pressed={day === chosen}
                      aria-disabled={whyNot(day) !== ''}
                      onClick={() => take(day)}
                    >
                      {partsOf(day).day}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p role="status" class="issue">
        {refusal}
      </p>
      <p class="help" id={`${id}-help`}>
        {says.calendarHelp}
      </p>
      <button type="button" class="quiet" onClick={onClose}>
        {says.closeCalendar}
      </button>
    </fieldset>
  );
}
