/** Which person the page works for, and the books that this person sees. */
import { words } from '../../protocol/messages';
import type { PageState } from '../shown/state';
import type { Opening } from '../view/opening';
import { request } from './api';
import type { PersonRequests } from './requests';

const PERSON_KEY = 'svodka.person';

export class World {
  constructor(
    private readonly state: PageState,
    private readonly requests: PersonRequests,
    /** What is confirmed between the two waits for the world that is shown then. */
    private readonly following: { beginReload(): void; finishReload(): void },
    private readonly opening: Pick<Opening, 'open' | 'hide' | 'close'>,
  ) {}

  /** Shows the world anew, for the same person where there still is one. */
  async open(): Promise<void> {
    this.following.beginReload();
    await this.requests.attempt(async () => {
      const { world, person: current } = this.state.shown;
      const wanted = world ? current : (sessionStorage.getItem(PERSON_KEY) ?? undefined);
      const { people } = await request('', 'world', {});
      const person = people.find(({ email }) => email === wanted) ?? people[0];
      await this.become(person?.email ?? '');
    });
    this.following.finishReload();
  }

  /** How many mails this person sees now. */
  async countMails(): Promise<void> {
    const { state } = this;
    const { person } = state.shown;
    await this.requests.attempt(async () => {
      const { length } = await request(person, 'mails', {});
      const { world } = state.shown;
      if (world && person === state.shown.person) state.change({ world: { ...world, mails: length } });
    });
  }

  /** The page is this person's from now on. */
  async become(person: string): Promise<void> {
    const { state } = this;
    this.following.beginReload();
    await this.requests.attempt(async () => {
      sessionStorage.setItem(PERSON_KEY, person);
      if (person !== state.shown.person) this.opening.hide();
      const world = await request(person, 'world', {});
      const notice = person === state.shown.person ? state.shown.notice : null;
      state.change({ person, world, sidebar: null, modal: null, question: null, notice });
      const open = state.shown.opened?.book.id;
      const book = world.books.find(({ id }) => id === open) ?? world.books[0];
      if (book) await this.opening.open(book.id);
      else this.opening.close(words.noBooks);
    });
    this.following.finishReload();
  }
}
