import { batchMs, type CallPrice, flushMs, LOOK_AHEAD_MS, READ_CELL_MS, ROUND_TRIP_MS } from './costs';

/** What one run asked of the services, as plain data. Cost is modelled (host/metering/costs.ts), in milliseconds. */
export interface MeterSnapshot {
  /** Calls by kind, "Range.getValues" → 3. */
  readonly calls: Readonly<Record<string, number>>;
  readonly total: number;
  readonly reads: number;
  readonly writes: number;
  readonly other: number;
  /** Cells read and written by calls that carry rectangles. */
  readonly cellsRead: number;
  readonly cellsWritten: number;
  readonly costMs: number;
}

/** Counts the service calls of a run and prices them as they would cost on Google. */
export class Meter {
  calls = new Map<string, number>();
  total = 0;
  reads = 0;
  writes = 0;
  other = 0;
  cellsRead = 0;
  cellsWritten = 0;
  costMs = 0;
  /** True when the next read has to go to the document: nothing was read yet, or something was written since. */
  private stale = true;
  /** Cells set one by one that nothing has committed yet. */
  private waiting = 0;

  /** Counts one call of `cells` cells and gives its price in milliseconds. */
  record(kind: string, price: CallPrice, cells: number): number {
    this.calls.set(kind, (this.calls.get(kind) ?? 0) + 1);
    this.total += 1;
    if (price.effect === 'read') {
      this.reads += 1;
      this.cellsRead += cells;
    } else if (price.effect === 'write') {
      this.writes += 1;
      this.cellsWritten += cells;
    } else this.other += 1;
    const ms = this.price(price, cells);
    this.costMs += ms;
    return ms;
  }

  /** Adds time that is no service call: a sleep, waiting for a lock. */
  wait(ms: number): void {
    this.costMs += ms;
  }

  private price({ cost }: CallPrice, cells: number): number {
    switch (cost.shape) {
      case 'local':
        return cost.ms;
      case 'read': {
        const trip = this.stale ? ROUND_TRIP_MS : LOOK_AHEAD_MS;
        this.stale = false;
        this.waiting = 0;
        return trip + cells * READ_CELL_MS;
      }
      case 'batch':
        this.stale = true;
        return batchMs(cells);
      case 'buffered':
        this.stale = true;
        this.waiting += cells;
        return cost.ms;
      case 'flush': {
        const ms = this.waiting > 0 || this.stale ? flushMs(this.waiting) : 1;
        this.waiting = 0;
        return ms;
      }
      case 'fixed':
        if (cost.commits) this.stale = true;
        return cost.ms;
    }
  }

  reset(): void {
    this.calls = new Map();
    this.total = this.reads = this.writes = this.other = 0;
    this.cellsRead = this.cellsWritten = this.costMs = this.waiting = 0;
    this.stale = true;
  }

  snapshot(): MeterSnapshot {
    return {
      calls: Object.fromEntries([...this.calls].sort(([a], [b]) => (a < b ? -1 : 1))),
      total: this.total,
      reads: this.reads,
      writes: this.writes,
      other: this.other,
      cellsRead: this.cellsRead,
      cellsWritten: this.cellsWritten,
      costMs: Math.round(this.costMs * 10) / 10,
    };
  }
}
