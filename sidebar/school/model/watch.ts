/** Polls while the page is in use: not in a hidden tab, and not after five idle minutes. */
import { useEffect, useRef, useState } from 'preact/hooks';

const EVERY_MS = 3000;
/** After a call that failed: the reason may pass by itself. */
const AFTER_FAILURE_MS = 15_000;
const IDLE_MS = 5 * 60_000;
/** After this time a call counts as lost (the computer slept), and the next one is made. */
const LOST_MS = 60_000;
const SIGNS = ['pointerdown', 'keydown', 'focusin'] as const;

export interface Watch {
  /** Nobody was there for five minutes: nothing is asked until `goOn`. */
  readonly paused: boolean;
  goOn(): void;
  /** Asks at once. */
  now(): void;
}

/** What an answer was: something new, which counts as a sign that somebody is there; the same; or a failure. */
export type Looked = 'changed' | 'same' | 'failed';

/**
 * @param look makes one call; the next one waits for its end.
 * @param take is given the answer, unless something newer is under way by then.
 * @param held nothing is asked meanwhile, and what is on its way is dropped.
 */
export function useWatch<T>(look: () => Promise<T>, take: (answer: T) => Looked, held: boolean): Watch {
  const [paused, setPaused] = useState(false);
  const [turn, setTurn] = useState(0);
  const latest = useRef({ look, take });
  latest.current = { look, take };
  useEffect(() => {
    if (paused || held) return;
    let alive = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lastSign = Date.now();
    let lookingSince: number | null = null;
    const sign = (): void => {
      lastSign = Date.now();
    };
    const step = async (): Promise<void> => {
      clearTimeout(timer);
      if (document.visibilityState === 'hidden') return;
      if (lookingSince !== null && Date.now() - lookingSince < LOST_MS) return;
      if (Date.now() - lastSign >= IDLE_MS) {
        setPaused(true);
        return;
      }
      const since = Date.now();
      lookingSince = since;
      const answer = await latest.current.look();
      // A newer call has begun, or the screen was left.
      if (!alive || lookingSince !== since) return;
      lookingSince = null;
      const looked = latest.current.take(answer);
      if (looked === 'changed') sign();
      clearTimeout(timer);
      timer = setTimeout(() => void step(), looked === 'failed' ? AFTER_FAILURE_MS : EVERY_MS);
    };
    const shown = (): void => {
      sign();
      void step();
    };
    document.addEventListener('visibilitychange', shown);
    for (const name of SIGNS) document.addEventListener(name, sign);
    void step();
    return () => {
      alive = false;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', shown);
      for (const name of SIGNS) document.removeEventListener(name, sign);
    };
  }, [paused, held, turn]);
  return {
    paused,
    goOn: () => setPaused(false),
    now: () => setTurn((count) => count + 1),
  };
}
