/** One of a list, yes or no, or several of a list. What the table holds and the list does not is kept visible. */
import { cellText } from '../../../../src/domain/values/cell';
import { listItems, sameKey } from '../../../../src/domain/values/text';
import { form as says } from '../../../../src/messages/sidebar/page';
import type { BoxProps } from './box';

/** The word of the list that the text means, or the text itself. */
const inList = (allowed: readonly string[], text: string): string =>
  allowed.find((each) => sameKey(each) === sameKey(text)) ?? text;

export function ChoiceBox({ column, text, locked, given, onText, onLeave }: BoxProps) {
  const { allowed = [] } = column;
  const chosen = inList(allowed, cellText(text));
  const foreign = chosen !== '' && !allowed.includes(chosen);
  return (
    <select
      {...given}
      value={chosen}
      disabled={locked}
      onChange={(event) => onText(event.currentTarget.value)}
      onBlur={onLeave}
    >
      <option value="" selected={chosen === ''}>
        {says.unfilled}
      </option>
      {foreign && (
        <option value={chosen} selected>
          {says.notInList(chosen)}
        </option>
      )}
      {allowed.map((each) => (
        <option key={each} value={each} selected={each === chosen}>
          {each}
        </option>
      ))}
    </select>
  );
}

export function ChoicesBox({ column, text, locked, given, onText, onLeave }: BoxProps) {
  const { allowed = [] } = column;
  const chosen = listItems(text).map((item) => inList(allowed, item));
  const shown = [...allowed, ...chosen.filter((each) => !allowed.includes(each))];
  const put = (item: string, on: boolean): void =>
    onText(shown.filter((each) => (each === item ? on : chosen.includes(each))).join(', '));
  const { id, 'aria-describedby': described } = given;
  return (
    <fieldset id={id} aria-labelledby={`${id}-name`} aria-describedby={described} onBlurCapture={onLeave}>
      {shown.map((each) => (
        <label key={each} class="check">
          <input
            type="checkbox"
            checked={chosen.includes(each)}
            disabled={locked}
            onChange={(event) => put(each, event.currentTarget.checked)}
          />
          <span>{allowed.includes(each) ? each : says.notInList(each)}</span>
        </label>
      ))}
    </fieldset>
  );
}
