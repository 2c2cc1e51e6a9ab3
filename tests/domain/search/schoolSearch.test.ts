/** A person finds their school however they write it, and is never taken to another number. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type NamedSchool, schoolSearch } from '../../../src/domain/search/schoolSearch';

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
  school('Гимназия № 12', '', 'Верх-Исетский'),
  school('Дом детского творчества № 3'),
  school('Станция юных техников', 'МБУ ДО «Станция юных техников»'),
  school('МБУ ДО ЦДТ'),
  school('Детско-юношеская спортивная школа № 4'),
  school('ДЮСШ № 6'),
  school('ДМШ № 8'),
  school('Школа искусств № 9'),
  school('Первая гимназия', '', 'Заречный'),
  school('СОШ № 25'),
  school('Школа № 15 им. Н. Е. Жуковского'),
  school('Большебрусянская школа № 33'),
  school('СОШ № 44 с. Нижняя Салда'),
  school('Верхисетская школа № 45'),
  school('Центр образования № 46'),
];
const find = schoolSearch(TOWN);
const named = ({ name, district }: NamedSchool): string => `${name}, ${district}`;
const names = (typed: string): string[] => find(typed).map((hit) => named(hit.school));

describe('a school is found', () => {
  test.each([
    ['школа 12', 'Школа № 12, Кировский'],
    ['12 школа', 'Школа № 12, Кировский'],
    ['Школа N12', 'Школа № 12, Кировский'],
    ['школа№12', 'Школа № 12, Кировский'],
    ['СОШ 12', 'Школа № 12, Кировский'],
    ['шк. 12', 'Школа № 12, Кировский'],
    ['школа 012', 'Школа № 12, Кировский'],
    ['МБОУ СОШ №12', 'Школа № 12, Кировский'],
    ['маоусош 12', 'Школа № 12, Кировский'],
    ['МАОУ «СОШ» № 12', 'Школа № 12, Кировский'],
    ['муниципальное бюджетное общеобразовательное учреждение школа 12', 'Школа № 12, Кировский'],
    ['шокла 12', 'Школа № 12, Кировский'],
    ['школв 12', 'Школа № 12, Кировский'],
    ['irjkf 12', 'Школа № 12, Кировский'],
    ['березовка', 'МБОУ СОШ № 7 с. Берёзовка, Кировский'],
    ['Берзовка', 'МБОУ СОШ № 7 с. Берёзовка, Кировский'],
    ['беерзов', 'МБОУ СОШ № 7 с. Берёзовка, Кировский'],
    ['c. Берёзовка', 'МБОУ СОШ № 7 с. Берёзовка, Кировский'],
    ['школа в Берёзовке', 'МБОУ СОШ № 7 с. Берёзовка, Кировский'],
    ['рябинка 12', 'Детский сад № 12 «Рябинка», Ленинский'],
    ['садик 12', 'Детский сад № 12 «Рябинка», Ленинский'],
    ['доу 12', 'Детский сад № 12 «Рябинка», Ленинский'],
    ['детсад 12', 'Детский сад № 12 «Рябинка», Ленинский'],
    ['детсад №12', 'Детский сад № 12 «Рябинка», Ленинский'],
    ['дет. сад 12', 'Детский сад № 12 «Рябинка», Ленинский'],
    ['д/с№12', 'Детский сад № 12 «Рябинка», Ленинский'],
    ['детский сад комбинированного вида 12', 'Детский сад № 12 «Рябинка», Ленинский'],
    ['дошкольное образовательное учреждение 12', 'Детский сад № 12 «Рябинка», Ленинский'],
    ['лицей имени пушкина', 'Лицей им. А. С. Пушкина, Кировский'],
    ['A. C. Пушкин', 'Лицей им. А. С. Пушкина, Кировский'],
    ['школа 5', 'Гимназия № 5, Ленинский'],
    ['ленинский школа 1', 'Школа № 1, Ленинский'],
    ['CОШ 2', 'Школа № 2, Кировский'],
    ['15 Жуковский', 'Школа № 15 им. Н. Е. Жуковского, Кировский'],
    [':erjdcrbq', 'Школа № 15 им. Н. Е. Жуковского, Кировский'],
    ['верхисетский 12', 'Гимназия № 12, Верх-Исетский'],
    ['верх-исетская 45', 'Верхисетская школа № 45, Кировский'],
    ['Большая Брусянка', 'Большебрусянская школа № 33, Кировский'],
    ['нижнесалдинская', 'СОШ № 44 с. Нижняя Салда, Кировский'],
  ])('«%s»', (typed, wanted) => {
    expect(names(typed)[0]).toBe(wanted);
  });

  test.each([
    ['ДДТ', 'Дом детского творчества № 3, Кировский'],
    ['ддт 3', 'Дом детского творчества № 3, Кировский'],
    ['СЮТ', 'Станция юных техников, Кировский'],
    ['центр детского творчества', 'МБУ ДО ЦДТ, Кировский'],
    ['учреждение дополнительного образования детей ЦДТ', 'МБУ ДО ЦДТ, Кировский'],
    ['ДЮСШ 4', 'Детско-юношеская спортивная школа № 4, Кировский'],
    ['спортшкола 4', 'Детско-юношеская спортивная школа № 4, Кировский'],
    ['спортшкола 6', 'ДЮСШ № 6, Кировский'],
    ['спортивная школа 6', 'ДЮСШ № 6, Кировский'],
    ['музыкальная школа 8', 'ДМШ № 8, Кировский'],
    ['детская музыкальная школа 8', 'ДМШ № 8, Кировский'],
    ['ДШИ 9', 'Школа искусств № 9, Кировский'],
    ['ЦО 46', 'Центр образования № 46, Кировский'],
  ])('by its abbreviation or by the words of it: «%s»', (typed, wanted) => {
    expect(names(typed)).toEqual([wanted]);
  });

  test('by a number in words, of any gender and case', () => {
    const town = schoolSearch([...Array(20).keys()].map((at) => school(`Школа № ${at + 1}`)));
    const numbers = (typed: string) => town(typed).map((hit) => Number(/\d+/.exec(hit.school.name)?.[0]));
    const words =
      'первая вторая третья четвёртая пятая шестая седьмая восьмая девятая десятая одиннадцатая двенадцатая тринадцатая четырнадцатая пятнадцатая шестнадцатая семнадцатая восемнадцатая девятнадцатая двадцатая';
    expect(words.split(' ').map((word) => numbers(`${word} школа`))).toEqual(
      [...Array(20).keys()].map((at) => [at + 1]),
    );
    for (const typed of ['третьей школе', 'школа третий', 'третье', 'школа номер три', '3-я школа', '3-го'])
      expect([typed, ...numbers(typed)]).toEqual([typed, 3]);
  });

  test.each([
    ['двадцать пятая школа', 'СОШ № 25'],
    ['гимназия 1', 'Первая гимназия'],
    ['перв', 'Первая гимназия'],
  ])('by a number in words: «%s»', (typed, wanted) => {
    expect(find(typed)[0]?.school.name).toBe(wanted);
  });
});

describe('no school is guessed', () => {
  test('a finished number is that number alone', () => {
    expect(names('школа 1 ')).toEqual(['Школа № 1, Кировский', 'Школа № 1, Ленинский']);
    expect(names('школа 10')).toEqual([]);
    expect(names('гимназия 17')).toEqual([]);
    expect(names('двадцать первая гимназия')).toEqual(['Школа № 21, Кировский']);
  });

  test('an unfinished number shows all that begin so, the very number first', () => {
    expect(names('школа 1')).toEqual([
      'Школа № 1, Кировский',
      'Школа № 1, Ленинский',
      'Школа № 12, Кировский',
      'Школа № 15 им. Н. Е. Жуковского, Кировский',
    ]);
    expect(names('2 школа')).toEqual(['Школа № 2, Кировский']);
  });

  test('a kindergarten is none of the schools that have its number', () => {
    expect(names('д/с 12')).toEqual(['Детский сад № 12 «Рябинка», Ленинский']);
    const town = schoolSearch([school('Детский дом № 5'), school('Школа № 5 на Садовой')]);
    expect(town('детский сад 5').filter(({ exact }) => exact)).toEqual([]);
  });

  test('figures of a code or of a district are not those of a school', () => {
    const odd = schoolSearch([
      school('Школа № 3', '', '5-й район', 'К-07'),
      school('Школа № 7', '', '5-й район', 'К-03'),
      school('Школа № 8', '', '5-й район', '21'),
    ]);
    expect(odd('школа 5')).toEqual([]);
    expect(odd('школа 7').map((hit) => hit.school.name)).toEqual(['Школа № 7']);
    expect(odd('к-07').map((hit) => hit.school.name)).toEqual(['Школа № 3']);
    expect(odd('21').map((hit) => [hit.school.name, hit.exact])).toEqual([['Школа № 8', false]]);
  });

  test('nothing typed finds nothing', () => {
    expect([names(''), names('  «»'), names('№'), names('\u0000<img>')]).toEqual([[], [], [], []]);
  });
});

describe('what is only like it is told from what was typed', () => {
  const town = schoolSearch([
    school('Школа-образец № 17'),
    school('Гимназия № 12'),
    school('Детский сад № 12'),
    school('Школа-интернат № 31'),
    school('Музыкальная школа № 32'),
    school('Школа № 33 имени 75-летия Победы'),
    school('Школа № 34, корпус 2'),
    school('Школа № 35', 'Филиал МБОУ СОШ № 36'),
    school('Образец № 37', 'МБОУ СОШ № 37'),
    school('Школа-гимназия № 38'),
    school('Школа «Первая высота»'),
    school('Школа № 39А'),
    school('Большебрусянская школа'),
    school('Солнышко', 'МБДОУ № 42'),
    school('Лицей имени Жуковского', '', 'Верх-Исетский'),
    school('Верхисетская школа № 40, корпус 21'),
  ]);
  const found = (typed: string): string[] =>
    town(typed).map(({ school: { name }, exact }) => `${exact ? 'точно' : 'похоже'}: ${name}`);

  test.each([
    ['школа 17', 'Школа-образец № 17'],
    ['шокла №017', 'Школа-образец № 17'],
    ['17', 'Школа-образец № 17'],
    ['гимназия 12', 'Гимназия № 12'],
    ['детсад 12', 'Детский сад № 12'],
    ['школа-интернат 31', 'Школа-интернат № 31'],
    ['ДМШ 32', 'Музыкальная школа № 32'],
    ['школа 33', 'Школа № 33 имени 75-летия Победы'],
    ['школа имени 75-летия Победы', 'Школа № 33 имени 75-летия Победы'],
    ['школа 34 корпус 2', 'Школа № 34, корпус 2'],
    ['школа 37', 'Образец № 37'],
    ['гимназия 38', 'Школа-гимназия № 38'],
    ['первая высота', 'Школа «Первая высота»'],
    ['школа 39-а', 'Школа № 39А'],
    ['детсад 42', 'Солнышко'],
    ['лицей Жуковский', 'Лицей имени Жуковского'],
    ['верхисетский лицей', 'Лицей имени Жуковского'],
    ['верх-исетская школа 40', 'Верхисетская школа № 40, корпус 21'],
  ])('«%s» is exactly one', (typed, name) => {
    expect(found(typed)).toEqual([`точно: ${name}`]);
  });

  test.each([
    ['an unfinished number', 'гимназия 1', 'Гимназия № 12'],
    ['an unfinished number', 'образец 1', 'Школа-образец № 17'],
    ['another kind', 'лицей 17', 'Школа-образец № 17'],
    ['another kind', 'гимназия 17', 'Школа-образец № 17'],
    ['a kind of school of its own', 'школа 31', 'Школа-интернат № 31'],
    ['a kind of school of its own', 'школа 32', 'Музыкальная школа № 32'],
    ['an unfinished number of a building', 'школа 40 корпус 2', 'Верхисетская школа № 40, корпус 21'],
    ['the number of an anniversary', 'школа 75', 'Школа № 33 имени 75-летия Победы'],
    ['the number of a building', 'школа 2 ', 'Школа № 34, корпус 2'],
    ['the number of the school it is a branch of', 'школа 36', 'Школа № 35'],
    ['a number with a letter', 'школа 39', 'Школа № 39А'],
    ['a word made of the one typed', 'Большая Брусянка', 'Большебрусянская школа'],
  ])('%s: «%s»', (_what, typed, name) => {
    expect(found(typed)).toEqual([`похоже: ${name}`]);
  });

  test('a word of the name is no number: school 1 is not «Первая высота»', () => {
    expect(found('школа 1 ')).toEqual([]);
    const more = schoolSearch([school('Школа третьего тысячелетия'), school('Школа с. Три Озера')]);
    expect(more('школа 3')).toEqual([]);
    expect(more('три озера').map((hit) => hit.school.name)).toEqual(['Школа с. Три Озера']);
  });

  test('of several that are like it, those of the kind stand before those of the whole number', () => {
    const few = schoolSearch([school('Школа № 17'), school('Школа № 18'), school('Гимназия № 1')]);
    expect(few('школа 1').map((hit) => [hit.school.name, hit.exact])).toEqual([
      ['Школа № 17', false],
      ['Школа № 18', false],
      ['Гимназия № 1', false],
    ]);
  });
});

interface Named {
  readonly kind: (typeof KINDS)[number];
  readonly number: number;
  readonly own: string;
  readonly hasFullName: boolean;
}

/** What stands in the list, the words of the full name. Of like kinds the first word is the same. */
const KINDS = [
  ['школа', 'Школа', 'Средняя общеобразовательная школа'],
  ['школа', 'МБОУ СОШ', 'Средняя общеобразовательная школа'],
  ['гимназия', 'МАОУ Гимназия', 'Гимназия'],
  ['лицей', 'Лицей', 'Лицей'],
  ['сад', 'Детский сад', 'Детский сад'],
  ['сад', 'МБДОУ', 'Детский сад'],
  ['интернат', 'Школа-интернат', 'Специальная школа-интернат'],
  ['спорт', 'ДЮСШ', 'Детско-юношеская спортивная школа'],
  ['искусства', 'Детская школа искусств', 'Детская школа искусств'],
  ['образование', 'Центр образования', 'Центр образования'],
  ['творчество', 'Дом детского творчества', 'Дом детского творчества'],
] as const;
const OWN = [
  '',
  ' «Рябинка»',
  ' «Светлячок»',
  ' с. Берёзовка',
  ' п. Каменный',
  ' имени А. С. Пушкина',
  ' имени 40-летия Победы',
  ' Верх-Исетского района',
];
const LONG_FORM = 'Муниципальное бюджетное общеобразовательное учреждение';
const inTown = (each: Named, at: number): NamedSchool =>
  school(
    `${each.kind[1]} № ${each.number}${each.own}`,
    each.hasFullName ? `${LONG_FORM} «${each.kind[2]} № ${each.number}${each.own}»` : '',
    ['Кировский', 'Верх-Исетский', 'Октябрьский'][at % 3] ?? '',
    `К-${at}`,
  );
