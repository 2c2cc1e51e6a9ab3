/** What every screen is given. */
import type { BookView, Overview } from '../../../src/contract/control';
import type { page } from '../../../src/messages/control/page';
import type { Actions } from '../model/actions';
import type { Work } from '../model/work';

export type Screen = keyof typeof page.screens;

export interface ScreenProps {
  readonly overview: Overview;
  readonly work: Work;
  readonly actions: Actions;
  show(screen: Screen): void;
  /** Asks anew how things stand. */
  reload(): void;
  /** Takes over what was found out about one book. */
  onBook(book: BookView): void;
}
