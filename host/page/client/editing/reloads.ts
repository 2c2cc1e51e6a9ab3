/** Whether the book is just being opened anew, possibly several times at once. */
export class Reloads {
  private count = 0;
  private ended: Promise<void> = Promise.resolve();
  private end = (): void => {};

  get isRunning(): boolean {
    return this.count > 0;
  }

  /** Resolves when the last of them has ended. */
  get done(): Promise<void> {
    return this.ended;
  }

  begin(): void {
    this.count += 1;
    if (this.count > 1) return;
    this.ended = new Promise((done) => {
      this.end = done;
    });
  }

  /** `last` is called when no other is running, before what waits for the end goes on. */
  finish(last: () => void): void {
    this.count -= 1;
    if (this.count > 0) return;
    last();
    this.end();
  }
}
