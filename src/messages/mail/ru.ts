/** Mails in Russian. */
import { formatRu } from '../../domain/dates/civil';
import type { AllMailWords } from '../../domain/mail/kinds';
import type { OrganisationChange, OutstandingCounts } from '../../domain/mail/words';
import { addresses, issues, summary } from '../tabs/control';
import { coverage } from '../tabs/coverage';
import { leftOutOrganisations } from '../tabs/pages';
import { report } from '../tabs/report';
import { counted, type Forms, NOUNS } from '../words/plural';

/** After «от». */
const OF_ORGANISATIONS: Forms = ['организации', 'организаций', 'организаций'];
const REMINDERS: Forms = ['напоминание', 'напоминания', 'напоминаний'];

/** After «из». */
const OF_DISTRICTS: Forms = ['района', 'районов', 'районов'];

/** Its parts add up: what is overdue and was returned is one report. */
export const countsText = ({ returned, overdue, overdueReturned, soon }: OutstandingCounts): string =>
  [
    overdue > 0 &&
      `просрочено ${overdue}${overdueReturned > 0 ? ` (из них возвращено ${overdueReturned})` : ''}`,
    returned > 0 && `${overdueReturned > 0 ? 'ещё ' : ''}возвращено ${returned}`,
    soon > 0 && `скоро срок ${soon}`,
  ]
    .filter((part) => part !== false)
    .join(', ');

const CHANGED: Readonly<Record<OrganisationChange, string>> = {
  closed: 'Закрыты',
  removed: 'Убраны из «Организаций»',
  opened: 'Открыты',
  movedIn: 'Переведены в район',
  movedOut: 'Переведены из района',
  moved: 'Переведены в другой район',
  stages: 'Изменился состав этапов',
};

const ROWS_IN: Forms = ['строке', 'строках', 'строках'];