const aName = fc.record({
  kind: fc.constantFrom(...KINDS),
  number: fc.integer({ min: 1, max: 400 }),
  own: fc.constantFrom(...OWN),
  hasFullName: fc.boolean(),
});

/** How a person writes a name. */
const aWriting = fc.record({
  form: fc.constantFrom('', 'МБОУ ', 'маоу ', `${LONG_FORM} `),
  mark: fc.constantFrom('№ ', '№', 'N ', 'N', 'No ', '#', '', '0', 'номер '),
  quotes: fc.constantFrom('«»', '""', '“”', '  '),
  turn: fc.nat(),
  letters: fc.constantFrom('as they are', 'small', 'capital', 'like Latin ones'),
  isWithoutЁ: fc.boolean(),
  slip: fc.option(
    fc.record({
      what: fc.constantFrom('change', 'lose', 'add', 'swap'),
      word: fc.nat(),
      at: fc.nat(),
      letter: fc.constantFrom(...'абвгдежзиклмнопрстуфхцчшщыэюя'),
    }),
  ),
  isOnEnglishKeyboard: fc.boolean(),
  end: fc.constantFrom('', ' '),
});
type Writing = typeof aWriting extends fc.Arbitrary<infer Value> ? Value : never;

function write(name: string, writing: Writing): string {
  const { form, mark, quotes, turn, letters, slip } = writing;
  const onEnglish = writing.isOnEnglishKeyboard;
  const words = name
    .replace(/№ (?=\d)/, onEnglish ? '№_' : mark.replace(' ', '_'))
    .replace('«', quotes[0] ?? '')
    .replace('»', quotes[1] ?? '')
    .split(/ +/)
    .filter(Boolean);
  const cut = turn % words.length;
  let text = `${form}${[...words.slice(cut), ...words.slice(0, cut)].join(' ').replace('_', ' ')}${writing.end}`;
  if (slip !== null) text = withSlip(text, slip);
  if (writing.isWithoutЁ) text = text.replace(/ё/g, 'е');
  if (letters === 'small') text = text.toLowerCase();
  if (letters === 'capital') text = text.toUpperCase();
  if (onEnglish) return onEnglishKeyboard(text);
  return letters === 'like Latin ones' ? inTwins(text) : text;
}

