/**
 * Белоярский городской округ, 2020–2021: the roadmap of introducing the mentoring target model.
 * Facts (22 items in three sections, dates, who answers, 17 organisations) from the order of the district's
 * education office and its appendices; the wording of the tasks is ours. Twelve items are for the
 * organisations themselves. Approval is asked where the roadmap says «согласование»: of the organisations'
 * roadmaps (I.5), and in the item that is the approval itself (I.7).
 */
import { formatRu } from '../domain/dates/civil';
import type { Stage } from '../domain/programme/programme';
import { type BuiltInProgramme, day, organisation, stage } from './types';

const DISTRICT = 'Белоярский городской округ';

const ORGANISATIONS = ['школа', 'дополнительное образование'];
const OFFICE = 'управление образования';
const CENTRE = 'наставнический центр';
const GROUP = 'рабочая группа';

type Fields = Partial<Stage>;

/** Who answers for an item, as the roadmap abbreviates it, and whose rows that makes. */
const who = (responsible: string, ...appliesTo: string[]): Fields => ({ responsible, appliesTo });
const organisations = (responsible: string, ...more: string[]): Fields =>
  who(responsible, ...more, ...ORGANISATIONS);

/** «До 05.10.2020 г.», as the roadmap writes it. */
const by = (iso: string): Fields => ({
  kind: 'by',
  deadline: day(iso),
  phrase: `До ${formatRu(day(iso))} г.`,
});
const range = (from: string, to: string, phrase: string): Fields => ({
  kind: 'range',
  start: day(from),
  deadline: day(to),
  phrase,
});
const AUTUMN = range('2020-09-01', '2020-12-31', 'Сентябрь – декабрь 2020 г.');
const SEPTEMBER = range('2020-09-01', '2020-09-30', 'Сентябрь 2020 г.');

/** What is to be presented; a paper that must be named in the report. */
const paper = (result: string): Fields => ({ result, documentNeeded: true });
const result = (text: string): Fields => ({ result: text });
const APPROVAL: Fields = { approval: 'yes' };

/** The items of a section, numbered as in the roadmap: 1.1, 1.2 … */
const section = (
  number: number,
  name: string,
  items: readonly [title: string, ...parts: Fields[]][],
): Stage[] =>
  items.map(([title, ...parts], index) =>
    stage({
      code: `${number}.${index + 1}`,
      title,
      kind: 'none',
      section: name,
      ...Object.assign({}, ...(parts as Fields[])),
    }),
  );

const STAGES: readonly Stage[] = [
  ...section(1, 'I. Нормативная база', [
    ['Утвердить состав муниципальной рабочей группы', SEPTEMBER, who('УО', OFFICE), paper('Приказ УО')],
    [
      'Составить перечень организаций, которые внедряют модель',
      by('2020-10-02'),
      who('Рабочая группа', GROUP),
      paper('Приказ УО'),
    ],
    ['Определить муниципальный наставнический центр', SEPTEMBER, who('УО', OFFICE), paper('Приказ УО')],
    [
      'Назначить кураторов внедрения модели',
      by('2020-10-05'),
      organisations('ОО, ДО'),
      paper('Приказ ОО, ДО'),
    ],
    [
      'Разработать дорожную карту организации',
      by('2020-10-05'),
      organisations('ОО, ДО'),
      paper('Приказ, дорожная карта'),
      APPROVAL,
    ],
    [
      'Разработать положение о наставничестве',
      by('2020-10-09'),
      organisations('ОО, ДО'),
      paper('Приказ, положение'),
    ],
    [
      'Согласовать дорожные карты организаций',
      by('2020-10-05'),
      who('УО, МНЦ', OFFICE, CENTRE),
      result('Согласование'),
      APPROVAL,
    ],
    [
      'Утвердить дорожную карту организации',
      by('2020-10-07'),
      organisations('ОО, ДО'),
      paper('Приказ ОО, ДО'),
    ],
    ['Заключить соглашения с партнёрами', by('2020-10-30'), organisations('ОО, ДО'), paper('Соглашения')],
    [
      'Разработать и утвердить мотивацию наставников',
      by('2020-11-15'),
      who('УО, рабочая группа', OFFICE, GROUP),
    ],
  ]),
  ...section(2, 'II. Поддержка участников', [
    [
      'Рассказать о модели педагогам, родителям, ученикам, выпускникам и предприятиям',
      by('2020-11-25'),
      organisations('Рабочая группа, ОО и ДО', GROUP),
      result('Информационная кампания'),
    ],
    [
      'Собрать базы наставников и наставляемых',
      by('2020-10-30'),
      organisations('ОО/ДО'),
      result('Базы по формам наставничества'),
    ],
    [
      'Разработать программы наставничества',
      by('2020-12-01'),
      organisations('Кураторы ОО/ДО'),
      result('Программы пар'),
      { phrase: 'До 1.12.2020 г.' },
    ],
    [
      'Разработать программу мониторинга',
      by('2020-10-30'),
      who('УО, МНЦ', OFFICE, CENTRE),
      result('Программа мониторинга'),
    ],
    [
      'Провести семинары и подготовить наставников и кураторов',
      { kind: 'on', deadline: day('2020-10-21'), phrase: '21.10.2020 г.' },
      who('МНЦ', CENTRE),
      result('Семинары'),
    ],
    ['Составить наставнические пары', by('2020-11-25'), organisations('Кураторы ОО/ДО'), result('Пары')],
    [
      'Вести работу пар: пять встреч от знакомства до итоговой',
      range('2020-12-01', '2021-05-31', 'С 1.12.20 по 31.05.21'),
      organisations('Кураторы ОО/ДО'),
    ],
    [
      'Завершить наставничество открытым мероприятием',
      range('2021-05-01', '2021-05-31', 'Май 2021 г.'),
      organisations('Кураторы ОО/ДО, МНЦ', CENTRE),
      result('Круглый стол'),
    ],
  ]),
  ...section(3, 'III. Мониторинг и оценка', [
    [
      'Вести персонифицированный учёт участников программ',
      AUTUMN,
      who('МНЦ', CENTRE),
      result('Мониторинг вовлечённости'),
    ],
    [
      'Внести число участников в формы федерального статистического наблюдения',
      { kind: 'reference', phrase: 'в сроки Минпросвещения России' },
      who('МНЦ', CENTRE),
      result('Отчёты'),
    ],
    ['Провести внутренний мониторинг программ', AUTUMN, who('МНЦ', CENTRE), result('Мониторинг')],
    [
      'Собрать результаты мониторинга',
      AUTUMN,
      organisations('МНЦ, кураторы ОО/ДО', CENTRE),
      result('Сводный отчёт в УО'),
    ],
  ]),
];

