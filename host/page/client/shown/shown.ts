/** What of the page's state the parts draw. */
import type { Box } from '../../../../src/domain/values/a1';
import type { BookOpened, CellShown, FrameShown, News, Question, WorldShown } from '../../protocol/protocol';

export interface Notice {
  readonly kind: 'refused' | 'warning' | 'said';
  readonly text: string;
}

export interface Shown {
  readonly person: string;
  readonly world: WorldShown | null;
  readonly opened: BookOpened | null;
  readonly sheet: number;
  readonly box: Box;
  readonly text: string;
  readonly cell: CellShown | null;
  readonly note: { readonly text: string; readonly left: number; readonly top: number } | null;
  readonly notice: Notice | null;
  /** What was typed and not saved: shown until the person has taken it. */
  readonly unsaved: readonly string[];
  readonly busy: Omit<News & { kind: 'busy' }, 'kind'> | null;
  /** Who is asked something, at another page. */
  readonly asked: string | null;
  readonly question: Question | null;
  readonly sidebar: FrameShown | null;
  /** In a narrow window, where the two do not fit: the grid lies over the sidebar. */
  readonly behind: boolean;
  readonly modal: FrameShown | null;
  readonly there: boolean;
  /** Too many pages are open in this browser: this one waits for a place. */
  readonly full: boolean;
  readonly loading: boolean;
  /** Why no book is shown: this person may see none, or not this one; null while one is, or is being opened. */
  readonly closed: string | null;
}

export const FIRST: Shown = {
  person: '',
  world: null,
  opened: null,
  sheet: -1,
  box: { row: 1, col: 1, rows: 1, cols: 1 },
  text: '',
  cell: null,
  note: null,
  notice: null,
  unsaved: [],
  busy: null,
  asked: null,
  question: null,
  sidebar: null,
  behind: false,
  modal: null,
  there: true,
  full: false,
  loading: true,
  closed: null,
};
