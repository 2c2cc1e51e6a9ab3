/**
 * The thread in which the host lives. It does one thing at a time; while a script asks something it sleeps here
 * and the server's thread stays awake for the answer.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { writeAtomically } from '../../xlsx/atomic';
import type { GivenAnswer } from '../persistence/journal';
import { PersistentSession } from '../persistence/persistentSession';
import { restoredLines } from '../persistence/restore';
import { refusals, running, server, words } from '../protocol/messages';
import type { News, Requests } from '../protocol/protocol';
import { faultText, Refusal } from '../protocol/refusal';
import { bookFile } from '../server/backend';
import { emptyWorld, folderNameOf, makeWorld, programmesOf } from '../server/source';
import type { SessionRequest } from '../session/session';
import { type Reached, Walker, walkTo } from '../session/walk';
import { MailOut } from './mailOut';
import { AnswerSlot, type FromHost, type ThreadData, type ToHost } from './messages';

/** A snapshot is made when nobody asked for anything this long. */
const QUIET_MS = 1_500;

/** A question that nobody answers keeps everybody waiting: after this it counts as closed. */
const FORGOTTEN_MS = 5 * 60_000;

const { data, source, smtp, slot } = workerData as ThreadData;
const port = parentPort;
if (!port) throw new Error('this file is the entry of a thread');
const answers = new AnswerSlot(slot);
const mailOut = new MailOut(smtp);
const post = (message: FromHost): void => port.postMessage(message);
const tell = (news: News): void => post({ kind: 'news', news });
const programmes = programmesOf(source);
/** Which sample was open the last time. */
const choiceFile = join(data, 'choice.json');

let session = '';
/** Of the world that is open; its mails are left in it too. */
let worldFolder = '';
/** Whose request is being done. */
let asking = '';
let persistent: PersistentSession;
let pause: NodeJS.Timeout | undefined;
let queue: Promise<void> = Promise.resolve();
let closed = false;
const walker = new Walker(tell);

function lastChoice(): string | null {
  if (programmes.length === 0) return null;
  const saved = savedChoice();
  return programmes.some(({ id }) => id === saved) ? saved : (programmes[0]?.id ?? null);
}

/** A damaged choice is no choice: each sample keeps its own data. */
function savedChoice(): string | null {
  if (!existsSync(choiceFile)) return null;
  try {
    return (JSON.parse(readFileSync(choiceFile, 'utf8')) as { programme: string }).programme;
  } catch {
    return null;
  }
}

async function openWorld(programme: string | null) {
  const dir = join(data, folderNameOf(source, programme));
  const opened = await PersistentSession.open({
    dir,
    make: () => makeWorld(source, programme),
    programmes,
    programme,
    newBooksScript: 'dist',
    news: tell,
    ask: (question) => {
      const what = question.title === '' ? question.text : question.title;
      tell({ kind: 'asking', session, who: nameOf(asking), what });
      tell({ kind: 'question', session, question });
      const answer = answers.take(FORGOTTEN_MS);
      tell({ kind: 'answered', session });
      return answer === null ? { button: 'CLOSE', text: '' } : (JSON.parse(answer) as GivenAnswer);
    },
  });
  persistent = opened.session;
  worldFolder = dir;
  mailOut.skip(persistent.host);
  return opened.restored;
}

const nameOf = (email: string): string =>
  persistent.open.handle('world', {}, email).people.find((person) => person.email === email)?.name ?? email;

async function handle(message: ToHost): Promise<unknown> {
  if (message.what === 'frame') return persistent.open.frame(message.frame);
  if (message.what === 'xlsx') return bookFile(persistent.open, message.book, message.person);
  if (message.what === 'close') return close();
  const { name, request, person } = message;
  session = message.session;
  asking = person;
  if (name === 'reset') {
    walker.stop();
    tell({ kind: 'busy', what: words.resetTitle, done: 0, of: 0 });
    const { empty } = request as Requests['reset']['in'];
    await persistent.startAnew(empty === true ? emptyWorld : undefined);
    mailOut.skip(persistent.host);
  } else if (name === 'programme') {
    walker.stop();
    await changeWorld((request as Requests['programme']['in']).id);
  } else {
    const menu =
      name === 'menu'
        ? String((request as Requests['menu']['in']).path)
            .split(' › ')
            .at(-1)
        : undefined;
    if (menu !== undefined) tell({ kind: 'busy', what: running(menu), done: 0, of: 0 });
    try {
      return persistent.handle(name as SessionRequest, request as never, person);
    } finally {
      if (menu !== undefined) tell({ kind: 'idle' });
    }
  }
  tell({ kind: 'idle' });
  tell({ kind: 'world' });
  return {};
}

