/** The observable state of the page: the rooms change it, the parts draw it anew after each change. */
import type { SheetShown } from '../../protocol/protocol';
import { FIRST, type Shown } from './shown';

export class PageState {
  private current: Shown = FIRST;
  private readonly watchers = new Set<() => void>();

  get shown(): Shown {
    return this.current;
  }

  /** Id of the open book; empty while none is open. */
  get book(): string {
    return this.current.opened?.book.id ?? '';
  }

  /** The tab in front. */
  get sheet(): SheetShown | undefined {
    return this.current.opened?.sheets.find(({ id }) => id === this.current.sheet);
  }

  /** Calls back after each change, until the function that comes back is called. */
  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  change(part: Partial<Shown>): void {
    this.current = { ...this.current, ...part };
    for (const watcher of this.watchers) watcher();
  }

  refuse(text: string): void {
    this.change({ notice: { kind: 'refused', text } });
  }

  warn(text: string): void {
    this.change({ notice: { kind: 'warning', text } });
  }

  say(text: string): void {
    this.change({ notice: { kind: 'said', text } });
  }

  /** A text that was not saved stays until it is taken away by hand. */
  keep(text: string): void {
    this.change({ unsaved: [...this.current.unsaved, text] });
  }

  taken(index: number): void {
    this.change({ unsaved: this.current.unsaved.filter((_, at) => at !== index) });
  }

  dismiss(): void {
    this.change({ notice: null });
  }

  /** An edit begins: what was said before is past. */
  forgetNotice(): void {
    this.change({ note: null, notice: null });
  }
}
