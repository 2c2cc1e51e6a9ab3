/** Where a page's books come from: the built-in samples, or a file. */
import { existsSync } from 'node:fs';
import type { CivilDate } from '../../../src/domain/dates/civil';
import { PROGRAMMES } from '../../../src/programmes';
import { LocalHost } from '../../runtime/localHost';
import { ADMINISTRATOR, makeBooks } from '../../sample/books';
import { type Demo, runDemo } from '../../sample/demo';
import { CURATOR, HEAD } from '../../sample/reports';
import type { DriveFile } from '../../services/storage/drive';
import { TooLargeBookError } from '../../xlsx/size';
import { openBook } from '../../xlsx/store';
import { fileFolderName } from '../persistence/fileFolder';
import type { World } from '../persistence/snapshot';
import { refusals, sample, server, words } from '../protocol/messages';
import type { PersonShown } from '../protocol/protocol';
import { Refusal } from '../protocol/refusal';
import { kindOfFile } from './fileKind';

export type Source =
  | { readonly kind: 'samples'; readonly today: CivilDate }
  | { readonly kind: 'file'; readonly path: string; readonly now: number };

const SECOND_CURATOR = 'curator2@example.org';

const SAMPLE_PEOPLE: readonly PersonShown[] = [
  { email: ADMINISTRATOR, name: sample.administrator },
  { email: CURATOR, name: sample.curator },
  { email: SECOND_CURATOR, name: sample.secondCurator },
  { email: HEAD, name: sample.head },
  { email: '', name: words.guest },
];

/** Samples by id and title; none for a file. */
export const programmesOf = (source: Source) =>
  source.kind === 'samples' ? PROGRAMMES.map(({ id, title }) => ({ id, title })) : [];

/** Name of the folder in which the world's data lie. */
export const folderNameOf = (source: Source, programme: string | null): string =>
  programme ?? (source.kind === 'file' ? fileFolderName(source.path) : '');

/** @throws Refusal where the file is not there or is no book. */
export async function checkFile(path: string): Promise<void> {
  await openFile(new LocalHost(), path);
}

/** @throws Refusal where the file is not there or is no book. */
export async function makeWorld(source: Source, programme: string | null): Promise<World> {
  if (source.kind === 'file') return worldOfFile(source.path, source.now);
  const index = PROGRAMMES.findIndex(({ id }) => id === programme);
  return worldOfDemo(runDemo(Math.max(index, 0), source.today));
}

/** Books that are set up and hold nothing; their clock shows this computer's day. */
export function emptyWorld(): World {
  const host = new LocalHost({ now: Date.now() });
  return worldOfDemo({ host, books: makeBooks(host, { timeZone: 'Europe/Moscow' }), title: words.emptyBook });
}

/** A finished sample, shared the way a municipality shares it: anybody with the link may type. */
export function worldOfDemo({ host, books, title }: Pick<Demo, 'host' | 'books' | 'title'>): World {
  books.reporting.share(SECOND_CURATOR, 'edit');
  books.reporting.link = 'edit';
  return {
    host,
    title,
    people: SAMPLE_PEOPLE,
    books: [
      { id: books.reporting.workbook.id, kind: 'reporting' },
      { id: books.control.workbook.id, kind: 'control' },
    ],
  };
}

/** The file as a reporting book, with a control book that has set it up; the file itself stays as it is. */
async function worldOfFile(path: string, now: number): Promise<World> {
  const host = new LocalHost({ now });
  const reporting = await openFile(host, path);
  const { id, name, locale, timeZone } = reporting.workbook;
  const control = host.createSpreadsheet({ name: 'Пульт', owner: reporting.owner, locale, timeZone });
  host.attach('dist', { spreadsheetId: id, name: 'Отчёт' });
  host.attach('control/dist', { spreadsheetId: control.workbook.id, name: 'Пульт' });
  const controlId = control.workbook.id;
  host.open(reporting.owner, controlId);
  host.whenAsked = ({ kind }) => ({ button: kind === 'prompt' ? 'OK' : 'YES', text: id });
  const { error } = host.menu(reporting.owner, controlId, 'Сводка › Настроить таблицы…');
  host.whenAsked = null;
  if (error) throw new Refusal(refusals.badRange(error.message));
  // Made-up people of every role, so that the book can be looked at as each of them.
  for (const { email } of SAMPLE_PEOPLE)
    if (email !== '' && email !== reporting.owner) reporting.share(email, 'edit');
  reporting.link = 'edit';
  const others = reporting
    .listEditors()
    .filter((email) => email !== reporting.owner && !SAMPLE_PEOPLE.some((person) => person.email === email))
    .map((email) => ({ email, name: email }));
  return {
    host,
    title: name,
    people: [
      { email: reporting.owner, name: sample.administrator },
      ...SAMPLE_PEOPLE.filter(
        ({ email }) => email !== '' && email !== reporting.owner && email !== ADMINISTRATOR,
      ),
      ...others,
      { email: '', name: words.guest },
    ],
    books: [
      { id, kind: 'reporting' },
      { id: controlId, kind: 'control' },
    ],
  };
}

async function openFile(host: LocalHost, path: string): Promise<DriveFile> {
  if (!existsSync(path)) throw new Refusal(server.noFile(path));
  try {
    return await openBook(host, path, { owner: ADMINISTRATOR });
  } catch (error) {
    if (error instanceof TooLargeBookError) throw new Refusal(server.bomb(path));
    throw new Refusal(server.badFile(path, kindOfFile(path)));
  }
}
