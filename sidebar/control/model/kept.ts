/** What a person typed or chose on one screen is there when they come back to it from another. */
import { useState } from 'preact/hooks';

const values = new Map<string, unknown>();

/** As `useState`, for as long as the page is open. */
export function useKept<T>(name: string, first: T): readonly [T, (next: T) => void] {
  const [value, setValue] = useState<T>(() => (values.has(name) ? (values.get(name) as T) : first));
  const set = (next: T): void => {
    values.set(name, next);
    setValue(next);
  };
  return [value, set];
}
