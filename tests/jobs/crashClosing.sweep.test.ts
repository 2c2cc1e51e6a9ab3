/** Closing rows is stopped at each service call: nobody is locked out of her own row, and the next run ends it. */
import { describe, expect, it } from '@jest/globals';
import { ADMINISTRATOR } from '../../host/sample/books';
import {
  closedWorld,
  curatorOf,
  inControl,
  openWorld,
  switchClosing,
  wrongRights,
} from '../support/closedRows';
import { callsOf, hasEffect, sheetWrites, WAYS, type Way } from '../support/crash';
import { sample } from '../support/deep';
import { fork, type World } from '../support/fork';
import { must, placeOf, run, viewOf } from '../support/smallProgramme';

/** Who answers for a school once the run has ended. */
type Curators = (school: number) => readonly string[];
const same: Curators = (school) => [curatorOf(school)];

/** What a stop at any call did wrong, or left to the run after it. */
function problemsOf(before: World, curators: Curators = same, open = false): string[] {
  const out = new Set(wrongRights(before, curators).lockedOut);
  const kinds = callsOf((faults) => run(fork(before), 'menuRebuild', faults));
  const ways: Way[] = ['killed before the call', 'refused by the service', 'done, but reported as timed out'];
  const stops = kinds.flatMap((kind, index) =>
    /rotect|setRange|Editors|remove/.test(kind) || index % 7 === 0
      ? ways
          .filter((way) => hasEffect(kind) || way === ways[index % 2])
          .map((way) => ({ at: index + 1, way }))
      : [],
  );
  return sample(stops, 25).flatMap(({ at, way }) => {
    const world = fork(before);
    run(world, 'menuRebuild', [WAYS[way](at)]);
    const problems = wrongRights(world, curators).lockedOut.filter((each) => !out.has(each));
    const again = run(world, 'menuRebuild');
    if (again.error) problems.push(again.error.message);
    const { lockedOut, letIn } = wrongRights(world, curators);
    problems.push(...lockedOut, ...(open ? [] : letIn));
    const nameless = viewOf(world, 'Отчёт').sheet.protections.filter(({ description }) => description === '');
    if (nameless.length > 0) problems.push('a protection without a name is left');
    if (sheetWrites(run(world, 'menuRebuild')) !== 1) problems.push('a third run still writes');
    return problems.map((problem) => `call ${at}, ${way}: ${problem}`);
  });
}

describe('a rebuild that was stopped locks nobody out, and the next one leaves all rights as promised', () => {
  it('when the rows were closed for the first time', () => {
    const world = fork(openWorld());
    switchClosing(world, 'да');
    expect(problemsOf(world)).toEqual([]);
  });

  it('when the administrator had sorted the rows and a curator had been replaced', () => {
    const world = fork(closedWorld());
    const view = viewOf(world, 'Отчёт');
    const rows = `A2:${view.cell(19, 'Решение учтено')}`;
    must(world.host.person(ADMINISTRATOR).sort(placeOf(world, 'Отчёт'), rows, 1, false));
    world.books.reporting.share('new@gmail.com', 'edit');
    inControl(world, 'Адреса', 'A4', 'new@gmail.com');
    expect(problemsOf(world, (school) => [school === 3 ? 'new@gmail.com' : curatorOf(school)])).toEqual([]);
  });

  it('when it was switched off', () => {
    const world = fork(closedWorld());
    switchClosing(world, 'нет');
    expect(problemsOf(world, same, true)).toEqual([]);
  });
});
