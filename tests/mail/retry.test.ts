/** Mails that a real mail server does not take for a passing reason: tried again the same morning, twice to nobody. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fork, type World } from '../support/fork';
import { file, MINUTE_MS, mustRun, placeOf, run, viewOf } from '../support/smallProgramme';
import { type SmtpRule, type SmtpServer, startSmtp } from '../support/smtp';
import { at, curatorOf, inbox, journal, mailing, received, setSetting } from './world';

/** Friday, five to nine: six curators are due a reminder. */
const friday = mailing();
friday.host.advance(at(1, 8, 55));
const CURATORS = [1, 2, 3, 4, 5, 6].map(curatorOf);

let server: SmtpServer;
beforeAll(async () => {
  server = await startSmtp();
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.hangUp();
  await server.behave();
  await server.forget();
});

interface State {
  readonly unknown: readonly { readonly address: string }[];
  readonly failed: readonly { readonly address: string; readonly reason: string }[];
  readonly deferred: readonly { readonly address: string; readonly reason: string; readonly key: string }[];
  readonly sentences: readonly string[];
}
function stateOf({ host, books }: World): State {
  const { result } = host.call(books.controlScript, 'controlMails', [], { user: books.administrator });
  return JSON.parse(JSON.stringify(result)) as State;
}
const said = (world: World): string => stateOf(world).sentences.join('\n');

/** One tick every ten minutes. */
function ticks(world: World, count: number): void {
  for (let n = 0; n < count; n += 1) {
    world.host.clock.tick(10 * MINUTE_MS);
    mustRun(world, 'tick');
  }
}
function start(): World {
  const world = fork(friday, { smtp: server.url });
  world.host.clock.set(at(1, 9, 5).getTime());
  return world;
}
const oneEach = async (): Promise<void> => {
  const recipients = (await server.recipients()).flat();
  expect([...recipients].sort()).toEqual([...CURATORS].sort());
};

const PASSING: readonly (readonly [string, SmtpRule])[] = [
  ['closes the connection before it greets', { at: 'connect', cut: true }],
  ['answers 421 instead of a greeting', { at: 'connect', refuse: { code: 421, text: 'Too busy' } }],
  ['closes the connection at the sender', { at: 'from', cut: true }],
  [
    'answers 550 to the sender: not the address is at fault',
    { at: 'from', refuse: { code: 550, text: 'No' } },
  ],
  ['answers 450 to the recipient', { at: 'recipient', refuse: { code: 450, text: 'Greylisted' } }],
  ['answers 451 to the offer of the content', { at: 'data', refuse: { code: 451, text: 'Later' } }],
  ['answers 421 to the content', { at: 'content', refuse: { code: 421, text: 'Going down' } }],
];

describe('a server that for a while', () => {
  it.each(PASSING)('%s: everybody has their mail the same morning, once', async (_what, rule) => {
    const world = start();
    await server.behave(rule);
    mustRun(world, 'tick');
    expect(await server.recipients()).toEqual([]);
    expect(stateOf(world).deferred).toHaveLength(3);
    expect(said(world)).toContain('Почта пока не принимает письма');
    await server.behave();
    ticks(world, 1);
    await oneEach();
    expect(stateOf(world)).toMatchObject({ deferred: [], failed: [], unknown: [] });
    ticks(world, 2);
    await oneEach();
  });

  it('cuts the connection within the content: in doubt, told, and never sent again by itself', async () => {
    const world = start();
    await server.behave({ at: 'content', only: curatorOf(2), cut: true });
    mustRun(world, 'tick');
    await server.behave();
    ticks(world, 8);
    const recipients = (await server.recipients()).flat();
    expect([...recipients].sort()).toEqual(CURATORS.filter((each) => each !== curatorOf(2)));
    expect(stateOf(world).unknown.map(({ address }) => address)).toEqual([curatorOf(2)]);
  });

  it('knows one address no more: named, not tried again, and nobody else waits for it', async () => {
    const world = start();
    await server.behave({ at: 'recipient', only: curatorOf(2), refuse: { code: 550, text: 'No such user' } });
    mustRun(world, 'tick');
    ticks(world, 8);
    expect((await server.counts()).refused).toBe(1);
    expect(stateOf(world).failed.map(({ address }) => address)).toEqual([curatorOf(2)]);
    expect((await server.recipients()).flat()).toHaveLength(5);
  });
});

