/** Every word of the schools' sidebar. */
import { type CivilDate, formatRu } from '../../domain/dates/civil';
import { type StatusName, statusOf } from '../../domain/report/statuses';
import { callWords } from '../jobs/pageCalls';
import { COLUMN_TYPE_HELP } from '../words/columnTypes';
import { dayInWords } from '../words/days';
import { counted, type Forms, NOUNS, plural } from '../words/plural';
import { REFILED_WORDS } from '../words/words';

/** After «на»: the same as in the nominative, but a name of its own says that it was thought of. */
const DAYS: Forms = NOUNS.day;
const REMAIN: Forms = ['остался', 'осталось', 'осталось'];
const STAGES_OF: Forms = ['этапа', 'этапов', 'этапов'];
const FIELDS: Forms = ['поле', 'поля', 'полей'];

export const sidebar = {
  title: 'Сводка',
  screensLabel: 'Разделы',
  screens: {
    school: 'Моя школа',
    help: 'Что здесь писать?',
    issues: 'Замечания',
    district: 'Район',
  },
  opening: 'Открываем…',
  again: 'Попробовать ещё раз',
  kept: 'Набранное не пропало.',
  offline:
    'Нет связи с интернетом. То, что вы набрали, сохранено на этом компьютере: подождите связи и продолжайте.',
  showInTable: 'Показать в таблице',
  going: 'Переходим…',
  gone: 'Готово: ячейка выделена в таблице.',
} as const;

export const callErrors = callWords(
  '',
  'Эта страница работает только в отчётной книге. Закройте её и откройте из меню «Сводка».',
);

/** «осталось 3 дня», «просрочено на 2 дня»; '' where there is nothing to count. */
export function daysInWords(status: StatusName, days: number | null): string {
  if (days === null) return '';
  const counts = statusOf(status).days;
  if (status === 'unapproved') return `срок согласования прошёл ${counted(days, DAYS)} назад`;
  if (counts === 'overdue') return `просрочено на ${counted(days, DAYS)}`;
  if (counts === 'late') return `на ${counted(days, DAYS)} позже срока`;
  if (counts === null) return '';
  if (days === 0) return 'срок сегодня';
  return days === 1 ? 'срок завтра' : `${plural(days, REMAIN)} ${counted(days, DAYS)}`;
}

export const choosing = {
  title: 'Какая школа ваша?',
  help: 'Начните писать название или номер. Кавычки, «МБОУ» и порядок слов не важны.',
  label: 'Название или номер организации',
  example: 'например, школа 5',
  listLabel: 'Подходящие организации',
  loading: 'Читаем список организаций…',
  saving: 'Запоминаем вашу организацию…',
  none: 'Такой организации в списке нет. Проверьте номер или напишите только часть названия. Если её правда нет, скажите администратору таблицы.',
  found: (count: number) =>
    count === 1
      ? 'Нашлась одна: нажмите на неё.'
      : `Подходят ${counted(count, NOUNS.organisation)}. Выберите свою.`,
  alike: (count: number, name: string) =>
    count === 1
      ? `Точно такой нет. Похожая: ${name}. Если она ваша, нажмите на неё.`
      : `Точно такой нет. Похожие: ${counted(count, NOUNS.organisation)}. Если ваша среди них, нажмите на неё.`,
  more: (count: number) => `…и ещё ${count}. Допишите название.`,
  empty: 'В таблице пока нет ни одной организации. Её готовит администратор: откройте панель позже.',
  cancel: 'Оставить прежнюю',
} as const;

