/** A formula where a value belongs moves no figure by itself: in «Отчёт», in «Охват», in the administrator's tabs. */
import { expect, test } from '@jest/globals';
import { fork } from '../support/fork';
import { built } from '../support/scenes';
import { DAY_MS, must, placeOf, rebuild, rowOf, viewOf } from '../support/smallProgramme';
import { figuresShown } from '../support/truth';

const quiet = built();
const DONE = 'Дата выполнения';

function typed(world: ReturnType<typeof fork>, tab: string, cell: string, text: string): void {
  must(world.host.person(world.books.administrator).type(placeOf(world, tab), cell, text));
}
const issuesIn = (world: ReturnType<typeof fork>): string =>
  viewOf(world, 'Замечания')
    .texts()
    .map((row) => row.join('|'))
    .join('\n');

const statusAt = (world: ReturnType<typeof fork>, row: number): string =>
  viewOf(world, 'Отчёт').text(row, viewOf(world, 'Отчёт').column('Состояние'));

test('a formula as the day of a report is an error in the row and an issue, and never a report', () => {
  const world = fork(quiet);
  const row = rowOf(world, 6, 1) ?? 0;
  const before = figuresShown(world);
  typed(world, 'Отчёт', viewOf(world, 'Отчёт').cell(row, DONE), '=DATE(2020;9;10)');
  const error = 'ошибка в данных: формула вместо даты';
  expect(statusAt(world, row)).toBe(error);
  rebuild(world);
  expect(figuresShown(world)).toEqual(before);
  expect(issuesIn(world)).toContain('само значение, не формула|=DATE(2020;9;10)');
  // What people wrote has not changed since, so nothing is asked.
  expect(rebuild(world).meter.calls['Range.getFormulas'] ?? 0).toBe(0);
  expect(statusAt(world, row)).toBe(error);
});

test('«=TODAY()» is no report on any day', () => {
  const world = fork(quiet);
  const row = rowOf(world, 6, 1) ?? 0;
  const before = figuresShown(world);
  typed(world, 'Отчёт', viewOf(world, 'Отчёт').cell(row, DONE), '=TODAY()');
  rebuild(world);
  expect(figuresShown(world)).toEqual(before);
  world.host.clock.set(world.host.clock.now() + DAY_MS);
  rebuild(world);
  expect(statusAt(world, row)).toBe('ошибка в данных: формула вместо даты');
});

test('in «Охват» it becomes the day on which it was typed', () => {
  const world = fork(quiet);
  typed(world, 'Охват', 'B2', '=TODAY()');
  const shown = viewOf(world, 'Охват').text(2, 2);
  world.host.clock.set(world.host.clock.now() + 10 * DAY_MS);
  expect(viewOf(world, 'Охват').text(2, 2)).toBe(shown);
});

test('a closing day that drifts closes nobody', () => {
  const world = fork(quiet);
  typed(world, 'Организации', 'G7', '=TODAY()-1');
  const before = figuresShown(world).expected;
  rebuild(world);
  expect(figuresShown(world).expected).toBe(before);
  expect(issuesIn(world)).toContain('само значение, не формула|=TODAY()-1');
});

test('a deadline that is computed from another stays one', () => {
  const world = fork(quiet);
  const before = figuresShown(world);
  const cell = viewOf(world, 'Этапы').cell(3, 'Срок');
  const shown = viewOf(world, 'Этапы').text(3, viewOf(world, 'Этапы').column('Срок'));
  typed(world, 'Этапы', cell, `=DATE(${shown.split('.').reverse().join(';')})`);
  rebuild(world);
  expect(figuresShown(world)).toEqual(before);
  expect(issuesIn(world)).not.toContain('не формула');
});
