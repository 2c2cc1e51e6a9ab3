/** A person's edits on their way to the server, and what it says to them. */
import { notDone } from '../../protocol/messages';
import type { Edit, Place } from '../../protocol/protocol';
import { Lost } from '../connection/api';
import type { PersonRequests } from '../connection/requests';
import type { PageState } from '../shown/state';

/** An edit without its place: it happens in the tab in front. */
type WithoutPlace<E> = E extends unknown ? Omit<E, 'book' | 'sheet'> : never;
type PlacelessEdit = WithoutPlace<Edit>;

export class Edits {
  constructor(
    private readonly state: PageState,
    private readonly requests: PersonRequests,
  ) {}

  /** `at`: another place than the tab in front. */
  async edit(edit: PlacelessEdit, at?: Place): Promise<'done' | 'refused' | 'lost'> {
    const { state } = this;
    const { opened, sheet } = state.shown;
    if (!opened) return 'refused';
    state.dismiss();
    try {
      const full = { ...edit, ...(at ?? { book: opened.book.id, sheet }) } as Edit;
      const outcome = await this.requests.ask('edit', { edit: full });
      if (!outcome.ok) state.refuse(outcome.message);
      else if (outcome.warning !== undefined) state.warn(outcome.warning);
      return outcome.ok ? 'done' : 'refused';
    } catch (error) {
      this.requests.failed(error);
      if (!(error instanceof Lost)) return 'refused';
      state.refuse(notDone);
      return 'lost';
    }
  }
}
