/** The lists that an item of the running text belongs to, told by the order in which their kinds of marks appear. */
import { chooseDeadline, type FoundDeadline } from '../deadlines/deadline';
import { findTimeExpressions } from '../deadlines/findTimeExpressions';
import type { LetterBuilder } from '../letterBuilder';
import { hasStem } from '../text/words';
import { addresseeOnly, firstInfinitive, hasOrderWord, type ReadItem } from './orders';
import { addressee } from './responsible';

/** What the opener of a list says of all its items. */
export interface TaskList {
  /** Who is to act; null while nobody is named. */
  readonly responsible: string | null;
  /** Whether the items are orders. `no`: aims, definitions; `maybe`: nothing says so, the items' own form decides. */
  readonly orders: 'yes' | 'maybe' | 'no';
  /** The deadline that the items share. */
  readonly found: FoundDeadline | null;
}

const OUTSIDE: TaskList = { responsible: null, orders: 'maybe', found: null };
const NO_ORDERS = [
  'цел',
  'задачи',
  'задачами',
  'принцип',
  'функци',
  'преимуществ',
  'состав',
  'член',
  'участник',
  'приложени',
  'включа',
  'определени',
  'понятия',
  'критери',
  'повестк',
];

/** Lists within lists, the innermost last. */
export class OpenLists {
  private lists: TaskList[] = [OUTSIDE];
  private styles: string[] = [];

  get innermost(): TaskList {
    return this.lists[this.lists.length - 1] ?? OUTSIDE;
  }

  /** A new kind of mark is a deeper list, a known one goes back to its own. */
  enter(style: string): void {
    const depth = this.styles.indexOf(style);
    if (depth >= 0) this.styles = this.styles.slice(0, depth + 1);
    else this.styles = [...this.styles, style];
    this.lists = this.lists.slice(0, this.styles.length);
    while (this.lists.length < this.styles.length) this.lists.push(this.innermost);
  }

  leaveAll(): void {
    this.styles = [];
    this.lists = [OUTSIDE];
  }

  /** The list that this item opens: inside those it belongs to, or in their place when it has no mark. */
  open(item: ReadItem, builder: LetterBuilder): void {
    const list = listOpenedBy(item, this.innermost, builder);
    if (item.mark === null) {
      this.styles = [];
      this.lists = [list];
    } else this.lists = [...this.lists.slice(0, this.styles.length), list];
  }
}

function listOpenedBy({ tokens }: ReadItem, parent: TaskList, builder: LetterBuilder): TaskList {
  const found = chooseDeadline(tokens, findTimeExpressions(tokens, 'prose'), builder.text.plain);
  const ordered = hasOrderWord(tokens) || addresseeOnly(tokens) || firstInfinitive(tokens) >= 0;
  const aims = tokens.some((_, index) => hasStem(tokens, index, ...NO_ORDERS));
  const shared = found.problem === 'weak-period' || found.deadline.kind === 'none' ? null : found;
  return {
    responsible: addressee(builder, tokens) ?? parent.responsible,
    orders: ordered ? 'yes' : aims ? 'no' : parent.orders,
    found: shared ?? parent.found,
  };
}
