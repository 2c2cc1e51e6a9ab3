/** Mails as those who get them, and the administrator, notice it: through the bundle, with a clock that moves. */
import { describe, expect, it } from '@jest/globals';
import { fork, type World } from '../support/fork';
import { DAY_MS, file, MINUTE_MS, must, mustRun, placeOf, run, viewOf } from '../support/smallProgramme';
import {
  at,
  controlPlace,
  curatorOf,
  headOf,
  inbox,
  journal,
  listPeople,
  MINISTRY,
  mailing,
  PEOPLE,
  received,
  setSetting,
} from './world';

const said = (outcome: ReturnType<typeof run>): string => JSON.stringify(outcome.seen);

/** Thursday, 1 October 2020, ten past nine: mail was switched on, nothing was due yet. */
const start = mailing();
/** Friday, five to nine. */
const friday = fork(start);
friday.host.advance(at(1, 8, 55));
/** Monday, five to nine. */
const monday = fork(friday);
monday.host.advance(at(4, 8, 55));

/** Ticks from one moment of the clock to another; none may fail. */
function tickUntil(world: World, moment: Date): void {
  const failed = world.host.advance(moment).filter(({ error }) => error !== null);
  expect(failed.map(({ error }) => error?.message)).toEqual([]);
}

describe('from the morning after it was switched on', () => {
  const world = fork(friday);
  tickUntil(world, at(1, 20));
  it('each curator with something outstanding gets one reminder, and nobody else anything', () => {
    const returned = inbox(world, curatorOf(4)).filter(({ subject }) => subject.includes('01.10.2020'));
    // Told of the return on the day before, as soon as the tick saw it.
    expect(returned).toHaveLength(1);
    const wanted = Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [curatorOf(n), n === 4 ? 2 : 1]));
    expect(received(world)).toEqual(wanted);
  });
  it('no mail has a second recipient', () => {
    for (const { to, cc, bcc } of world.host.outbox.messages)
      expect([to.length, cc.length, bcc.length]).toEqual([1, 0, 0]);
  });
  it('the journal has one row for all of them, with every address', () => {
    const rows = journal(world).filter(([, job]) => job === 'письма: напоминание');
    expect(rows).toHaveLength(1);
    for (let n = 1; n <= 6; n += 1) expect(rows[0]?.[5]).toContain(curatorOf(n));
  });
  it('a reminder lists all that is outstanding, late before soon, with a link to the rows', () => {
    const mail = inbox(world, curatorOf(3))[0];
    expect(mail?.subject).toContain('просрочено 1, скоро срок 1');
    expect(mail?.body).toContain('Назначить куратора');
    expect(mail?.body).toContain('Утвердить карту');
    expect(mail?.htmlBody).toContain('#gid=');
  });
});

describe('a morning', () => {
  it('that all ticks missed is caught up later the same day, once', () => {
    const world = fork(friday);
    mustRun(world, 'menuScheduleOff');
    world.host.clock.set(at(1, 15).getTime());
    mustRun(world, 'menuScheduleOn');
    tickUntil(world, at(1, 20));
    expect(received(world)[curatorOf(1)]).toBe(1);
  });
  it('of Monday brings the ministry and the heads one digest each; the deadline of that day another on Tuesday', () => {
    const world = fork(monday);
    tickUntil(world, at(5, 10));
    const subjects = (address: string) => inbox(world, address).map(({ subject }) => subject);
    expect(subjects(MINISTRY)).toEqual([
      expect.stringContaining('05.10.2020'),
      expect.stringContaining('06.10.2020'),
    ]);
    expect(subjects(headOf(2))).toEqual([
      expect.stringMatching(/Ленинский.*05\.10\.2020/),
      expect.stringMatching(/Ленинский.*06\.10\.2020/),
    ]);
    const [csv] = inbox(world, MINISTRY)[0]?.attachments ?? [];
    expect(csv?.contentType).toBe('text/csv');
    expect(inbox(world, headOf(2))[0]?.body).not.toContain('Кировский');
  });
  it('on a quiet day brings nothing, word of a return goes out all the same', () => {
    const world = fork(friday);
    tickUntil(world, at(2, 10));
    const before = received(world);
    file(world, { school: 5, stage: 2, cells: { Решение: 'возвращено', Причина: 'нет подписи' } });
    tickUntil(world, at(2, 12));
    expect(received(world)).toEqual({ ...before, [curatorOf(5)]: (before[curatorOf(5)] ?? 0) + 1 });
    expect(inbox(world, curatorOf(5)).at(-1)?.body).toContain('нет подписи');
    tickUntil(world, at(2, 20));
    expect(received(world)[curatorOf(5)]).toBe((before[curatorOf(5)] ?? 0) + 1);
  });
});

