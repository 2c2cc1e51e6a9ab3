/** Every word of «Пульт», the control book's sidebar. */
import { callWords } from './pageCalls';
import { counted, type Forms, NOUNS, plural } from './plural';

const ADDRESSES: Forms = ['адрес', 'адреса', 'адресов'];
const MAILS: Forms = ['письмо', 'письма', 'писем'];
const FOUND: Forms = ['Найден', 'Найдено', 'Найдено'];

export const callErrors = callWords(
  'Данные целы.',
  'Эта страница работает только в пульте. Закройте её и откройте «Пульт» из меню «Сводка» книги-пульта.',
);

export const page = {
  screensLabel: 'Разделы',
  screens: {
    start: 'Начало',
    books: 'Книги',
    people: 'Получатели',
    schedule: 'Расписание',
    mails: 'Письма',
    state: 'Состояние',
  },
  opening: 'Смотрим, как всё настроено…',
  looking: 'Смотрим, что изменилось…',
  reload: 'Обновить вид',
  again: 'Попробовать ещё раз',
  close: 'Понятно',
  yes: 'Да',
  no: 'Нет',
  cancel: 'Отмена',
  open: 'Открыть',
  more: (count: number) => `…и ещё ${count}`,
  newTab: '(откроется в новой вкладке)',
  noProgress:
    'Работа не продвигается: возможно, таблицу сейчас меняют много людей. Сделанное сохранено. Попробуйте через несколько минут или включите расписание: оно закончит само.',
  waitingForOther: 'Ждём: сейчас работает расписание. Продолжим сами…',
} as const;

/** How far a long job is. */
export const progress = {
  label: 'Сколько сделано',
  tables: (left: number) => `осталось таблиц: ${left}`,
  rows: 'строки отчёта',
  pages: (left: number) => `осталось вкладок: ${left}`,
  ofBooks: (number: number, all: number, name: string) =>
    all < 2 ? `Книга «${name}»` : `Книга ${number} из ${all}: «${name}»`,
} as const;

export const start = {
  title: 'Начало',
  untitled: 'Программа ещё не названа',
  done: (done: number, all: number) => `Сделано шагов: ${done} из ${all}`,
  allDone: 'Всё настроено. Сводка обновляется сама, заходить сюда каждый день не нужно.',
  next: 'Сейчас',
  ready: 'готово',
  attention: 'Требует внимания',
  updated: (at: string) => `Сводка обновлена ${at}`,
  share:
    'Осталось открыть отчётную книгу школам: в ней кнопка «Настройки доступа», роль «Редактор». Этого Сводка сама не видит.',
  steps: {
    setUp: {
      title: 'Настроить пульт',
      todo: 'Появятся вкладки «Настройки», «Адреса» и «Журнал».',
      done: 'Вкладки на месте.',
      button: 'Настроить пульт',
    },
    book: {
      title: 'Завести отчётную книгу',
      todo: 'Это таблица, в которой будут отчитываться школы.',
      goOn: 'Книга добавлена не до конца.',
      done: (books: number) => `${counted(books, NOUNS.book)}.`,
      button: 'Создать отчётную книгу',
      goOnButton: 'Закончить добавление',
      doneButton: 'Книги',
    },
    programme: {
      title: 'Внести программу из письма',
      todo: 'Этапы и организации: вставьте письмо, проверьте прочитанное, нажмите «Записать».',
      noStages: (book: string) => `В книге «${book}» ещё нет этапов.`,
      noOrganisations: (book: string) => `В книге «${book}» ещё нет организаций.`,
      done: (stages: number, organisations: number) =>
        `${counted(stages, NOUNS.stage)}, ${counted(organisations, NOUNS.organisation)}.`,
      button: 'Письмо или список…',
    },
    people: {
      title: 'Записать адреса',
      todo: 'Кураторы школ, руководители районов, получатели сводки. Без адресов не будет писем.',
      wrong: (count: number) => `${counted(count, NOUNS.issue)} на вкладке «Адреса».`,
      done: (count: number) => `${counted(count, ADDRESSES)}.`,
      button: 'Открыть «Адреса»',
      doneButton: 'Получатели',
    },
    rebuild: {
      title: 'Создать строки и сводку',
      todo: 'Появятся строки отчёта для школ и вкладки сводки.',
      done: (at: string) => `Обновлено ${at}.`,
      button: 'Обновить сводку',
    },
    schedule: {
      title: 'Включить расписание',
      todo: 'Сводка будет обновляться сама: каждый час и вскоре после новых отчётов.',
      lost: 'Расписание пропало: Google его больше не запускает.',
      done: 'Включено.',
      button: 'Включить расписание',
      doneButton: 'Расписание',
    },
    mails: {
      title: 'Включить письма',
      todo: 'Напоминания кураторам и сводки по почте. Сначала посмотрите, кому что уйдёт.',
      done: 'Включены.',
      button: 'Письма',
    },
  },
} as const;

