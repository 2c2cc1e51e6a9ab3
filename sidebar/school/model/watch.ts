/** Looks again and again while somebody looks at it: not in a hidden tab, and not after five idle minutes. */
import { useEffect, useRef, useState } from 'preact/hooks';

const EVERY_MS = 3000;
const IDLE_MS = 5 * 60_000;
/** A call whose answer was lost, as when the computer slept, holds the next one back no longer. */
const LOST_MS = 60_000;
const SIGNS = ['pointerdown', 'keydown', 'focusin'] as const;

export interface Watch {
  /** Nobody was there for five minutes: nothing is asked until `goOn`. */
  readonly paused: boolean;
  goOn(): void;
  /** Looks at once. */
  now(): void;
}

/** What a look found: something new, which is a sign of life; the same; or a reason not to look again. */
export type Looked = 'changed' | 'same' | 'stop';

/** @param look asks once; the next look waits for its end. */
export function useWatch(look: () => Promise<Looked>): Watch {
  const [paused, setPaused] = useState(false);
  const [turn, setTurn] = useState(0);
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => {
    if (paused) return;
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
      lookingSince = Date.now();
      const looked = await latest.current();
      lookingSince = null;
      if (!alive || looked === 'stop') return;
      if (looked === 'changed') sign();
      clearTimeout(timer);
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
