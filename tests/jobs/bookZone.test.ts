/** A reporting book in another time zone than the office's: its reports are judged by its own day. */
import { expect, test } from '@jest/globals';
import { fork } from '../support/fork';
import { built } from '../support/scenes';
import { file, mustRun, rowOf, viewOf } from '../support/smallProgramme';
import { countByHand, figuresShown, readTruth, rowsOf } from '../support/truth';

test.each([
  // Six in the evening of 5 October in Moscow.
  ['Asia/Kamchatka', Date.UTC(2020, 9, 5, 15), '06.10.2020', '2020-10-06'],
  // Half past midnight of 6 October in Moscow.
  ['Europe/Kaliningrad', Date.UTC(2020, 9, 5, 21, 30), '05.10.2020', '2020-10-05'],
])('in %s the second stage is due, and a report first seen, on that day there', (zone, now, shown, today) => {
  const world = fork(built());
  world.books.reporting.workbook.timeZone = zone;
  world.host.clock.set(now);
  file(world, { school: 6, stage: 1, cells: { 'Дата выполнения': '01.10.2020' } });
  mustRun(world, 'menuRebuild');
  const view = viewOf(world, 'Отчёт');
  const row = rowOf(world, 6, 1) ?? 0;
  expect(view.text(row, view.column('Впервые замечено'))).toBe(shown);
  const keys = rowsOf(world).map(({ key }) => key);
  expect(figuresShown(world)).toEqual(countByHand(readTruth(world), keys, today));
});
