/** Every word of the local page itself; what scripts say is theirs. */

export const words = {
  title: 'Сводка на этом компьютере',
  loading: 'Открываю таблицу…',
  noBooks:
    'У этого человека нет доступа ни к одной книге. Выберите другого в списке «Кто я» или откройте книгу этому человеку (в Google: «Настройки доступа»).',
  loadingRows: 'Подгружаю строки…',
  lost: 'Связь с программой потеряна: она остановлена или перезапускается. Страница подключится сама.',
  found: 'Связь с программой восстановлена. Таблица показана заново.',
  waitsForCell: 'Узнаю, что записано в ячейке…',
  isToday: 'Это сегодняшний день: переводить часы не нужно. Выберите день позже.',
  full: 'Страница «Сводки» уже открыта в этом браузере четыре раза, больше браузер не потянет. Закройте одну из вкладок, и эта откроется сама.',
  backToGrid: 'К таблице',
  book: 'Книга',
  person: 'Кто я',
  clock: 'Сегодня',
  day: 'день',
  week: 'неделя',
  plusDay: '+ день',
  plusWeek: '+ неделя',
  toDate: 'К дате…',
  toDateTitle: 'Перевести часы',
  toDateText: 'До какого дня дойти? По дороге выполнится всё, что стоит в расписании.',
  go: 'Перейти',
  stopWalk: 'Остановить',
  /** Opens the rest of the bar in a narrow window. */
  more: 'Ещё',
  mails: 'Почта',
  download: 'Скачать',
  reset: 'Сначала…',
  resetTitle: 'Начать сначала',
  resetText:
    'Все правки на этой странице пропадут, книга станет такой, какой была вначале, или пустой. Что вернуть?',
  resetYes: 'Вернуть образец',
  resetFile: 'Вернуть книгу из файла',
  emptyBook: 'Пустая таблица',
  resetEmpty: 'Пустая таблица',
  programme: 'Образец',
  menuOf: 'Меню книги',
  noMenuShort: 'Меню нет',
  noMenu: 'У этого человека нет меню: оно есть у тех, кто вошёл в свою учётную запись и может править книгу.',
  tabs: 'Вкладки книги',
  grid: 'Таблица',
  cell: 'Ячейка',
  cellContent: 'Содержимое ячейки',
  readOnly: 'только чтение',
  choose: 'Выбрать…',
  chooseValue: 'Значение из списка',
  follow: 'Перейти по ссылке',
  actions: 'Действия со строками',
  insertRow: 'Вставить строку',
  insertRowShort: '+ строка',
  deleteRows: 'Удалить строки',
  deleteRowsShort: '− строка',
  fillDown: 'Заполнить вниз',
  fillDownShort: '↓ вниз',
  clear: 'Очистить',
  sortUp: 'Сортировать А→Я',
  sortUpShort: 'А→Я',
  sortDown: 'Сортировать Я→А',
  sortDownShort: 'Я→А',
  close: 'Закрыть',
  ok: 'ОК',
  cancel: 'Отмена',
  yes: 'Да',
  no: 'Нет',
  answer: 'Ответ',
  sidebar: 'Боковая панель',
  working: 'Выполняется…',
  outbox: 'Отправленная почта',
  outboxNote: 'Письма остаются на этом компьютере, если при запуске не назван почтовый сервер.',
  noMails: 'Писем пока нет.',
  htmlView: 'Как в почте',
  textView: 'Текстом',
  noText: 'В письме нет текстового вида.',
  from: 'От',
  to: 'Кому',
  copyTo: 'Копия',
  blindCopyTo: 'Скрытая копия',
  attachments: 'Вложения',
  letter: 'Письмо',
  scriptFailed: 'Сценарий остановился с ошибкой',
  guest: 'Не вошёл в учётную запись',
} as const;

/** The clock walks day by day; who looks at the page sees how far. */
export const walking = (day: string): string => `Идёт время: ${day}`;
export const running = (what: string): string => `Выполняется: ${what}`;

