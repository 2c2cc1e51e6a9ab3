/** Texts of the pages that Svodka builds: the summaries, «Как заполнять», «Замечания». */
import { type CivilDate, formatRu } from '../../domain/dates/civil';
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
  updatedHint: 'Обновляется само каждый час. Жёлтая дата значит, что обновления не было больше суток.',
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
  overdue: (count: number) => `${HEADING_MARK}Просрочено: ${counted(count, NOUNS.report)}`,
  awaitingApproval: (count: number) => `${HEADING_MARK}Ждут решения района: ${counted(count, NOUNS.report)}`,
  /** Before the stage, where the district had returned it. */
  refiled: (stage: string) => `Сдано снова: ${stage}`,
  matrix: `${HEADING_MARK}Организации по этапам`,
  otherBodies: `${HEADING_MARK}Другие исполнители`,
  issues: (count: number) => `${HEADING_MARK}Замечания: ${count}`,
  ownColumns: `${HEADING_MARK}Дополнительные столбцы`,
  /** Behind the name of an organisation. */
  closing: (day: CivilDate) => ` (закрытие ${formatRu(day)})`,
  nowIn: (district: string) => ` (теперь: ${district})`,
  cameFrom: (district: string) => ` (раньше: ${district})`,
  countedElsewhere: (district: string) => ` (учтено: ${district})`,
  brought: (count: number) =>
    `${HEADING_MARK}Перешло с переведёнными организациями, считается в прежнем районе: ${counted(count, NOUNS.report)}`,
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
    lines: [
      '1. Найдите свою организацию в списке ниже и нажмите «открыть»: откроются её строки на вкладке «Отчёт».',
      '2. Одна строка это один этап. В столбце «Срок» написано, до какого дня его нужно сдать, день срока ещё считается.',
      '3. Сделали этап: запишите день в столбец «Дата выполнения», например 05.10.2020. Больше ничего не обязательно, если этап не просит документ.',
      '4. В столбец «Документ» запишите номер и дату приказа или ссылку. В «Комментарий» то, что важно знать району.',
      '5. Столбец «Состояние» меняется сам. Если там «ошибка в данных», на вкладке «Замечания» написано, что исправить.',
      '6. Не пишите имён, телефонов, СНИЛС и паспортов: только числа и номера документов. Строки не вставляйте и не сортируйте.',
      '7. На компьютере помогает панель: меню «Сводка», «Моя школа». Вопросы задайте своему району. Сводка по району на вкладке «Сводка», она обновляется сама.',
    ],
    organisation: 'Организация',
    district: 'Район',
    link: 'Строки отчёта',
    noRows: 'строк пока нет',
  },
} as const;
