/** Every word of the importer's page. */
import { callWords } from '../jobs/pageCalls';
import { counted, type Forms, NOUNS } from '../words/plural';

const TARGETS: Forms = ['показатель', 'показателя', 'показателей'];
const QUESTIONS: Forms = ['вопрос', 'вопроса', 'вопросов'];
const REPORTS: Forms = ['отчёт', 'отчёта', 'отчётов'];
const ADDRESSES: Forms = ['адрес', 'адреса', 'адресов'];

export const page = {
  title: 'Из письма в таблицу',
  steps: ['Письмо', 'Проверка', 'Что изменится', 'Готово'],
  stepsLabel: 'Шаги',
  next: 'Дальше',
  back: 'Назад',
  close: 'Закрыть',
  again: 'Попробовать ещё раз',
  untitled: 'без названия',
  none: 'нет',
} as const;

export const sources = {
  letter: 'Письмо',
  letterHelp:
    'Вставьте текст письма (Ctrl+V) или перетащите файл .docx или .txt. Таблицы из Word и Google Документов понятны.',
  list: 'Список организаций',
  listHelp:
    'Если в письме его нет: вставьте таблицу или выберите файл .xlsx. Столбцы в любом порядке, с заголовками.',
  choose: 'Выбрать файл…',
  chooseFor: (what: string) => `Выбрать файл: ${what}`,
  clear: 'Очистить',
  fromFile: (name: string) => `Из файла «${name}»`,
  fromTable: 'Вставлено с таблицами',
  reading: 'Читаем…',
  found: (stages: number, targets: number, organisations: number, questions: number) =>
    stages + targets + organisations === 0
      ? 'Пока ничего не найдено.'
      : `Найдено: ${[
          counted(stages, NOUNS.stage),
          targets > 0 ? counted(targets, TARGETS) : '',
          counted(organisations, NOUNS.organisation),
          questions > 0 ? counted(questions, QUESTIONS) : '',
        ]
          .filter((part) => part !== '')
          .join(', ')}.`,
  empty: 'Вставьте письмо или список: остальное появится само.',
  personal: (count: number) =>
    `В тексте есть личные данные (мест: ${count}). Они отмечены, в таблицу не попадут и никуда не отправляются.`,
  nothing:
    'В этом тексте не нашлось ни этапов, ни показателей, ни организаций. Можно добавить их вручную на следующем шаге.',
  changed: 'Текст изменился после правок. Прочитать его заново? Правки в таблице этапов тогда пропадут.',
  readAnew: 'Прочитать заново',
  keepEdits: 'Оставить правки',
  drop: 'Отпустите файл здесь',
} as const;

export const files = {
  pdf: 'Это PDF. Откройте его, выделите весь текст (Ctrl+A), скопируйте (Ctrl+C) и вставьте сюда (Ctrl+V).',
  oldOffice: 'Это старый формат Word или Excel. Откройте файл и сохраните его как .docx или .xlsx.',
  unknown:
    'Понятны файлы .docx, .txt и .xlsx. Текст любого другого документа можно скопировать и вставить сюда.',
  broken: (name: string) => `Файл «${name}» не читается: он повреждён или это не документ Office.`,
  tooBig: 'Файл слишком большой для письма. Скопируйте из него нужную часть и вставьте сюда.',
} as const;

