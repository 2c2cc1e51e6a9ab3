/** Names and explanations of the rows of «Настройки», and the words in which their values are written. */

import type { SettingWords } from '../../domain/settings/readSettings';
import { DEFAULT_SETTINGS, type SettingName } from '../../domain/settings/settings';
import { SHORT_WEEKDAYS, WEEKDAYS } from '../words/days';
import { NO, YES } from '../words/words';

export const SETTING_WORDS: Readonly<Record<SettingName, { readonly name: string; readonly help: string }>> =
  {
    programmeTitle: { name: 'Название программы', help: 'Стоит в заголовках сводок и писем.' },
    programmeStart: {
      name: 'Начало программы',
      help: 'Отчёты с более ранней датой считаются ошибкой. Можно оставить пустым.',
    },
    soonDays: {
      name: 'Скоро срок, дней',
      help: 'За сколько дней до срока строка становится жёлтой: от 0 до 60. Пусто: 7.',
    },
    timeZone: {
      name: 'Часовой пояс',
      help: 'Например Europe/Moscow или Asia/Yekaterinburg. По нему наступает «сегодня».',
    },
    repairHour: {
      name: 'Час ночной проверки',
      help: 'От 0 до 23: в этот час восстанавливаются заголовки, списки, цвета и защита. Пусто: 3.',
    },
    rebuildMinutes: {
      name: 'Обновлять не реже, минут',
      help: 'От 10 до 1440, пусто: 60. После изменений сводка обновляется раньше.',
    },
    administrators: {
      name: 'Администраторы',
      help: 'Адреса тех, кто, кроме владельца, меняет этапы и организации. Через запятую.',
    },
    googleAccounts: {
      name: 'Учётные записи Google',
      help: 'Кроме gmail.com: домены и адреса, про которые вы знаете, что это учётные записи Google. Через запятую, например: school.example, ivanova@example.org.',
    },
    mailOn: {
      name: 'Рассылка писем',
      help: 'да или нет. Пусто: нет. Первый раз включите её в меню «Сводка», там же видно, кому что уйдёт.',
    },
    mailReplyTo: {
      name: 'Адрес для ответов',
      help: 'Сюда придут ответы на письма. Пусто: тому, кто включил расписание.',
    },
    mailSender: {
      name: 'Отправитель',
      help: 'Как подписаны письма, например «Управление образования». Можно оставить пустым.',
    },
    mailLanguage: {
      name: 'Язык писем',
      help: 'русский или английский. Пусто: русский. На вкладке «Адреса» можно указать другой для одного адреса.',
    },
    ministryDays: {
      name: 'Сводка министерству, дни недели',
      help: 'Например: пн, чт. Слово «нет»: только после сроков. Пусто: пн.',
    },
    ministryHour: { name: 'Сводка министерству, час', help: 'От 0 до 19. Пусто: 9.' },
    districtDays: {
      name: 'Сводка районам, дни недели',
      help: 'Например: пн. Слово «нет»: только после сроков. Пусто: пн.',
    },
    districtHour: { name: 'Сводка районам, час', help: 'От 0 до 19. Пусто: 9.' },
    afterDeadline: {
      name: 'Сводка наутро после срока',
      help: 'да или нет: сводки уходят и наутро после срока каждого этапа. Пусто: да.',
    },
    remindDays: {
      name: 'Напоминать до срока, дней',
      help: 'За сколько дней до срока напомнить тем, кто не сдал. О каждом сроке один раз: письмо называет всё, чему скоро срок. Два числа (7, 1): два письма. Не больше, чем «Скоро срок, дней». Слово «нет»: не напоминать. Пусто: 3.',
    },
    remindHour: { name: 'Напоминания, час', help: 'От 0 до 19. Пусто: 9.' },
    lateEvery: {
      name: 'Напоминать о просроченном раз в … дней',
      help: 'Первый раз наутро после срока, если перерыв между письмами уже прошёл. От 1 до 60, пусто: 7.',
    },
    remindGap: {
      name: 'Одному человеку не чаще раза в … дней',
      help: 'Сколько дней не напоминать после напоминания, о чём бы оно ни было. Не действует на просьбу района и на срок, который иначе прошёл бы без единого письма. От 1 до 60, пусто: 7.',
    },
    quietDays: {
      name: 'Тихие дни недели',
      help: 'В эти дни по расписанию ничего не уходит. Слово «нет»: таких дней нет. Пусто: сб, вс.',
    },
    quietDates: {
      name: 'Тихие даты',
      help: 'Праздники и каникулы: 04.11.2020, 31.12.2020–10.01.2021. Письма уйдут в первое утро после них.',
    },
    mailReserve: {
      name: 'Запас писем на день',
      help: 'Столько писем из дневного ограничения почты остаётся для отправки вручную. Пусто: 10.',
    },
  };

export const BOOK_PREFIX = 'Отчётная книга';
export const BOOK_HELP = 'Адрес или код таблицы, в которой отчитываются школы. Добавляется из меню.';

/** Weekdays as people write them, Monday first. */
const SPELLINGS = WEEKDAYS.map((name, index) => [SHORT_WEEKDAYS[index] ?? '', name]);
const dayNames = (days: readonly number[]): string =>
  days.length === 0 ? NO : days.map((day) => SHORT_WEEKDAYS[day - 1] ?? '').join(', ');
const numbers = (list: readonly number[]): string => (list.length === 0 ? NO : list.join(', '));
const yesNo = (value: boolean): string => (value ? YES : NO);

export const LANGUAGE_NAMES = { ru: 'русский', en: 'английский' } as const;

/** What is used where a row is blank or makes no sense; «—» for nothing at all. */
function defaultTexts(): Readonly<Record<SettingName, string>> {
  const {
    books: _books,
    closedBooks: _closedBooks,
    mailOn,
    mailLanguage,
    ministryDays,
    districtDays,
    afterDeadline,
    remindDays,
    quietDays,
    ...plain
  } = DEFAULT_SETTINGS;
  const shown = Object.entries(plain).map(([name, value]) => [name, String(value ?? '') || '—']);
  return {
    ...(Object.fromEntries(shown) as Readonly<Record<keyof typeof plain, string>>),
    mailOn: yesNo(mailOn),
    mailLanguage: LANGUAGE_NAMES[mailLanguage],
    ministryDays: dayNames(ministryDays),
    districtDays: dayNames(districtDays),
    afterDeadline: yesNo(afterDeadline),
    remindDays: numbers(remindDays),
    quietDays: dayNames(quietDays),
  };
}

export const SETTING_NAME_WORDS = Object.fromEntries(
  Object.entries(SETTING_WORDS).map(([name, words]) => [name, words.name]),
) as Readonly<Record<SettingName, string>>;

export const READING_WORDS: SettingWords = {
  names: SETTING_NAME_WORDS,
  defaults: defaultTexts(),
  bookPrefix: BOOK_PREFIX,
  yes: YES,
  no: NO,
  none: NO,
  weekdays: SPELLINGS,
  languages: LANGUAGE_NAMES,
};
