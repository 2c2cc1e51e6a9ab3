/** More mails than one batch: who files while the first batch is on its way is not reminded by the second. */
import { expect, it } from '@jest/globals';
import { fork } from '../support/fork';
import { file, run } from '../support/smallProgramme';
import { type AddressRow, at, inbox, listPeople, mailing, received } from './world';

const CROWD = 70;
const crowd = Array.from(
  { length: CROWD },
  (_each, n): AddressRow => [
    `curator-${String(n).padStart(2, '0')}@example.org`,
    'куратор',
    // The last twenty are of one school, and come after the others.
    n < 50 ? `К-0${(n % 2) + 2}` : 'К-05',
    '',
  ],
);

it('a report that is filed between two batches is not asked for any more', () => {
  const before = mailing();
  listPeople(before, [...crowd]);
  before.host.advance(at(1, 8, 55));
  before.host.clock.set(at(1, 9, 5).getTime());
  const undisturbed = fork(before);
  run(undisturbed, 'tick');
  const addresses = Object.keys(received(undisturbed));
  const lastBatch = addresses.slice(50);
  expect(lastBatch.length).toBeGreaterThan(10);

  const world = fork(before);
  const filed = (): void => {
    for (const school of [2, 3, 5]) {
      for (let stage = 1; stage <= 4; stage += 1) {
        try {
          file(world, { school, stage, cells: { 'Дата выполнения': '01.10.2020', Документ: 'приказ № 1' } });
        } catch {
          // The small programme has fewer stages.
        }
      }
    }
  };
  run(world, 'tick', [{ at: { kind: 'MailApp.sendEmail', nth: 50 }, meanwhile: filed }]);
  for (const address of lastBatch) expect([address, inbox(world, address)]).toEqual([address, []]);
});
