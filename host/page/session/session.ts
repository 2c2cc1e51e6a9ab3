/**
 * What stands between a page and the local host: requests come in as JSON, the host does them in order, and what
 * changed goes out as news. Knows nothing of HTTP, files or threads.
 */

import type { LocalHost } from '../../runtime/localHost';
import type { DriveFile } from '../../services/storage/drive';
import type { MenuEntry, MenuShown, Seen } from '../../services/ui/ui';
import { instantOf, wallClock } from '../../services/utilities/zone';
import type { SheetModel } from '../../workbook/grid/sheet';
import { mayEditBox } from '../../workbook/rules/protection';
import { refusals } from '../protocol/messages';
import type {
  BookOpened,
  BookShown,
  CallOutcome,
  CellShown,
  ClockShown,
  FrameShown,
  MenuShownEntry,
  News,
  PersonShown,
  RequestName,
  Requests,
  RunShown,
  Standing,
  WorldShown,
} from '../protocol/protocol';
import { Refusal } from '../protocol/refusal';
import { edit, isEdit } from './edits';
import { Looks } from './looks';
import { isIn, type Reader, shownMail, shownMails } from './mails';
import { linkOf, shownRows, shownSheet } from './rows';
import { type Reached, slice } from './walk';
import { BookWatch } from './watch';

/** Rows that go out with the book itself: more than any screen shows. */
const FIRST_ROWS = 150;
const DAY_MS = 86_400_000;
const LONGEST_WALK_DAYS = 366;

export interface SessionOptions {
  readonly host: LocalHost;
  readonly title: string;
  /** The page's choice of people, in order; the first is who opens it. */
  readonly people: readonly PersonShown[];
  /** Ids of books and what they are, in order; books that appear later count as reporting. */
  readonly books: readonly { readonly id: string; readonly kind: BookShown['kind'] }[];
  readonly programmes?: WorldShown['programmes'];
  readonly programme?: string | null;
  /** Folder of the script that is bound to books that a script creates; none: they stay without. */
  readonly newBooksScript?: string;
  readonly news: (news: News) => void;
}

/** Whose call of google.script.run it is: what a frame was opened with, whatever the page says later. */
export interface Caller {
  readonly book: string;
  readonly user: string;
  readonly projectId: string;
}

/** A page that a script has shown, kept as long as the session. */
interface Frame extends Caller {
  readonly html: string;
}

/** Service calls that leave everything as it was, by their kind. */
const READS = /\.(?:get|can|is|find|build|new|compute|format|parse)\w*$/;

type Handlers = {
  [Name in Exclude<RequestName, 'reset' | 'programme' | 'advance' | 'stop'>]: (
    request: Requests[Name]['in'],
    person: string,
  ) => Requests[Name]['out'];
};
export type SessionRequest = keyof Handlers;

export class Session {
  private readonly looks = new Looks();
  private readonly watches = new Map<string, BookWatch>();
  private readonly frames = new Map<string, Frame>();
  private readonly host: LocalHost;
  /** Of this session: the numbers of one before are smaller. */
  private readonly firstOrder = Date.now() * 1_000;

  constructor(private readonly options: SessionOptions) {
    this.host = options.host;
  }

  /** @throws Refusal where the request cannot be done at all. */
  handle<Name extends SessionRequest>(
    name: Name,
    request: Requests[Name]['in'],
    person: string,
  ): Requests[Name]['out'] {
    if (!Object.hasOwn(this.handlers, name)) throw new Refusal(refusals.badRequest);
    return this.handlers[name](request, person);
  }

  /** The html of a frame and the functions that it may call; null when there is no such frame. */
  frame(id: string): { readonly html: string; readonly names: readonly string[] } | null {
    const frame = this.frames.get(id);
    const project = frame && this.projectOf(frame);
    return frame && project ? { html: frame.html, names: project.functionNames() } : null;
  }

