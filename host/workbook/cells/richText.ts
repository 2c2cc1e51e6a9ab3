/** A stretch of a cell's text with a look or a link of its own; offsets count UTF-16 units, as in Apps Script. */
export interface RichRun {
  readonly start: number;
  readonly end: number;
  readonly link: string | null;
  readonly style: RunStyle;
}

/** Null is "as the cell". */
export interface RunStyle {
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  readonly underline: boolean | null;
  readonly strikethrough: boolean | null;
  readonly color: string | null;
  readonly size: number | null;
  readonly family: string | null;
}

export const AS_CELL: RunStyle = {
  bold: null,
  italic: null,
  underline: null,
  strikethrough: null,
  color: null,
  size: null,
  family: null,
};

export function equalStyles(a: RunStyle, b: RunStyle): boolean {
  return (
    a === b ||
    (a.bold === b.bold &&
      a.italic === b.italic &&
      a.underline === b.underline &&
      a.strikethrough === b.strikethrough &&
      a.color === b.color &&
      a.size === b.size &&
      a.family === b.family)
  );
}

/** Applies a change to the part [start, end) of runs that cover the whole text, and joins equal neighbours. */
export function applyToRuns(
  runs: readonly RichRun[],
  start: number,
  end: number,
  change: (run: RichRun) => Pick<RichRun, 'link' | 'style'>,
): RichRun[] {
  const result: RichRun[] = [];
  const push = (run: RichRun) => {
    if (run.start >= run.end) return;
    const last = result.at(-1);
    if (last && last.link === run.link && equalStyles(last.style, run.style))
      result[result.length - 1] = { ...last, end: run.end };
    else result.push(run);
  };
  for (const run of runs) {
    push({ ...run, end: Math.min(run.end, start) });
    const from = Math.max(run.start, start);
    const to = Math.min(run.end, end);
    if (from < to) push({ start: from, end: to, ...change(run) });
    push({ ...run, start: Math.max(run.start, end) });
  }
  return result;
}