export const checklist = {
  change: 'Сменить школу',
  progress: (done: number, all: number) => `Сдано ${done} из ${counted(all, STAGES_OF)}`,
  allDone: (all: number) => `Сдано всё: ${counted(all, NOUNS.stage)}. Спасибо!`,
  progressLabel: 'Сколько этапов сдано',
  counts: {
    overdue: (count: number, of: { readonly overdueAwaiting: number; readonly overdueReturned: number }) => {
      const parts = [
        of.overdueReturned > 0 && `возвращено: ${of.overdueReturned}`,
        of.overdueAwaiting > 0 && `решает район: ${of.overdueAwaiting}`,
      ].filter((part) => part !== false);
      return `просрочено: ${count}${parts.length === 0 ? '' : ` (из них ${parts.join(', ')})`}`;
    },
    soon: (count: number) => `скоро срок: ${count}`,
    returned: (count: number) => `возвращено, срок впереди: ${count}`,
    invalid: (count: number) => `Исправить данные: ${count}.`,
    document: (count: number) => `от вас ждут документ: ${count}`,
    awaiting: (count: number) => `Ждут решения района: ${count}.`,
  },
  empty: 'Для вашей организации этапов пока нет. Они появятся, когда их добавит администратор.',
  todo: 'Что нужно сделать',
  awaitingTitle: 'Ждут решения района',
  done: (count: number) => `Сдано: ${counted(count, NOUNS.stage)}`,
  notExpected: (count: number) => `Не требуется: ${counted(count, NOUNS.stage)}`,
  due: (date: CivilDate) => `Срок: ${dayInWords(date)}`,
  extended: 'срок продлён',
  undated: 'Срок назовут позже',
  result: 'Представить:',
  documentNeeded: 'Нужен документ: номер и дата приказа или ссылка.',
  awaiting: 'Вы отчитались. Теперь решает район, от вас пока ничего не нужно.',
  documentAwaited: 'День записан, но от вас ждут документ: номер и дату приказа или ссылку.',
  addDocument: 'Добавить документ',
  refiled: 'Вы исправили и сдали снова. Теперь решает район.',
  reason: 'Район пишет:',
  handedIn: (date: CivilDate) => `Выполнено: ${dayInWords(date)}`,
  draft: 'Начато, не отправлено',
  issues: (count: number) => counted(count, NOUNS.issue),
  invalid: 'Дату не удалось прочитать: откройте и исправьте.',
  unclear: 'Строка перепутана, неясно, чья она. Откройте, чтобы узнать, что делать.',
  report: 'Отчитаться',
  goOn: 'Продолжить',
  open: 'Открыть',
  repair: 'Исправить',
  actOn: (action: string, stage: string) => `${action}: ${stage}`,
  reload: 'Обновить список',
  reloading: 'Обновляем список…',
} as const;

export const form = {
  back: 'К списку этапов',
  loading: 'Открываем этап…',
  save: 'Отправить отчёт',
  saving: 'Записываем в таблицу…',
  readOnly:
    'Эти ячейки вам менять нельзя: вы видите их, но не отправляете. Если это ваша школа, напишите администратору таблицы.',
  draftBack: 'Вернули то, что вы набрали и не отправили.',
  startAnew: 'Очистить набранное',
  draftKept: 'Набранное хранится, пока вы его не отправите.',
  personalNotKept:
    'Поле с личными данными нигде не хранится: уберите их, иначе оно пропадёт, когда вы закроете панель.',
  inTable: (text: string) => `Сейчас в таблице: ${text}`,
  example: (text: string) => `Например: ${text}`,
  required: 'обязательно',
  unfilled: 'не заполнено',
  notInList: (text: string) => `${text} (нет в списке)`,
  calendar: 'Календарь',
  calendarFor: (what: string) => `Календарь: ${what}`,
  today: 'Сегодня',
  readAs: (words: string) => `Это ${words}.`,
  nothingChanged: 'Вы ничего не изменили: отправлять нечего.',
  wrong: (count: number) => `Исправьте сначала: ${counted(count, FIELDS)}.`,
  missing: (headers: readonly string[]) =>
    `Не хватает: ${headers.map((header) => `«${header}»`).join(', ')}. Заполните или отправьте так: можно дописать потом, до тех пор это будет в «Замечаниях».`,
  sendAnyway: 'Отправить без этого',
  saveAgain: 'Сохранить изменения',
  notDone: 'Этап ещё не сдан: не указана дата выполнения.',
  saved: 'Записано в таблицу.',
  savedStatus: (status: string) => `Состояние этапа: ${status.replace(/\.$/, '')}.`,
  conflictTitle: 'Пока вы писали, эту строку изменили',
  conflictHelp: 'Ничего не перезаписано. Выберите, что оставить.',
  theirs: 'Оставить как в таблице',
  mine: 'Записать моё',
  value: (text: string) => (text === '' ? 'пусто' : text),
  decideFirst: 'Выберите в каждом вопросе, что оставить.',
  conflictAgain: 'Отправить с этим выбором',
  nothingLeft: 'Оставлено то, что уже в таблице.',
  repairMore: 'Исправить ещё раз',
  previousMonth: 'Предыдущий месяц',
  nextMonth: 'Следующий месяц',
  calendarHelp: 'Стрелки выбирают день, Enter ставит его, Escape закрывает.',
  notYetDay: 'Этот день ещё не наступил.',
  beforeProgramme: 'Программа тогда ещё не началась.',
  closeCalendar: 'Закрыть календарь',
} as const;