function withSlip(text: string, { what, word, at, letter }: NonNullable<Writing['slip']>): string {
  // An abbreviation with another letter is another abbreviation.
  const long = [...text.matchAll(/[а-яё]{5,}/gi)].filter(([found]) => found !== found.toUpperCase());
  const chosen = long[word % Math.max(1, long.length)];
  if (chosen === undefined) return text;
  const [found] = chosen;
  const i = at % (found.length - 1);
  const [before, here, next, rest] = [
    found.slice(0, i),
    found[i] ?? '',
    found[i + 1] ?? '',
    found.slice(i + 2),
  ];
  const slipped = {
    change: before + letter + next + rest,
    lose: before + next + rest,
    add: before + letter + here + next + rest,
    swap: before + next + here + rest,
  }[what];
  return text.slice(0, chosen.index) + slipped + text.slice(chosen.index + found.length);
}

const swapped = (from: string, to: string) => (text: string) =>
  [...text].map((sign) => (from.includes(sign) ? to[from.indexOf(sign)] : sign)).join('');
const inTwins = swapped('АВСЕНКМОРТХасеорху', 'ABCEHKMOPTXaceopxy');
const onEnglishKeyboard = swapped(
  'йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ№"«»“”.,',
  'qwertyuiop[]asdfghjkl;\'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~#@@@@@/?',
);

