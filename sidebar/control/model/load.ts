/** What one screen asks for besides the overview; anew whenever that was asked anew. */
import { useEffect, useState } from 'preact/hooks';
import type { Overview } from '../../../src/contract/control';
import type { Answer } from '../../../src/contract/plain';

export interface Loaded<T> {
  readonly value: T | null;
  /** Why it could not be had; '' while it may come. */
  readonly problem: string;
}

export function useLoad<T>(ask: () => Promise<Answer<T>>, overview: Overview): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ value: null, problem: '' });
  useEffect(() => {
    let current = true;
    void ask().then((answer) => {
      if (!current) return;
      setLoaded(({ value }) =>
        answer.ok ? { value: answer, problem: '' } : { value, problem: answer.sentence },
      );
    });
    return () => {
      current = false;
    };
  }, [overview]);
  return loaded;
}