  /** Gives the book to a person who may open it. @throws Refusal */
  file(id: string, person: string): DriveFile {
    const file = this.host.drive.get(id);
    if (!file) throw new Refusal(refusals.notFound);
    if (!file.canView(person)) throw new Refusal(refusals.cannotOpen);
    return file;
  }

  /** Tells pages what changed; to be called after anything else than a request touched the host. */
  tellChanges(): void {
    this.bindNewBooks();
    for (const [book, watch] of this.watches) {
      if (watch.shapeChanged()) {
        watch.changes();
        this.options.news({ kind: 'book', book });
        continue;
      }
      for (const { sheet, rows } of watch.changes()) {
        const shown = rows.map((row) => shownRows(sheet, this.looks, row, row));
        this.options.news({
          kind: 'rows',
          book,
          sheet: sheet.id,
          order: this.orderOf(sheet),
          rows: rows.map((row, index) => shown[index]?.rows[0] ?? { row, cells: [] }),
          looks: Object.assign({}, ...shown.map(({ looks }) => looks)),
        });
      }
    }
    this.options.news({ kind: 'clock', clock: this.clock(), mails: this.host.outbox.messages.length });
  }

  private readonly handlers: Handlers = {
    world: (_request, person) => ({
      title: this.options.title,
      people: this.options.people,
      books: this.books().filter(({ id }) => this.host.drive.get(id)?.canView(person)),
      programmes: this.options.programmes ?? [],
      programme: this.options.programme ?? null,
      clock: this.clock(),
      mails: shownMails(this.host, this.zone, this.readerOf(person)).length,
    }),
    open: ({ book }, person) => this.open(book, person),
    rows: ({ book, sheet: id, from, to }, person) => {
      const sheet = this.sheet({ book, sheet: id }, person);
      return { ...shownRows(sheet, this.looks, from, to), order: this.orderOf(sheet) };
    },
    cell: ({ book, sheet, row, col }, person) =>
      this.cell(book, this.sheet({ book, sheet }, person), row, col, person),
    edit: ({ edit: change, order }, person) => {
      if (!isEdit(change)) throw new Refusal(refusals.badRequest);
      const sheet = this.sheet(change, person);
      if (order !== undefined && order !== this.orderOf(sheet))
        return { ok: false, message: refusals.moved, moved: true };
      const outcome = edit(this.host, person, change);
      this.tellChanges();
      return outcome;
    },
    menu: ({ at, path }, person) => {
      if (!this.hasMenu(person, at.book, path)) throw new Refusal(refusals.noMenuItem);
      return this.run(at, person, () => this.host.menu(person, at.book, path));
    },
    call: ({ at, frame, name, args }) => {
      const caller = this.frames.get(frame);
      return caller ? this.call(caller, at, name, args) : { error: refusals.notFound };
    },
    mails: (_request, person) => shownMails(this.host, this.zone, this.readerOf(person)),
    mail: ({ index }, person) => shownMail(this.host, this.zone, index, this.readerOf(person)),
  };

  /** Who calls from a frame; null when there is no such frame. */
  callerOf(frame: string): Caller | null {
    const found = this.frames.get(frame);
    return found ? { book: found.book, user: found.user, projectId: found.projectId } : null;
  }

  /** A function that a page of a script calls. */
  call(caller: Caller, at: Standing, name: string, args: readonly unknown[]): CallOutcome {
    const project = this.projectOf(caller);
    if (!project) return { error: refusals.notFound };
    let result: unknown = null;
    const { error, frames, goTo } = this.run({ ...at, book: caller.book }, caller.user, () => {
      const outcome = this.host.call(project, name, args, { user: caller.user, trigger: 'sidebar' });
      result = outcome.result;
      return outcome;
    });
    return error === null ? { result, frames, goTo } : { error };
  }