export const attention = {
  scheduleLost: 'Расписание остановилось: Google его больше не запускает.',
  book: (name: string, sentence: string) => (name === '' ? sentence : `«${name}»: ${sentence}`),
  mailsCopied: 'Эта книга-пульт скопирована: письма из неё не уходят, пока вы не подтвердите.',
  mailsUnknown: (count: number) =>
    `Неизвестно, ушло ли: ${counted(count, MAILS)}. Решите, отправить ли снова.`,
  mailsFailed: (count: number) => `Не отправлено: ${counted(count, MAILS)}.`,
  people: (count: number) => `На вкладке «Адреса» ${counted(count, NOUNS.issue)}.`,
  settings: (count: number) => `На вкладке «Настройки» ${counted(count, NOUNS.issue)}.`,
} as const;

export const books = {
  title: 'Отчётные книги',
  none: 'Отчётных книг ещё нет. Создайте новую или добавьте свою таблицу ниже.',
  unnamed: 'Книга',
  opening: 'Открываем книги…',
  rebuiltAt: (at: string) => `Обновлена ${at}`,
  never: 'Ещё не обновлялась',
  allInOne: 'Пульт и отчёт в одной таблице',
  programme: (stages: number, organisations: number) =>
    `${counted(stages, NOUNS.stage)}, ${counted(organisations, NOUNS.organisation)}`,
  figures: {
    expected: 'Отчётов ожидается',
    inTime: 'сдано в срок',
    late: 'сдано с опозданием',
    missed: 'просрочено',
    notYetDue: 'срок впереди',
    issues: 'Замечаний в данных',
  },
  rebuild: 'Обновить сейчас',
  rebuildOf: (name: string) => `Обновить сейчас: ${name}`,
  rebuildAll: 'Обновить все книги',
  rebuilding: 'Обновляем сводку',
  repair: 'Проверить вкладки и права',
  repairOf: (name: string) => `Проверить вкладки и права: ${name}`,
  repairHelp:
    'Вернёт удалённые вкладки и столбцы, списки, цвета и защиту, откроет столбцы новым руководителям. Данные школ не меняются.',
  repairing: 'Проверяем вкладки и права',
  takeOver: 'Взять под этот пульт',
  takeOverAsk: (name: string) =>
    `Книгой «${name}» управляет другой пульт. Передать её этому? Тот пульт перестанет её обновлять.`,
  takingOver: 'Передаём книгу этому пульту',
  settings: 'Открыть «Настройки»',
  lookAgain: 'Проверить доступ',
  lookingAgain: 'Открываем книгу…',
  fill: 'В книге пока нет программы.',
  fillLetter: 'Письмо или список…',
  sample: 'Или пример программы',
  sampleChoose: 'выберите',
  sampleFill: 'Вставить пример',
  sampling: 'Вставляем пример…',
  opens: 'Открываем окно письма…',
  opened: 'Окно открыто поверх таблицы. Когда закончите, вернитесь сюда.',
  done: (sentences: readonly string[]) => sentences.join('\n'),
} as const;

export const adding = {
  title: 'Добавить книгу',
  kinds: {
    new: 'Создать новую таблицу',
    address: 'Взять мою таблицу по адресу',
    here: 'Сделать отчётной эту же таблицу',
  },
  kindsLabel: 'Какую таблицу взять',
  hereHelp:
    'Только если всем, кто её правит, можно доверять: они увидят и смогут изменить настройки, адреса и сам сценарий.',
  address: 'Адрес таблицы',
  addressHelp: 'Скопируйте его из адресной строки браузера целиком.',
  add: 'Добавить',
  working: 'Готовим отчётную книгу',
  goOnTitle: 'Книга добавлена не до конца',
  goOn: (name: string) => `Добавление книги «${name}» остановилось на полпути. Закончите его.`,
  goOnButton: 'Закончить добавление',
  change: 'Изменить',
  leave: 'Оставить как есть',
  questionTitle: 'Нужен ваш ответ',
} as const;

