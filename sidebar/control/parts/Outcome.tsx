/** What came of the last press: focus goes there, so that one who hears the page hears it. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { page } from '../../../src/messages/control/page';
import { takeFocus } from '../../common/focus';
import { Notice } from '../../common/Notice';
import type { Work } from '../model/work';
import { Lines } from './Lines';

export function Outcome({ work: { problem, good, clear } }: { readonly work: Work }) {
  const place = useRef<HTMLDivElement>(null);
  const shown = problem !== null || good !== '';
  useLayoutEffect(() => {
    if (shown) takeFocus(place.current);
  }, [problem, good]);
  if (!shown) return null;
  return (
    <div class="outcome" tabIndex={-1} ref={place}>
      <Notice kind={problem === null ? 'good' : 'error'}>
        <Lines text={problem?.sentence ?? good} />
        {problem?.again && (
          <button type="button" onClick={problem.again}>
            {page.again}
          </button>
        )}
        <button type="button" class="quiet" onClick={clear}>
          {page.close}
        </button>
      </Notice>
    </div>
  );
}
