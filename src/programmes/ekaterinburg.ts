/**
 * Екатеринбург, 2020: the stages of introducing the mentoring target model in municipal schools.
 * Facts (tasks and dates) from the city education department's letter that passes on the regional
 * ministry's letter of 22.09.2020 № 10670; the wording is ours. The seven districts are those of 2020.
 * The schools are made up and say so in their names.
 */
import type { Organisation } from '../domain/programme/programme';
import { type BuiltInProgramme, day, organisation, stage } from './types';

const SCHOOL = ['школа'];
const OFFICE = ['управление образования'];
const SCHOOLS_IN_A_DISTRICT = 8;

const DISTRICTS: readonly (readonly [code: string, name: string])[] = [
  ['ВИ', 'Верх-Исетский'],
  ['ЖД', 'Железнодорожный'],
  ['КИ', 'Кировский'],
  ['ЛЕ', 'Ленинский'],
  ['ОК', 'Октябрьский'],
  ['ОР', 'Орджоникидзевский'],
  ['ЧК', 'Чкаловский'],
];

const ofDistrict = ([code, name]: readonly [string, string], index: number): Organisation[] => [
  ...Array.from({ length: SCHOOLS_IN_A_DISTRICT }, (_, school) => {
    const number = index * SCHOOLS_IN_A_DISTRICT + school + 1;
    return organisation(
      `${code}-${String(school + 1).padStart(2, '0')}`,
      name,
      `Школа-образец № ${number}`,
      'школа',
      `Школа-образец № ${number} (вымышленная, для примера)`,
    );
  }),
  organisation(`${code}-УО`, name, `Управление образования, ${name} район`, 'управление образования'),
];

const school = (
  code: string,
  title: string,
  deadline: string,
  result: string,
  more: Partial<ReturnType<typeof stage>> = {},
) =>
  stage({
    code,
    title,
    kind: 'by',
    deadline: day(deadline),
    result,
    responsible: 'Руководители школ',
    appliesTo: SCHOOL,
    ...more,
  });

export const ekaterinburg: BuiltInProgramme = {
  id: 'ekaterinburg',
  title: 'Целевая модель наставничества, Екатеринбург',
  start: day('2020-09-22'),
  timeZone: 'Asia/Yekaterinburg',
  source: 'Письмо департамента образования Екатеринбурга об этапах внедрения целевой модели, 2020',
  stages: [
    school('1', 'Назначить куратора внедрения модели', '2020-09-28', 'Приказ', {
      documentNeeded: true,
      phrase: 'в срок до 28.09.2020',
    }),
    school(
      '2',
      'Разработать дорожную карту и согласовать её с районным управлением',
      '2020-10-05',
      'Дорожная карта',
      {
        documentNeeded: true,
        approval: 'included',
        phrase: 'в срок до 05.10.2020',
      },
    ),
    school('3', 'Рассказать о модели ученикам, родителям и работодателям', '2020-10-15', 'Информирование', {
      phrase: 'в срок до 15.10.2020',
    }),
    school('4', 'Собрать базы наставников и наставляемых', '2020-10-30', 'Базы', {
      phrase: 'в срок до 30.10.2020',
    }),
    school('5', 'Обучить наставников', '2020-11-15', 'Обучение', { phrase: 'в срок до 15.11.2020' }),
    school('6', 'Составить пары «наставник – наставляемый»', '2020-11-25', 'Пары', {
      phrase: 'в срок до 25.11.2020',
    }),
    stage({
      code: '7',
      title: 'Сообщать о выполнении этапов и достижении показателей',
      kind: 'reference',
      responsible: 'Руководители школ',
      result: 'Записи в таблице',
      appliesTo: SCHOOL,
      phrase: 'в соответствии со сроками этапов',
    }),
    stage({
      code: '8',
      title: 'Начать работу по модели',
      kind: 'from',
      start: day('2020-12-01'),
      responsible: 'Руководители школ',
      result: 'Работа пар',
      appliesTo: SCHOOL,
      phrase: 'с 01 декабря 2020 года',
    }),
    stage({
      code: '9',
      title: 'Следить за сроками школ района и сообщать о внедрении модели',
      kind: 'reference',
      responsible: 'Начальники районных управлений',
      result: 'Информация по району',
      appliesTo: OFFICE,
      phrase: 'в соответствии со сроками этапов',
    }),
  ],
  organisations: DISTRICTS.flatMap(ofDistrict),
  targets: [],
};
