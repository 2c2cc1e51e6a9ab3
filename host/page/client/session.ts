/** What the page knows and does: one object that the parts look at and press. */
import type { Box } from '../../workbook/grid/a1';
import { asks, notDone, notOffered, page } from '../protocol/messages';
import type {
  Button,
  CellShown,
  Edit,
  News,
  Place,
  RowsShown,
  RunShown,
  SheetShown,
  Standing,
} from '../protocol/protocol';
import {
  answer,
  download,
  holdRequests,
  Lost,
  listen,
  session as own,
  reconnect,
  request,
} from './connection/api';
import { takePlace } from './connection/pageSlots';
import { Editing } from './editing';
import { boxOf } from './grid/a1';
import { Grid } from './grid/grid';
import { Loader } from './grid/loader';
import { FIRST, type Shown } from './shown';

const PERSON_KEY = 'svodka.person';
const NOTE_AFTER_MS = 350;

export class Session {
  shown: Shown = FIRST;
  private readonly watchers = new Set<() => void>();
  private grid: Grid | null = null;
  /** Null until the page has begun. */
  editing: Editing | null = null;
  private readonly loader = new Loader({
    rows: (sheet, from, to) => this.ask('rows', { book: this.book, sheet, from, to }),
    put: (sheet, rows) => this.put(sheet, rows),
    visible: () => this.grid?.visibleRows() ?? null,
    failed: (error) => this.failed(error),
  });
  private openings = 0;
  private selections = 0;
  private known: Promise<CellShown | null> = Promise.resolve(null);
  private noteTimer = 0;
  /** Rows that came while their book was being opened. */
  private early: null | { sheet: number; rows: RowsShown }[] = null;

  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** Begins: the element is where the grid goes. */
  start(container: HTMLElement): void {
    const area = container.parentElement ?? container;
    this.editing = new Editing(this, area);
    this.grid = new Grid(container, {
      selected: (box) => this.selected(box),
      clicked: (row, col) => this.clicked(row, col),
      hovered: (cell) => this.hovered(cell),
      scrolled: () => {
        this.editing?.moved();
        if (this.shown.note) this.change({ note: null });
      },
      notOffered: () => this.refuse(notOffered.other),
      pressed: () => this.focus(),
    });
    void this.begin();
  }

  private async begin(): Promise<void> {
    await takePlace(() => this.change({ full: true }));
    this.change({ full: false });
    listen(
      (news) => this.hear(news),
      (there) => void this.connected(there),
    );
    await this.openWorld();
  }

  /** After a loss everything is shown anew: who knows what happened meanwhile. */
  private async connected(there: boolean): Promise<void> {
    const back = there && !this.shown.there;
    this.change({ there });
    if (!there || back) this.answered();
    if (!back) return;
    await this.openWorld();
    // What could not be saved matters more.
    const { there: stays, notice } = this.shown;
    if (stays && (notice === null || notice.kind === 'said')) this.say(page.found);
  }

  // People and books

  async openWorld(): Promise<void> {
    await this.trying(async () => {
      const wanted = this.shown.world ? this.shown.person : (sessionStorage.getItem(PERSON_KEY) ?? undefined);
      const { people } = await request('', 'world', {});
      const person = people.find(({ email }) => email === wanted) ?? people[0];
      await this.become(person?.email ?? '');
    });
  }

  /** The page is this person's from now on. */
  async become(person: string): Promise<void> {
    await this.trying(async () => {
      sessionStorage.setItem(PERSON_KEY, person);
      const world = await request(person, 'world', {});
      const notice = person === this.shown.person ? this.shown.notice : null;
      this.change({ person, world, sidebar: null, modal: null, question: null, notice });
      const open = this.shown.opened?.book.id;
      const book = world.books.find(({ id }) => id === open) ?? world.books[0];
      if (book) await this.open(book.id);
      else this.change({ opened: null, loading: false });
    });
  }