  /** Whether the last run left anything behind, as far as its calls tell. */
  lastRunWrote(): boolean {
    const kinds = Object.keys(this.host.runs.at(-1)?.meter.calls ?? {});
    return kinds.some((kind) => !READS.test(kind));
  }

  private open(id: string, person: string): BookOpened {
    const { workbook } = this.file(id, person);
    this.host.open(person, id);
    const sheets = workbook.sheets;
    const active = sheets.find(({ hidden }) => !hidden);
    if (!active) throw new Refusal(refusals.notFound);
    const book = this.books().find((each) => each.id === id);
    if (!book) throw new Refusal(refusals.notFound);
    return {
      book,
      sheets: sheets.map((sheet) => ({ ...shownSheet(sheet), order: this.orderOf(sheet) })),
      menus: this.host.menusOf(person, id).map((menu) => ({
        caption: menu.caption,
        items: menuEntries(menu, menu.caption),
      })),
      canEdit: this.host.file(id).canEdit(person),
      active: active.id,
      first: shownRows(this.watched(id, active), this.looks, 1, FIRST_ROWS),
    };
  }

  private cell(book: string, sheet: SheetModel, row: number, col: number, person: string): CellShown {
    const box = { row, col, rows: 1, cols: 1 };
    const formula = sheet.formula(row, col);
    const rule = sheet.rows[row - 1]?.validations?.[col - 1];
    return {
      formula: formula ? sheet.workbook.engine.textA1(formula, row, col) : null,
      editable: mayEditBox(sheet, box, person, this.host.file(book)),
      choices: rule?.criterion === 'VALUE_IN_LIST' ? rule.args.map(String) : null,
      link: linkOf(sheet, row, col),
    };
  }

  /** A run at somebody's keyboard: it sees where they stand, and may move them. */
  private run(at: Standing, person: string, launch: () => ReturnType<LocalHost['menu']>): RunShown {
    const { workbook } = this.file(at.book, person);
    const standing = workbook.sheetById(at.sheet);
    const box = { ...at.box };
    if (standing) {
      workbook.active = standing;
      standing.selection = box;
    }
    const outcome = launch();
    this.tellChanges();
    const active = workbook.activeSheet();
    // Also to the very cell that is selected: it may be scrolled off the screen.
    const moved = active !== standing || active.selection !== box;
    return {
      error: outcome.error?.message ?? null,
      frames: outcome.seen.flatMap((seen) => this.frameOf(seen, at.book, person, outcome.projectId)),
      goTo: moved && standing ? { book: at.book, sheet: active.id, box: active.selection } : null,
    };
  }

  private frameOf(seen: Seen, book: string, user: string, projectId: string): FrameShown[] {
    if (!('html' in seen)) return [];
    const { kind, title, html, width, height } = seen;
    const id = String(this.frames.size + 1);
    this.frames.set(id, { html, book, user, projectId });
    return [{ kind, id, title, width, height }];
  }

  private hasMenu(person: string, book: string, path: string): boolean {
    const has = (entries: readonly MenuShownEntry[]): boolean =>
      entries.some((entry) =>
        entry.kind === 'item' ? entry.path === path : 'items' in entry && has(entry.items),
      );
    return this.host.menusOf(person, book).some((menu) => has(menuEntries(menu, menu.caption)));
  }

  private projectOf({ book, projectId }: Caller) {
    return this.host.projectsOf(book).find(({ id }) => id === projectId);
  }

  /** The instant that a walk goes to. @throws Refusal */
  destination(request: Requests['advance']['in']): number {
    const now = this.host.clock.now();
    const until = 'days' in request ? now + request.days * DAY_MS : this.morningOf(request.to);
    if (Number.isNaN(until)) throw new Refusal(refusals.badDay);
    if (until <= now) throw new Refusal(refusals.past);
    if (until - now > LONGEST_WALK_DAYS * DAY_MS) throw new Refusal(refusals.tooFar);
    return until;
  }

