/** Something is happening: what, and for how long already. */
import { useEffect, useState } from 'preact/hooks';
import { waiting as says } from '../../src/messages/jobs/pageCalls';

const SHOW_SECONDS_AFTER = 3;
const SLOW_SECONDS = 30;

export function Waiting({ text }: { readonly text: string }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div class="waiting">
      <span class="bar" aria-hidden="true" />
      <span role="status">{seconds < SLOW_SECONDS ? text : `${text} ${says.slow}`}</span>
      {seconds >= SHOW_SECONDS_AFTER && <span aria-hidden="true">{says.seconds(seconds)}</span>}
    </div>
  );
}
