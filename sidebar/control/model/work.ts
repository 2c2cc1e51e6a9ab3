/** The one thing that the page is doing now, and what came of the last one. */
import { useCallback, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../../src/contract/plain';

export interface Doing {
  readonly text: string;
  /** Of a long job; null where nobody knows how much it is. */
  readonly part: { readonly done: number; readonly all: number } | null;
}

export interface Problem {
  readonly sentence: string;
  /** Does the same once more; null where that would not help. */
  readonly again: (() => void) | null;
}

export type Tell = (doing: Doing) => void;

export interface Work {
  readonly doing: Doing | null;
  readonly problem: Problem | null;
  /** What was done, to be read. */
  readonly good: string;
  /**
   * Does something, one thing at a time, and shows how it goes. `then` gets a good answer; its text is shown. What
   * fails is shown with a button that does the whole again.
   */
  run<T>(text: string, job: (tell: Tell) => Promise<Answer<T>>, then: (answer: T) => string): void;
  clear(): void;
}

export function useWork(): Work {
  const [doing, setDoing] = useState<Doing | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [good, setGood] = useState('');
  const busy = useRef(false);
  const clear = useCallback(() => {
    setProblem(null);
    setGood('');
  }, []);
  const run = useCallback(
    <T>(text: string, job: (tell: Tell) => Promise<Answer<T>>, then: (answer: T) => string) => {
      if (busy.current) return;
      busy.current = true;
      clear();
      setDoing({ text, part: null });
      void job(setDoing).then((answer) => {
        busy.current = false;
        setDoing(null);
        if (answer.ok) setGood(then(answer));
        else
          setProblem({ sentence: answer.sentence, again: answer.again ? () => run(text, job, then) : null });
      });
    },
    [],
  );
  return { doing, problem, good, run, clear };
}
