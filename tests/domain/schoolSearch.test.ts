/** A person finds their school however they write it, and is never taken to another number. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type NamedSchool, schoolSearch } from '../../src/domain/schoolSearch';

const school = (name: string, fullName = '', district = 'Кировский', id = 'К-12'): NamedSchool => ({
  id,
  name,
  fullName,
  district,
});

const TOWN = [
  school('Школа № 1'),
  school('Школа № 2', 'МБОУ «Средняя общеобразовательная школа № 2»'),
  school('Школа № 12'),
  school('Школа № 21'),
  school('Гимназия № 5', 'МАОУ гимназия № 5', 'Ленинский'),
  school('МБОУ СОШ № 7 с. Берёзовка'),
  school('Детский сад № 12 «Рябинка»', 'МБДОУ № 12', 'Ленинский'),
  school('Школа № 1', '', 'Ленинский'),
  school('Лицей им. А. С. Пушкина'),
];
const find = schoolSearch(TOWN);
const names = (typed: string): string[] => find(typed).map(({ name, district }) => `${name}, ${district}`);

describe('a school is found', () => {
  test.each([
    ['школа 12', 'Школа № 12, Кировский'],
    ['12 школа', 'Школа № 12, Кировский'],
    ['Школа N12', 'Школа № 12, Кировский'],
    ['школа№12', 'Школа № 12, Кировский'],
    ['СОШ 12', 'Школа № 12, Кировский'],
    ['МБОУ СОШ №12', 'Школа № 12, Кировский'],
    ['МАОУ «СОШ» № 12', 'Школа № 12, Кировский'],
    ['муниципальное бюджетное общеобразовательное учреждение школа 12', 'Школа № 12, Кировский'],
    ['шокла 12', 'Школа № 12, Кировский'],
    ['школв 12', 'Школа № 12, Кировский'],
    ['irjkf 12', 'Школа № 12, Кировский'],
    ['березовка', 'МБОУ СОШ № 7 с. Берёзовка, Кировский'],
    ['Берзовка', 'МБОУ СОШ № 7 с. Берёзовка, Кировский'],
    ['беерзов', 'МБОУ СОШ № 7 с. Берёзовка, Кировский'],
    ['рябинка 12', 'Детский сад № 12 «Рябинка», Ленинский'],
    ['садик 12', 'Детский сад № 12 «Рябинка», Ленинский'],
    ['доу 12', 'Детский сад № 12 «Рябинка», Ленинский'],
    ['лицей имени пушкина', 'Лицей им. А. С. Пушкина, Кировский'],
    ['школа 5', 'Гимназия № 5, Ленинский'],
    ['ленинский школа 1', 'Школа № 1, Ленинский'],
    ['CОШ 2', 'Школа № 2, Кировский'],
  ])('«%s»', (typed, wanted) => {
    expect(names(typed)[0]).toBe(wanted);
  });
});

describe('no school is guessed', () => {
  test('a finished number is that number alone', () => {
    expect(names('школа 1 ')).toEqual(['Школа № 1, Кировский', 'Школа № 1, Ленинский']);
    expect(names('школа 3')).toEqual([]);
    expect(names('гимназия 6')).toEqual([]);
  });

  test('an unfinished number shows all that begin so, the very number first', () => {
    expect(names('школа 1')).toEqual([
      'Школа № 1, Кировский',
      'Школа № 1, Ленинский',
      'Школа № 12, Кировский',
    ]);
    expect(names('2 школа')).toEqual(['Школа № 2, Кировский']);
  });

  test('figures of a code or of a district are not those of a school', () => {
    const odd = schoolSearch([
      school('Школа № 3', '', '5-й район', 'К-07'),
      school('Школа № 7', '', '5-й район', 'К-03'),
    ]);
    expect(odd('школа 5')).toEqual([]);
    expect(odd('школа 7').map(({ name }) => name)).toEqual(['Школа № 7']);
    expect(odd('к-07').map(({ name }) => name)).toEqual(['Школа № 3']);
  });

  test('nothing typed finds nothing', () => {
    expect([names(''), names('  «»'), names('№'), names('\u0000<img>')]).toEqual([[], [], [], []]);
  });
});

describe('whatever the names and the slips', () => {
  const STEMS = ['Школа', 'Гимназия', 'Лицей', 'МБОУ СОШ', 'Детский сад', 'Центр'];
  const OWN = ['', ' «Рябинка»', ' с. Берёзовка', ' имени Пушкина', ' «Светлячок»', ' п. Каменный'];
  const named = fc.record({
    stem: fc.constantFrom(...STEMS),
    number: fc.integer({ min: 1, max: 300 }),
    own: fc.constantFrom(...OWN),
  });
  const nameOf = (each: { stem: string; number: number; own: string }) =>
    `${each.stem} № ${each.number}${each.own}`;
  const towns = fc.array(named, { minLength: 1, maxLength: 40 });
  const turned = (words: readonly string[], by: number): string[] => {
    const cut = by % words.length;
    return [...words.slice(cut), ...words.slice(0, cut)];
  };

  test('its own name in another order, without signs, in capitals, finds it first', () => {
    fc.assert(
      fc.property(towns, fc.nat(), fc.nat(), (town, which, turn) => {
        const schools = town.map((each) => school(nameOf(each)));
        const wanted = schools[which % schools.length] as NamedSchool;
        const words = wanted.name
          .replace(/[№«».]/g, ' ')
          .split(/\s+/)
          .filter(Boolean);
        const typed = `${turned(words, turn).join(' ').toUpperCase().replace(/Ё/g, 'Е')} `;
        const [first] = schoolSearch(schools)(typed);
        const numberOf = (name: string) => /\d+/.exec(name)?.[0];
        expect(numberOf(first?.name ?? '')).toBe(numberOf(wanted.name));
        expect(schoolSearch(schools)(typed)).toContain(wanted);
      }),
    );
  });

  test('a finished number never finds another number', () => {
    fc.assert(
      fc.property(
        towns,
        fc.integer({ min: 1, max: 300 }),
        fc.constantFrom(...STEMS),
        (town, number, stem) => {
          const found = schoolSearch(town.map((each) => school(nameOf(each))))(`${stem} № ${number} `);
          for (const { name } of found) expect(name).toMatch(new RegExp(`№ ${number}(?!\\d)`));
        },
      ),
    );
  });

  test('one wrong letter in a long word still finds it', () => {
    const slip = fc.constantFrom('change', 'lose', 'add', 'swap');
    fc.assert(
      fc.property(slip, fc.nat(), (kind, at) => {
        const word = 'берёзовка';
        const i = at % (word.length - 1);
        const misspelt = {
          change: `${word.slice(0, i)}щ${word.slice(i + 1)}`,
          lose: word.slice(0, i) + word.slice(i + 1),
          add: `${word.slice(0, i)}щ${word.slice(i)}`,
          swap: word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2),
        }[kind];
        expect(names(misspelt)).toContain('МБОУ СОШ № 7 с. Берёзовка, Кировский');
      }),
    );
  });
});
