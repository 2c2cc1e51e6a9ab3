/** Brings a tab's rows to the page piece by piece: what is on the screen first, then the rest while nobody waits. */
import type { RowsShown, SheetShown } from '../../protocol/protocol';

const PIECE = 500;

export interface Source {
  rows(sheet: number, from: number, to: number): Promise<RowsShown>;
  put(sheet: number, rows: RowsShown): void;
  /** Rows on the screen, from 1. */
  visible(): { readonly from: number; readonly to: number } | null;
  failed(error: unknown): void;
}

export class Loader {
  private readonly left = new Map<number, Set<number>>();
  private run = 0;
  /** Pieces on their way, each with what the server told of its tab meanwhile. */
  private readonly asked = new Set<{ readonly sheet: number; readonly newer: RowsShown[] }>();

  constructor(private readonly source: Source) {}

  /** Forgets what was loaded: the book was opened anew. `had` rows of one tab came with it. */
  reset(sheets: readonly SheetShown[], had: { readonly sheet: number; readonly rows: number }): void {
    this.run += 1;
    this.left.clear();
    for (const { id, used } of sheets) {
      const pieces = new Set<number>();
      for (let from = id === had.sheet ? had.rows : 0; from < used; from += PIECE) pieces.add(from);
      this.left.set(id, pieces);
    }
  }

  /** Whether all rows of the tab are there. */
  isComplete(sheet: number): boolean {
    return (this.left.get(sheet)?.size ?? 0) === 0;
  }

  /** The server tells of rows by another way than it answers: a piece that was asked for before may come after. */
  heard(sheet: number, rows: RowsShown): void {
    for (const piece of this.asked) if (piece.sheet === sheet) piece.newer.push(rows);
  }

  /** Loads what the tab still lacks; another call, for another tab, ends this one. */
  async load(sheet: number): Promise<void> {
    this.run += 1;
    const run = this.run;
    const pieces = this.left.get(sheet);
    while (pieces && pieces.size > 0 && run === this.run) {
      const from = this.next(pieces);
      const piece = { sheet, newer: [] as RowsShown[] };
      this.asked.add(piece);
      try {
        const rows = await this.source.rows(sheet, from + 1, from + PIECE);
        // Another book may be open by now.
        if (this.left.get(sheet) !== pieces) return;
        pieces.delete(from);
        for (const each of [rows, ...piece.newer]) this.source.put(sheet, each);
      } catch (error) {
        this.source.failed(error);
        return;
      } finally {
        this.asked.delete(piece);
      }
    }
  }

  private next(pieces: ReadonlySet<number>): number {
    const top = (this.source.visible()?.from ?? 1) - 1;
    let best = Number.POSITIVE_INFINITY;
    for (const from of pieces) {
      const away = top >= from && top < from + PIECE ? -1 : Math.abs(from - top);
      const bestAway = top >= best && top < best + PIECE ? -1 : Math.abs(best - top);
      if (away < bestAway) best = from;
    }
    return best;
  }
}
