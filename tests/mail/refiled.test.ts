/** A returned report that is handed in again, as the school and the head of its district notice it over a month. */
import { describe, expect, it } from '@jest/globals';
import type { SentMail } from '../../host/services/mail/message';
import { fork, type World } from '../support/fork';
import { file, mustRun, rowOf, viewOf } from '../support/smallProgramme';
import { decisionsOf, keyOf, rowsOf } from '../support/truth';
import { at, curatorOf, headOf, inbox, journal, mailing } from './world';

const [SCHOOL, STAGE] = [5, 2];
const HEAD = headOf(3);
const REFILED = 'Сдано снова после возврата: 1 отчёт';
const write = (world: World, cells: Readonly<Record<string, string>>) =>
  file(world, { school: SCHOOL, stage: STAGE, cells });

/** Ticks at these moments only: what the others would do is done by the next. */
function tickAt(world: World, ...moments: readonly Date[]): void {
  for (const moment of moments) {
    world.host.clock.set(moment.getTime());
    mustRun(world, 'tick');
  }
}
/** Two looks a day, from one day of October to another. */
const through = (world: World, from: number, to: number): void => {
  for (let day = from; day <= to; day += 1) {
    tickAt(world, at(day - 1, 9, 5), at(day - 1, 14, 20));
  }
};
const since = (world: World, address: string, moment: Date): SentMail[] =>
  inbox(world, address).filter((mail) => new Date(mail.at).getTime() >= moment.getTime());
const digests = (world: World, from: Date): SentMail[] =>
  since(world, HEAD, from).filter(({ subject }) => subject.includes('Сводка'));
const told = (world: World): string[] =>
  journal(world)
    .filter((row) => row[1] === 'решение района' && row[5]?.startsWith('Школа № 5'))
    .map((row) => row[3] ?? '');

/** Returned on Tuesday, 6 October 2020, at eleven; the curator, who has nothing else outstanding, was told at once. */
const returned = mailing();
mustRun(returned, 'menuScheduleOff');
file(returned, { school: SCHOOL, stage: 1, cells: { 'Дата выполнения': '14.09.2020' } });
through(returned, 2, 5);
tickAt(returned, at(5, 9, 5));
returned.host.clock.set(at(5, 11).getTime());
write(returned, { Решение: 'возвращено', Причина: 'нет карты' });
tickAt(returned, at(5, 11, 25));
const NOON = at(5, 12);

it('the school is told of the return at once, and how to hand it in again', () => {
  const [mail, ...more] = since(returned, curatorOf(SCHOOL), at(5, 11));
  expect(more).toEqual([]);
  expect(mail?.subject).toContain('возвращено 1');
  expect(mail?.body).toContain('нет карты');
  const body = mail?.body?.replace(/\s+/g, ' ');
  expect(body).toContain('Так район узнает, что он сдан снова, а напоминать о нём перестанут.');
  expect(body).not.toContain('запишите день');
});

it('as long as the school changes nothing it is reminded', () => {
  const world = fork(returned);
  through(world, 7, 21);
  // Word of the return was a reminder itself: the next comes when the gap has passed, then a week later.
  expect(since(world, curatorOf(SCHOOL), NOON)).toHaveLength(2);
  expect(decisionsOf(world).get(keyOf(SCHOOL, STAGE))).toBe('06.10.2020 возвращено');
});