export const people = {
  title: 'Получатели',
  intro: 'Адреса пишут на вкладке «Адреса» этой таблицы. Здесь видно, сколько их и что исправить.',
  role: 'Кто',
  addresses: 'Адресов',
  open: 'Открыть вкладку «Адреса»',
  opening: 'Переходим на вкладку…',
  wrong: 'Что исправить',
  nothingWrong: 'Строки заполнены правильно.',
  empty: 'Адресов пока нет.',
  row: (row: number) => `Строка ${row}`,
  goTo: (row: number) => `Перейти к строке ${row}`,
  afterEdit: 'После правки вернитесь сюда: список проверится сам.',
  rights:
    'Новому руководителю района столбцы «Решение», «Продлено до» и «Причина» откроются ночью. Чтобы сразу: «Книги» → «Проверить вкладки и права».',
  check: 'Сверить с отчётными книгами',
  checking: 'Сверяем адреса с организациями и районами…',
  checked: 'Все организации и районы с адресами.',
  doubts: 'Не сходится с отчётными книгами',
} as const;

export const schedule = {
  title: 'Расписание',
  isOn: 'Включено',
  isOff: 'Выключено',
  onHelp:
    'Сводка обновляется каждый час и вскоре после новых отчётов, ночью проверяются вкладки и права. Таблицу можно закрыть.',
  offHelp: 'Сводка обновляется, только когда кто-то нажимает «Обновить».',
  owner: (owner: string) => `Владелец: ${owner}. Если эта учётная запись уйдёт, расписание остановится.`,
  mine: (owner: string) => `Владелец: вы (${owner}).`,
  mineUnknown: 'Владелец: вы.',
  lost: 'Google больше не запускает расписание: его удалили или отозвали разрешение. Включите его заново.',
  on: 'Включить расписание',
  onAgain: 'Включить заново',
  off: 'Выключить расписание',
  working: 'Меняем расписание…',
  next: 'Что дальше',
  last: 'Последние запуски',
  noRuns: 'В «Журнале» пока пусто.',
  loading: 'Читаем «Журнал»…',
  journal: 'Открыть «Журнал»',
  needsBook: 'Сначала заведите отчётную книгу: пока обновлять нечего.',
} as const;

export const state = {
  title: 'Состояние',
  loading: 'Собираем сведения…',
  version: 'Версия',
  timeZone: 'Часовой пояс',
  books: 'Отчётных книг',
  lastRun: 'Последняя работа',
  noRun: 'ещё ничего не запускалось',
  memory: 'Память',
  memoryUsed: (percent: number) => `занято ${percent} %`,
  memoryFull:
    'Память почти заполнена. Уберите из «Настроек» книги, которыми больше не пользуетесь, и скажите разработчику.',
  issues: 'Замечания к пульту',
  noIssues: 'Замечаний к пульту нет.',
  settings: 'Открыть «Настройки»',
  help: 'Где искать помощь',
  helpItems: [
    ['Сводка не обновляется', '«Расписание»: включено ли оно и чем кончился последний запуск.'],
    [
      'Школа видит ошибку в своей строке',
      'вкладка «Замечания» отчётной книги: там названа ячейка и как исправить.',
    ],
    [
      'Кто-то удалил столбец или вкладку',
      '«Книги» → «Проверить вкладки и права». Прежние данные: «Файл» → «История версий».',
    ],
    ['Письмо не пришло', '«Письма»: список отправленного и тех, о ком неизвестно.'],
    [
      'Боковая панель не открывается',
      'войдите в браузере только в одну учётную запись Google или откройте таблицу в режиме инкогнито.',
    ],
  ] as readonly (readonly [string, string])[],
} as const;

export const countAddresses = (count: number): string => counted(count, ADDRESSES);
export const countMails = (count: number): string => counted(count, MAILS);
export const found = (count: number): string => `${plural(count, FOUND)} ${counted(count, ADDRESSES)}`;
