/** Looks again and again while somebody looks at it: not in a hidden tab, and not after five idle minutes. */
import { useEffect, useRef, useState } from 'preact/hooks';

const EVERY_MS = 3000;
const IDLE_MS = 5 * 60_000;
const SIGNS = ['pointerdown', 'keydown', 'focusin'] as const;

export interface Watch {
  /** Nobody was there for five minutes: nothing is asked until `goOn`. */
  readonly paused: boolean;
  goOn(): void;
  /** Looks at once. */
  now(): void;
}

/**
 * @param look asks once; true when something changed, which is a sign of life. The next look waits for its end.
 */
export function useWatch(look: () => Promise<boolean>): Watch {
  const [paused, setPaused] = useState(false);
  const [turn, setTurn] = useState(0);
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => {
    if (paused) return;
    let alive = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lastSign = Date.now();
    let looking = false;
    const sign = (): void => {
      lastSign = Date.now();
    };
    const step = async (): Promise<void> => {
      clearTimeout(timer);
      if (looking || document.visibilityState === 'hidden') return;
      if (Date.now() - lastSign >= IDLE_MS) {
        setPaused(true);
        return;
      }
      looking = true;
      const changed = await latest.current();
      looking = false;
      if (!alive) return;
      if (changed) sign();
      timer = setTimeout(() => void step(), EVERY_MS);
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
  }, [paused, turn]);
  return {
    paused,
    goOn: () => setPaused(false),
    now: () => setTurn((count) => count + 1),
  };
}