/** Another person's run stands until they have answered. */
export const asks = (who: string, what: string): string => `Ждёт ответа: ${who} («${what}»)`;
export const unfinished = (text: string): string =>
  `Вы не закончили: «${text}». Строки сдвинулись, найдите свою и впишите снова.`;
export const notSaved = (text: string, cell: string): string =>
  `Не сохранено: «${text}» (ячейка ${cell}). Связи с программой нет; повторите, когда она вернётся.`;
export const notSavedWhy = (text: string, cell: string, why: string): string =>
  `Не сохранено: «${text}» (ячейка ${cell}). ${why}`;
export const notSavedMoved = (text: string): string =>
  `Не сохранено: «${text}». Строки сдвинулись, пока вы писали: найдите свою и впишите снова.`;
export const notDone = 'Не сохранено: связи с программой нет. Повторите действие, когда она вернётся.';

export const refusals = {
  protectedCell: (cell: string): string =>
    `Ячейка ${cell} защищена: её заполняют другие или сама «Сводка». Осталось прежнее значение.`,
  protectedLines: 'Строки защищены: вставлять, удалять и переставлять их здесь нельзя. Ничего не изменилось.',
  protectedRange: (range: string): string =>
    `В области ${range} есть защищённые ячейки. Ничего не изменилось: выделите только свои столбцы.`,
  noAccess: 'Эту книгу можно только смотреть: права на правку у этого человека нет.',
  notFound: 'Такой вкладки больше нет. Откройте книгу заново.',
  badRange: (range: string): string => `Так сделать нельзя: ${range}.`,
  invalid: (cell: string, help: string): string =>
    `Ячейка ${cell} не принимает такое значение. ${help === '' ? '' : `${help} `}Осталось прежнее значение.`,
  oneOf: (values: readonly string[]): string => `Можно: ${values.join(', ')}.`,
  accepted: (help: string): string => `Записано, но не подходит к столбцу. ${help}`.trim(),
  pasteTooLarge: 'Вставить столько ячеек сразу нельзя: не больше 20 000.',
  moved:
    'Строки или столбцы только что сдвинулись. Ничего не изменилось: посмотрите, где ваша строка, и повторите.',
  emptyPaste: 'Вставлять нечего: в буфере нет текста.',
  merged: 'Это действие для объединённых ячеек не предлагается.',
  walking: 'Часы уже идут: дождитесь конца или остановите их.',
  past: 'Назад часы не идут: можно только вперёд. Чтобы начать заново, нажмите «Сначала…».',
  tooFar: 'За один раз можно пройти не больше года.',
  badDay: 'Это не похоже на дату: напишите, например, 15.12.2020.',
  notHere: 'Здесь такой страницы нет. Откройте таблицу заново.',
  noMenuItem: 'Такого пункта в меню этого человека больше нет. Откройте книгу заново.',
  badRequest: 'Запрос не разобран: страница и программа разных версий. Перезагрузите страницу.',
  tooLarge: 'Слишком много данных за один раз: не больше 50 МБ. Ничего не изменилось.',
  outside: (rows: number, columns: number): string =>
    `Такого места на этой вкладке нет: в ней строк ${rows}, столбцов ${columns}. Ничего не изменилось.`,
  cannotOpen: 'Эта книга для этого человека закрыта: её ведёт управление.',
} as const;

/** Said when somebody tries what the page does not offer; nothing changes then. */
export const notOffered = {
  undo: 'Отмены действия здесь нет: каждая правка сразу сохранена. Введите прежнее значение.',
  cut: 'Вырезание здесь не предлагается: скопируйте, вставьте и очистите прежнее место.',
  format: 'Оформление здесь не меняют: цвета ставит сама таблица.',
  other: 'Это действие здесь не предлагается.',
} as const;

