/** Requests in the name of the page's person, and what is shown when one fails. */
import type { RequestName, Requests } from '../../protocol/protocol';
import type { PageState } from '../shown/state';
import { Lost, reconnect, request } from './api';

export class PersonRequests {
  constructor(private readonly state: PageState) {}

  /** @throws Lost; Error with the server's sentence. */
  ask<Name extends RequestName>(name: Name, body: Requests[Name]['in']): Promise<Requests[Name]['out']> {
    return request(this.state.shown.person, name, body);
  }

  /** Carries it out; a failure is shown, not thrown. */
  async attempt(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.failed(error);
    }
  }

  failed(error: unknown): void {
    const lost = error instanceof Lost;
    this.state.change({ loading: false, busy: null, ...(lost ? { there: false } : {}) });
    if (lost) reconnect();
    else this.state.refuse(error instanceof Error ? error.message : String(error));
  }
}
