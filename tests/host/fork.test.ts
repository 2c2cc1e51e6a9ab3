/** Many tests begin from a copy of a host: it has to go on as the host itself would, and leave it alone. */
import { beforeAll, expect, test } from '@jest/globals';
import { at, listPeople, mailing, PEOPLE } from '../mail/world';
import { fork, type World } from '../support/fork';
import { file, rebuild, run } from '../support/smallProgramme';
import { stateKey } from '../support/stateKey';

let world: World;
beforeAll(() => {
  world = mailing();
  listPeople(world, PEOPLE);
  world.host.open(world.books.administrator, world.books.control.workbook.id);
  world.host.advance(at(4, 9, 30));
  world.host.answers.push({ text: 'waits' });
});

const goOn = (each: World): void => {
  file(each, { school: 5, stage: 1, cells: { 'Дата выполнения': '14.09.2020' } });
  rebuild(each);
  each.host.advance(at(4, 10, 35));
  run(each, 'menuState');
};

test('a copy is in the state of the host', () => {
  expect(world.host.outbox.messages.length).toBeGreaterThan(0);
  expect(stateKey(fork(world).host)).toBe(stateKey(world.host));
});

test('what is done in the copy does not reach the host', () => {
  const before = stateKey(world.host);
  goOn(fork(world));
  expect(stateKey(world.host)).toBe(before);
});

test('the copy and the host go on alike', () => {
  const copy = fork(world);
  goOn(copy);
  const other = fork(world);
  goOn(other);
  goOn(world);
  expect(stateKey(copy.host)).toBe(stateKey(world.host));
  expect(stateKey(other.host)).toBe(stateKey(world.host));
});

test.each<readonly [string, (each: World) => void]>([
  ['a cell', (each) => file(each, { school: 1, stage: 2, cells: { Комментарий: 'иначе' } })],
  [
    'a property',
    ({ host, books }) => host.properties.store(`script:${books.controlScript.id}`).set('x', '1'),
  ],
  ['the clock', ({ host }) => host.clock.tick(1)],
  ['a trigger', ({ host, books }) => host.triggers.deleteProject(books.controlScript.id)],
  ['a sent mail', ({ host }) => host.outbox.messages.pop()],
  ['what a person may do', ({ books }) => books.reporting.unshare('curator@example.org')],
  ['the next id of a tab', ({ books }) => books.control.workbook.sheetIdsFrom(9_000_000)],
  ['the next id of a book', ({ host }) => host.drive.newId()],
  ['the next UUID', ({ host }) => host.stores.uuids.next()],
  ['a cached value', ({ host }) => host.caches.store('x').set('y', { value: 'z', until: 1 })],
  ['a lock', ({ host }) => host.locks.holdAsAnotherRun('x')],
])('%s is part of a state', (_what, change) => {
  const other = fork(world);
  change(other);
  expect(stateKey(other.host)).not.toBe(stateKey(world.host));
});
