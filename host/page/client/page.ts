/** The page for its parts: what they draw, and what they press. Each room does its own; here they are put together. */
import { notOffered } from '../protocol/messages';
import type { RequestName, Requests, SheetShown } from '../protocol/protocol';
import { HostControls } from './connection/hostControls';
import { NewsFeed } from './connection/newsFeed';
import { PersonRequests } from './connection/requests';
import { World } from './connection/world';
import { Editing } from './editing/editing';
import type { Edits } from './editing/edits';
import type { Typing } from './editing/typing';
import { Grid } from './grid/grid';
import { ScriptFrames } from './scripts/frames';
import { Scripts } from './scripts/scripts';
import type { Shown } from './shown/shown';
import { PageState } from './shown/state';
import { Notes } from './view/notes';
import { Opening } from './view/opening';
import { Rows } from './view/rows';
import { Selection } from './view/selection';
import { Tabs } from './view/tabs';

export class Page {
  private grid: Grid | null = null;
  private readonly gridNow = (): Grid | null => this.grid;
  private readonly state = new PageState();
  private readonly requests = new PersonRequests(this.state);

  private readonly selection: Selection = new Selection(
    this.state,
    this.requests,
    this.gridNow,
    (cell, text) => this.typing.rest(cell, text),
  );
  private readonly editing: Editing = new Editing(
    this.state,
    this.requests,
    this.gridNow,
    () => this.selection.known(),
    (book) => this.opening.open(book),
  );
  readonly typing: Typing = this.editing.typing;
  private readonly rows = new Rows(this.state, this.requests, this.gridNow, (sheet) =>
    this.editing.following.follow(sheet),
  );
  private readonly notes = new Notes(this.state, this.gridNow);
  private readonly tabs = new Tabs(this.state, this.gridNow, this.rows, this.typing);
  private readonly opening: Opening = new Opening(
    this.state,
    this.requests,
    this.gridNow,
    this.rows,
    this.editing,
  );
  private readonly frames = new ScriptFrames(this.state, () => this.focus());
  private readonly scripts = new Scripts(this.state, this.requests, this.frames, this.tabs);
  private readonly world = new World(this.state, this.requests, this.editing.following, this.opening);
  private readonly controls = new HostControls(this.state, this.requests);
  private readonly news = new NewsFeed(this.state, {
    rows: (news) => {
      this.rows.heard(news);
      if (news.sheet === this.shown.sheet) this.selection.selected(this.shown.box);
    },
    book: (book) => this.opening.open(book),
    world: () => this.world.open(),
    mails: () => this.world.countMails(),
  });

  /** Begins: the element is where the grid goes. */
  start(container: HTMLElement): void {
    this.editing.mount(container.parentElement ?? container);
    this.grid = new Grid(container, {
      selected: (box) => this.selection.selected(box),
      clicked: (row, col) => this.tabs.clicked(row, col),
      hovered: (cell) => this.notes.hovered(cell),
      scrolled: () => {
        this.editing.following.moved();
        this.notes.hide();
      },
      notOffered: () => this.refuse(notOffered.other),
      pressed: () => this.focus(),
    });
    void this.news.begin();
  }

  // What is shown

  get shown(): Shown {
    return this.state.shown;
  }

  /** The tab in front. */
  get sheet(): SheetShown | undefined {
    return this.state.sheet;
  }

  /** Whether all rows of the tab in front are there. */
  get complete(): boolean {
    return this.rows.isComplete;
  }

  /** Null until the page has begun. */
  get display(): Grid | null {
    return this.grid;
  }

  get isEditing(): boolean {
    return this.typing.isOpen;
  }

  watch(watcher: () => void): () => void {
    return this.state.watch(watcher);
  }

  refuse(text: string): void {
    this.state.refuse(text);
  }

  dismiss(): void {
    this.state.dismiss();
  }

  taken = (unsaved: number): void => this.state.taken(unsaved);

  // People, books and places

  become = (person: string): Promise<void> => this.world.become(person);
  open = (book: string): Promise<void> => this.opening.open(book);
  show = (sheet: number): void => this.tabs.show(sheet);
  follow = (link: string): void => this.tabs.follow(link);
  /** The keyboard goes to the grid. */
  focus = (): void => this.typing.focus();

  // Edits, scripts, the host

  edit: Edits['edit'] = (edit) => this.editing.edits.edit(edit);
  menu: Scripts['menu'] = (path) => this.scripts.menu(path);
  call: Scripts['call'] = (frame, name, args) => this.scripts.call(frame, name, args);
  answer: Scripts['answer'] = (button, text) => this.scripts.answer(button, text);
  closeFrame: ScriptFrames['close'] = (kind) => this.frames.close(kind);
  bringSidebar: ScriptFrames['bringSidebar'] = (front) => this.frames.bringSidebar(front);
  resizeFrame: ScriptFrames['resize'] = (size) => this.frames.resize(size);
  advance: HostControls['advance'] = (by) => this.controls.advance(by);
  stopWalk = (): Promise<void> => this.controls.stopWalk();
  download = (): Promise<void> => this.controls.download();
  reset = (empty?: boolean): Promise<void> => this.controls.reset(empty);
  chooseProgramme = (id: string): Promise<void> => this.controls.chooseProgramme(id);

  /** @throws Lost; Error with the server's sentence. */
  ask<Name extends RequestName>(name: Name, body: Requests[Name]['in']): Promise<Requests[Name]['out']> {
    return this.requests.ask(name, body);
  }
}