  async open(book: string): Promise<void> {
    this.openings += 1;
    const opening = this.openings;
    const before = this.shown.opened?.book.id === book ? this.shown : null;
    if (before === null) {
      this.editing?.abandon();
      this.change({ loading: true, sidebar: null });
    }
    this.editing?.beginReload();
    await this.trying(async () => {
      this.early = [];
      const opened = await this.ask('open', { book });
      const around = (before && (await this.editing?.around(book))) ?? [];
      await this.grid?.settled();
      if (opening !== this.openings || !this.grid) return;
      const kept = opened.sheets.find(({ id, hidden }) => !hidden && id === before?.sheet)?.id;
      const sheet = kept ?? opened.active;
      this.loader.reset(opened.sheets, { sheet: opened.active, rows: lastRow(opened.first) });
      this.change({ opened, sheet, loading: false, note: null });
      this.grid.open(opened, sheet);
      for (const { sheet: at, rows } of around) this.grid.put(at, rows);
      for (const { sheet: at, rows } of this.early ?? []) this.grid.put(at, rows);
      const shown = opened.sheets.find(({ id }) => id === sheet);
      this.grid.select(kept !== undefined && before ? inside(before.box, shown) : FIRST.box);
      void this.loader.load(sheet);
      if (document.activeElement === document.body) this.focus();
    });
    if (opening === this.openings) this.early = null;
    this.editing?.finishReload();
  }

  show(sheet: number): void {
    if (this.bring(sheet) && this.grid) this.grid.select(this.grid.selection());
    void this.loader.load(this.shown.sheet);
  }

  /** Whether another tab is in front now. */
  private bring(sheet: number): boolean {
    if (sheet === this.shown.sheet || !this.grid) return false;
    this.editing?.leave();
    this.change({ sheet, note: null, cell: null });
    this.grid.show(sheet);
    return true;
  }

  /** Goes to a place of this book, or says that it is not here. */
  go(sheet: number, box: Box): void {
    const found = this.shown.opened?.sheets.find(({ id }) => id === sheet);
    if (!found || found.hidden) {
      this.refuse(notOffered.other);
      return;
    }
    this.bring(sheet);
    this.change({ behind: true });
    this.grid?.select(inside(box, found), 'top');
    // Only now: the rows on the screen come first.
    void this.loader.load(sheet);
    this.focus();
  }

