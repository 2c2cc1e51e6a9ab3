import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findInLetter, findPersonalData } from '../../../src/domain/personal/personalData';

/** Every name, number and address here is invented or masked; СНИЛС and phones are of no one. */
const snils = (nine: string): string => {
  let sum = 0;
  for (let i = 0; i < 9; i += 1) sum += Number(nine[i]) * (9 - i);
  return String((sum % 101) % 100).padStart(2, '0');
};

const FOUND: Readonly<Record<string, readonly string[]>> = {
  name: [
    'И.О. Фамилия',
    'И. О. Фамилия',
    'Фамилия И.О.',
    'Фамилия И. О.',
    'ФАМИЛИЯ И.О.',
    'И.О. ФАМИЛИЯ',
    'И.О.\u00a0Фамилия',
    'Директор И.О. Фамилия',
    'ответственный: Фамилия И.О., учитель',
    'Начальник Управления            И.О. Фамилия',
    'Исп. Фамилия И.О.',
    'куратор – Примеров А.Б.',
    'наставник Примерова А. Б., ученик Образцов В.Г.',
    'Примеров Пример Примерович',
    'Примеровой Примере Примеровне',
    'Пример Примерович',
    'Образцова Мария',
    'Мария Образцова',
    'Ивану Образцову поручено',
    'с Анной Образцовой',
    'Салтыкова-Примерова А.Б.',
    'А.Б. Салтыков-Примеров',
    '7А класс, Образцов Иван',
    'Классный руководитель: Примеренко А.Б.',
    'утверждено (Фамилия И.О.)',
    'заместитель директора Примерян А.Б.',
    'тьютор Образчук Б.В.',
    'Сидоров-Образцов В. Г. назначен',
    'Приказ подписал Фамилия И.О.',
    'Е.Ж. Примерова',
  ],
  phone: [
    '8 900 000-00-01',
    '+7 900 000-00-01',
    '+79000000001',
    '89000000001',
    '8(900)000-00-01',
    '8 (900) 000 00 01',
    '8-900-000-00-01',
    '+7(900)000-00-01',
    '7 900 000 00 01',
    '900 000-00-01',
    'тел. 8 900 000 00 01',
    'моб. +7 900 000-00-01',
    'звонить 8 900 0000001',
    'WhatsApp +7 900 000 00 01',
    '8\u00a0900\u00a0000-00-01',
    'т. 8-900-000-00-01 (куратор)',
    '8 (34399) 2-00-01',
    '(34399) 2-00-01',
    'тел: 2-00-01',
  ],
  email: [
    'i.o.familiya@example.org',
    'familiya.io@example.org',
    'primerov_ivan@mail.ru',
    'masha2008@yandex.ru',
    'obrazec77@gmail.com',
    'ivan.primerov@example.org',
    'kotik@bk.ru',
    'почта: primerova@inbox.ru.',
    'пишите на obraztsov@list.ru, спасибо',
    'PRIMEROV@RAMBLER.RU',
  ],
  snils: [
    `112-233-445 ${snils('112233445')}`,
    `123-456-789 ${snils('123456789')}`,
    `СНИЛС ${'001-001-998'} ${snils('001001998')}`,
    `112 233 445 ${snils('112233445')}`,
    `112-233-445-${snils('112233445')}`,
    `112233445${snils('112233445')}`,
    `СНИЛС: 112233445${snils('112233445')}`,
    'СНИЛС 123-456-789 00',
    `ученик, СНИЛС № 112-233-445 ${snils('112233445')}`,
  ],
  passport: [
    'паспорт 45 08 123456',
    'паспорт серия 4508 № 123456',
    'паспорт: 4508 123456',
    'серия 45 08 номер 123456',
    '45 08 123456',
    'Паспорт гражданина РФ 4508 123456 выдан',
    'паспорт 4508123456',
    'свидетельство о рождении, паспорт матери 45 10 123456',
  ],
  birthdate: [
    'дата рождения 05.10.2008',
    'дата рождения: 5 октября 2008',
    'д.р. 05.10.2008',
    '05.10.2008 г.р.',
    '05.10.2008 г. р.',
    '05.10.2008 года рождения',
    'родился 05.10.2008',
    'родилась 5 октября 2008 г.',
    '5.10.08 г.р.',
  ],
};

