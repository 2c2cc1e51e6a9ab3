/** What the page is doing, with a bar where it is known how much is done. */
import { progress as says } from '../../../src/messages/control/page';
import { Waiting } from '../../common/Waiting';
import type { Doing as DoingNow } from '../model/work';

export function Doing({ text, part }: DoingNow) {
  return (
    <div class="doing">
      <Waiting text={text} />
      {part !== null && (
        <progress aria-label={says.label} value={part.done} max={part.all}>
          {part.done} / {part.all}
        </progress>
      )}
    </div>
  );
}
