/** The server's news, from the page's beginning over every loss and reconnect. */
import { asks, words } from '../../protocol/messages';
import type { News } from '../../protocol/protocol';
import type { PageState } from '../shown/state';
import { holdRequests, listen, session } from './api';
import { takePlace } from './pageSlots';

/** What news ask of the rest of the page. */
export interface NewsEvents {
  /** Rows of the open book changed. */
  rows(news: News & { readonly kind: 'rows' }): void;
  /** The open book has another shape. */
  book(book: string): Promise<void>;
  world(): Promise<void>;
  /** There is more mail, or less; this person may see only a part of it. */
  mails(): Promise<void>;
}

export class NewsFeed {
  /** How many mails the host has sent, as far as it was heard. */
  private mails = 0;

  constructor(
    private readonly state: PageState,
    private readonly events: NewsEvents,
  ) {}

  /** Waits until this page may begin, then listens and shows the world. */
  async begin(): Promise<void> {
    await takePlace(() => this.state.change({ full: true }));
    this.state.change({ full: false });
    listen(
      (news) => this.hear(news),
      (there) => void this.connected(there),
    );
    await this.events.world();
  }

  /** After a loss everything is shown anew: who knows what happened meanwhile. */
  private async connected(there: boolean): Promise<void> {
    const { state } = this;
    const back = there && !state.shown.there;
    state.change({ there });
    if (!there || back) this.answered();
    if (!back) return;
    await this.events.world();
    // What could not be saved matters more.
    const { there: stays, notice } = state.shown;
    if (stays && (notice === null || notice.kind === 'said')) state.say(words.found);
  }

  private hear(news: News): void {
    const { state, events } = this;
    switch (news.kind) {
      case 'rows':
        if (news.book === state.book) events.rows(news);
        return;
      case 'book':
        if (news.book === state.book) void events.book(news.book);
        return;
      case 'world':
        void events.world();
        return;
      case 'clock': {
        const { world } = state.shown;
        if (world) state.change({ world: { ...world, clock: news.clock } });
        if (news.mails !== this.mails) void events.mails();
        this.mails = news.mails;
        return;
      }
      case 'busy':
        state.change({ busy: news });
        return;
      case 'idle':
        state.change({ busy: null });
        return;
      case 'asking':
        if (news.session === session) return;
        holdRequests(true);
        state.change({ asked: asks(news.who, news.what) });
        return;
      case 'answered':
        if (news.session === session) state.change({ question: null });
        this.answered();
        return;
      case 'question':
        state.change({ question: news.question });
    }
  }

  private answered(): void {
    holdRequests(false);
    if (this.state.shown.asked !== null) this.state.change({ asked: null });
  }
}
