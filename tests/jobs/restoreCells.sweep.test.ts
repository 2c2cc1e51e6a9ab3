/** «Вернуть данные в свои строки» is stopped at each of its service calls, or somebody types between two of them. */
import { describe, expect, it } from '@jest/globals';
import type { Fault } from '../../host/metering/faults';
import { callsOf, hasEffect, WAYS, type Way } from '../support/crash';
import { sample } from '../support/deep';
import { fork, type World } from '../support/fork';
import { built } from '../support/scenes';
import { file, must, placeOf, rebuild, run, viewOf } from '../support/smallProgramme';

const PEOPLES = ['Дата выполнения', 'Документ', 'Комментарий'] as const;

/** What people's cells hold, by key. */
function cellsOf(world: World): Record<string, string> {
  const view = viewOf(world, 'Отчёт');
  const text = (row: number, header: string) => view.text(row, view.column(header));
  return Object.fromEntries(
    view.dataRows().map((row) => [text(row, 'Ключ'), PEOPLES.map((header) => text(row, header)).join(' | ')]),
  );
}

/** Reports of all six schools, then their documents sorted away from them. */
function disordered(): { readonly world: World; readonly cells: Record<string, string> } {
  const world = built();
  for (const school of [1, 2, 3, 4, 5, 6])
    file(world, {
      school,
      stage: 1,
      cells: { 'Дата выполнения': `1${school}.09.2020`, Документ: `приказ № ${9 - school}` },
    });
  rebuild(world);
  const cells = cellsOf(world);
  const view = viewOf(world, 'Отчёт');
  const range = `${view.cell(2, 'Дата выполнения')}:${view.cell(view.sheet.lastRow(), 'Комментарий')}`;
  const administrator = world.host.person(world.books.administrator);
  must(administrator.sort(placeOf(world, 'Отчёт'), range, view.column('Документ')));
  rebuild(world);
  expect(cellsOf(world)).not.toEqual(cells);
  return { world, cells };
}

const press = (world: World, faults: readonly Fault[] = []) => {
  world.host.answers.push({ button: 'YES' });
  return run(world, 'menuRestoreCells', faults);
};
/** Runs of the jobs until they have nothing left to do. */
function finish(world: World): void {
  world.host.answers.length = 0;
  press(world);
  rebuild(world);
}
const tabsOf = ({ books }: World) => books.reporting.workbook.sheets.map(({ name }) => name);

describe('putting reports back into their rows', () => {
  const { world, cells } = disordered();
  const tabs = tabsOf(world);
  const calls = callsOf((faults) => press(fork(world), faults));

  it('stopped at any call and pressed again, every cell is in its row and no copy is left', () => {
    const ways: readonly Way[] = [
      'killed before the call',
      'refused by the service',
      'done, but reported as timed out',
    ];
    const stops = calls.flatMap((kind, index) => {
      const fitting = hasEffect(kind) ? ways : ways.slice(index % 2, (index % 2) + 1);
      return fitting.map((way) => ({ at: index + 1, way }));
    });
    const problems = sample(stops, 40).flatMap(({ at, way }) => {
      const stopped = fork(world);
      press(stopped, [WAYS[way](at)]);
      // A run of the schedule in between counts no report for another school.
      finish(stopped);
      const wrong = Object.entries(cellsOf(stopped)).filter(([key, text]) => text !== cells[key]);
      const left = tabsOf(stopped).filter((tab) => !tabs.includes(tab));
      return wrong.length + left.length === 0 ? [] : [{ at, way, wrong, left }];
    });
    expect(problems).toEqual([]);
  });

  it('what somebody types meanwhile, at any call, stays', () => {
    const typed = sample(
      calls.map((_, index) => index + 1),
      25,
    );
    const lost = typed.flatMap((at) => {
      const other = fork(world);
      const meanwhile = () =>
        file(other, { school: 3, stage: 1, cells: { Комментарий: `написано при вызове ${at}` } });
      press(other, [{ at, meanwhile }]);
      finish(other);
      const text = cellsOf(other)['К-03/1'] ?? '';
      return text.includes(`написано при вызове ${at}`) ? [] : [{ at, text }];
    });
    expect(lost).toEqual([]);
  });
});
