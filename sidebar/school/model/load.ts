/** Something that the server is asked for when a screen opens. An answer that came too late is dropped. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Answer, Refusal } from '../../../src/contract/plain';

export interface Loaded<T> {
  /** The last answer; stays while it is asked again. */
  readonly value: T | null;
  readonly problem: Refusal | null;
  readonly waiting: boolean;
  reload(): void;
  /** Sets a newer value; an answer still under way is dropped. */
  set(value: T): void;
}

/** @param about asked again when one of these changes. */
export function useLoad<T>(ask: () => Promise<Answer<T>>, about: readonly unknown[]): Loaded<T> {
  const [value, setValue] = useState<T | null>(null);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [waiting, setWaiting] = useState(true);
  const turn = useRef(0);
  const reload = useCallback(() => {
    turn.current += 1;
    const mine = turn.current;
    setWaiting(true);
    setProblem(null);
    void ask().then((answer) => {
      if (turn.current !== mine) return;
      setWaiting(false);
      if (answer.ok) setValue(answer);
      else setProblem(answer);
    });
  }, about);
  useEffect(() => {
    reload();
    return () => {
      turn.current += 1;
    };
  }, [reload]);
  // What is known by now is newer than an answer that is still on its way.
  const set = useCallback((known: T) => {
    turn.current += 1;
    setWaiting(false);
    setValue(known);
  }, []);
  return { value, problem, waiting, reload, set };
}
