/** Runs of the book's scripts: from its menu, from a frame, and the questions that they ask. */
import { words } from '../../protocol/messages';
import type { Button, RunShown, Standing } from '../../protocol/protocol';
import { answer } from '../connection/api';
import type { PersonRequests } from '../connection/requests';
import type { PageState } from '../shown/state';
import type { Tabs } from '../view/tabs';
import type { ScriptFrames } from './frames';

export class Scripts {
  constructor(
    private readonly state: PageState,
    private readonly requests: PersonRequests,
    private readonly frames: ScriptFrames,
    private readonly tabs: Tabs,
  ) {}

  async menu(path: string): Promise<void> {
    this.state.dismiss();
    const here = this.place;
    await this.requests.attempt(async () => {
      const ran = await this.requests.ask('menu', { at: this.standing, path });
      // Another person, or another book, by now: what the script shows is not for them.
      if (here === this.place) this.ran(ran);
    });
  }

  /** A call of google.script.run from a frame; as JSON text, so that nothing else gets through. */
  async call(frame: string, name: string, args: unknown[]): Promise<unknown> {
    const here = this.place;
    try {
      const outcome = await this.requests.ask('call', { at: this.standing, frame, name, args });
      if ('error' in outcome) return { error: outcome.error };
      if (here === this.place) this.ran({ error: null, frames: outcome.frames, goTo: outcome.goTo });
      return { result: outcome.result };
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  }

  async answer(button: Button, text: string): Promise<void> {
    this.state.change({ question: null });
    await this.requests.attempt(() => answer(button, text));
  }

  /** Who looks at which book. */
  private get place(): string {
    return `${this.state.shown.person}\n${this.state.book}`;
  }

  private get standing(): Standing {
    const { book, shown } = this.state;
    return { book, sheet: shown.sheet, box: shown.box };
  }

  private ran({ error, frames, goTo }: RunShown): void {
    const { state } = this;
    if (error !== null) state.refuse(`${words.scriptFailed}: ${error}`);
    this.frames.show(frames);
    if (goTo && goTo.book === state.book) this.tabs.go(goTo.sheet, goTo.box);
  }
}
