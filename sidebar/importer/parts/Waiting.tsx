/** Something is happening: what, and for how long already. */
import { useEffect, useState } from 'preact/hooks';
import { page } from '../../../src/messages/importerPage';

const SHOW_SECONDS_AFTER = 3;

export function Waiting({ text }: { readonly text: string }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div class="waiting">
      <span class="bar" aria-hidden="true" />
      <span role="status">{text}</span>
      {seconds >= SHOW_SECONDS_AFTER && <span aria-hidden="true">{page.seconds(seconds)}</span>}
    </div>
  );
}