export const review = {
  tabs: {
    stages: 'Этапы',
    targets: 'Показатели',
    organisations: 'Организации',
    questions: 'Вопросы',
  },
  tabsLabel: 'Что прочитано',
  letter: 'Текст письма',
  letterEmpty: 'Нажмите на строку, и здесь будет видно её место в письме.',
  listText: 'Текст списка',
  line: (line: number) => `строка ${line}`,
  add: {
    stages: 'Добавить этап',
    targets: 'Добавить показатель',
    organisations: 'Добавить организацию',
  },
  remove: 'Убрать',
  removeRow: (name: string) => `Убрать: ${name}`,
  removed: (name: string) => `Убрано: ${name}.`,
  undo: 'Вернуть',
  more: 'Подробнее',
  less: 'Свернуть',
  moreOf: (name: string) => `Подробнее: ${name}`,
  showPlace: (name: string) => `Показать в письме: ${name}`,
  approval: { no: 'не нужно', yes: 'нужно', included: 'нужно, входит в срок' },
  everybody: 'все',
  reportersSame: (words: string) => `Так же для всех, где ответственный «${words}»`,
  emails: 'Адреса куратора',
  emailsHelp: 'Через запятую. Попадут на вкладку «Адреса» пульта.',
  idHelp: 'Пусто: код появится сам.',
  code: 'Код',
  /** Before the number of a point of an order that has a plan beside it. */
  pointMark: 'п.',
  district: 'Район для тех, у кого он не указан:',
  districtSet: 'Поставить',
  typeUnset: 'выберите',
  search: 'Найти организацию',
  page: (from: number, to: number, of: number) => `${from}–${to} из ${of}`,
  previous: 'Предыдущие',
  following: 'Следующие',
  empty: {
    stages: 'Этапов нет. Если в письме они есть, проверьте текст на первом шаге или добавьте этап вручную.',
    targets: 'Показателей в письме не нашлось.',
    organisations: 'Организаций нет. Список можно вставить на первом шаге или добавить вручную.',
    questions: 'Вопросов нет: всё прочитано однозначно.',
  },
  questionDone: 'Проверено',
  questionDoneOf: (text: string) => `Проверено: ${text}`,
  goTo: 'Перейти',
  addFromQuestion: 'Добавить этапом',
  sameOne: 'Это одна организация',
  responsibleUnclear: (words: string) =>
    `не ясно, какие организации отчитываются: «${words}». Пока отчитываются все`,
  responsibleMissing: 'ответственный не назван: отчитываются все организации',
  issuesLeft: (count: number) => `${counted(count, NOUNS.issue)}: без этого записать нельзя.`,
  issuesShow: 'Показать первое',
  openQuestions: (count: number) => `Не просмотрено: ${counted(count, QUESTIONS)}.`,
  ready: 'Замечаний нет.',
  required: 'Заполните.',
  dateRequired: 'Укажите дату или выберите другой вид срока.',
  personalHere: (kind: string) => `личные данные: ${kind}`,
} as const;

export const changes = {
  reading: 'Смотрим, что уже есть в таблице…',
  book: 'Отчётная книга',
  programme: 'Название программы',
  programmeHelp: 'В настройках его ещё нет. Стоит в заголовках сводок.',
  nothing: 'Менять нечего: в таблице уже всё так, как в черновике.',
  summary: 'Что будет записано',
  added: 'Добавится',
  changed: 'Изменится',
  same: 'Без изменений',
  tab: 'Вкладка',
  addresses: 'Адреса (пульт)',
  addedList: (tab: string, count: number) => `${tab}: новые строки (${count})`,
  changedTitle: 'Изменится в строках, которые уже есть',
  field: 'Столбец',
  from: 'Сейчас',
  to: 'Станет',
  empty: 'пусто',
  blankKept: 'Пустые поля черновика не стирают того, что уже записано в таблице.',
  goneTitle: 'Этих этапов в черновике нет',
  goneHelp:
    'Они останутся в таблице. Отметьте те, что больше не нужны: их строки сохранятся, но учитываться не будут («Снят» = да).',
  filed: (count: number) => (count === 0 ? 'отчётов нет' : `сдано: ${counted(count, REPORTS)}`),
  absent: (count: number, filed: number) =>
    `${counted(count, NOUNS.organisation)} из таблицы в черновике нет (${filed === 0 ? 'отчётов нет' : `сдано: ${counted(filed, REPORTS)}`}). Они останутся как есть.`,
  questionsTitle: 'Ответьте, чтобы ничего не перепутать',
  stageQuestion: (id: string, found: string, given: string) =>
    `Код ${id} в таблице у этапа «${found}», а в черновике у «${given}».`,
  organisationQuestion: (id: string, found: string, given: string) =>
    `«${given}» похоже на «${found}» (${id}) из таблицы.`,
  stageSame: 'Тот же этап, изменилось название',
  stageNew: 'Это другой этап',
  organisationSame: 'Это она',
  organisationNew: 'Это другая организация',
  allSame: 'Всё то же самое',
  allNew: 'Всё новое',
  write: 'Записать в таблицу',
  writing: 'Записываем в таблицу…',
  building: 'Создаём строки отчёта…',
  answerFirst: (count: number) => `Сначала ответьте: ${counted(count, QUESTIONS)}.`,
  newAddresses: (count: number) => `На вкладку «Адреса» пульта: ${counted(count, ADDRESSES)}.`,
} as const;

export const finish = {
  written: 'Программа в таблице',
  rowsLater:
    'Программа записана, но строки отчёта пока не созданы. Нажмите ещё раз или выберите в меню «Обновить сводку сейчас».',
  rowsAgain: 'Создать строки отчёта',
  nextTitle: 'Что дальше',
  next: [
    'Проверьте вкладки «Этапы» и «Организации» отчётной книги.',
    'Включите расписание: «Сводка» → «Включить расписание».',
    'Откройте отчётную книгу школам: «Настройки доступа», роль «Редактор».',
  ],
} as const;

export const callErrors = callWords(
  'Черновик здесь.',
  'Это окно работает только в пульте. Откройте его из меню «Сводка» книги «Пульт».',
);
