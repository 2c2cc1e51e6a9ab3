/** The small programme with people to write to: who they are, and what they got. */

import { SheetView } from '../../host/people/sheetView';
import type { SentMail } from '../../host/services/mail/message';
import { madeOnce, type World } from '../support/fork';

import { built } from '../support/scenes';
import { MORNING, must, mustRun } from '../support/smallProgramme';

export const MINISTRY = 'ministry@example.org';
/** One head for each of the three districts, one curator for each of the six schools. */
export const headOf = (district: number): string => `head-${district}@example.org`;
export const curatorOf = (school: number): string => `curator-${school}@example.org`;
const DISTRICTS = ['Кировский', 'Ленинский', 'Чкаловский'];

/** Address, role, organisation, district: a row of «Адреса». */
export type AddressRow = readonly [email: string, role: string, organisation: string, district: string];

export const PEOPLE: readonly AddressRow[] = [
  [MINISTRY, 'получатель сводки', '', ''],
  ...DISTRICTS.map((name, index): AddressRow => [headOf(index + 1), 'руководитель района', '', name]),
  ...[1, 2, 3, 4, 5, 6].map((n): AddressRow => [curatorOf(n), 'куратор', `К-0${n}`, '']),
];

const controlView = ({ books }: World, tab: string) => SheetView.of(books.control.workbook, tab);
export const controlPlace = (world: World, tab: string) => ({
  spreadsheetId: world.books.control.workbook.id,
  sheetId: controlView(world, tab).sheet.id,
});

export function listPeople(world: World, people: readonly AddressRow[] = PEOPLE): void {
  const administrator = world.host.person(world.books.administrator);
  must(
    administrator.paste(
      controlPlace(world, 'Адреса'),
      'A2',
      people.map((row) => [...row]),
    ),
  );
}

/** Types a value beside a setting's name. */
export function setSetting(world: World, name: string, value: string): void {
  const view = controlView(world, 'Настройки');
  const row = view.find({ Настройка: name });
  const administrator = world.host.person(world.books.administrator);
  must(administrator.type(controlPlace(world, 'Настройки'), view.cell(row, 'Значение'), value));
}

export const journal = (world: World): string[][] => controlView(world, 'Журнал').texts().slice(1);

/** Built, people listed, the schedule on, mail on since Friday, 2 October 2020; nothing sent yet. */
export const mailing = madeOnce((options: { readonly switchedOn?: boolean } = {}): World => {
  const world = built();
  listPeople(world);
  mustRun(world, 'tick');
  mustRun(world, 'menuScheduleOn');
  if (options.switchedOn !== false) mustRun(world, 'menuMailOn');
  return world;
});

/** A moment of Moscow's day: so many days after Thursday, 1 October 2020. */
export const at = (days: number, hour: number, minute = 0): Date =>
  new Date(MORNING + ((days * 24 + hour - 9) * 60 + minute) * 60_000);

export const inbox = ({ host }: World, address: string): readonly SentMail[] =>
  host.outbox.messages.filter(({ to }) => to.includes(address));

/** Who got how many. */
export function received({ host }: World): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { to } of host.outbox.messages) for (const each of to) counts[each] = (counts[each] ?? 0) + 1;
  return counts;
}
