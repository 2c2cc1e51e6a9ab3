/** Which person the page works for, and the books that this person sees. */
import type { PageState } from '../shown/state';
import { request } from './api';
import type { PersonRequests } from './requests';

const PERSON_KEY = 'svodka.person';

export class World {
  constructor(
    private readonly state: PageState,
    private readonly requests: PersonRequests,
    private readonly openBook: (book: string) => Promise<void>,
  ) {}

  /** Shows the world anew, for the same person where there still is one. */
  async open(): Promise<void> {
    await this.requests.attempt(async () => {
      const { world, person: current } = this.state.shown;
      const wanted = world ? current : (sessionStorage.getItem(PERSON_KEY) ?? undefined);
      const { people } = await request('', 'world', {});
      const person = people.find(({ email }) => email === wanted) ?? people[0];
      await this.become(person?.email ?? '');
    });
  }

  /** The page is this person's from now on. */
  async become(person: string): Promise<void> {
    const { state } = this;
    await this.requests.attempt(async () => {
      sessionStorage.setItem(PERSON_KEY, person);
      const world = await request(person, 'world', {});
      const notice = person === state.shown.person ? state.shown.notice : null;
      state.change({ person, world, sidebar: null, modal: null, question: null, notice });
      const open = state.shown.opened?.book.id;
      const book = world.books.find(({ id }) => id === open) ?? world.books[0];
      if (book) await this.openBook(book.id);
      else state.change({ opened: null, loading: false });
    });
  }
}
