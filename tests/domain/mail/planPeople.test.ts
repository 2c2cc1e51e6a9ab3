/** Who is written to: the rows of «Адреса», and the rows of «Настройки» that say when. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Overlap, overlapOf, type PeopleBook } from '../../../src/domain/mail/people/assignments';
import { readPeople } from '../../../src/domain/mail/people/people';
import { DEFAULT_MAIL_SETTINGS } from '../../../src/domain/mail/settings';
import { makeRegistry } from '../../../src/domain/report/registry';
import { readSettings } from '../../../src/domain/settings/readSettings';
import type { Cell } from '../../../src/domain/values/cell';
import { sameKey } from '../../../src/domain/values/text';
import { LANGUAGE_NAMES, READING_WORDS, SETTING_NAME_WORDS } from '../../../src/messages/jobs/settings';
import { addresses } from '../../../src/messages/tabs/control';
import { addressesSchema, settingsSchema } from '../../../src/tabs/schemas/control';
import { type Fields, on, organisationOf, tableOf } from '../../support/analysis';

const { roles } = addresses;

function book(id: string, organisations: readonly [id: string, district: string][]): PeopleBook {
  const list = organisations.map(([each, district]) => organisationOf({ id: each, district }));
  return {
    id,
    name: `Книга ${id}`,
    registry: makeRegistry({ organisations: list, stages: [] }),
    reporting: new Set(list.map((each) => each.id)),
    districts: new Map(list.map(({ district }) => [sameKey(district), district])),
  };
}
const CITY = book('city', [
  ['К-01', 'Кировский'],
  ['К-02', 'Ленинский'],
]);
const people = (
  rows: readonly Fields[],
  books: readonly PeopleBook[] = [CITY],
  hidden: Overlap | null = null,
) =>
  readPeople(tableOf(addressesSchema, rows), { books, hidden }, { roles, languages: LANGUAGE_NAMES }, 'ru');

describe('«Адреса»', () => {
  test('a row may hold several addresses, an address may stand in several rows: each is one person', () => {
    const { all } = people([
      { email: 'A@example.org; b@example.org', role: roles.curator, organisation: 'К-01' },
      { email: 'a@example.org', role: roles.head, district: 'ленинский ' },
      { email: 'a@example.org', role: roles.ministry },
    ]);
    expect(all.map(({ address, roles: has }) => [address, has])).toEqual([
      ['a@example.org', ['curator', 'head', 'ministry']],
      ['b@example.org', ['curator']],
    ]);
    expect(all[0]).toMatchObject({
      organisations: [{ book: 'city', id: 'К-01' }],
      districts: [{ book: 'city', id: 'ленинский' }],
    });
  });

  test('a code or a district that no book knows is said with its row; nobody is written to for it', () => {
    const { all, doubts } = people([
      { email: 'a@example.org', role: roles.curator, organisation: 'К-77' },
      { email: 'b@example.org', role: roles.head, district: 'Нет такого' },
    ]);
    expect(all.map(({ organisations, districts }) => [...organisations, ...districts])).toEqual([[], []]);
    expect(doubts.filter(({ code }) => code.startsWith('unknown'))).toEqual([
      { code: 'unknownOrganisation', row: 2, text: 'К-77' },
      { code: 'unknownDistrict', row: 3, text: 'Нет такого' },
    ]);
  });

  test('districts and schools without an address are named', () => {
    const { doubts } = people([{ email: 'a@example.org', role: roles.curator, organisation: 'К-01' }]);
    expect(doubts).toEqual([
      { code: 'noMinistry' },
      { code: 'noHead', book: 'city', district: 'Кировский' },
      { code: 'noHead', book: 'city', district: 'Ленинский' },
      { code: 'noCurator', book: 'city', organisation: 'К-02' },
    ]);
  });

  describe('where several books have the same code or district', () => {
    const COUNTRY = book('country', [
      ['К-01', 'Сельский'],
      ['К-03', 'Кировский'],
    ]);
    const both = [CITY, COUNTRY];
    const curator = (more: Fields = {}): Fields => ({
      email: 'a@example.org',
      role: roles.curator,
      organisation: 'К-01',
      ...more,
    });
    const head = (more: Fields = {}): Fields => ({
      email: 'a@example.org',
      role: roles.head,
      district: 'Кировский',
      ...more,
    });
    const assignmentsOf = (
      row: Fields,
      books: readonly PeopleBook[] = both,
      hidden: Overlap | null = null,
    ) => {
      const { all, doubts } = people([row], books, hidden);
      const { organisations = [], districts = [] } = all[0] ?? {};
      const given = [...organisations, ...districts].map(({ book: from, id }) => `${from}/${id}`);
      return [given, doubts.filter(({ code }) => code === 'severalBooks').length];
    };

    test('nobody is written to while the row does not say which, and it is told which row', () => {
      expect(assignmentsOf(curator())).toEqual([[], 1]);
      expect(assignmentsOf(head())).toEqual([[], 1]);
    });

    test('the district settles a code; the book, by its name or address, settles both', () => {
      expect(assignmentsOf(curator({ district: 'сельский' }))).toEqual([['country/К-01'], 0]);
      expect(assignmentsOf(curator({ district: 'Нет такого' }))).toEqual([[], 1]);
      expect(assignmentsOf(curator({ book: 'книга city' }))).toEqual([['city/К-01'], 0]);
      expect(assignmentsOf(head({ book: 'Книга country' }))).toEqual([['country/кировский'], 0]);
      expect(assignmentsOf(head({ book: 'Книга другая' }))).toEqual([[], 0]);
    });

    test('a code that only one book has needs no more, and a district that was renamed costs nobody a mail', () => {
      expect(assignmentsOf(curator({ organisation: 'К-02' }))).toEqual([['city/К-02'], 0]);
      expect(assignmentsOf(curator({ organisation: 'К-02', district: 'Прежний' }))).toEqual([
        ['city/К-02'],
        0,
      ]);
    });

    test('schools of the same name and district are not taken for one: a row for each book says so', () => {
      const second = book('second', [['К-01', 'Кировский']]);
      expect(assignmentsOf(curator({ district: 'Кировский' }), [CITY, second])).toEqual([[], 1]);
      const rows = [curator({ book: 'Книга city' }), curator({ book: 'Книга second' })];
      expect(people(rows, [CITY, second]).all[0]?.organisations).toEqual([
        { book: 'city', id: 'К-01' },
        { book: 'second', id: 'К-01' },
      ]);
    });

    test('nothing is guessed while one of the books cannot be read, and nothing is told to be mended', () => {
      const hidden = overlapOf(both);
      expect(hidden).toEqual({ codes: true, districts: ['кировский'] });
      expect(assignmentsOf(curator(), [CITY], hidden)).toEqual([[], 0]);
      expect(assignmentsOf(curator({ district: 'Сельский' }), [CITY], hidden)).toEqual([[], 0]);
      expect(assignmentsOf(head(), [CITY], hidden)).toEqual([[], 0]);
      expect(assignmentsOf(curator({ district: 'Кировский', book: 'Книга city' }), [CITY], hidden)).toEqual([
        ['city/К-01'],
        0,
      ]);
      expect(assignmentsOf(curator(), [CITY], overlapOf([CITY]))).toEqual([['city/К-01'], 0]);
      expect(assignmentsOf(head({ district: 'Ленинский' }), [CITY], hidden)).toEqual([['city/ленинский'], 0]);
    });

    test('whatever the books and the rows, one row is one school, and never that of another district', () => {
      const codes = fc.constantFrom('К-01', 'К-02', 'К-03');
      const districts = fc.constantFrom('Кировский', 'Ленинский', 'Сельский');
      const anyBooks = fc
        .array(fc.uniqueArray(fc.tuple(codes, districts), { selector: ([code]) => code, minLength: 1 }), {
          minLength: 1,
          maxLength: 3,
        })
        .map((lists) => lists.map((list, at) => book(`book${at}`, list)));
      fc.assert(
        fc.property(
          anyBooks,
          codes,
          fc.option(districts),
          fc.nat(2),
          (books, organisation, district, unread) => {
            const readable = books.filter((_each, at) => at !== unread);
            const known = books.filter(({ registry }) => registry.organisations.has(organisation)).length;
            for (const [seen, hidden] of [
              [books, null],
              [readable, overlapOf(books)],
            ] as const) {
              const row = curator({ organisation, ...(district === null ? {} : { district }) });
              const given = people([row], seen, hidden).all[0]?.organisations ?? [];
              expect(given.length).toBeLessThanOrEqual(known === 1 || district !== null ? 1 : 0);
              for (const { book: from, id } of given) {
                const owner = books
                  .find((each) => each.id === from)
                  ?.registry.organisations.get(id)?.district;
                if (known > 1) expect(owner).toBe(district);
              }
            }
          },
        ),
      );
    });
  });

  test('rubbish, an unknown role and an unreadable address are nobody', () => {
    const rows = [
      { email: 'не адрес', role: roles.ministry },
      { email: 'a@example.org', role: 'завхоз' },
      { email: 'b@example.org', role: '' },
    ];
    expect(people(rows).all).toEqual([]);
  });

  test('the language is the row’s own, else that of the settings', () => {
    const { all } = people([
      { email: 'a@example.org', role: roles.ministry, language: LANGUAGE_NAMES.en },
      { email: 'b@example.org', role: roles.ministry },
    ]);
    expect(all.map(({ language }) => language)).toEqual(['en', 'ru']);
  });
});

describe('«Настройки» of the mails', () => {
  const read = (name: keyof typeof DEFAULT_MAIL_SETTINGS, value: Cell) =>
    readSettings(tableOf(settingsSchema, [{ name: SETTING_NAME_WORDS[name], value }]), READING_WORDS);
  test.each<[keyof typeof DEFAULT_MAIL_SETTINGS, Cell, unknown]>([
    ['mailOn', 'Да', true],
    ['mailOn', false, false],
    ['mailOn', 'иногда', null],
    ['mailReplyTo', ' Office@Example.org ', 'office@example.org'],
    ['mailReplyTo', 'в отдел', null],
    ['mailReplyTo', 'office\u202e@example.org', null],
    ['mailSender', 'Управление\u202e образования', null],
    ['mailLanguage', 'английский', 'en'],
    ['mailLanguage', 'китайский', null],
    ['ministryDays', 'пн, чт', [1, 4]],
    ['ministryDays', 'Четверг; понедельник', [1, 4]],
    ['ministryDays', 'нет', []],
    ['ministryDays', 'пн, когда-нибудь', null],
    ['ministryHour', 19, 19],
    ['ministryHour', 20, null],
    ['remindDays', '7, 3; 1', [7, 3, 1]],
    ['remindDays', 'нет', []],
    ['remindDays', 61, null],
    ['lateEvery', 0, null],
    ['remindGap', 1, 1],
    ['quietDays', 'нет', []],
    ['quietDays', 'пн, вт, ср, чт, пт, сб, вс', null],
    ['quietDates', '04.11.2020', [{ from: '2020-11-04', to: '2020-11-04' }]],
    ['quietDates', on('2020-11-04'), [{ from: '2020-11-04', to: '2020-11-04' }]],
    [
      'quietDates',
      '04.11.2020, 31.12.2020–10.01.2021',
      [
        { from: '2020-11-04', to: '2020-11-04' },
        { from: '2020-12-31', to: '2021-01-10' },
      ],
    ],
    ['quietDates', '31.12.2020 - 10.01.2021', [{ from: '2020-12-31', to: '2021-01-10' }]],
    ['quietDates', '31.12.2020-10.01.2021', [{ from: '2020-12-31', to: '2021-01-10' }]],
    ['quietDates', '10.01.2021–31.12.2020', null],
    ['quietDates', 'каникулы', null],
    ['mailReserve', 0, 0],
  ])('%s %j is %j', (name, value, expected) => {
    const { settings, issues } = read(name, value);
    expect(settings[name]).toEqual(expected ?? DEFAULT_MAIL_SETTINGS[name]);
    expect(issues.map(({ problem }) => problem.code)).toEqual(expected === null ? ['settingInvalid'] : []);
  });
});
