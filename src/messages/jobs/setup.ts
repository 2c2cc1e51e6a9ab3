/** Words of setup, the menus and the jobs. */
import { counted, NOUNS } from '../words/plural';

/** Google shows a protection by its description: this is how Svodka tells its own from people's. */
export const PROTECTION_PREFIX = 'Сводка: ';

/** The same of the rows of an organisation that are closed to others; its code and name follow. */
export const CLOSING_PREFIX = `${PROTECTION_PREFIX}строки организации `;

/** For a district whose name holds nothing that a tab's title may. */
export const UNTITLED_TAB = 'Вкладка';
/** Google's own first sheet, by the names it gives it. */
export const FIRST_SHEET = /^(Лист|Sheet) ?1$/;

export const protectionNames = {
  sheet: (tab: string) => `${PROTECTION_PREFIX}вкладка «${tab}»`,
  header: (tab: string) => `${PROTECTION_PREFIX}заголовки «${tab}»`,
  columns: (header: string) => `${PROTECTION_PREFIX}столбцы с «${header}»`,
  district: (header: string, district: string) => `${PROTECTION_PREFIX}«${header}», район «${district}»`,
  closing: (organisation: string, label: string) => `${CLOSING_PREFIX}${organisation} · ${label}`,
};

export const service = {
  today: 'Сегодня',
  soonDays: 'Скоро срок, дней',
  updated: 'Обновлено',
  updatedText: 'Обновлено, текстом',
  stamp: 'Обновлено, для сводок',
  changeMarker: 'Отпечаток отчётов',
  version: 'Версия раскладки',
  book: 'Код этой книги',
  control: 'Код пульта',
  places: 'Где столбцы отчёта',
  manifest: 'Для боковой панели',
  never: 'ещё не обновлялось',
};

export const menu = {
  title: 'Сводка',
  control: 'Пульт',
  setUp: 'Настроить таблицы…',
  addBook: 'Добавить отчётную книгу…',
  importer: 'Письмо или список…',
  sample: 'Заполнить примером программы…',
  rebuild: 'Обновить сводку сейчас',
  check: 'Проверить данные',
  regroup: 'Упорядочить строки отчёта…',
  restoreCells: 'Вернуть данные в свои строки…',
  acceptCells: 'Данные стоят правильно…',
  scheduleOn: 'Включить расписание',
  scheduleOff: 'Выключить расписание',
  mailOn: 'Включить рассылку писем',
  mailOff: 'Выключить рассылку писем',
  mailDryRun: 'Кому уйдут письма',
  state: 'Состояние',
  mySchool: 'Моя школа',
  schoolsHere: 'Панель школы (если школы отчитываются здесь)',
  help: 'Помощь',
} as const;

export const jobNames = {
  setUp: 'настройка',
  rebuild: 'обновление сводки',
  repair: 'ночная проверка',
  sample: 'пример программы',
  importer: 'программа из письма',
  regroup: 'порядок строк',
  restore: 'данные в чужих строках',
  schedule: 'расписание',
  mail: 'письма',
  closing: 'чужие строки',
} as const;

/** What «Журнал» and «Пульт» say of the rows that are closed to others. */
export const closingWords = {
  closed: (organisations: number) => `Закрыты строки: ${counted(organisations, NOUNS.organisation)}.`,
  open: ({
    noCurator,
    noAccount,
    refused,
  }: Readonly<Record<'noCurator' | 'noAccount' | 'refused', number>>): string[] => [
    ...(noCurator === 0
      ? []
      : [`Открыты, потому что нет куратора в «Адресах»: ${counted(noCurator, NOUNS.organisation)}.`]),
    ...(noAccount === 0
      ? []
      : [
          `Открыты, потому что неизвестно, что адрес куратора это учётная запись Google: ${counted(noAccount, NOUNS.organisation)}. Если вы это знаете, впишите домен или адрес в «Настройки», «Учётные записи Google».`,
        ]),
    ...(refused === 0
      ? []
      : [`Открыты, потому что Google не принял адрес куратора: ${counted(refused, NOUNS.organisation)}.`]),
  ],
  off: 'Строки открыты всем, кто правит книгу.',
  soon: 'Строки закроются при ближайшем обновлении.',
  problem: (why: string) =>
    `Google не дал изменить права на строки: ${why}. Ночью попробуем ещё раз; сразу: «Проверить вкладки и права» от имени владельца книги.`,
} as const;

