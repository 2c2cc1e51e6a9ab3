/** A person's edits on their way to the server, and what it says to them. */
import { notDone } from '../../protocol/messages';
import type { Edit, Order, Place } from '../../protocol/protocol';
import { Lost, request } from '../connection/api';
import type { PersonRequests } from '../connection/requests';
import type { Grid } from '../grid/grid';
import type { PageState } from '../shown/state';

/** An edit without its place: it happens in the tab in front. */
type WithoutPlace<E> = E extends unknown ? Omit<E, 'book' | 'sheet'> : never;
type PlacelessEdit = WithoutPlace<Edit>;

/** Whose edit it is, where, and in which order the rows stood when the place was chosen. */
export interface EditAt {
  readonly place: Place;
  readonly person: string;
  readonly order: Order | undefined;
}

export type Edited =
  | { readonly kind: 'done' | 'refused' | 'lost' | 'moved' }
  /** The program itself could not: the sentence says why. */
  | { readonly kind: 'failed'; readonly why: string };

export class Edits {
  constructor(
    private readonly state: PageState,
    private readonly requests: PersonRequests,
    private readonly grid: () => Grid | null,
  ) {}

  /** In the tab in front; what became of it is told. */
  async edit(edit: PlacelessEdit): Promise<void> {
    const { state } = this;
    const at = this.here();
    const { kind } = await this.send(edit, at);
    if (kind === 'lost') state.refuse(notDone);
  }

  /** The tab in front as it stands now. */
  here(): EditAt {
    const { book, shown } = this.state;
    const place = { book, sheet: shown.sheet };
    return { place, person: shown.person, order: this.grid()?.orderOf(shown.sheet) };
  }

  /** A refusal and a failure are told; what could not be sent at all is not. */
  async send(edit: PlacelessEdit, { place, person, order }: EditAt): Promise<Edited> {
    const { state } = this;
    state.dismiss();
    try {
      const full = { ...edit, ...place } as Edit;
      const outcome = await request(person, 'edit', {
        edit: full,
        ...(order === undefined ? {} : { order }),
      });
      if (!outcome.ok) state.refuse(outcome.message);
      else if (outcome.warning !== undefined) state.warn(outcome.warning);
      return { kind: outcome.ok ? 'done' : outcome.moved ? 'moved' : 'refused' };
    } catch (error) {
      this.requests.failed(error);
      if (error instanceof Lost) return { kind: 'lost' };
      return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
    }
  }
}
