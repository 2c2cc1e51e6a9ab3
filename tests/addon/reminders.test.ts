/** «Напоминания»: each head asks in the row of the own district, and Svodka keeps the rows. */
import { describe, expect, test } from '@jest/globals';
import { reminderOutcome } from '../../src/messages/tabs/reminders';
import {
  ADMINISTRATOR,
  addAddress,
  CURATOR,
  controlTab,
  EKATERINBURG,
  HEAD,
  issuesOf,
  makeOffice,
  type Office,
  rebuild,
  reportingTab,
  setUp,
  wholeState,
} from './office';

const DAY_MS = 86_400_000;
const OTHER_HEAD = 'leninsky@example.org';

const tabOf = (office: Office) => reportingTab(office, 'Напоминания');
const rowOf = (office: Office, district: string) => tabOf(office).row({ Район: district });
const ask = (office: Office, email: string, district: string, text: string) => {
  const tab = tabOf(office);
  return office.host.person(email).type(tab.place, tab.cell(rowOf(office, district), 'Напомнить'), text);
};

/** With heads of two districts, whose cells the setup has told apart. */
function officeOfTwoHeads(): Office {
  const office = makeOffice({ programme: EKATERINBURG });
  office.books.reporting.share(OTHER_HEAD, 'edit');
  addAddress(office, OTHER_HEAD, 'руководитель района', 'Ленинский');
  setUp(office);
  return office;
}

describe('the tab', () => {
  const office = officeOfTwoHeads();
  const { view } = tabOf(office);

  test('has one row a district, with nothing asked and nothing said', () => {
    const districts = reportingTab(office, 'Организации')
      .rows()
      .map((row) => row.Район ?? '')
      .filter((name) => name !== '');
    const rows = tabOf(office)
      .rows()
      .filter((row) => row.Район !== '');
    expect(rows.map((row) => row.Район)).toEqual([...new Set(districts)]);
    expect(rows.every((row) => row.Напомнить === '' && row.Отправлено === '' && row.Итог === '')).toBe(true);
  });

  test('a head asks in the own row, and no other head, curator or stranger does', () => {
    const mine = (email: string, district: string) => ask(office, email, district, '06.10.2020').ok;
    expect([
      mine(HEAD, 'Кировский'),
      mine(OTHER_HEAD, 'Ленинский'),
      mine(ADMINISTRATOR, 'Кировский'),
    ]).toEqual([true, true, true]);
    const before = wholeState(office.books.reporting.workbook);
    expect([mine(HEAD, 'Ленинский'), mine(OTHER_HEAD, 'Кировский'), mine(CURATOR, 'Кировский')]).toEqual([
      false,
      false,
      false,
    ]);
    for (const header of ['Район', 'Отправлено', 'Итог']) {
      const cell = view.cell(rowOf(office, 'Кировский'), header);
      expect([header, office.head.type(tabOf(office).place, cell, 'х').ok]).toEqual([header, false]);
    }
    expect(wholeState(office.books.reporting.workbook)).toEqual(before);
  });

  test('setup pressed again changes nothing', () => {
    const before = wholeState(office.books.reporting.workbook, { withoutTabs: ['Служебное'] });
    setUp(office);
    expect(wholeState(office.books.reporting.workbook, { withoutTabs: ['Служебное'] })).toEqual(before);
  });

  test('rows that the administrator sorted are told apart anew by the next setup', () => {
    office.administrator.sort(tabOf(office).place, `A2:D${view.sheet.lastRow()}`, 1, false);
    setUp(office);
    expect([
      ask(office, HEAD, 'Кировский', '07.10.2020').ok,
      ask(office, HEAD, 'Ленинский', '07.10.2020').ok,
    ]).toEqual([true, false]);
  });

  test('a head who left «Адреса» asks no more, nor does the head of another district in that row', () => {
    const addresses = controlTab(office, 'Адреса');
    office.administrator.clear(addresses.place, 'A2:D2');
    setUp(office);
    expect([
      ask(office, HEAD, 'Кировский', '07.10.2020').ok,
      ask(office, OTHER_HEAD, 'Кировский', '07.10.2020').ok,
    ]).toEqual([false, false]);
  });
});

