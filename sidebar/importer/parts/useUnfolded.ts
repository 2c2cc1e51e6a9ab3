import { useCallback, useState } from 'preact/hooks';

/** Which rows are unfolded, and what folds and unfolds one. */
export function useUnfolded(): [ReadonlySet<number>, (id: number, open: boolean) => void] {
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set());
  const unfold = useCallback((id: number, open: boolean) => {
    setUnfolded((before) => {
      const after = new Set(before);
      if (open) after.add(id);
      else after.delete(id);
      return after;
    });
  }, []);
  return [unfolded, unfold];
}