  /** One slice of a walk: see `Walker`. */
  step(until: number): Reached {
    const at = slice(this.host, until);
    this.tellChanges();
    return { ...this.reached(), at };
  }

  /** All slices of a walk up to an instant, at once. */
  goTo(until: number): void {
    this.host.advance(new Date(until));
    this.tellChanges();
  }

  reached(): Reached {
    return { at: this.host.clock.now(), day: ruDay(this.clock().day) };
  }

  /** The same time of day as now, on that day. */
  private morningOf(day: string): number {
    const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
    if (!match) return Number.NaN;
    const now = wallClock(this.zone, this.host.clock.now());
    const [, year, month, date] = match.map(Number);
    return instantOf(this.zone, Date.UTC(year ?? 0, (month ?? 1) - 1, date, now.hour, now.minute));
  }

  private get zone(): string {
    const book = this.books().find(({ kind }) => kind === 'reporting') ?? this.books()[0];
    return (book && this.host.drive.get(book.id)?.workbook.timeZone) ?? 'Europe/Moscow';
  }

  private clock(): ClockShown {
    const { year, month, day, hour, minute } = wallClock(this.zone, this.host.clock.now());
    const two = (value: number) => String(value).padStart(2, '0');
    return { day: `${year}-${two(month)}-${two(day)}`, time: `${two(hour)}:${two(minute)}` };
  }

  /** The office that runs the programme sees all that was sent; others what lies in their own mail. */
  private readerOf(person: string): Reader {
    const books = this.books();
    const control = books.filter(({ kind }) => kind === 'control');
    const runs = (control.length > 0 ? control : books).some(
      ({ id }) =>
        this.host.drive.get(id)?.owner === person ||
        (control.length > 0 && this.host.file(id).canEdit(person)),
    );
    return (mail) => runs || isIn(person, mail);
  }

  private books(): BookShown[] {
    const known = new Map(this.options.books.map(({ id, kind }) => [id, kind]));
    const ids = [...known.keys(), ...[...this.host.drive.files.keys()].filter((id) => !known.has(id))];
    return ids.flatMap((id) => {
      const file = this.host.drive.get(id);
      return file ? [{ id, name: file.workbook.name, kind: known.get(id) ?? 'reporting' }] : [];
    });
  }

  /** A book that a script made gets the reporting half's script, as the administrator would push it there. */
  private bindNewBooks(): void {
    const { newBooksScript } = this.options;
    if (newBooksScript === undefined) return;
    for (const id of this.host.drive.files.keys()) {
      if (this.host.projectsOf(id).length === 0) this.host.attach(newBooksScript, { spreadsheetId: id });
    }
  }

  private sheet({ book, sheet: id }: { book: string; sheet: number }, person: string): SheetModel {
    const sheet = this.file(book, person).workbook.sheetById(id);
    if (!sheet) throw new Refusal(refusals.notFound);
    return this.watched(book, sheet);
  }

  private orderOf(sheet: SheetModel): number {
    return this.firstOrder + (this.watches.get(sheet.workbook.id)?.movesOf(sheet) ?? sheet.moves);
  }

  private watched(book: string, sheet: SheetModel): SheetModel {
    let watch = this.watches.get(book);
    if (!watch) {
      watch = new BookWatch(sheet.workbook);
      this.watches.set(book, watch);
    }
    watch.add(sheet);
    return sheet;
  }
}

const ruDay = (iso: string): string => iso.split('-').reverse().join('.');

function menuEntries(menu: MenuShown, path: string): MenuShownEntry[] {
  return menu.items.map((item: MenuEntry): MenuShownEntry => {
    if (item.kind === 'separator') return item;
    if (item.kind === 'item')
      return { kind: 'item', caption: item.caption, path: `${path} › ${item.caption}` };
    const { caption } = item.menu;
    return { kind: 'menu', caption, items: menuEntries(item.menu, `${path} › ${caption}`) };
  });
}