export const beloyarsky: BuiltInProgramme = {
  id: 'beloyarsky',
  title: 'Дорожная карта наставничества, Белоярский городской округ',
  start: day('2020-09-01'),
  timeZone: 'Asia/Yekaterinburg',
  source: 'Приказ управления образования Белоярского городского округа, план мероприятий на 2020 год',
  stages: STAGES,
  organisations: [
    ...(
      [
        ['Белоярская школа № 1', 'МАОУ «Белоярская средняя общеобразовательная школа № 1»'],
        ['Бруснятская школа № 6', 'МБОУ «Бруснятская средняя общеобразовательная школа № 6»'],
        ['Большебрусянская школа № 7', 'МБОУ «Большебрусянская средняя общеобразовательная школа № 7»'],
        ['Косулинская школа № 8', 'МАОУ «Косулинская средняя общеобразовательная школа № 8»'],
        ['Камышевская школа № 9', 'МБОУ «Камышевская средняя общеобразовательная школа № 9»'],
        ['Совхозная школа № 10', 'МАОУ «Совхозная средняя общеобразовательная школа № 10»'],
        ['Студенческая школа № 12', 'МАОУ «Студенческая средняя общеобразовательная школа № 12»'],
        ['Некрасовская школа № 13', 'МБОУ «Некрасовская основная общеобразовательная школа № 13»'],
        ['Белоярская школа № 14', 'МБОУ «Белоярская средняя общеобразовательная школа № 14»'],
        ['Кочневская школа № 16', 'МАОУ «Кочневская средняя общеобразовательная школа № 16»'],
        ['Белоярская школа № 18', 'МАОУ «Белоярская средняя общеобразовательная школа № 18»'],
        ['Черноусовская школа № 19', 'МБОУ «Черноусовская средняя школа № 19»'],
        ['Логиновская школа № 21', 'МБОУ «Логиновская средняя общеобразовательная школа № 21»'],
        ['Баженовская школа № 96', 'МАОУ «Баженовская средняя общеобразовательная школа № 96»'],
        ['Вечерняя школа', 'МБОУ «Вечерняя (сменная) общеобразовательная школа»'],
      ] as const
    ).map(([shortName, fullName], index) =>
      organisation(`Б-${String(index + 1).padStart(2, '0')}`, DISTRICT, shortName, 'школа', fullName),
    ),
    organisation(
      'Б-16',
      DISTRICT,
      'Детско-юношеский центр',
      'дополнительное образование',
      'МБОУ ДО «Детско-юношеский центр»',
    ),
    organisation(
      'Б-17',
      DISTRICT,
      'Спортивная школа',
      'дополнительное образование',
      'МБОУ ДО «Детско-юношеская спортивная школа»',
    ),
    organisation('Б-УО', DISTRICT, 'Управление образования', OFFICE),
    organisation('Б-МНЦ', DISTRICT, 'Муниципальный наставнический центр', CENTRE),
    organisation('Б-РГ', DISTRICT, 'Муниципальная рабочая группа', GROUP),
  ],
  targets: [],
};