describe('nobody is reminded', () => {
  it('who filed a minute before', () => {
    const world = fork(friday);
    file(world, { school: 1, stage: 2, cells: { 'Дата выполнения': '02.10.2020', Документ: 'приказ № 9' } });
    tickUntil(world, at(1, 20));
    expect(received(world)[curatorOf(1)]).toBeUndefined();
    expect(received(world)[curatorOf(2)]).toBe(1);
  });
  it('who was taken out of «Адреса» a minute before', () => {
    const world = fork(friday);
    const administrator = world.host.person(world.books.administrator);
    must(administrator.deleteRows(controlPlace(world, 'Адреса'), 6, 1));
    tickUntil(world, at(1, 20));
    expect(inbox(world, curatorOf(2))).toHaveLength(1);
    expect(received(world)[curatorOf(1)]).toBeUndefined();
  });
  it('while mail is off, and what was due then is not sent afterwards', () => {
    const world = fork(monday);
    mustRun(world, 'menuMailOff');
    const before = received(world);
    tickUntil(world, at(4, 12));
    expect(received(world)).toEqual(before);
    mustRun(world, 'menuMailOn');
    tickUntil(world, at(4, 23));
    expect(received(world)).toEqual(before);
    tickUntil(world, at(5, 10));
    // The next morning's mails, Monday's no more.
    expect(inbox(world, MINISTRY).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('06.10.2020'),
    ]);
  });
});

describe('a copy of the control book', () => {
  it('sends nothing until somebody confirms, and says so', () => {
    const world = fork(friday);
    const { host, books } = world;
    const copy = host.copySpreadsheet(books.control.workbook.id, 'Копия пульта', books.administrator);
    const [script] = host.projectsOf(copy.workbook.id);
    if (!script) throw new Error('the copy has no script');
    // Even where the copy would take the memory along.
    const memory = host.properties.store(`script:${books.controlScript.id}`);
    for (const [name, value] of memory) host.properties.store(`script:${script.id}`).set(name, value);
    mustRun(world, 'menuScheduleOff');
    host.clock.set(at(1, 9, 5).getTime());
    const asCopy = (name: string) => host.call(script, name, [], { user: books.administrator });
    const before = host.outbox.messages.length;
    for (let count = 0; count < 3; count += 1) expect(asCopy('tick').error).toBeNull();
    expect(host.outbox.messages).toHaveLength(before);
    expect(said(asCopy('menuState'))).toContain('не подтверждена');
    asCopy('menuMailOn');
    host.clock.set(at(4, 9, 5).getTime());
    expect(asCopy('tick').error).toBeNull();
    expect(host.outbox.messages.length).toBeGreaterThan(before);
  });
});

describe('a ledger that this program cannot read', () => {
  it.each([
    ['is damaged', '{"a@example.org":["c2020', 'Память о письмах повреждена, поэтому ничего не отправляется'],
    ['was written by a later version', '{"version":1000}', 'Память о письмах записала более новая версия'],
  ])('%s: nothing is sent, it stays as it is, and the state says so', (_what, text, words) => {
    const world = fork(monday);
    const { host, books } = world;
    const properties = host.properties.store(`script:${books.controlScript.id}`);
    const shards = () => [...properties].filter(([name]) => name.startsWith('mail.'));
    properties.set('mail.7', text);
    const before = [shards(), host.outbox.messages.length];
    tickUntil(world, at(4, 12));
    expect([shards(), host.outbox.messages.length]).toEqual(before);
    expect(said(run(world, 'menuState'))).toContain(words);
  });
});

