/** What the README promises of the first minute: a week passes in a sample, and mails arrive. */
import { expect, it } from '@jest/globals';
import { SheetView } from '../../host/people/sheetView';
import { runDemo } from '../../host/sample/demo';
import { CURATOR, HEAD } from '../../host/sample/reports';
import type { CivilDate } from '../../src/domain/dates/civil';

const DAY_MS = 86_400_000;

it('a week passes in a sample: the ministry, the head and curators have their mails, and nothing is wrong', () => {
  const { host, books } = runDemo(0, '2020-10-12' as CivilDate);
  const view = (tab: string) => SheetView.of(books.reporting.workbook, tab);
  expect(view('Охват').dataRows()).toHaveLength(6);
  expect(view('Реестр пар').dataRows()).toHaveLength(6);
  const notes = SheetView.of(books.control.workbook, 'Адреса').texts().flat();
  expect(notes.filter((text) => text.startsWith('⚠'))).toEqual([]);
  expect(host.outbox.messages).toEqual([]);
  const begin = host.clock.now();
  for (let day = 1; day <= 7; day += 1) {
    host.clock.set(begin + day * DAY_MS + 20 * 60_000);
    expect(host.call(books.controlScript, 'tick', [], { user: books.administrator }).error).toBeNull();
  }
  const received = new Set(host.outbox.messages.flatMap(({ to }) => to));
  expect([...received]).toEqual(expect.arrayContaining(['ministry@example.org', HEAD]));
  expect([...received].filter((address) => address.startsWith('curator')).length).toBeGreaterThan(5);
  const reminded = host.outbox.messages.filter(({ to }) => to.includes(CURATOR));
  expect(reminded.length).toBeLessThanOrEqual(1);
});
