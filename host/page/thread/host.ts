/**
 * The thread in which the host lives. It does one thing at a time; while a script asks something it sleeps here
 * and the server's thread stays awake for the answer.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { writeAtomically } from '../../xlsx/atomic';
import { bookFile } from '../backend';
import type { DeskRequest } from '../desk/desk';
import { faultText } from '../desk/refusal';
import type { GivenAnswer } from '../keep/journal';
import { KeptDesk } from '../keep/keptDesk';
import { page, running, server } from '../messages';
import type { News, Requests } from '../protocol';
import { makeWorld, programmesOf } from '../source';
import { MailOut } from './mailOut';
import { AnswerSlot, type FromHost, type ThreadData, type ToHost } from './wire';

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
/** Whose request is being done. */
let asking = '';
/** Where the mails of the world that is open are left. */
let outboxFolder = '';
let kept: KeptDesk;
let pause: NodeJS.Timeout | undefined;
let queue: Promise<void> = Promise.resolve();

function lastChoice(): string | null {
  if (programmes.length === 0) return null;
  const saved = existsSync(choiceFile)
    ? (JSON.parse(readFileSync(choiceFile, 'utf8')) as { programme: string }).programme
    : '';
  return programmes.some(({ id }) => id === saved) ? saved : (programmes[0]?.id ?? null);
}

async function openWorld(programme: string | null) {
  const folder = programme ?? `file-${source.kind === 'file' ? basename(source.path) : ''}`;
  const opened = await KeptDesk.open({
    dir: join(data, folder),
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
  kept = opened.desk;
  outboxFolder = join(data, folder, 'outbox');
  mailOut.skip(kept.host);
  return opened.restored;
}

const nameOf = (email: string): string =>
  kept.open.handle('world', {}, email).people.find((person) => person.email === email)?.name ?? email;

async function handle(message: ToHost): Promise<unknown> {
  if (message.what === 'frame') return kept.open.frame(message.frame);
  if (message.what === 'xlsx') return bookFile(kept.open, message.book, message.person);
  if (message.what === 'close') return kept.close();
  const { name, request, person } = message;
  session = message.session;
  asking = person;
  if (name === 'reset') {
    tell({ kind: 'busy', what: page.resetTitle, done: 0, of: 0 });
    await kept.startAnew();
    mailOut.skip(kept.host);
  } else if (name === 'programme') {
    const { id } = request as Requests['programme']['in'];
    if (!programmes.some((each) => each.id === id)) throw new Error(id);
    tell({ kind: 'busy', what: page.loading, done: 0, of: 0 });
    await kept.close();
    await openWorld(id);
    writeAtomically(choiceFile, JSON.stringify({ programme: id }));
  } else {
    const menu = name === 'menu' ? (request as Requests['menu']['in']).path.split(' › ').at(-1) : undefined;
    if (menu !== undefined) tell({ kind: 'busy', what: running(menu), done: 0, of: 0 });
    try {
      return kept.handle(name as DeskRequest, request as never, person);
    } finally {
      if (menu !== undefined) tell({ kind: 'idle' });
    }
  }
  tell({ kind: 'idle' });
  tell({ kind: 'world' });
  return {};
}

async function answer(message: ToHost): Promise<void> {
  clearTimeout(pause);
  try {
    const result = await handle(message);
    post({ kind: 'done', id: message.id, result: result ?? null });
    await sendMails();
  } catch (error) {
    post({ kind: 'refused', id: message.id, message: faultText(error) });
    if (kept.broken) await recover();
  }
  if (message.what !== 'close' && kept.heavy) {
    pause = setTimeout(() => {
      queue = queue.then(() => kept.fold());
    }, QUIET_MS);
  }
}

/** What the script was told is sent cannot be taken back: the person at the terminal hears what did not go out. */
async function sendMails(): Promise<void> {
  try {
    await mailOut.send(kept.host, outboxFolder);
  } catch (error) {
    console.error(server.mailNotSent(faultText(error)));
  }
}

/** What could not be saved is taken back: pages show what the disk has. */
async function recover(): Promise<void> {
  await kept.reopen();
  mailOut.skip(kept.host);
  tell({ kind: 'world' });
}

port.on('message', (message: ToHost) => {
  queue = queue.then(() => answer(message));
});

try {
  mkdirSync(data, { recursive: true });
  post({ kind: 'ready', restored: await openWorld(lastChoice()) });
} catch (error) {
  post({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
}
