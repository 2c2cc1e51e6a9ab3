/** The four figures that every digest begins with, and the bars. */
import { doneShare, shares } from '../../figures/shares';
import type { Bucket } from '../../report/statuses';
import type { Tally } from '../../report/summary';
import { type Comparison, type DigestSnapshot, isUnchanged } from '../digestSnapshot';
import type { FiguresText, Segment } from '../section';
import type { MailWords } from '../words';

/** As they are read: what is done, what is wrong, what is still to come. */
const IN_WORDS: readonly Bucket[] = ['inTime', 'late', 'missed', 'notYetDue'];
/** Missed stands at the end, where it can be distinguished without colours too. */
const IN_BAR: readonly Bucket[] = ['inTime', 'late', 'notYetDue', 'missed'];

export function barOf(sum: Tally): Segment[] {
  const share = shares(sum);
  const segments = IN_BAR.filter((tone) => sum[tone] > 0).map((tone) => ({
    tone,
    // One school of a thousand that is late must be visible.
    width: Math.max(1, share[tone]),
  }));
  const over = segments.reduce((all, { width }) => all + width, 0) - 100;
  const widest = segments.reduce<Segment | null>(
    (most, each) => (most === null || each.width > most.width ? each : most),
    null,
  );
  return segments.map((each) => (each === widest ? { ...each, width: each.width - over } : each));
}

export function figuresOf(
  sum: Tally,
  organisations: number,
  previous: DigestSnapshot | null,
  now: DigestSnapshot,
  comparison: Comparison | null,
  words: MailWords,
): FiguresText {
  const share = shares(sum);
  const then = comparison?.figures ?? null;
  return {
    expected: words.figures.expected(sum.expected, organisations),
    cells: IN_WORDS.map((tone) => ({
      tone,
      percent: words.percent(share[tone]),
      label: words.figures.label[tone],
      count: String(sum[tone]),
      change: then === null ? '' : words.change(sum[tone] - then[tone]),
    })),
    bar: barOf(sum),
    since:
      previous === null
        ? words.figures.first
        : isUnchanged(previous, now)
          ? words.figures.unchangedSince(previous.on)
          : then === null
            ? words.figures.incomparable(previous.on)
            : words.figures.since(previous.on),
  };
}

/** By the share that is missed, then by what is done: the most urgent first. */
export function worstFirst(a: Tally, b: Tally): number {
  const missed = b.missed * Math.max(1, a.expected) - a.missed * Math.max(1, b.expected);
  const done = (a.inTime + a.late) * Math.max(1, b.expected) - (b.inTime + b.late) * Math.max(1, a.expected);
  return missed === 0 ? done : missed;
}

/** Of a row with a bar and two figures. */
export const barCells = (sum: Tally, words: MailWords) => ({
  bar: barOf(sum),
  done: words.percent(doneShare(sum)),
  missed: String(sum.missed),
});