export const help = {
  title: 'Что здесь писать?',
  start: 'Выделите ячейку в таблице: здесь появится, что в ней писать.',
  loading: 'Смотрим, какая ячейка выделена…',
  notOurs: 'Эта ячейка не из таблиц Сводки. Выделите ячейку на вкладке «Отчёт».',
  place: (tab: string, cell: string) => `${tab}, ячейка ${cell}`,
  meaning: 'Что это',
  allowed: 'Что можно писать',
  example: 'Пример',
  now: 'Сейчас здесь',
  empty: 'пусто',
  good: 'Здесь всё в порядке.',
  wrong: 'Здесь нужно исправить',
  repair: (shown: string) => `Исправить на «${shown}»`,
  repairing: 'Исправляем…',
  perhaps: 'Похоже, это:',
  repaired: 'Исправлено.',
  changedMeanwhile: 'Ячейка уже изменилась, поэтому ничего не исправлено. Посмотрите ещё раз.',
  paused: 'Ячейки давно не менялись, и подсказка остановилась, чтобы не занимать интернет.',
  goOn: 'Показывать дальше',
  hint: 'Подсказка меняется сама, когда вы выделяете другую ячейку.',
  types: COLUMN_TYPE_HELP,
} as const;

export const issues = {
  title: 'Что исправить',
  loading: 'Ищем замечания…',
  none: 'Замечаний нет. Всё записано так, как нужно.',
  noSchool: 'Сначала выберите свою организацию в разделе «Моя школа».',
  count: (count: number) => counted(count, NOUNS.issue),
  place: (tab: string, cell: string) => (cell === '' ? `Вкладка «${tab}»` : `${tab}, ${cell}`),
  found: 'Сейчас:',
  expected: 'Нужно:',
  go: 'Перейти',
  goTo: (what: string) => `Перейти: ${what}`,
  reload: 'Проверить снова',
} as const;

export const district = {
  loading: 'Считаем по району…',
  choose: 'Район',
  organisations: (count: number) => counted(count, NOUNS.organisation),
  expected: (count: number) => `Ожидается ${counted(count, NOUNS.report)}. Вместе доли дают 100 %.`,
  figures: {
    inTime: 'Сдано в срок',
    late: 'Сдано с опозданием',
    missed: 'Просрочено',
    notYetDue: 'Срок не наступил',
  },
  figuresLabel: 'Показатели района',
  percent: (value: number) => `${value} %`,
  overdue: (count: number) => `Просрочено: ${counted(count, NOUNS.report)}`,
  nothingOverdue: 'Просроченных отчётов нет.',
  awaiting: (count: number) => `Ждут вашего решения: ${counted(count, NOUNS.report)}`,
  nothingAwaiting: 'Никто не ждёт решения.',
  refiled: REFILED_WORDS,
  more: (count: number) => `…и ещё ${count}: все они на сводной вкладке района.`,
  summary: 'Открыть сводку района',
  noSummary: 'Сводной вкладки района пока нет: она появится после ближайшего обновления.',
  remind: 'Напомнить школам',
  remindAsk: (count: number) =>
    `Напомнить школам района? Письмо получат кураторы тех, у кого что-то просрочено, скоро срок или возвращено (просрочено сейчас: ${counted(count, NOUNS.report)}). Письма уйдут с ближайшим обновлением, обычно в течение получаса.`,
  remindYes: 'Да, напомнить',
  remindNo: 'Не нужно',
  reminding: 'Записываем просьбу…',
  reminded: (date: CivilDate) => `О напоминании попросили ${formatRu(date)}.`,
  sent: (when: string) => `Отправлено: ${when}.`,
  notSent: 'Письма ещё не отправлены: они уйдут с ближайшим обновлением.',
  empty: 'В районе пока нет отчётов.',
} as const;