async function changeWorld(id: string): Promise<void> {
  if (!programmes.some((each) => each.id === id)) throw new Refusal(refusals.badRequest);
  tell({ kind: 'busy', what: words.loading, done: 0, of: 0 });
  await persistent.close(sayNotFolded);
  try {
    await openWorld(id);
  } catch (error) {
    // The one that was open is there still.
    persistent.broken = true;
    throw error;
  }
  writeAtomically(choiceFile, JSON.stringify({ programme: id }));
}

async function close(): Promise<void> {
  closed = true;
  walker.stop();
  await persistent.close(sayNotFolded);
}

/** Does one thing after everything that came before it; what it could not save is taken back. */
function inTurn<Result>(act: () => Result | Promise<Result>): Promise<Result> {
  const turn = queue.then(async () => {
    clearTimeout(pause);
    if (persistent.broken) await recover();
    try {
      const result = await act();
      await sendMails();
      return result;
    } catch (error) {
      if (persistent.broken) await recover().catch(say);
      throw error;
    } finally {
      if (persistent.heavy && !closed) pause = setTimeout(() => void inTurn(fold), QUIET_MS);
    }
  });
  queue = turn.then(
    () => {},
    () => {},
  );
  return turn;
}

async function answer(message: ToHost): Promise<void> {
  const { id } = message;
  try {
    const walk = message.what === 'request' && message.name === 'advance';
    if (walk) post({ kind: 'done', id, result: await advance(message) });
    else await inTurn(async () => post({ kind: 'done', id, result: (await handle(message)) ?? null }));
  } catch (error) {
    tell({ kind: 'idle' });
    post({ kind: 'refused', id, message: faultText(error), fault: !(error instanceof Refusal) });
  }
}

/** Each slice of the walk is a turn of its own, saved by itself. */
async function advance({ request, person }: ToHost & { what: 'request' }): Promise<unknown> {
  const asked = await inTurn(() => walkTo(persistent.open, walker, request as Requests['advance']['in']));
  if (!('until' in asked)) return asked;
  const { until } = asked;
  const step = async (): Promise<Reached> => {
    if (walker.stopped) return persistent.open.reached();
    const reached = persistent.step(until, person);
    if (persistent.tooHeavy) await fold();
    return reached;
  };
  return walker.walk(persistent.open.reached(), until, () => inTurn(step));
}

/** Where it fails, everything is in the journal still. */
async function fold(): Promise<void> {
  await persistent.fold().catch(sayNotFolded);
}

const sayNotFolded = (error: unknown): void => console.error(server.notFolded(faultText(error)));
const say = (error: unknown): void => console.error(faultText(error));

/** What the script was told is sent cannot be taken back: the person at the terminal hears what did not go out. */
async function sendMails(): Promise<void> {
  try {
    await mailOut.send(persistent.host, join(worldFolder, 'outbox'));
  } catch (error) {
    console.error(server.mailNotSent(error instanceof Error ? error.message : String(error)));
  }
}

/** What could not be saved is taken back: pages show what the disk has. */
async function recover(): Promise<void> {
  const restored = await persistent.reopen();
  if (restored.notRepeated || restored.damaged)
    for (const line of restoredLines(worldFolder, restored)) console.error(line);
  mailOut.skip(persistent.host);
  tell({ kind: 'world' });
}

port.on('message', (message: ToHost) => {
  if (message.what === 'request' && message.name === 'stop') {
    walker.stop();
    post({ kind: 'done', id: message.id, result: {} });
  } else void answer(message);
});

try {
  post({ kind: 'ready', restored: await openWorld(lastChoice()) });
} catch (error) {
  post({ kind: 'failed', message: faultText(error) });
}
