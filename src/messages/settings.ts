/** Names and explanations of the rows of «Настройки». */
import type { SettingName } from '../domain/settings';

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
  };

export const BOOK_PREFIX = 'Отчётная книга';
export const BOOK_HELP = 'Адрес или код таблицы, в которой отчитываются школы. Добавляется из меню.';

export const SETTING_NAME_WORDS = Object.fromEntries(
  Object.entries(SETTING_WORDS).map(([name, words]) => [name, words.name]),
) as Readonly<Record<SettingName, string>>;
