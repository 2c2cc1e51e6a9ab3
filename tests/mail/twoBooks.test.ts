/** Two reporting books that number their schools alike: each curator and head gets what is theirs, and all of it. */
import { describe, expect, it } from '@jest/globals';
import { SheetView } from '../../host/people/sheetView';
import { press } from '../../host/sample/books';
import { fork, type World } from '../support/fork';
import { must, mustRun } from '../support/smallProgramme';
import {
  type AddressRow,
  at,
  controlPlace,
  curatorOf,
  headOf,
  inbox,
  listPeople,
  MINISTRY,
  mailing,
  PEOPLE,
} from './world';

const OTHERS = ['Калининский', 'Заречный', 'Приморский'];
const OTHER_HEAD = 'head-other@example.org';

/** The second book is a copy with districts and names of its own; both have К-01 … К-06. */
function twoBooks(): World & { readonly second: string } {
  const world = mailing({ switchedOn: false });
  const { host, books } = world;
  const copy = host.copySpreadsheet(books.reporting.workbook.id, 'Вторая книга', books.administrator);
  host.answers.push({ text: copy.workbook.id });
  press(host, books, 'Добавить отчётную книгу…');
  const view = SheetView.of(copy.workbook, 'Организации');
  const place = { spreadsheetId: copy.workbook.id, sheetId: view.sheet.id };
  const administrator = host.person(books.administrator);
  for (let row = 2; row <= 7; row += 1) {
    must(administrator.type(place, view.cell(row, 'Район'), OTHERS[Math.floor((row - 2) / 2)] ?? ''));
  }
  return { ...world, second: copy.workbook.id };
}

const bothHeads: readonly AddressRow[] = [...PEOPLE, [OTHER_HEAD, 'руководитель района', '', 'Калининский']];

function mondayWith(people: readonly AddressRow[]): World & { readonly second: string } {
  const world = twoBooks();
  listPeople(world, people);
  mustRun(world, 'menuRebuild');
  mustRun(world, 'menuMailOn');
  world.host.advance(at(4, 8, 45));
  return world;
}

const noteOf = ({ books }: World, address: string): string => {
  const view = SheetView.of(books.control.workbook, 'Адреса');
  return view.text(view.find({ Адрес: address }), view.column('Замечание'));
};

describe('a code that both books have', () => {
  const withDistricts = PEOPLE.map(([email, role, code, district]): AddressRow => {
    const own = ['Кировский', 'Ленинский', 'Чкаловский'][Math.floor((Number(code.slice(-1)) - 1) / 2)];
    return [email, role, code, role === 'куратор' && code !== 'К-06' ? (own ?? '') : district];
  });
  const world = mondayWith(withDistricts);
  world.host.advance(at(4, 19, 55));

  it('is that of the row’s district: nobody reads of another district’s school', () => {
    const mails = inbox(world, curatorOf(1));
    expect(mails.length).toBeGreaterThan(0);
    for (const { body } of mails) expect(body).not.toMatch(new RegExp(OTHERS.join('|')));
  });

  it('is nobody’s where the row does not say which, and the row says so', () => {
    expect(inbox(world, curatorOf(6))).toEqual([]);
    expect(noteOf(world, curatorOf(6))).toMatch(/в нескольких отчётных книгах/);
    expect(noteOf(world, curatorOf(1))).toBe('');
  });

  it('is settled by the book’s name, without another word', () => {
    const settled = fork(world);
    const view = SheetView.of(settled.books.control.workbook, 'Адреса');
    const row = view.find({ Адрес: curatorOf(6) });
    const administrator = settled.host.person(settled.books.administrator);
    must(administrator.type(controlPlace(settled, 'Адреса'), view.cell(row, 'Книга'), 'Вторая книга'));
    settled.host.advance(at(5, 19, 55));
    const bodies = inbox(settled, curatorOf(6)).map(({ body }) => body);
    expect(bodies.length).toBeGreaterThan(0);
    for (const body of bodies) expect(body).not.toContain('Чкаловский');
    expect(noteOf(settled, curatorOf(6))).toBe('');
  });
});

describe('a book that cannot be read at nine on Monday', () => {
  const monday = mondayWith(bothHeads);
  const subjects = (world: World, address: string) =>
    inbox(world, address).map(({ subject }) => /\d\d\.\d\d\.2020/.exec(subject)?.[0]);
  const gone = fork(monday);
  const file = gone.host.file(monday.second);
  file.trashed = true;
  gone.host.advance(at(4, 10, 25));
  const whileGone = [MINISTRY, headOf(1), OTHER_HEAD].map((address) => inbox(gone, address).length);
  file.trashed = false;
  gone.host.advance(at(4, 19, 55));

  it('keeps the ministry and its own heads waiting, and nobody else', () => {
    expect(whileGone).toEqual([0, 1, 0]);
  });

  it('costs nobody a digest: it comes when the book is back, once', () => {
    for (const address of [MINISTRY, headOf(1), OTHER_HEAD]) {
      expect([address, subjects(gone, address)]).toEqual([address, ['05.10.2020']]);
    }
  });
});