describe('a head’s request', () => {
  const ask = (world: World, district: string, text: string) => {
    const view = viewOf(world, 'Напоминания');
    const cell = view.cell(view.find({ Район: district }), 'Напомнить');
    must(world.host.person(world.books.administrator).type(placeOf(world, 'Напоминания'), cell, text));
  };
  const answer = (world: World, district: string): string => {
    const view = viewOf(world, 'Напоминания');
    return view.text(view.find({ Район: district }), view.column('Итог'));
  };
  it('reminds the schools of that district alone, once a day, and says whom', () => {
    const world = fork(friday);
    tickUntil(world, at(2, 10));
    const before = received(world);
    ask(world, 'Чкаловский', '03.10.2020');
    tickUntil(world, at(2, 11));
    const after = received(world);
    expect(after[curatorOf(6)]).toBe((before[curatorOf(6)] ?? 0) + 1);
    expect(after).toEqual({
      ...before,
      [curatorOf(5)]: after[curatorOf(5)],
      [curatorOf(6)]: after[curatorOf(6)],
    });
    expect(answer(world, 'Чкаловский')).toContain('Отправлено: Школа № 5, Школа № 6');
    ask(world, 'Чкаловский', '');
    ask(world, 'Чкаловский', '03.10.2020');
    tickUntil(world, at(2, 13));
    expect(received(world)).toEqual(after);
  });
  it('for whom there is no address is said by name, and so is who had a reminder that day', () => {
    const world = fork(friday);
    listPeople(
      world,
      PEOPLE.map((row) => (row[0] === curatorOf(6) ? ['', '', '', ''] : row)),
    );
    tickUntil(world, at(1, 10));
    ask(world, 'Чкаловский', '02.10.2020');
    tickUntil(world, at(1, 11));
    expect(answer(world, 'Чкаловский')).toBe(
      'Не отправлено, нет адреса куратора: Школа № 6. Не отправлено, сегодня уже напоминали: Школа № 5.',
    );
    expect(received(world)[curatorOf(5)]).toBe(1);
  });
  it('while mail is off is answered so, and carried out when it is on', () => {
    const world = fork(friday);
    mustRun(world, 'menuMailOff');
    ask(world, 'Чкаловский', '02.10.2020');
    tickUntil(world, at(1, 10));
    expect(answer(world, 'Чкаловский')).toContain('Рассылка писем выключена');
    mustRun(world, 'menuMailOn');
    tickUntil(world, at(1, 11, 30));
    expect(answer(world, 'Чкаловский')).toContain('Отправлено: Школа № 5, Школа № 6');
  });
  it('for a day to come waits for its morning', () => {
    const world = fork(friday);
    tickUntil(world, at(1, 20));
    ask(world, 'Ленинский', '03.10.2020');
    tickUntil(world, at(2, 8, 55));
    const before = received(world);
    tickUntil(world, at(2, 10, 15));
    expect(received(world)[curatorOf(3)]).toBe((before[curatorOf(3)] ?? 0) + 1);
  });
});

describe('when the day’s allowance is not enough', () => {
  it('the most important goes first, the rest on the days after, each once', () => {
    const world = fork(monday);
    setSetting(world, 'Запас писем на день', '0');
    setSetting(world, 'Напоминать до срока, дней', '7, 0');
    setSetting(world, 'Одному человеку не чаще раза в … дней', '3');
    world.host.outbox.setDailyQuota(3);
    const sentBefore = world.host.outbox.messages.length;
    tickUntil(world, at(4, 20));
    expect(said(run(world, 'menuState'))).toContain('Ждут дневного ограничения почты');
    tickUntil(world, at(7, 20));
    const days = new Map<string, string[]>();
    for (const { to, at: moment } of world.host.outbox.messages.slice(sentBefore)) {
      const day = new Date(moment).toISOString().slice(0, 10);
      days.set(day, [...(days.get(day) ?? []), to[0]?.replace(/@.*/, '') ?? '']);
    }
    expect([...days].map(([day, mails]) => [day, mails.length])).toEqual(
      ['2020-10-05', '2020-10-06', '2020-10-07', '2020-10-08'].map((day) => [day, 3]),
    );
    const [first = [], second = []] = days.values();
    expect(first).toEqual(['ministry', 'head-1', 'head-2']);
    // Tuesday's digest, after Monday's deadline, stands for the one that Monday could not send.
    expect(second).toEqual(['ministry', 'head-3', 'head-1']);
    expect(inbox(world, MINISTRY).at(-1)?.body).toMatch(/напоминани/);
  });
  it('the reserve is left for what is sent by hand', () => {
    const world = fork(friday);
    world.host.outbox.setDailyQuota(13);
    tickUntil(world, at(1, 20));
    const left = world.host.outbox.remaining(world.books.administrator, world.host.clock.now());
    expect(left).toBe(10);
    // One of Thursday's return came back in the course of the day.
    expect(world.host.outbox.messages).toHaveLength(4);
  });
});

