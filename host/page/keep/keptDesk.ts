/** A desk whose every change is on the disk before it is confirmed, and is there again after a restart. */
import { mkdirSync } from 'node:fs';
import { Desk, type DeskRequest } from '../desk/desk';
import type { News, Question, RequestName, Requests, WorldShown } from '../protocol';
import { type Action, type GivenAnswer, Journal, readJournal } from './journal';
import { journalOf, lastSnapshot, readSnapshot, type World, writeSnapshot } from './snapshot';

/** A journal whose doing again would take longer than this is folded into a snapshot when nobody waits. */
const FOLD_AFTER_MS = 3_000;
const FOLD_AFTER_ACTIONS = 400;

export interface KeptOptions {
  /** Folder of this one world; made if it is not there. */
  readonly dir: string;
  /** The world as it is at first and after a reset. */
  readonly make: () => World | Promise<World>;
  readonly programmes: WorldShown['programmes'];
  readonly programme: string | null;
  readonly newBooksScript: string;
  readonly news: (news: News) => void;
  /** Blocks until the person at the page has answered. */
  readonly ask: (question: Question) => GivenAnswer;
}

export interface Restored {
  readonly from: 'sample' | 'disk';
  readonly replayed: number;
  readonly failed: number;
}

export class KeptDesk {
  private world: World | null = null;
  private desk: Desk | null = null;
  private journal: Journal | null = null;
  private snapshot = 0;
  private costMs = 0;
  private actions = 0;
  private answers: GivenAnswer[] = [];
  private given: GivenAnswer[] | null = null;
  /** Something was done that could not be saved: `reopen` before anything else. */
  broken = false;

  private constructor(private readonly options: KeptOptions) {}

  static async open(options: KeptOptions): Promise<{ desk: KeptDesk; restored: Restored }> {
    const kept = new KeptDesk(options);
    return { desk: kept, restored: await kept.restore() };
  }

  /** Goes back to what the disk has. */
  async reopen(): Promise<void> {
    this.journal?.close();
    this.costMs = 0;
    this.actions = 0;
    await this.restore();
    this.broken = false;
  }

  private async restore(): Promise<Restored> {
    const { dir } = this.options;
    mkdirSync(dir, { recursive: true });
    const number = lastSnapshot(dir);
    if (number === null) {
      await this.startAnew();
      return { from: 'sample', replayed: 0, failed: 0 };
    }
    this.snapshot = number;
    this.use(await readSnapshot(dir, number));
    const actions = readJournal(journalOf(dir, number));
    let failed = 0;
    for (const action of actions) {
      const before = Date.now();
      try {
        this.again(action);
      } catch {
        failed += 1;
      }
      this.count(before);
    }
    this.journal = new Journal(journalOf(dir, number));
    return { from: 'disk', replayed: actions.length - failed, failed };
  }

  /** Forgets everything and begins with a fresh world. */
  async startAnew(): Promise<void> {
    this.use(await this.options.make());
    await this.fold();
  }

  /** Does the request. What it changed is on the disk when this returns. */
  handle<Name extends DeskRequest>(
    name: Name,
    request: Requests[Name]['in'],
    person: string,
  ): Requests[Name]['out'] {
    const before = Date.now();
    this.answers = [];
    const desk = this.open;
    const done = desk.handle(name, request, person);
    const action = actionOf(desk, name, request, person, done);
    if (action) {
      try {
        this.journal?.add(this.answers.length === 0 ? action : { ...action, answers: this.answers });
      } catch (error) {
        this.broken = true;
        throw error;
      }
      this.count(before);
    }
    return done;
  }

  get open(): Desk {
    if (!this.desk) throw new Error('the desk is not open');
    return this.desk;
  }

  get host() {
    if (!this.world) throw new Error('the desk is not open');
    return this.world.host;
  }

  /** Whether a pause would be well used by `fold`. */
  get heavy(): boolean {
    return this.costMs > FOLD_AFTER_MS || this.actions > FOLD_AFTER_ACTIONS;
  }

  /** Replaces the journal by a snapshot. */
  async fold(): Promise<void> {
    if (!this.world) return;
    this.journal?.close();
    this.snapshot += 1;
    await writeSnapshot(this.options.dir, this.snapshot, this.world);
    this.journal = new Journal(journalOf(this.options.dir, this.snapshot));
    this.costMs = 0;
    this.actions = 0;
  }

  async close(): Promise<void> {
    if (this.actions > 0) await this.fold();
    this.journal?.close();
  }

  private use(world: World): void {
    this.world = world;
    world.host.whenAsked = (question) => {
      const answer = this.given
        ? (this.given.shift() ?? { button: 'CLOSE', text: '' })
        : this.options.ask(question);
      this.answers.push(answer);
      return answer;
    };
    const { programmes, programme, newBooksScript, news } = this.options;
    const { title, host, people, books } = world;
    this.desk = new Desk({ host, title, people, books, programmes, programme, newBooksScript, news });
  }

  private again(action: Action): void {
    this.given = [...(action.answers ?? [])];
    try {
      if (action.name === 'call') this.open.call(action.caller, action.at, action.function, action.args);
      else {
        // A menu is up only for somebody who has the book open.
        if (action.name === 'menu') this.host.open(action.person, action.request.at.book);
        this.open.handle(action.name, action.request as never, action.person);
      }
    } finally {
      this.given = null;
    }
  }

  private count(since: number): void {
    this.costMs += Date.now() - since;
    this.actions += 1;
  }
}

/** What of a request has to be done again after a restart; null for looking and for refused edits. */
function actionOf(
  desk: Desk,
  name: RequestName,
  request: object,
  person: string,
  done: object,
): Action | null {
  if (name === 'edit' || name === 'advance') {
    const { ok } = done as { ok: boolean };
    return ok ? ({ name, person, request } as Action) : null;
  }
  if (name === 'menu') return desk.lastRunWrote() ? ({ name, person, request } as Action) : null;
  if (name !== 'call' || !desk.lastRunWrote()) return null;
  const { at, frame, name: called, args } = request as Requests['call']['in'];
  const caller = desk.callerOf(frame);
  return caller && { name, caller, at, function: called, args };
}