const CLEAN: readonly string[] = [
  'им. А. С. Пушкина',
  'имени А.С. Пушкина',
  'МБОУ СОШ № 3 им. Н. А. Некрасова',
  'МБОУ «Гимназия имени Н.А. Образцова»',
  'школа имени Героя Советского Союза И.И. Образцова',
  'МАОУ СОШ № 5 им. дважды Героя И. И. Образцова',
  'ул. А. Матросова, 5',
  'улица Ивана Образцова',
  'пр. В.И. Ленина, д. 1',
  'площадь Ю.А. Гагарина',
  'пер. Н. Образцова',
  'музей Л.Н. Толстого',
  'к 220-летию А.С. Пушкина',
  'произведения А. П. Чехова',
  'по методике Л.С. Выготского',
  'по системе Л.В. Занкова',
  'учебник под ред. А.Б. Образцова',
  'программа А.Б. Образцовой',
  'творчество М.Ю. Лермонтова',
  'юбилей Ф. М. Достоевского',
  'А.С. Пушкин',
  'К.Д. Ушинский',
  'чтения памяти Д.С. Образцова',
  'орден Александра Невского',
  'фонд А.Б. Образцова',
  'Г.О. Заречный',
  'И.О. директора',
  'И.О. Директора',
  'И.о. начальника управления',
  'Управление образования г. Тестовска',
  'Российская Федерация',
  'Свердловская область',
  'Министерство Просвещения',
  'Новая Школа',
  'Приказ Управления',
  'Наставник – Ученик',
  'Тестовский Муниципальный Район',
  'Сентябрь Октябрь',
  'г. Заречный',
  'с. Ивановское',
  'Ивановская СОШ',
  'Мария-Эл',
  'Республика Марий Эл',
  'Успех Каждого Ребёнка',
  '№ 45-ОД от 28.09.2020',
  'приказ от 25.12.2019 № Р-145',
  'исх. № 01-12/3456789',
  '№ 8-912-345',
  'постановление от 02.10.2020 № 754-17',
  'распоряжение № 10670',
  'ОГРН 1026600000001',
  'ОГРН: 1026600000001',
  'ОГРНИП 304660000000001',
  'ИНН 6639000000',
  'ИНН/КПП 6639000000/663901001',
  'ИНН 663900000012',
  'КПП 663901001',
  'БИК 046577001',
  'ОКПО 12345678',
  'ОКТМО 65706000',
  'КБК 00000000000000000130',
  'р/с 40702810500000012345',
  'л/с 20906000010',
  'счёт 03234643657060006200',
  'лицензия № 12345678901',
  'кадастровый номер 66:06:1234567:123',
  'УИН 18810166200000000001',
  'код 12345678901',
  'https://docs.google.com/spreadsheets/d/12345678901/edit',
  'https://example.org/89000000001',
  'www.example.org/i.o.familiya',
  'http://example.org/id/45-08-123456?x=89000000001',
  '05.10.2020',
  '28.09.2020 – 05.10.2020',
  'срок 5 октября 2020 г.',
  '2008 г.р.',
  'дети 2008–2010 г.р.',
  'обучающиеся 2008 года рождения',
  '100 лет со дня рождения 05.10.1920',
  'сделано 15.10.2020, приказ 120',
  'план на 2020-2021 учебный год',
  '2020-2024 годы',
  '12 345 678',
  '1 234 567,89 руб.',
  '10 20 30 40 50',
  '35 наставников, 120 наставляемых',
  '45 08 12345',
  '2020 123456',
  '112-233-445 96',
  '123-456-789 00',
  '000-000-000 00',
  '12345678900',
  '1.2.3.4.5.6',
  '192.168.10.20',
  '3.1.12',
  'с 9.00 до 17.00',
  'кабинет 215, 2-15-35',
  'классы 5-11',
  'пары 1-2-3',
  'школа 1-15-20',
  'school12@mail.ru',
  'mbou_sosh_5@mail.ru',
  'sosh1-test@yandex.ru',
  'detsad-5@mail.ru',
  'mdou12@yandex.ru',
  'gimnazia2@bk.ru',
  'licey3@list.ru',
  'ddt-test@mail.ru',
  'info@example.org',
  'edu@test.example',
  'priemnaya@example.org',
  'uo_test@mail.ru',
  'obrazovanie@mail.ru',
  'school@example.org',
  'office@example.org',
  'director@school1.example.org',
  'noreply@example.org',
  'кто-то@',
  '@school',
  'a@b',
  '8-800-000-00-01',
  '8 (800) 000-00-01 горячая линия',
  'приёмная (34399) 2-00-01',
  'факс 8 (34399) 2-00-01',
  'тел./факс: 2-00-01',
  'телефон школы 8 (34399) 2-00-01',
  '',
  ' ',
  '–',
  'Сдано. Приказ № 12.',
  'дорожная карта согласована',
  'Перенесли на неделю из-за карантина',
  'А.',
  'А. Б.',
  'п. 2.1. Положения',
  'ст. 28, 31 Устава',
  'в соответствии с п. 5 ст. 18',
  '152-ФЗ',
  'Р-145',
  'МР-42/02',
  'группа «Солнышко»',
  'Круглый стол. Итоги',
  'Форма 1-ОТ',
  'СанПиН 2.4.3648-20',
  'ГОСТ Р 7.0.97-2016',
];