describe('what a head types', () => {
  test('as words of a date becomes a date in that moment', () => {
    const office = makeOffice({ programme: EKATERINBURG });
    ask(office, HEAD, 'Кировский', '07.10.20 г.');
    const cell = tabOf(office).view.seen(rowOf(office, 'Кировский'), tabOf(office).view.column('Напомнить'));
    expect([cell.text, cell.style.numberFormat]).toEqual(['07.10.2020', 'dd.mm.yyyy']);
  });

  test('and cannot be read stands in «Замечания» until it is mended', () => {
    const office = makeOffice({ programme: EKATERINBURG });
    expect(ask(office, HEAD, 'Кировский', 'скоро')).toMatchObject({ ok: true, warning: expect.any(String) });
    const said = () =>
      issuesOf(office)
        .filter((issue) => issue.tab === 'Напоминания')
        .map((issue) => [issue.cell, issue.found]);
    rebuild(office);
    rebuild(office);
    expect(said()).toEqual([[tabOf(office).cell(rowOf(office, 'Кировский'), 'Напомнить'), 'скоро']]);
    ask(office, HEAD, 'Кировский', '07.10.2020');
    rebuild(office);
    expect(said()).toEqual([]);
  });

  test('is noticed at the next look, and so is a decision', () => {
    const office = makeOffice({ programme: EKATERINBURG });
    const changeMarker = () => reportingTab(office, 'Служебное').view.text(7, 2);
    const texts = [changeMarker()];
    ask(office, HEAD, 'Кировский', '07.10.2020');
    texts.push(changeMarker());
    ask(office, HEAD, 'Кировский', '08.10.2020');
    texts.push(changeMarker());
    const report = reportingTab(office, 'Отчёт');
    for (const word of ['согласовано', 'возвращено']) {
      office.head.type(report.place, report.cell(2, 'Решение'), word);
      texts.push(changeMarker());
    }
    expect(new Set(texts).size).toBe(5);
  });

  test('more than a week ago is not sent, and the row says so, once; «Отправлено» stays empty', () => {
    const office = makeOffice({ programme: EKATERINBURG });
    ask(office, HEAD, 'Кировский', '20.09.2020');
    rebuild(office);
    const row = rowOf(office, 'Кировский');
    expect(tabOf(office).at(row, 'Итог')).toMatch(/^Напоминание на 20\.09\.2020 не отправлено/);
    expect([tabOf(office).at(row, 'Отправлено'), tabOf(office).at(row, 'Напомнить')]).toEqual([
      '',
      '20.09.2020',
    ]);
    const others = tabOf(office)
      .rows()
      .filter((each) => each.Район !== 'Кировский');
    expect(others.every((each) => each.Итог === '')).toBe(true);
    const again = rebuild(office);
    expect(again.meter.calls['Range.setValue'] ?? 0).toBe(0);
  });

  test('becomes too old as days pass, without anybody’s doing', () => {
    const office = makeOffice({ programme: EKATERINBURG });
    ask(office, HEAD, 'Кировский', '06.10.2020');
    rebuild(office);
    const said = () => tabOf(office).at(rowOf(office, 'Кировский'), 'Итог');
    expect(said()).toBe('');
    office.host.clock.set(office.host.clock.now() + 8 * DAY_MS);
    rebuild(office);
    expect(said()).toMatch(/^Напоминание на 06\.10\.2020 не отправлено/);
  });
});

describe('districts', () => {
  const cellOf = (office: Office, header: string, old: string) => {
    const tab = reportingTab(office, 'Организации');
    return tab.view
      .dataRows()
      .filter((row) => tab.at(row, header) === old)
      .map((row) => tab.cell(row, header));
  };
  const rename = (office: Office, from: string, to: string) => {
    const { place } = reportingTab(office, 'Организации');
    for (const cell of cellOf(office, 'Район', from)) office.administrator.type(place, cell, to);
    rebuild(office);
  };

  test('that come get a row below, those that go keep theirs and say so, and what heads asked stays', () => {
    const office = makeOffice({ programme: EKATERINBURG });
    ask(office, HEAD, 'Кировский', '09.10.2020');
    const before = tabOf(office)
      .rows()
      .filter((row) => row.Район !== '').length;
    rename(office, 'Ленинский', 'Новый');
    const rows = tabOf(office)
      .rows()
      .filter((row) => row.Район !== '');
    expect(rows.length).toBe(before + 1);
    expect(rows[rows.length - 1]).toMatchObject({ Район: 'Новый', Напомнить: '' });
    expect(rows.filter((row) => row.Итог !== '').map((row) => [row.Район, row.Итог])).toEqual([
      ['Ленинский', reminderOutcome.gone],
    ]);
    expect(tabOf(office).at(rowOf(office, 'Кировский'), 'Напомнить')).toBe('09.10.2020');
    rename(office, 'Новый', 'Ленинский');
    expect(tabOf(office).at(rowOf(office, 'Ленинский'), 'Итог')).toBe('');
  });

  test('rows that move while the word is written: it ends beside the right district', () => {
    const office = makeOffice({ programme: EKATERINBURG });
    const { host, books } = office;
    ask(office, HEAD, 'Кировский', '20.09.2020');
    const insert = () => office.administrator.insertRows(tabOf(office).place, 2);
    host.call(books.controlScript, 'menuRebuild', [], {
      user: ADMINISTRATOR,
      faults: [{ at: { kind: 'Range.setValue' }, meanwhile: insert }],
    });
    const said = tabOf(office)
      .rows()
      .filter((row) => row.Итог !== '');
    expect(said.map((row) => row.Район)).toEqual(['Кировский']);
  });

  test('the tab that somebody deleted is not put back, and all else goes on', () => {
    const office = makeOffice({ programme: EKATERINBURG });
    office.administrator.deleteSheet(tabOf(office).place);
    rebuild(office);
    setUp(office);
    expect(office.books.reporting.workbook.sheets.map((sheet) => sheet.name)).not.toContain('Напоминания');
    expect(issuesOf(office)).toEqual([]);
    const changeMarker = () => reportingTab(office, 'Служебное').view.text(7, 2);
    const before = changeMarker();
    const report = reportingTab(office, 'Отчёт');
    office.curator.type(report.place, report.cell(2, 'Дата выполнения'), '01.10.2020');
    expect(changeMarker()).not.toBe(before);
  });
});