  follow(link: string): void {
    const inner = /#gid=(\d+)(?:&range=([^&]+))?$/.exec(link);
    if (!inner) {
      if (/^https?:\/\//.test(link)) window.open(link, '_blank', 'noopener,noreferrer');
      return;
    }
    const sheet = this.shown.opened?.sheets.find(({ id }) => id === Number(inner[1]));
    const box = sheet && boxOf(decodeURIComponent(inner[2] ?? 'A1'), sheet);
    if (sheet && box) this.go(sheet.id, box);
  }

  // Cells

  /** `at`: another place than the tab in front. */
  async edit(edit: DistributedEdit, at?: Place): Promise<'done' | 'refused' | 'lost'> {
    const { opened, sheet } = this.shown;
    if (!opened) return 'refused';
    this.change({ notice: null });
    try {
      const full = { ...edit, ...(at ?? { book: opened.book.id, sheet }) } as Edit;
      const outcome = await this.ask('edit', { edit: full });
      if (!outcome.ok) this.refuse(outcome.message);
      else if (outcome.warning !== undefined) this.warn(outcome.warning);
      return outcome.ok ? 'done' : 'refused';
    } catch (error) {
      this.failed(error);
      if (!(error instanceof Lost)) return 'refused';
      this.refuse(notDone);
      return 'lost';
    }
  }

  get isEditing(): boolean {
    return this.editing?.isOpen === true;
  }

  /** What is to be known of the cell that is selected by then; null where it cannot be had. */
  async cellKnown(): Promise<CellShown | null> {
    for (;;) {
      const { selections } = this;
      const cell = await this.known;
      if (selections === this.selections) return cell;
    }
  }

  /** The keyboard goes to the grid. */
  focus(): void {
    this.editing?.focus();
  }

  /** Text of the selection, as a spreadsheet puts it on the clipboard. */
  copied(): string {
    const { row, col, rows, cols } = this.shown.box;
    const line = (r: number) =>
      Array.from({ length: cols }, (_, index) => quoted(this.grid?.text(row + r, col + index) ?? '')).join(
        '\t',
      );
    return Array.from({ length: rows }, (_, r) => line(r)).join('\n');
  }

  get sheet(): SheetShown | undefined {
    return this.shown.opened?.sheets.find(({ id }) => id === this.shown.sheet);
  }

  /** Whether all rows of the tab in front are there. */
  get complete(): boolean {
    return this.loader.isComplete(this.shown.sheet);
  }

  get display(): Grid | null {
    return this.grid;
  }

  // Scripts

  async menu(path: string): Promise<void> {
    this.dismiss();
    await this.trying(async () => this.ran(await this.ask('menu', { at: this.standing, path })));
  }

  /** A call of google.script.run from a frame; as JSON text, so that nothing else gets through. */
  async call(frame: string, name: string, args: unknown[]): Promise<unknown> {
    try {
      const outcome = await this.ask('call', { at: this.standing, frame, name, args });
      if ('error' in outcome) return { error: outcome.error };
      this.ran({ error: null, frames: outcome.frames, goTo: outcome.goTo });
      return { result: outcome.result };
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  }

  async answer(button: Button, text: string): Promise<void> {
    this.change({ question: null });
    await this.trying(() => answer(button, text));
  }

  closeFrame(kind: 'sidebar' | 'modal'): void {
    this.change(kind === 'sidebar' ? { sidebar: null } : { modal: null });
    this.focus();
  }

  /** In a narrow window: the sidebar over the grid, or the grid over the sidebar. */
  bringSidebar(front: boolean): void {
    this.change({ behind: !front });
    if (!front) this.focus();
  }

  resizeFrame(size: { readonly width?: number; readonly height?: number }): void {
    const { modal } = this.shown;
    if (modal) this.change({ modal: { ...modal, ...size } });
  }

  // The world around

  async advance(by: { days: number } | { to: string }): Promise<void> {
    if ('to' in by && by.to === this.shown.world?.clock.day) {
      this.refuse(page.isToday);
      return;
    }
    await this.trying(async () => {
      const outcome = await this.ask('advance', by);
      if (!outcome.ok) this.refuse(outcome.message);
    });
  }

  /** What the walk has done so far stays done. */
  async stopWalk(): Promise<void> {
    await this.trying(() => this.ask('stop', {}));
  }

  /** The open book as a file. */
  async download(): Promise<void> {
    const { opened, person } = this.shown;
    if (!opened) return;
    await this.trying(async () => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await download(opened.book.id, person));
      link.download = `${opened.book.name}.xlsx`;
      link.click();
      URL.revokeObjectURL(link.href);
    });
  }

  async reset(): Promise<void> {
    await this.trying(() => this.ask('reset', {}));
  }

  async chooseProgramme(id: string): Promise<void> {
    this.change({ loading: true });
    await this.trying(() => this.ask('programme', { id }));
  }

  ask: <Name extends Parameters<typeof request>[1]>(
    name: Name,
    body: Parameters<typeof request<Name>>[2],
  ) => ReturnType<typeof request<Name>> = (name, body) => request(this.shown.person, name, body);

  refuse(text: string): void {
    this.change({ notice: { kind: 'refused', text } });
  }

  warn(text: string): void {
    this.change({ notice: { kind: 'warning', text } });
  }

  say(text: string): void {
    this.change({ notice: { kind: 'said', text } });
  }

  dismiss(): void {
    this.change({ notice: null });
  }

  /** An edit begins: what was said before is past. */
  forgetNotice(): void {
    this.change({ note: null, notice: null });
  }

  private get book(): string {
    return this.shown.opened?.book.id ?? '';
  }

  private get standing(): Standing {
    return { book: this.book, sheet: this.shown.sheet, box: this.shown.box };
  }

  private ran({ error, frames, goTo }: RunShown): void {
    if (error !== null) this.refuse(`${page.scriptFailed}: ${error}`);
    for (const frame of frames)
      this.change(frame.kind === 'sidebar' ? { sidebar: frame, behind: false } : { modal: frame });
    if (goTo && goTo.book === this.book) this.go(goTo.sheet, goTo.box);
  }

