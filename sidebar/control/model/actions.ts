/** What the page does for the person, each as one piece of work with its words. */

import type { BookView, NewBook, Place } from '../../../src/contract/control';
import type { MailChoice } from '../../../src/contract/mails';
import type { Answer } from '../../../src/contract/plain';
import {
  adding,
  books,
  mails,
  people,
  preview,
  progress,
  schedule,
  start,
} from '../../../src/messages/control/page';
import { call } from '../server';
import { inPieces } from './pieces';
import type { Tell, Work } from './work';

export interface Actions {
  setUp(): void;
  rebuild(which: readonly BookView[]): void;
  repair(book: BookView, takeOver: boolean): void;
  close(book: BookView, on: boolean): void;
  add(book: NewBook, onQuestion: (question: string) => void): void;
  schedule(on: boolean): void;
  sample(number: number): void;
  importer(): void;
  mails(on: boolean): void;
  confirmCopy(): void;
  resend(key: string): void;
  forget(key: string): void;
  test(choice: MailChoice): void;
  go(place: Place): void;
}

interface Answered {
  readonly sentence: string;
}

/** @param changed asks anew how things stand. */
export function actionsOf(work: Work, changed: () => void): Actions {
  const say = ({ sentence }: Answered): string => {
    changed();
    return sentence;
  };
  return {
    setUp: () => work.run(start.steps.setUp.button, () => call('controlSetUp'), say),
    rebuild: (which) => work.run(books.rebuilding, (tell) => rebuildAll(which, tell), say),
    repair: (book, takeOver) =>
      work.run(
        takeOver ? books.takingOver : books.repairing,
        async (tell) => {
          const text = takeOver ? books.takingOver : books.repairing;
          const repaired = await inPieces(
            text,
            (goOn) => call('controlRepair', { book: book.id, goOn, takeOver }),
            tell,
          );
          if (!repaired.ok || repaired.foreign) return repaired;
          const rebuilt = await rebuildAll([book], tell);
          return rebuilt.ok ? { ok: true, sentence: `${repaired.sentence}\n${rebuilt.sentence}` } : rebuilt;
        },
        say,
      ),
    close: (book, on) =>
      work.run(
        on ? books.closing.working : books.closing.opening,
        async (tell) => {
          const switched = await call('controlClose', { book: book.id, on });
          return switched.ok ? rebuildAll([book], tell) : switched;
        },
        say,
      ),
    add: (book, onQuestion) =>
      work.run(
        adding.working,
        async (tell): Promise<Answer<Answered>> => {
          const added = await inPieces(adding.working, () => call('controlAddBook', book), tell);
          if (!added.ok) return added;
          if (added.question !== '') {
            onQuestion(added.question);
            return { ok: true, sentence: '' };
          }
          const view = await call('controlBook', added.book);
          if (!view.ok) return view;
          const rebuilt = await rebuildAll([view.book], tell);
          return rebuilt.ok ? { ok: true, sentence: added.sentence } : rebuilt;
        },
        say,
      ),
    schedule: (on) => work.run(schedule.working, () => call('controlSchedule', on), say),
    sample: (number) => work.run(books.sampling, () => call('controlSample', number), say),
    mails: (on) => work.run(mails.working, () => call('controlMailSwitch', on), say),
    confirmCopy: () => work.run(mails.confirming, () => call('controlMailConfirm'), say),
    resend: (key) => work.run(mails.resending, () => call('controlMailResend', key), say),
    forget: (key) => work.run(mails.forgetting, () => call('controlMailForget', key), say),
    test: (choice) => work.run(preview.testing, () => call('controlMailTest', choice), say),
    importer: () =>
      work.run(
        books.opens,
        () => call('controlImporter'),
        () => books.opened,
      ),
    go: (place) =>
      work.run(
        people.opening,
        () => call('controlGo', place),
        () => '',
      ),
  };
}

/** One book after another; where one cannot be rebuilt the others are. */
async function rebuildAll(which: readonly BookView[], tell: Tell): Promise<Answer<Answered>> {
  const sentences: string[] = [];
  let failed = 0;
  for (const [index, { id, name }] of which.entries()) {
    const text = progress.ofBooks(index + 1, which.length, name);
    tell({ text, part: null });
    const answer = await inPieces(text, () => call('controlRebuild', { book: id }), tell);
    if (!answer.ok && which.length === 1) return answer;
    if (!answer.ok) failed += 1;
    sentences.push(which.length === 1 ? answer.sentence : `${name}: ${answer.sentence}`);
  }
  const sentence = sentences.join('\n');
  return failed > 0 ? { ok: false, sentence, again: true } : { ok: true, sentence };
}
