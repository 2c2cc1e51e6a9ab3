/** What a person asks of the whole host: its clock, its sample, a book as a file. */
import { words } from '../../protocol/messages';
import type { PageState } from '../shown/state';
import { download } from './api';
import type { PersonRequests } from './requests';

export class HostControls {
  constructor(
    private readonly state: PageState,
    private readonly requests: PersonRequests,
  ) {}

  async advance(by: { days: number } | { to: string }): Promise<void> {
    const { state, requests } = this;
    if ('to' in by && by.to === state.shown.world?.clock.day) {
      state.refuse(words.isToday);
      return;
    }
    await requests.attempt(async () => {
      const outcome = await requests.ask('advance', by);
      if (!outcome.ok) state.refuse(outcome.message);
    });
  }

  /** What the walk has done so far stays done. */
  async stopWalk(): Promise<void> {
    await this.requests.attempt(() => this.requests.ask('stop', {}));
  }

  /** The open book as a file. */
  async download(): Promise<void> {
    const { opened, person } = this.state.shown;
    if (!opened) return;
    await this.requests.attempt(async () => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await download(opened.book.id, person));
      link.download = `${opened.book.name}.xlsx`;
      link.click();
      URL.revokeObjectURL(link.href);
    });
  }

  /** `empty`: not the sample again, but books without anything. */
  async reset(empty = false): Promise<void> {
    await this.requests.attempt(() => this.requests.ask('reset', empty ? { empty } : {}));
  }

  async chooseProgramme(id: string): Promise<void> {
    this.state.change({ loading: true });
    await this.requests.attempt(() => this.requests.ask('programme', { id }));
  }
}