  private selected(box: Box): void {
    const { sheet } = this.shown;
    const at = this.grid?.activeCell() ?? box;
    const text = this.grid?.text(at.row, at.col) ?? '';
    this.editing?.rest(at, text);
    this.change({ box, cell: null, text });
    this.selections += 1;
    const selection = this.selections;
    if (this.book === '') return;
    this.known = this.ask('cell', { book: this.book, sheet, row: at.row, col: at.col }).then(
      (cell) => {
        if (selection === this.selections) this.change({ cell });
        return cell;
      },
      () => null,
    );
  }

  private clicked(row: number, col: number): void {
    const link = this.grid?.link(row, col);
    if (link) this.follow(link);
  }

  private hovered(cell: { readonly row: number; readonly col: number } | null): void {
    window.clearTimeout(this.noteTimer);
    const text = cell && this.grid?.note(cell.row, cell.col);
    if (!cell || !text) {
      if (this.shown.note) this.change({ note: null });
      return;
    }
    this.noteTimer = window.setTimeout(() => {
      const place = this.grid?.rect(cell.row, cell.col);
      if (place) this.change({ note: { text, left: place.left, top: place.top + place.height } });
    }, NOTE_AFTER_MS);
  }

  private hear(news: News): void {
    switch (news.kind) {
      case 'rows':
        if (news.book !== this.book) return;
        this.early?.push({ sheet: news.sheet, rows: news });
        this.loader.heard(news.sheet, news);
        this.put(news.sheet, news);
        if (news.sheet === this.shown.sheet) this.selected(this.shown.box);
        return;
      case 'book':
        if (news.book === this.book) void this.open(news.book);
        return;
      case 'world':
        void this.openWorld();
        return;
      case 'clock': {
        const { world } = this.shown;
        if (world) this.change({ world: { ...world, clock: news.clock, mails: news.mails } });
        return;
      }
      case 'busy':
        this.change({ busy: news });
        return;
      case 'idle':
        this.change({ busy: null });
        return;
      case 'asking':
        if (news.session === own) return;
        holdRequests(true);
        this.change({ asked: asks(news.who, news.what) });
        return;
      case 'answered':
        if (news.session === own) this.change({ question: null });
        this.answered();
        return;
      case 'question':
        this.change({ question: news.question });
    }
  }

  private answered(): void {
    holdRequests(false);
    if (this.shown.asked !== null) this.change({ asked: null });
  }

  private put(sheet: number, rows: RowsShown): void {
    this.grid?.put(sheet, rows);
    if (sheet !== this.shown.sheet) return;
    this.editing?.follow(sheet);
    const at = this.grid?.activeCell();
    const text = at ? this.grid?.text(at.row, at.col) : undefined;
    if (text !== undefined && text !== this.shown.text) this.change({ text });
  }

  private async trying(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.failed(error);
    }
  }

  private failed(error: unknown): void {
    const lost = error instanceof Lost;
    this.change({ loading: false, busy: null, ...(lost ? { there: false } : {}) });
    if (lost) reconnect();
    else this.refuse(error instanceof Error ? error.message : String(error));
  }

  private change(part: Partial<Shown>): void {
    this.shown = { ...this.shown, ...part };
    for (const watcher of this.watchers) watcher();
  }
}

/** An edit without its place: it happens where the person stands. */
type WithoutPlace<E> = E extends unknown ? Omit<E, 'book' | 'sheet'> : never;
type DistributedEdit = WithoutPlace<Edit>;

const lastRow = ({ rows }: RowsShown): number => rows.at(-1)?.row ?? 0;

export function inside(box: Box, sheet: SheetShown | undefined): Box {
  const { rows, columns } = sheet ?? { rows: 1, columns: 1 };
  const row = Math.min(Math.max(box.row, 1), rows);
  const col = Math.min(Math.max(box.col, 1), columns);
  return { row, col, rows: Math.min(box.rows, rows - row + 1), cols: Math.min(box.cols, columns - col + 1) };
}

const quoted = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