describe.each<[string, Date, Readonly<Record<string, string>>]>([
  ['on the day of the return with that day', at(5, 14), { 'Дата выполнения': '06.10.2020' }],
  ['with another document, the day left as it was', at(5, 14), { Документ: 'приказ № 6' }],
  ['on a later day', at(8, 15), { 'Дата выполнения': '09.10.2020', Документ: 'приказ № 6' }],
])('handed in again %s', (_, moment, cells) => {
  const world = fork(returned);
  const day = Number(moment.toISOString().slice(8, 10));
  through(world, 7, day - 1);
  world.host.clock.set(moment.getTime());
  write(world, cells);
  const filedAt = new Date(moment);
  tickAt(world, new Date(moment.getTime() + 70 * 60_000));
  const words = `06.10.2020 возвращено; ${String(day).padStart(2, '0')}.10.2020 сдано снова`;

  it('is remembered, stays returned, and the journal tells it once', () => {
    expect(decisionsOf(world).get(keyOf(SCHOOL, STAGE))).toBe(words);
    const row = rowsOf(world).find(({ key }) => key === keyOf(SCHOOL, STAGE));
    expect(row?.status).toContain('возвращено');
    expect(told(world)).toEqual(['возвращено', 'сдано снова']);
  });
  it('stands among those who wait for the district on its summary tab, with a link to the row', () => {
    const view = viewOf(world, 'Сводка · Чкаловский');
    const texts = view.texts();
    const from = texts.findIndex(([first]) => first === '▍Ждут решения');
    expect(from).toBeGreaterThan(0);
    expect(texts[from + 2]).toContain('Школа № 5');
    expect(texts[from + 2]).toContain('Сдано снова: 2. Утвердить карту');
    expect(texts[from + 2]).toContain(`строка ${rowOf(world, SCHOOL, STAGE)}`);
    const figure = texts.find(([first]) => first?.trim() === 'ждут решения района');
    expect(figure?.[1]).toBe('1');
  });
  it('brings the school no mail any more, and the head a digest that says whose turn it is', () => {
    through(world, day + 1, 22);
    expect(since(world, curatorOf(SCHOOL), filedAt)).toEqual([]);
    const [first, second] = digests(world, filedAt);
    expect(first?.subject).not.toContain('без изменений');
    expect(first?.body).toContain(REFILED);
    expect(first?.htmlBody).toContain('Утвердить карту');
    expect(first?.body).not.toContain('Возвращено на доработку');
    // A week later it is the same, and is said again: nobody else will.
    expect(second?.body).toContain(REFILED);
    expect(told(world)).toEqual(['возвращено', 'сдано снова']);
  });
});

describe('a second return', () => {
  const again = fork(returned);
  again.host.clock.set(at(5, 14).getTime());
  write(again, { Документ: 'приказ № 6' });
  through(again, 7, 8);
  const [nine, ten] = [at(8, 10), at(9, 10)];

  it('by another reason is told to the school again, and handing in again is told to the head again', () => {
    const world = fork(again);
    world.host.clock.set(nine.getTime());
    write(world, { Причина: 'нет печати' });
    tickAt(world, at(8, 11, 15), at(8, 14, 20));
    const [mail, ...more] = since(world, curatorOf(SCHOOL), nine);
    expect(more).toEqual([]);
    expect(mail?.body).toContain('нет печати');
    expect(decisionsOf(world).get(keyOf(SCHOOL, STAGE))).toBe('09.10.2020 возвращено');
    expect(told(world)).toEqual(['возвращено', 'сдано снова', 'возвращено']);
    write(world, { Документ: 'приказ № 7' });
    through(world, 10, 20);
    expect(since(world, curatorOf(SCHOOL), at(8, 15))).toEqual([]);
    expect(digests(world, ten)[0]?.body).toContain(REFILED);
    expect(told(world)).toEqual(['возвращено', 'сдано снова', 'возвращено', 'сдано снова']);
  });
  it('by clearing the decision and setting it again too, once the table has noticed it gone', () => {
    const world = fork(again);
    world.host.clock.set(nine.getTime());
    write(world, { Решение: '' });
    tickAt(world, at(8, 11, 15));
    world.host.clock.set(ten.getTime());
    write(world, { Решение: 'возвращено' });
    tickAt(world, at(9, 11, 15), at(9, 14, 20));
    expect(since(world, curatorOf(SCHOOL), ten)).toHaveLength(1);
    expect(told(world)).toEqual(['возвращено', 'сдано снова', 'решение снято', 'возвращено']);
  });
});
