/** «Напоминания»: a head's request to remind the schools of the district, and what came of it. */
import { type CivilDate, formatRu } from '../../domain/dates/civil';

export const reminders = {
  title: 'Напоминания',
  columns: {
    district: { header: 'Район', help: 'Заполняет Сводка по вкладке «Организации».', example: 'Кировский' },
    asked: {
      header: 'Напомнить',
      help: 'Заполняет руководитель района: в какой день напомнить школам района о сроках, сегодня или позже. Чтобы напомнить ещё раз, поставьте новый день.',
      example: '05.10.2020',
    },
    sent: {
      header: 'Отправлено',
      help: 'Когда просьба выполнена. Заполняет Сводка.',
      example: '05.10.2020 09:10',
    },
    outcome: {
      header: 'Итог',
      help: 'Кому отправлено, кому нет и почему. Заполняет Сводка.',
      example: 'Отправлено: Школа № 1. Не отправлено, нет адреса куратора: Школа № 2.',
    },
  },
} as const;

/** So many names of schools are listed, the rest are counted. */
const MOST_NAMES = 20;

const named = (names: readonly string[]): string =>
  names.length <= MOST_NAMES
    ? names.join(', ')
    : `${names.slice(0, MOST_NAMES).join(', ')} и ещё ${names.length - MOST_NAMES}`;

/** What stands in «Итог». Schools by name only: everybody who has the book reads it. */
export const reminderOutcome = {
  gone: 'Этого района в программе больше нет, напоминать некому.',
  stale: (requestedFor: CivilDate, days: number): string =>
    `Напоминание на ${formatRu(requestedFor)} не отправлено: прошло больше ${days} дней. Если оно ещё нужно, поставьте новый день.`,
  nobody: 'Напоминать некому: у всех школ района всё сдано или срок ещё не скоро.',
  /** `skipped`: schools by why they were not written to, e.g. «нет адреса куратора»; blank lists are left out. */
  sent: (
    sent: readonly string[],
    skipped: readonly { readonly why: string; readonly schools: readonly string[] }[],
  ): string => {
    const parts = [
      sent.length > 0 ? `Отправлено: ${named(sent)}.` : '',
      ...skipped.map(({ why, schools }) =>
        schools.length > 0 ? `Не отправлено, ${why}: ${named(schools)}.` : '',
      ),
    ].filter((part) => part !== '');
    return parts.length > 0 ? parts.join(' ') : reminderOutcome.nobody;
  },
};
