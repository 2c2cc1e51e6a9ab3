/** Texts of the pages that Svodka builds: the summaries, «Как заполнять», «Замечания». */
import { type CivilDate, formatRu } from '../../domain/dates/civil';
import { menu } from '../jobs/setup';
import { counted, NOUNS, plural } from '../words/plural';

/** A heading row begins with this mark; a conditional format paints the row (src/tabs/rules/colours.ts). */
export const HEADING_MARK = '▍';

/** Beside a figure: whose counts an issue calls wrong, so that it lacks them. */
export const leftOutOrganisations = (count: number): string =>
  `${counted(count, NOUNS.organisation)} с ошибкой ${plural(count, ['не учтена', 'не учтены', 'не учтены'])}`;

export const pages = {
  summaryTitle: (programme: string) => `Сводка. ${programme}`,
  districtTitle: (district: string, programme: string) => `${district}. ${programme}`,
  updated: 'Обновлено',
  updatedHint: 'Сводка обновляется сама каждый час. Если дата старше суток, скажите администратору.',
  untitledProgramme: 'Программа',
  noDistrict: 'Район не указан',
  gone: (district: string) =>
    `Организаций района «${district}» в программе больше нет. Вкладка оставлена, чтобы ссылки на неё работали.`,

  onlyDistrict:
    'Район в программе теперь один, его сводка на вкладке «Сводка». Эта вкладка оставлена, чтобы ссылки на неё работали.',

  figures: {
    expected: 'Ожидается отчётов',
    inTime: 'Сдано в срок',
    late: 'Сдано с опозданием',
    missed: 'Просрочено',
    /** Beside the missed: schools did their part. */
    missedAwaiting: (count: number) =>
      `из них ${plural(count, ['ждёт', 'ждут', 'ждут'])} решения района: ${count}`,
    notYetDue: 'Срок ещё не наступил',
    enteredLate: 'внесены позже срока',
    enteredLateHint: 'из сданных в срок: дата в срок, но в таблицу её записали после срока',
    awaiting: 'ждут решения района',
    invalid: 'с ошибкой в данных',
    invalidHint: 'входят в «просрочено» или «не наступил»: что исправить, написано на вкладке «Замечания»',
  },
  barLegend: '█ сдано   ▒ срок не наступил   ░ просрочено',

  districts: `${HEADING_MARK}Районы`,
  books: `${HEADING_MARK}Отчётные книги`,
  stages: `${HEADING_MARK}Этапы`,
  targets: `${HEADING_MARK}Показатели`,
  overdue: `${HEADING_MARK}Просрочено`,
  awaitingApproval: `${HEADING_MARK}Ждут решения`,
  reports: (count: number) => counted(count, NOUNS.report),
  /** Before the stage, where the district had returned it. */
  refiled: (stage: string) => `Сдано снова: ${stage}`,
  /** Before the stage, where the school filed and the district has not decided by the deadline. */
  unapproved: (stage: string) => `Ждёт решения: ${stage}`,
  matrix: `${HEADING_MARK}Организации по этапам`,
  otherBodies: `${HEADING_MARK}Другие исполнители`,
  issues: `${HEADING_MARK}Замечания`,
  ownColumns: `${HEADING_MARK}Дополнительные столбцы`,
  /** Behind the name of an organisation. */
  closing: (day: CivilDate) => ` (закрытие ${formatRu(day)})`,
  nowIn: (district: string) => ` (теперь: ${district})`,
  cameFrom: (district: string) => ` (раньше: ${district})`,
  countedElsewhere: (district: string) => ` (учтено: ${district})`,
  brought: `${HEADING_MARK}Перешло`,
  broughtHint: (count: number) =>
    `${counted(count, NOUNS.report)} с переведёнными организациями: считаются в прежнем районе`,
  nothingOverdue: 'Просроченных отчётов нет.',
  more: (count: number) => `…и ещё ${counted(count, NOUNS.report)}: смотрите сводки районов`,
  moreIssues: (count: number) => `…и ещё ${counted(count, NOUNS.issue)}: смотрите вкладку «Замечания»`,

  header: {
    district: 'Район',
    book: 'Книга',
    figuresOf: 'Данные от',
    organisations: 'Организаций',
    stage: 'Этап',
    due: 'Срок',
    expected: 'Ожидается',
    inTime: 'В срок',
    late: 'С опозданием',
    missed: 'Просрочено',
    notYetDue: 'Не наступил',
    share: 'Сдано, %',
    bar: 'Как идёт',
    enteredLate: 'Внесено позже',
    awaiting: 'Ждут решения',
    link: 'Перейти',
    organisation: 'Организация',
    days: 'Дней',
    doneOn: 'Выполнено',
    status: 'Состояние',
    issue: 'Замечание',
    indicator: 'Показатель',
    onDate: 'На дату',
    required: 'Нужно',
    actual: 'Есть',
    outcome: 'Итог',
    gave: 'Данные дали',
    column: 'Столбец',
    filled: 'Заполнено',
    sum: 'Сумма',
  },
  total: 'Итого',
  doneTotal: 'Сдано',
  open: 'открыть',
  neverRebuilt: 'ещё не обновлялась',
  unreachable: (at: string) => `не открывается; данные от ${at}`,
  row: (row: number) => `строка ${row}`,
  rowMark: 'строка ',
  /** In the header of a stage. */
  undated: 'без срока',
  /** «31 %»: stands to the right as numbers do. */
  figure: /^\d[\d ,]*%$/,
  of: (part: number, whole: number) => `${part} из ${whole}`,
  leftOutOrganisations,
  leftOutValues: (count: number) =>
    `${counted(count, ['значение', 'значения', 'значений'])} с ошибкой ${plural(count, ['не учтено', 'не учтены', 'не учтены'])}`,
  leftOutTargets: (count: number) =>
    `Не показано с ошибкой: ${counted(count, ['показатель', 'показателя', 'показателей'])}. Что исправить, написано на вкладке «Замечания».`,
  outcomes: {
    reached: 'достигнут',
    missed: 'не достигнут',
    ahead: 'впереди',
    unknown: 'нет данных',
  },

  howTo: {
    title: (programme: string) => `Как заполнять. ${programme}`,
    /** Above the list of organisations: on a phone its first links must be on the screen. */
    first: [
      'Найдите ниже свою организацию, нажмите «открыть»: это её строки.',
      'Сделали этап: запишите день в «Дату выполнения», например 05.10.2020.',
      'Без имён, телефонов, СНИЛС и паспортов. Строки не вставляйте, не сортируйте.',
      `На компьютере удобнее панель: меню «${menu.title}» вверху таблицы, пункт «${menu.mySchool}».`,
    ],
    more: `${HEADING_MARK}Подробнее`,
    lines: [
      'Одна строка это один этап. «Срок»: до какого дня сдать, день срока ещё считается.',
      'Если этап просит документ, запишите в «Документ» номер и дату приказа или ссылку. В «Комментарий» то, что важно знать району.',
      '«Состояние» меняется само. Если там «ошибка в данных», на вкладке «Замечания» написано, что исправить.',
      'Столбцы «Решение», «Продлено до» и «Причина» заполняет район. «Возвращено» значит: исправьте и запишите снова.',
      'Вопросы задайте своему району. Сводка по району на вкладке «Сводка», она обновляется сама.',
    ],
    report: 'Отчёт целиком',
    organisation: 'Организация',
    district: 'Район',
    link: 'Строки',
    noRows: 'строк нет',
  },
} as const;