describe('whatever the names and the slips', () => {
  const TOWNS = [1, 2, 3].map((seed) => {
    const named = fc.sample(aName, { numRuns: 1000, seed });
    const schools = named.map(inTown);
    return { named, schools, search: schoolSearch(schools) };
  });
  const aTown = fc.nat(TOWNS.length - 1);
  const aNumber = fc.integer({ min: 1, max: 400 });
  const aKind = fc.constantFrom(...KINDS);
  const key = ({ kind, number }: Named): string => `${kind[0]} ${number}`;
  const names = (typed: string, which: number) => TOWNS[which]?.search(typed) ?? [];

  test('of a thousand, the one whose name was written in any usual way is found, and stands first', () => {
    fc.assert(
      fc.property(aTown, fc.nat(999), aWriting, (which, at, writing) => {
        const { named = [], schools = [] } = TOWNS[which] ?? {};
        const [wanted, one] = [schools[at], named[at]] as [NamedSchool, Named];
        const typed = write(wanted.name, writing);
        const hits = names(typed, which);
        expect({ typed, has: hits.some((hit) => hit.school === wanted) }).toEqual({ typed, has: true });
        if (named.filter((each) => key(each) === key(one)).length > 1) return;
        const [first] = hits;
        expect({ typed, first: first?.school.name, exact: first?.exact }).toEqual({
          typed,
          first: wanted.name,
          exact: true,
        });
      }),
      { numRuns: 500 },
    );
  });

  test('a finished number never finds another number', () => {
    fc.assert(
      fc.property(aTown, aNumber, aKind, (which, number, [, stem]) => {
        for (const { school: found } of names(`${stem} № ${number} `, which))
          expect(found.name).toMatch(new RegExp(`(?:№ ${number}(?!\\d)|${number}-летия)`));
      }),
    );
  });

  test('exact is only what has the very number that was typed', () => {
    fc.assert(
      fc.property(aTown, aNumber, aKind, (which, number, [, stem]) => {
        for (const { school: found, exact } of names(`${stem} ${number}`, which))
          if (exact) expect(found.name).toMatch(new RegExp(`№ ${number}(?!\\d)`));
      }),
    );
  });
});
