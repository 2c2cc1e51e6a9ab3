/** How long a run may go on, and how far it is. */
import type { Progress } from '../../contract/control';

/** A run stops itself here: Google ends it at six minutes, in the middle of anything. */
const LONGEST_RUN_MS = 4.25 * 60_000;

/** A run of a page's press, in which somebody waits to see how far it is, stops so long after its first write. */
const PIECE_MS = 20_000;

/** Thrown between two writes when the time is up; the next tick goes on. */
export class OutOfTime extends Error {}

export class TimeBudget {
  /** The page calls again until the job is finished. */
  inPieces = false;
  progress: Progress | null = null;
  private readonly startedAt = Date.now();
  private writingSince: number | null = null;

  seconds(): number {
    return Math.round((Date.now() - this.startedAt) / 100) / 10;
  }

  /** Asked before much is read. @throws OutOfTime */
  checkBeforeReading(): void {
    if (Date.now() - this.startedAt > LONGEST_RUN_MS) throw new OutOfTime();
  }

  /**
   * Asked before each write that a stopped job can go on with; the first one of a piece always goes through.
   * @throws OutOfTime
   */
  check = (): void => {
    const now = Date.now();
    this.writingSince ??= now;
    const pieceOver = this.inPieces && now - this.writingSince > PIECE_MS;
    if (pieceOver || now - this.startedAt > LONGEST_RUN_MS) throw new OutOfTime();
  };
}