const cases = Object.entries(FOUND).flatMap(([kind, texts]) =>
  texts.map((text): [string, string] => [text, kind]),
);

describe('personal data in a cell', () => {
  test.each(cases)('«%s» holds a %s', (text, kind) => {
    expect(findPersonalData(text).map((finding) => finding.kind)).toContain(kind);
  });

  test.each(CLEAN.map((text) => [text]))('«%s» is no alarm', (text) => {
    expect(findPersonalData(text)).toEqual([]);
  });

  test('the table is as long as it was promised to be', () => {
    expect(cases.length + CLEAN.length).toBeGreaterThanOrEqual(200);
  });

  test('the place of a finding holds exactly the value', () => {
    const text = 'Куратор: Фамилия И.О., тел. 8 900 000-00-01, i.o.familiya@example.org';
    expect(findPersonalData(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['name', 'Фамилия И.О.'],
      ['phone', '8 900 000-00-01'],
      ['email', 'i.o.familiya@example.org'],
    ]);
  });

  test('a finding never repeats the value', () => {
    for (const finding of findPersonalData('Фамилия И.О. 8 900 000-00-01')) {
      expect(Object.keys(finding).sort()).toEqual(['end', 'kind', 'start']);
    }
  });

  test('any nine digits with their check digits are a СНИЛС, with one digit changed they are not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_001_998, max: 999_999_999 }),
        fc.integer({ min: 1, max: 9 }),
        (n, by) => {
          const nine = String(n).padStart(9, '0');
          const groups = `${nine.slice(0, 3)}-${nine.slice(3, 6)}-${nine.slice(6)}`;
          expect(findPersonalData(`${groups} ${snils(nine)}`)).toEqual([
            expect.objectContaining({ kind: 'snils' }),
          ]);
          const wrong = String((Number(snils(nine)) + by) % 100).padStart(2, '0');
          expect(findPersonalData(`${groups} ${wrong}`)).toEqual([]);
        },
      ),
    );
  });

  test('any text gets an answer with places inside it, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'АБвг.,@-()+ 0123456789№iosm') }), (text) => {
        let last = 0;
        for (const { start, end } of findPersonalData(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('personal data in a letter', () => {
  test.each(['(34399) 2-00-01', 'тел. 8 (34399) 2-00-01', 'тел./факс: 2-00-01', '8-800-000-00-01'])(
    '«%s» of a letterhead is an office’s phone',
    (text) => {
      expect(findInLetter(text).map((finding) => finding.kind)).toEqual(['office-phone']);
    },
  );

  test('a mobile number is a person’s, also in a letterhead', () => {
    expect(findInLetter('Исп. тел. 8 900 000-00-01').map((finding) => finding.kind)).toEqual(['phone']);
  });
});
