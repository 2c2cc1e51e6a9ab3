/** What the administrator does with mails by hand: looks at them, sends a test, settles those in doubt. */
import { describe, expect, it } from '@jest/globals';
import { fork, type World } from '../support/fork';
import { MINUTE_MS, mustRun, run } from '../support/smallProgramme';
import { at, curatorOf, headOf, inbox, journal, MINISTRY, mailing, received } from './world';

const friday = mailing();
friday.host.advance(at(1, 8, 55));

/** A call of «Пульт»'s page. */
function ask<T>({ host, books }: World, name: string, ...input: unknown[]): T {
  const outcome = host.call(books.controlScript, name, input, { user: books.administrator });
  if (outcome.error) throw new Error(outcome.error.message);
  return JSON.parse(JSON.stringify(outcome.result)) as T;
}
interface Answer {
  readonly ok: boolean;
  readonly sentence: string;
  readonly to?: string;
  readonly subject?: string;
  readonly text?: string;
}
interface State {
  readonly unknown: readonly { readonly key: string; readonly address: string }[];
  readonly latest: readonly {
    readonly address: string;
    readonly stateText: string;
    readonly reason: string;
  }[];
  readonly sentences: readonly string[];
}

describe('looking at a mail', () => {
  it.each([
    ['ministry', '', MINISTRY, 'Сводка'],
    ['district', headOf(2), headOf(2), 'Ленинский'],
    ['reminder', curatorOf(3), curatorOf(3), 'Напоминание'],
  ])('of the kind %s shows it as it would be and sends nothing', (kind, whom, to, subject) => {
    const world = fork(friday);
    const before = received(world);
    const mail = ask<Answer>(world, 'controlMailPreview', { kind, whom });
    expect([mail.ok, mail.to]).toEqual([true, to]);
    expect(mail.subject).toContain(subject);
    expect(received(world)).toEqual(before);
  });
  it('says why there is none', () => {
    const says = (kind: string, whom: string) =>
      ask<Answer>(friday, 'controlMailPreview', { kind, whom }).sentence;
    expect(says('reminder', 'nobody@example.org')).toContain('«Адреса» нет');
    expect(says('ministry', headOf(1))).toContain('не полагается');
  });
});

it('a test goes to the person who presses and to nobody else, marked, and keeps nothing from being sent', () => {
  const world = fork(friday);
  const before = received(world);
  const { administrator } = world.books;
  expect(ask<Answer>(world, 'controlMailTest', { kind: 'reminder', whom: curatorOf(3) }).ok).toBe(true);
  expect(received(world)).toEqual({ ...before, [administrator]: 1 });
  expect(inbox(world, administrator)[0]?.subject.toLowerCase()).toContain('проверка');
  world.host.advance(at(1, 10));
  expect(inbox(world, curatorOf(3))).toHaveLength(1);
});

describe('a mail of which nobody knows whether it left', () => {
  /** The second mail of Friday's run ends with Google not answering. */
  function doubtful(): World {
    const world = fork(friday);
    world.host.clock.set(at(1, 9, 5).getTime());
    run(world, 'tick', [{ at: { kind: 'MailApp.sendEmail', nth: 2 }, fail: 'timeout', when: 'after' }]);
    return world;
  }
  const start = doubtful();
  const stateOf = (world: World) => ask<State>(world, 'controlMails');
  const [record] = stateOf(start).unknown;
  const address = record?.address ?? '';
  const key = record?.key ?? '';

  it('is shown, and the others went out', () => {
    expect(stateOf(start).unknown).toHaveLength(1);
    expect(stateOf(start).sentences.join('\n')).toContain('Неизвестно, ушли ли');
    expect(Object.keys(received(start))).toHaveLength(6);
  });
  it('is not repeated by itself', () => {
    const world = fork(start);
    world.host.advance(at(1, 20));
    expect(inbox(world, address)).toHaveLength(inbox(start, address).length);
    expect(stateOf(world).unknown).toHaveLength(1);
  });
  it('is sent again on demand, once', () => {
    const world = fork(start);
    const before = inbox(world, address).length;
    expect(ask<Answer>(world, 'controlMailResend', key).sentence).toContain('Отправлено ещё раз');
    expect(inbox(world, address)).toHaveLength(before + 1);
    expect(stateOf(world).unknown).toEqual([]);
    expect(ask<Answer>(world, 'controlMailResend', key).ok).toBe(false);
    expect(inbox(world, address)).toHaveLength(before + 1);
    expect(journal(world).at(-1)?.[5]).toContain(address);
  });
  it('is marked as settled, and stays unsent', () => {
    const world = fork(start);
    expect(ask<Answer>(world, 'controlMailForget', key).ok).toBe(true);
    expect(stateOf(world).unknown).toEqual([]);
    world.host.advance(3 * 60 * MINUTE_MS);
    expect(inbox(world, address)).toHaveLength(inbox(start, address).length);
  });
  it('whose sending again is stopped is in doubt once more', () => {
    const world = fork(start);
    const { host, books } = world;
    host.call(books.controlScript, 'controlMailResend', [key], {
      user: books.administrator,
      faults: [{ at: { kind: 'MailApp.sendEmail' }, kill: true, when: 'after' }],
    });
    host.clock.tick(11 * MINUTE_MS);
    expect(stateOf(world).unknown.map((each) => each.address)).toEqual([address]);
  });
});

describe('where Google refuses', () => {
  it('an address for good, it is not tried again that day and the journal has the reason', () => {
    const world = fork(friday);
    world.host.clock.set(at(1, 9, 5).getTime());
    const refusal = Object.assign(new Error('Invalid email: curator'), { name: 'Exception' });
    run(world, 'tick', [{ at: { kind: 'MailApp.sendEmail', nth: 1 }, fail: refusal }]);
    world.host.advance(at(1, 20));
    const today = world.host.outbox.messages.filter(({ at: moment }) => moment >= at(1, 9).getTime());
    expect(today).toHaveLength(5);
    expect(
      journal(world).find(([, job, , result]) => job?.startsWith('письма') && result === 'ошибка')?.[5],
    ).toContain('Invalid email');
  });
  it('three in a row with no clear answer, the run stops and the rest goes out an hour later', () => {
    const world = fork(friday);
    world.host.clock.set(at(1, 9, 5).getTime());
    run(world, 'tick', [{ at: { kind: 'MailApp.sendEmail', every: true }, fail: 'service' }]);
    expect(ask<State>(world, 'controlMails').unknown).toHaveLength(3);
    world.host.advance(at(1, 11));
    expect(ask<State>(world, 'controlMails').unknown).toHaveLength(3);
    const today = world.host.outbox.messages.filter(({ at: moment }) => moment >= at(1, 9).getTime());
    expect(today).toHaveLength(3);
  });
  it('mail altogether, nothing is lost: it goes out once it is granted', () => {
    const world = fork(friday);
    const { host, books } = world;
    const scope = 'https://www.googleapis.com/auth/script.send_mail';
    const refused = (host as unknown as { refused: Map<string, Set<string>> }).refused;
    host.refuseScope(books.controlScript, books.administrator, scope);
    host.advance(at(1, 9, 30));
    const before = host.outbox.messages.length;
    expect(ask<State>(world, 'controlMails').sentences.join('\n')).toContain('Нет разрешения');
    refused.clear();
    host.advance(at(1, 12));
    expect(host.outbox.messages.length).toBe(before + 6);
    expect(mustRun(world, 'menuState').error).toBeNull();
  });
});