describe('an address whose mail is not taken all day', () => {
  it('is tried six times, then no more that day, told of, and has one mail the next morning', async () => {
    const world = start();
    await server.behave({ at: 'recipient', only: curatorOf(2), refuse: { code: 451, text: 'Try later' } });
    mustRun(world, 'tick');
    expect((await server.recipients()).flat()).toHaveLength(5);
    expect(stateOf(world).deferred[0]?.reason).toMatch(/451 Try later; попытка 1 из 6, попробуем ещё раз/);
    ticks(world, 22);
    expect((await server.counts()).refused).toBe(6);
    expect(said(world)).toContain('Почта не приняла за день: 1 письмо');
    expect(stateOf(world).deferred.map(({ address }) => address)).toEqual([curatorOf(2)]);
    const rows = journal(world).filter(([, job]) => job === 'письма: напоминание');
    expect(rows.filter((row) => row[5]?.includes('пока не принято 1'))).toHaveLength(6);
    await server.behave();
    world.host.advance(at(4, 10));
    expect((await server.recipients()).flat().filter((each) => each === curatorOf(2))).toHaveLength(1);
    expect(stateOf(world).deferred).toEqual([]);
  });

  it('whose school hands in meanwhile gets nothing', async () => {
    const world = start();
    await server.behave({ at: 'recipient', only: curatorOf(1), refuse: { code: 451, text: 'Try later' } });
    mustRun(world, 'tick');
    file(world, { school: 1, stage: 2, cells: { 'Дата выполнения': '02.10.2020', Документ: 'приказ № 9' } });
    await server.behave();
    ticks(world, 8);
    expect((await server.recipients()).flat()).not.toContain(curatorOf(1));
    expect(stateOf(world).deferred).toEqual([]);
  });

  it('is sent by a press at once, and not once more', async () => {
    const world = start();
    await server.behave({ at: 'recipient', only: curatorOf(2), refuse: { code: 451, text: 'Try later' } });
    mustRun(world, 'tick');
    const press = () =>
      JSON.stringify(
        world.host.call(world.books.controlScript, 'controlMailResend', [stateOf(world).deferred[0]?.key], {
          user: world.books.administrator,
        }).result,
      );
    expect(press()).toContain('Почта пока не принимает письмо');
    await server.behave();
    expect(press()).toContain('Отправлено ещё раз');
    ticks(world, 8);
    await oneEach();
  });
});

it('word of a return is tried again on a quiet day as well', async () => {
  const world = fork(friday, { smtp: server.url });
  world.host.advance(at(2, 10));
  await server.forget();
  await server.behave({ at: 'from', refuse: { code: 421, text: 'Closing' } });
  file(world, { school: 5, stage: 2, cells: { Решение: 'возвращено', Причина: 'нет подписи' } });
  world.host.advance(at(2, 11));
  expect(await server.recipients()).toEqual([]);
  await server.behave();
  world.host.advance(at(2, 14));
  expect(await server.recipients()).toEqual([[curatorOf(5)]]);
});

it('a head who asked for reminders is told that they wait, and then what came of them', async () => {
  const world = fork(friday, { smtp: server.url });
  world.host.advance(at(2, 10));
  await server.behave({ at: 'from', refuse: { code: 421, text: 'Closing' } });
  const view = viewOf(world, 'Напоминания');
  const row = view.find({ Район: 'Чкаловский' });
  world.host
    .person(world.books.administrator)
    .type(placeOf(world, 'Напоминания'), view.cell(row, 'Напомнить'), '03.10.2020');
  world.host.advance(at(2, 11));
  const outcome = () => viewOf(world, 'Напоминания').text(row, view.column('Итог'));
  expect(outcome()).toContain('Почта пока не принимает письма');
  await server.behave();
  world.host.advance(at(2, 13));
  expect(outcome()).toContain('Отправлено: Школа № 5, Школа № 6');
});

describe('where Google asks to try again', () => {
  const asks = Object.assign(
    new Error("We're sorry, a server error occurred. Please wait a bit and try again."),
    { name: 'Exception' },
  );
  const fails = (when: 'before' | 'after'): World => {
    const world = fork(friday);
    world.host.clock.set(at(1, 9, 5).getTime());
    run(world, 'tick', [{ at: { kind: 'MailApp.sendEmail', nth: 2 }, fail: asks, when }]);
    return world;
  };
  it('and the allowance is as it was, the mail is sent in the next minutes', () => {
    const world = fails('before');
    expect(stateOf(world).deferred).toHaveLength(1);
    ticks(world, 1);
    expect(CURATORS.filter((each) => inbox(world, each).length !== inbox(friday, each).length + 1)).toEqual(
      [],
    );
  });
  it('and the allowance is smaller by one, it may have left: told, and not repeated', () => {
    const world = fails('after');
    expect(stateOf(world).unknown).toHaveLength(1);
    ticks(world, 2);
    expect(Math.max(...Object.values(received(world)).map((count) => count))).toBeLessThanOrEqual(2);
    expect(world.host.outbox.messages.length - friday.host.outbox.messages.length).toBe(6);
  });
});

it('an allowance that is used up between two mails: the rest goes out when it comes back, once', () => {
  const world = fork(friday);
  setSetting(world, 'Запас писем на день', '0');
  world.host.clock.set(at(1, 9, 5).getTime());
  const over = Object.assign(new Error('Service invoked too many times for one day: email.'), {
    name: 'Exception',
  });
  run(world, 'tick', [{ at: { kind: 'MailApp.sendEmail', nth: 3 }, fail: over }]);
  expect(said(world)).toContain('Дневное ограничение почты исчерпано');
  ticks(world, 12);
  expect(world.host.outbox.messages.length - friday.host.outbox.messages.length).toBe(6);
});
