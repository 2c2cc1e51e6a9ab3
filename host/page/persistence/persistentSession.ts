/** A session whose every change is on the disk before it is confirmed, and is there again after a restart. */

import type { News, Question, RequestName, Requests, WorldShown } from '../protocol/protocol';
import { Refusal } from '../protocol/refusal';
import { Session, type SessionRequest } from '../session/session';
import type { Reached } from '../session/walk';
import { journalOf } from './files';
import { type Action, type GivenAnswer, Journal } from './journal';
import { type Restored, restoreWorld } from './restore';
import { clearBut, markCurrent, type World, writeSnapshot } from './snapshot';

/** A journal whose doing again would take longer than this is folded into a snapshot when nobody waits. */
const FOLD_AFTER_MS = 3_000;
const FOLD_AFTER_ACTIONS = 400;
const FOLD_AT_ONCE_MS = 20_000;

export interface PersistentSessionOptions {
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

export class PersistentSession {
  private world: World | null = null;
  private session: Session | null = null;
  private journal: Journal | null = null;
  private snapshot = 0;
  private costMs = 0;
  private actions = 0;
  private answers: GivenAnswer[] = [];
  private given: GivenAnswer[] | null = null;
  /** What pages are told once it is saved. */
  private held: News[] | null = null;
  /** Something was done that could not be saved: `reopen` before anything else. */
  broken = false;

  private constructor(private readonly options: PersistentSessionOptions) {}

  static async open(
    options: PersistentSessionOptions,
  ): Promise<{ session: PersistentSession; restored: Restored }> {
    const kept = new PersistentSession(options);
    return { session: kept, restored: await kept.restore() };
  }

  /** Goes back to what the disk has. */
  async reopen(): Promise<Restored> {
    const { journal } = this;
    this.journal = null;
    try {
      journal?.close();
    } catch {
      // A file handle that the system has taken away: the journal is opened anew.
    }
    this.costMs = 0;
    this.actions = 0;
    const restored = await this.restore();
    this.broken = false;
    return restored;
  }

  private async restore(): Promise<Restored> {
    const { dir } = this.options;
    const found = await restoreWorld(dir, {
      use: (world) => this.use(world),
      again: (action) => {
        const before = Date.now();
        try {
          return this.again(action);
        } finally {
          this.count(before);
        }
      },
    });
    if (found === null) {
      await this.startAnew();
      return { from: 'sample', replayed: 0, notRepeated: null, damaged: null };
    }
    this.snapshot = found.newest;
    if (found.restored.notRepeated || found.restored.damaged) await this.fold(found.base);
    else this.journal = new Journal(journalOf(dir, found.newest));
    return found.restored;
  }

  /** Forgets everything and begins with a fresh world; `make`: another one than at first. */
  async startAnew(make: PersistentSessionOptions['make'] = this.options.make): Promise<void> {
    const world = await make();
    this.broken = true;
    this.use(world);
    // What was before the fresh world does not lead to it.
    await this.fold(null);
    this.broken = false;
  }

  /**
   * Does the request. What it changed is on the disk when this returns, and pages hear of it only then.
   * After any error but a `Refusal` the host may stand half way: `broken`.
   */
  handle<Name extends SessionRequest>(
    name: Name,
    request: Requests[Name]['in'],
    person: string,
  ): Requests[Name]['out'] {
    const session = this.open;
    return this.saved(
      () => session.handle(name, request, person),
      (done) => actionOf(session, name, request, person, done),
    );
  }

  /** One slice of a walk of the clock, with the same promise. */
  step(until: number, person: string): Reached {
    return this.saved(
      () => this.open.step(until),
      ({ at }) => ({ name: 'advance', person, request: { until: at } }),
    );
  }

  private saved<Done>(act: () => Done, actionOf: (done: Done) => Action | null): Done {
    const before = Date.now();
    this.answers = [];
    this.held = [];
    try {
      const done = act();
      const action = actionOf(done);
      if (action) {
        if (!this.journal) throw new Error('the journal is not open');
        this.journal.add(this.answers.length === 0 ? action : { ...action, answers: this.answers });
        this.count(before);
      }
      for (const news of this.held) this.options.news(news);
      return done;
    } catch (error) {
      if (!(error instanceof Refusal)) this.broken = true;
      throw error;
    } finally {
      this.held = null;
    }
  }

  get open(): Session {
    if (!this.session) throw new Error('the session is not open');
    return this.session;
  }

  get host() {
    if (!this.world) throw new Error('the session is not open');
    return this.world.host;
  }

  /** Whether a pause would be well used by `fold`. */
  get heavy(): boolean {
    return this.costMs > FOLD_AFTER_MS || this.actions > FOLD_AFTER_ACTIONS;
  }

  /** Whether doing the journal again would take longer than anybody waits at a start: `fold` without a pause. */
  get tooHeavy(): boolean {
    return this.costMs > FOLD_AT_ONCE_MS;
  }

  /**
   * Replaces the journal by a snapshot; where that fails the journal goes on. The snapshot before it (`spare`) is
   * kept with its journal, in case a file of the new one is damaged later.
   */
  async fold(spare: number | null = this.snapshot): Promise<void> {
    if (!this.world) return;
    const { dir } = this.options;
    const number = this.snapshot + 1;
    await writeSnapshot(dir, number, this.world);
    const journal = new Journal(journalOf(dir, number));
    try {
      markCurrent(dir, number);
    } catch (error) {
      journal.close();
      throw error;
    }
    this.journal?.close();
    this.journal = journal;
    this.snapshot = number;
    clearBut(dir, number, spare);
    this.costMs = 0;
    this.actions = 0;
  }

  /** `failed`: the books could not be saved whole; everything is in the journal. */
  async close(failed?: (error: unknown) => void): Promise<void> {
    if (this.actions > 0 && !this.broken) await this.fold().catch(failed ?? null);
    this.journal?.close();
    this.journal = null;
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
    const { programmes, programme, newBooksScript } = this.options;
    const news = (one: News): void => {
      if (this.held) this.held.push(one);
      else this.options.news(one);
    };
    const { title, host, people, books } = world;
    this.session = new Session({ host, title, people, books, programmes, programme, newBooksScript, news });
  }

  /** Whether it could be done again. */
  private again(action: Action): boolean {
    this.given = [...(action.answers ?? [])];
    try {
      if (action.name === 'call') {
        this.open.call(action.caller, action.at, action.function, action.args);
        return true;
      }
      if (action.name === 'advance') {
        const { request } = action;
        this.open.goTo('until' in request ? request.until : this.open.destination(request));
        return true;
      }
      // A menu is up only for somebody who has the book open.
      if (action.name === 'menu') this.host.open(action.person, action.request.at.book);
      const done: object = this.open.handle(action.name, action.request as never, action.person);
      return !('ok' in done) || done.ok === true;
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
  session: Session,
  name: RequestName,
  request: object,
  person: string,
  done: object,
): Action | null {
  if (name === 'edit') {
    const { ok } = done as { ok: boolean };
    // Where rows stood was checked; the numbers are others after a restart.
    const { edit } = request as Requests['edit']['in'];
    return ok ? { name, person, request: { edit } } : null;
  }
  if (name === 'menu') return session.lastRunWrote() ? ({ name, person, request } as Action) : null;
  if (name !== 'call' || !session.lastRunWrote()) return null;
  const { at, frame, name: called, args } = request as Requests['call']['in'];
  const caller = session.callerOf(frame);
  return caller && { name, caller, at, function: called, args };
}
