/** What the server says to «Пульт», the control book's sidebar. */
import { failureOf } from '../jobs/pageCalls';
import { counted, type Forms, NOUNS } from '../words/plural';

const TIMES: Forms = ['раз', 'раза', 'раз'];

export const control = {
  title: 'Пульт',
  busy: 'Сейчас идёт другая работа: расписание или чьё-то нажатие. Подождите минуту и нажмите ещё раз.',
  failed: (why: string) => failureOf(why, 'Данные целы.').sentence,
  badInput: 'Запрос не прочитан, ничего не изменилось. Закройте боковую панель и откройте её снова.',
  noBook: 'Этой книги в «Настройках» уже нет. Нажмите «Обновить вид».',
  setUp: 'Пульт настроен: вкладки «Настройки», «Адреса» и «Журнал» на месте.',
  restored: (what: readonly string[]) => `Было удалено, вставлено заново пустым: ${what.join(', ')}.`,
  foreign: 'Книгой управляет другой пульт, этот её не обновляет.',
  foreignKept: 'Книга осталась у другого пульта и не тронута.',
  unfinished: 'Обновление не закончено: расписание продолжит само, или нажмите «Обновить сейчас».',
  failedTimes: (count: number) =>
    `Обновить не получилось ${counted(count, TIMES)} подряд. Почему, написано в «Журнале».`,
  rebuilt: (reports: number, issues: number) =>
    `Готово: ${counted(reports, NOUNS.report)}, ${issues === 0 ? 'замечаний нет' : counted(issues, NOUNS.issue)}.`,
  repaired: (restored: readonly string[]) =>
    restored.length === 0
      ? 'Вкладки, списки, цвета и права на месте.'
      : `Вкладки, списки, цвета и права на месте. ${control.restored(restored)}`,
  next: {
    rebuild: 'обновление сводки',
    repair: 'ночная проверка',
    soon: 'в ближайшие 10 минут',
  },
  tabGone: 'Этой вкладки нет. Обновите книги или нажмите в меню «Настроить таблицы…»: она появится снова.',
} as const;