export const ru: AllMailWords = {
  language: 'ru',
  date: formatRu,
  percent: (value) => `${value}\u00a0%`,
  number: (value) => String(value).replace('.', ','),
  change: (value) => (value === 0 ? '' : value > 0 ? `+${value}` : `−${-value}`),
  days: (count) => counted(count, NOUNS.day).replace(' ', '\u00a0'),

  untitledProgramme: 'Программа',
  noDistrict: 'Район не указан',
  more: (count) => `…и ещё ${count}`,
  onlyInSheet: (count) => `Сюда не поместилось, смотрите в таблице: ${count}`,
  brief: {
    title: 'Остальное коротко',
    lead: 'В одно письмо всё не поместилось: подробности на вкладках по ссылкам.',
    moreSections: (count) => `…и ещё ${count}, смотрите в таблице`,
  },
  // «МО» is the custom for both; names that would become the same are made distinct by the mail.
  shorter: [
    [/муниципальн(?:ое|ого) образовани[ея]/gi, 'МО'],
    [/городско(?:й|го) округа?(?![а-яё])/gi, 'ГО'],
    [/муниципальн(?:ый|ого) округа?(?![а-яё])/gi, 'МО'],
    [/муниципальн(?:ый|ого) района?(?![а-яё])/gi, 'МР'],
  ],

  figures: {
    expected: (reports, organisations) =>
      `Ожидается ${counted(reports, NOUNS.report)} от ${counted(organisations, OF_ORGANISATIONS)}`,
    line: (figures) =>
      figures
        .map(({ label, percent, count, change }) => {
          const counts = change === '' ? count : `${count}, ${change}`;
          return `${label} ${percent} (${counts})`;
        })
        .join(', '),
    label: {
      inTime: 'сдано в срок',
      late: 'сдано позже',
      missed: 'просрочено',
      notYetDue: 'срок впереди',
    },
    since: (day) => `Плюс и минус: изменения с прошлой сводки, ${formatRu(day)}.`,
    unchangedSince: (day) => `С прошлой сводки, ${formatRu(day)}, ничего не изменилось.`,
    incomparable: (day) =>
      `Изменений с прошлой сводки, ${formatRu(day)}, не показываем: учитываются другие отчёты, сравнивать не с чем.`,
    first: 'Это первая сводка: изменения будут видны в следующей.',
  },

  digest: {
    ministryTitle: 'Сводка',
    districtTitle: (district) => `${district}: сводка`,
    afterDeadline: (day) => `Прошёл срок ${formatRu(day)}.`,
    unsent: (count) =>
      `Сегодня не ушло ${counted(count, REMINDERS)}: дневной запас писем кончился. Они уйдут в следующие дни.`,
    unsentInDistrict: (count) =>
      `Сегодня школам района не ушло ${counted(count, REMINDERS)}: дневной запас писем кончился.`,
    filedElsewhere: (count) =>
      `${counted(count, NOUNS.row)} вашего района заполнил человек другой организации: посмотрите, не ошибся ли он строкой`,
    decidedElsewhere: (count) =>
      `В ${counted(count, ROWS_IN)} вашего района решил человек другого района: посмотрите, так ли вы решили бы`,
    decidedByYou: (count) =>
      `В ${counted(count, ROWS_IN)} другого района решение или продление поставил руководитель вашего района. Если это ошибка строкой, верните прежнее; о ней сказано и тому району`,
    issues: (count) => `В данных ${counted(count, NOUNS.issue)}`,
    districts: 'Районы',
    stages: 'Этапы',
    targets: 'Показатели',
    behind: (count, all) =>
      count === 0
        ? `Просроченного нет ни в одном из ${counted(all, OF_DISTRICTS)}.`
        : `Просроченное есть в ${count} из ${counted(all, OF_DISTRICTS)}.`,
    worstFirst: (shown, all) =>
      shown < all
        ? `${shown} из ${all}, где больше всего доля просроченного.`
        : 'Сначала те, где больше доля просроченного.',
    otherDistricts: ({ count, done, missed, clear }) =>
      `…и ещё ${count}: сдано ${done}, просрочено ${missed}` +
      `${clear === 0 ? '' : `, без просроченного ${counted(clear, NOUNS.district)}`}`,
    done: 'сдано',
    missed: 'просрочено',
    due: (day) => `срок ${formatRu(day)}`,
    undated: 'без срока',
    ahead: 'Ещё впереди, отчётов пока нет:',
    doneByAll: 'Сдали все:',
    overdue: (count) => (count === 0 ? 'Просрочено' : `Просрочено: ${counted(count, NOUNS.report)}`),
    overdueAwaiting: (count) => `Из них ждут вашего решения: ${count}, показаны ниже.`,
    oldest: (shown, all) => `Просрочено дольше всего: ${shown} из ${all}`,
    nothingOverdue: 'Просроченных отчётов нет.',
    awaiting: (count) => `Ждут вашего решения: ${counted(count, NOUNS.report)}`,
    refiled: (count) => `Сдано снова после возврата: ${counted(count, NOUNS.report)}`,
    doneOn: (day) => `Выполнено ${formatRu(day)}`,
    returned: (count) => `Возвращено на доработку: ${counted(count, NOUNS.report)}`,
    soon: 'Скоро срок',
    rest: 'Остальные',
    restNote: (count) => `${counted(count, NOUNS.organisation)} без долгов, ближайших сроков нет`,
    changed: (kind, names) => `${CHANGED[kind]}: ${names}.`,
    closedOn: (day) => ` (закрыта ${formatRu(day)})`,
    brought: (count) => `Перешло с переведёнными организациями, считается в прежнем районе: ${count}`,
    changesNote: 'Это с прошлой сводки; в плюс и минус оно не входит.',
    fromTo: (former, present) =>
      former === null
        ? ` (в «${present}»)`
        : present === null
          ? ` (из «${former}»)`
          : ` («${former}» → «${present}»)`,
    openSummary: `Открыть вкладку «${summary.title}»`,
    openDistrict: 'Открыть сводку района',
    openBook: (name) => `Открыть: ${name}`,
    openIssues: `Вкладка «${issues.title}»`,
  },

  target: {
    line: (date, required, value) =>
      `к\u00a0${formatRu(date)} нужно ${required}, ${value === null ? 'данных пока нет' : `сейчас ${value}`}`,
    gave: (reported, asked) => `«${coverage.title}» у ${reported} из ${asked}`,
    leftOut: leftOutOrganisations,
    outcomes: {
      reached: 'достигнут',
      missed: 'не достигнут',
      ahead: 'впереди',
      unknown: 'нет данных',
    },
  },

  outstanding: (counts) => `${counted(counts.expected, NOUNS.report)}: ${countsText(counts)}.`,

  item: {
    overdueDays: (days) => `просрочено ${counted(days, NOUNS.day)}`,
    dueIn: (days) =>
      days === 0 ? 'срок сегодня' : days === 1 ? 'срок завтра' : `через ${counted(days, NOUNS.day)}`,
    returned: 'возвращено',
    due: (day) => `Срок\u00a0${formatRu(day)}`,
    dueExtended: (day) => `Срок продлён до ${formatRu(day)}`,
    present: (what) => `Представить: ${what}`,
    documentNeeded: 'Записать номер и дату документа или ссылку на него',
    reason: (text) => `Почему возвращено: ${text}`,
    reasonInSheet: 'Почему возвращено, написано в таблице: откройте строку по ссылке',
    unreadable: 'Строка с ошибкой: дата не читается или неясно, чья она',
  },

  reminder: {
    subject: (counts) => `Напоминание: ${countsText(counts)}`,
    title: 'Отчёты, которых от вас ждут',
    why: {
      scheduled: 'Письмо пришло сегодня, потому что срок этих отчётов подошёл или прошёл.',
      returned: 'Письмо пришло сегодня, потому что район вернул отчёт на доработку.',
      asked: 'Письмо пришло сегодня по просьбе вашего района.',
    },
    how:
      `Когда этап сделан, откройте его строку по ссылке и запишите день в столбец «${report.columns.doneOn.header}». ` +
      'После этого напоминать о нём не будут.',
    howReturned:
      'Возвращённый отчёт исправьте в его строке: новая дата, другой документ или слово в столбце ' +
      `«${report.columns.comment.header}», что исправлено. Так район узнает, что он сдан снова, а напоминать о нём ` +
      'перестанут.',
  },

  callList: {
    subject: (district) => `${district}: передайте школам`,
    title: (district) => `${district}: передайте, пожалуйста, школам`,
    lead: 'Дневной запас писем кончился, и этим школам напоминание сегодня не ушло. Скажите им сами, это быстрее.',
  },

  subject: {
    digest: ({ district, missed, unchanged }) =>
      `Сводка${district === null ? '' : `, ${district}`}: ${unchanged ? 'без изменений, ' : ''}${
        missed === 0 ? 'просроченных нет' : `просрочено ${missed}`
      }`,
    whole: (what, date, programme) => [what, date, programme].join(' · '),
    test: (subject) => `Проверка · ${subject}`,
  },

  footer: {
    automatic: 'Письмо составлено программой по таблице: что записано позже отправки, в него не вошло.',
    why: (roles, office) =>
      `Вы получаете его, потому что ваш адрес стоит на вкладке «${addresses.title}» пульта программы` +
      `${roles.length === 0 ? '' : ` (${roles.map((role) => addresses.roles[role]).join(', ')})`}.` +
      `${office === '' ? '' : ` Пульт ведёт ${office}.`}`,
    stop: (replyTo) =>
      'Чтобы письма не приходили или чтобы исправить адрес, ответьте на это письмо' +
      `${replyTo === '' ? '' : ` или напишите на ${replyTo}`}: адреса меняют там, вручную.`,
  },
  testBanner: (insteadOf) =>
    `Это проверка. Так выглядело бы письмо для ${insteadOf}, туда оно не отправлено.`,
  senderName: (office) => (office === '' ? 'Сводка' : `Сводка · ${office}`),

  csv: {
    fileName: (today) => `Сводка ${today}.csv`,
    columns: {
      book: 'Книга',
      district: 'Район',
      organisation: 'Организация',
      type: 'Тип',
      expected: 'Ожидается',
      inTime: 'В срок',
      late: 'С опозданием',
      missed: 'Просрочено',
      notYetDue: 'Срок впереди',
      share: 'Сдано, %',
      awaiting: 'Ждут решения',
    },
  },
};