describe('what it costs', () => {
  it('a tick with nothing due stays at four calls while mail is on', () => {
    const world = fork(friday);
    tickUntil(world, at(1, 10));
    const calls = world.host.advance(at(1, 10, 50)).map(({ meter }) => meter.total);
    // Every second tick looks into the book whether anybody filed.
    expect(calls.filter((each) => each <= 4).length).toBeGreaterThanOrEqual(2);
  });
  it('an hourly rebuild with mail on asks no more than one without', () => {
    const world = fork(friday);
    const calls = (each: World) => {
      each.host.advance(at(1, 11, 5));
      return Math.max(...each.host.advance(at(1, 13)).map(({ meter }) => meter.total));
    };
    const without = fork(friday);
    mustRun(without, 'menuMailOff');
    expect(calls(world)).toBeLessThanOrEqual(calls(without));
  });
  it('a mail takes two calls, the ministry’s one more for its table', () => {
    const world = fork(monday);
    setSetting(world, 'Напоминать до срока, дней', '7, 0');
    setSetting(world, 'Одному человеку не чаще раза в … дней', '3');
    const [morning] = world.host.advance(at(4, 9, 5)).filter(({ meter }) => meter.calls['MailApp.sendEmail']);
    const calls: Readonly<Record<string, number>> = morning?.meter.calls ?? {};
    const mails = calls['MailApp.sendEmail'] ?? 0;
    expect(mails).toBeGreaterThan(5);
    const spent = mails + (calls['Properties.setProperties'] ?? 0) + (calls['Utilities.newBlob'] ?? 0);
    // One write of the ledger to end with, and one of the jobs' memory.
    expect(spent).toBeLessThanOrEqual(2 * mails + 3);
  });
  it('a school day of ticks stays far below the minutes Google gives', () => {
    const world = fork(friday, { callsTakeTime: true });
    const day = world.host.advance(DAY_MS);
    const minutes = day.reduce((sum, { meter }) => sum + meter.costMs, 0) / MINUTE_MS;
    expect(minutes).toBeLessThan(45);
  });
});

describe('the administrator', () => {
  it('is told of addresses that no book knows, beside their rows, and of schools that cannot be reached', () => {
    const world = fork(friday);
    listPeople(world, [...PEOPLE.slice(0, -1), ['lost@example.org', 'куратор', 'К-77', '']]);
    tickUntil(world, at(1, 10));
    const text = said(run(world, 'menuMailDryRun'));
    expect(text).toContain('Школа № 6: нет адреса куратора');
    expect(text).toContain('lost@example.org');
    const view = world.books.control.workbook.sheets.find(({ name }) => name === 'Адреса');
    const notes = view?.rows
      .flatMap((row) => row?.values ?? [])
      .filter((value) => String(value).startsWith('⚠'));
    expect(notes).toEqual([expect.stringContaining('В отчётных книгах такого нет')]);
  });
  it('sees beforehand who gets what and why, and who does not and why', () => {
    const text = said(run(fork(friday), 'menuMailDryRun'));
    expect(text).toContain(`${curatorOf(3)}: напоминание: Школа № 3`);
    expect(text).toContain(`${MINISTRY}: сводка министерству: следующая 05.10.2020`);
    expect(text).toMatch(
      /Две недели вперёд.*curator-3@example\.org: 02\.10\.2020 напоминание: Школа № 3 \(просрочено 1, скоро срок 1\) · 09\.10\.2020 напоминание/,
    );
  });
});