export const dialogs = {
  bookPrompt:
    'Адрес таблицы, в которой будут отчитываться школы.\n' +
    'Пусто: создать новую таблицу.\n' +
    'Слово «эта»: пульт и отчёт в одной таблице (только если всем, кто её правит, можно доверять: ' +
    'они увидят и смогут изменить настройки, адреса и сам сценарий).',
  thisBook: 'эта',
  newBookName: (programme: string) => `Отчёт: ${programme === '' ? 'новая программа' : programme}`,
  badAddress: 'Это не похоже на адрес таблицы Google. Скопируйте его из адресной строки браузера целиком.',
  bookAdded: (name: string) => `Книга «${name}» добавлена и настроена.`,
  bookThere: 'Эта книга уже добавлена.',
  setUpDone: (created: number, restored: readonly string[]) =>
    created === 0 && restored.length === 0
      ? 'Все вкладки на месте, ничего менять не пришлось.'
      : [
          created > 0 ? `Создано: ${counted(created, NOUNS.tab)}.` : '',
          restored.length > 0 ? `Было удалено, вставлено заново пустым: ${restored.join(', ')}.` : '',
        ]
          .filter((line) => line !== '')
          .join('\n'),
  setUpNext:
    'Дальше: заполните вкладки «Этапы» и «Организации» отчётной книги, нажмите «Обновить сводку сейчас», ' +
    'а затем «Включить расписание».',
  changeLocale: (name: string, what: string) =>
    `В книге «${name}» уже есть данные, а ${what}. Изменить? Даты, записанные раньше текстом, при этом не меняются.`,
  otherLocale: (present: string, wanted: string) => `регион таблицы ${present}, а нужен ${wanted}`,
  otherZone: (present: string, wanted: string) => `часовой пояс ${present}, а нужен ${wanted}`,
  takeOver: (name: string) =>
    `Книгой «${name}» уже управляет другой пульт. Передать её этому пульту? Тот пульт перестанет её обновлять.`,
  notTaken: (name: string) => `Книга «${name}» осталась у другого пульта, здесь она не тронута.`,
  rebuilt: (rows: number, issues: number) =>
    `Готово: ${counted(rows, NOUNS.report)}, ${issues === 0 ? 'замечаний нет' : counted(issues, NOUNS.issue)}.`,
  rebuildUnfinished:
    'Не всё успело обновиться за одно нажатие. Нажмите ещё раз или подождите: расписание закончит само.',
  checked: (issues: number) =>
    issues === 0 ? 'Замечаний нет.' : `${counted(issues, NOUNS.issue)}: смотрите вкладку «Замечания».`,
  busy: 'Сейчас идёт другое обновление. Подождите несколько минут и повторите.',
  scheduleIsOn: 'Расписание включено: сводка обновляется сама.',
  scheduleWasOn: (owner: string) =>
    `Расписание уже включено, его владелец ${owner === '' ? 'другой человек' : owner}.`,
  scheduleIsOff: 'Расписание выключено. Сводка обновляется только по нажатию.',
  scheduleNotYours: (owner: string) =>
    `Расписание включил ${owner}: выключить его может только этот человек. Здесь отмечено, что оно больше не нужно.`,
  noBooks: 'Отчётных книг ещё нет: выберите в меню «Добавить отчётную книгу».',
  failed: (why: string) => `Не получилось: ${why}\nДанные целы. Повторите через несколько минут.`,
  sampleChoice: (titles: readonly string[]) =>
    `Какой пример взять? Введите номер:\n${titles.map((title, index) => `${index + 1}. ${title}`).join('\n')}`,
  sampleOnlyEmpty:
    'Вкладки «Этапы» и «Организации» не пусты, поэтому пример не вставлен. Он вставляется только в пустые вкладки.',
  sampleDone: (title: string) => `Вставлен пример «${title}». Теперь нажмите «Обновить сводку сейчас».`,
  regroupAsk:
    'Строки отчёта будут переставлены: районы, организации и этапы по порядку. Данные остаются в своих строках. ' +
    'На время перестановки попросите никого не печатать в таблице. Продолжить?',
  regroupDone: 'Строки переставлены.',
  help:
    `Панель «${menu.mySchool}»: меню «${menu.title}» вверху таблицы, пункт «${menu.mySchool}». В ней ваши этапы, сроки, ` +
    'форма отчёта и подсказка «Что здесь писать?», а у руководителя района «Район».\n' +
    'Без панели: на вкладке «Как заполнять» нажмите «открыть» у своей организации. ' +
    'Заполняйте «Дату выполнения», когда этап сделан. «Состояние» меняется само.',
} as const;

export interface StateView {
  readonly lastRun: {
    readonly at: string;
    readonly job: string;
    readonly seconds: number;
    readonly result: string;
  } | null;
  readonly scheduled: boolean;
  readonly owner: string | null;
  readonly triggers: number;
  readonly books: readonly {
    readonly name: string;
    readonly rebuiltAt: string | null;
    readonly problem: string | null;
  }[];
  readonly mailLeft: number | null;
}

export function stateText(view: StateView): string {
  const last = view.lastRun;
  return [
    last === null
      ? 'Ещё ничего не запускалось.'
      : `Последняя работа: ${last.job}, ${last.at}, ${last.seconds} с, ${last.result}.`,
    view.scheduled
      ? `Расписание включено${view.owner === null ? '' : `, владелец ${view.owner}`}. Триггеров этого человека: ${view.triggers}.`
      : 'Расписание выключено.',
    ...view.books.map(
      ({ name, rebuiltAt, problem }) =>
        `Книга «${name}»: ${problem ?? (rebuiltAt === null ? 'ещё не обновлялась' : `обновлена ${rebuiltAt}`)}.`,
    ),
    view.mailLeft === null
      ? 'Остаток писем на сегодня неизвестен.'
      : `Писем можно отправить сегодня: ${view.mailLeft}.`,
  ].join('\n');
}

export const runWords = {
  done: 'готово',
  unfinished: 'не закончено',
  failed: 'ошибка',
  skipped: 'пропущено',
  bookGone:
    'книга удалена или к ней нет доступа: проверьте адрес в «Настройках» и доступ владельца расписания',
  otherControl: (id: string) =>
    `этой книгой управляет другой пульт (${id}). Если тот пульт больше не нужен, нажмите «Настроить таблицы» здесь`,
  settingsRestored:
    'вкладка «Настройки» или её столбец были удалены и созданы заново: проверьте название, начало программы и часовой пояс',
  changed: (tabs: readonly string[]) => (tabs.length === 0 ? '' : `записано: ${tabs.join(', ')}`),
  rowsAdded: (count: number) => `добавлено: ${counted(count, NOUNS.row)}`,
  movedAgain: 'строки переставлялись во время обновления, закончим в следующий раз',
} as const;