/** What a file is that was given in place of a book; '' where its content does not say. */
const KIND_WORDS = {
  docx: 'документ Word (.docx)',
  pptx: 'презентация (.pptx)',
  openDocument: 'документ OpenDocument (.ods, .odt)',
  pdf: 'документ PDF',
  oldOffice: 'файл Office старого вида (.xls, .doc): сохраните таблицу как .xlsx',
  folder: 'папка',
  zip: 'архив',
  other: '',
} as const;
/** What a file is by its content; `forbidden` cannot be looked into. */
export type FileKind = keyof typeof KIND_WORDS | 'xlsx' | 'forbidden';

function badFile(path: string, kind: FileKind): string {
  if (kind === 'xlsx')
    return `файл ${path} не читается: книга .xlsx или файл .svodka.json рядом с ней повреждены`;
  if (kind === 'forbidden') return `файл ${path} не читается: проверьте права доступа к нему`;
  const words = KIND_WORDS[kind];
  return `файл ${path} не читается: это не книга .xlsx${words === '' ? '' : `, а ${words}`}`;
}

export const server = {
  address: (url: string): string => `Страница открыта по адресу ${url}`,
  stop: 'Остановить: Ctrl+C. Правки сохраняются сразу.',
  portTaken: (port: number): string => `порт ${port} занят: закройте другую программу или укажите --port`,
  badPort: (text: string): string => `--port ждёт число от 1 до 65535, а получил «${text}»`,
  restored: (dir: string): string => `Продолжаю с того, что сохранено в папке ${dir}.`,
  noFile: (path: string): string => `файла ${path} нет`,
  badFile: (path: string, kind: FileKind): string => badFile(path, kind),
  bomb: (path: string): string =>
    `файл ${path} не открыт: распакованный он занял бы слишком много места (больше 256 МБ или почти одни повторы)`,
  badData: (dir: string): string => `папку ${dir} создать нельзя`,
  notFolded: (why: string): string =>
    `Сохранить книги целиком не удалось, правки пока остаются в журнале. ${why}`,
  diskFull: 'На диске нет места: освободите его и повторите. Это не сохранено.',
  diskRefused: (path: string): string =>
    `Диск не дал записать или прочитать ${path}: проверьте права и место.`,
  staleAddress: 'Адрес устарел: возьмите новый в окне программы.',
  dataInUse: (dir: string): string => `с папкой ${dir} уже работает другая программа «Сводки»: остановите её`,
  dataInUseAt: (dir: string, computer: string, path: string): string =>
    `с папкой ${dir} работает «Сводка» на компьютере ${computer}: остановите её там; если она там не запущена, удалите файл ${path}`,
  oldTaken: (before: string, now: string, path: string): string =>
    `Папка правок теперь называется по полному пути файла: ${before} переименована в ${now} (файл ${path}).`,
  oldOfAnother: (before: string, now: string): string =>
    `В папке ${before} правки файла с тем же именем, но другого: они не показаны. Если они этого файла, остановите программу и переименуйте папку в ${now}.`,
  replayed: (count: number): string => `Повторено правок после прошлой остановки: ${count}.`,
  mailNotSent: (why: string): string => `Почтовый сервер не взял письмо. ${why}`,
  notRepeated: (count: number, path: string): string =>
    `Не удалось повторить правок: ${count}. Они отложены в файл ${path}; всё, что было до них, на месте.`,
  olderTaken: (path: string): string =>
    `Файл ${path} не читается: он повреждён. Взято предыдущее сохранение, правки после него повторены по журналу.`,
  damaged: (path: string, dir: string): string =>
    `файл ${path} не читается: он повреждён. Верните его из резервной копии или начните заново: удалите папку ${dir} (её правки пропадут)`,
  stopped: 'Программа остановлена: запустите её снова.',
  buildingPage: 'Собираю страницу…',
} as const;

export const sample = {
  administrator: 'Администратор',
  curator: 'Куратор школы',
  secondCurator: 'Второй куратор',
  head: 'Руководитель района',
} as const;

/** What a page shows where the host itself failed. */
export const hostFailed = (message: string): string => `Внутренняя ошибка программы: ${message}`;
