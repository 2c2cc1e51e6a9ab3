/** What the server says to the schools' sidebar. */

export const sidebarServer = {
  title: 'Сводка: моя школа',
  notSetUp:
    'Эта таблица ещё не настроена. Попросите администратора открыть пульт и выбрать «Настроить таблицы».',
} as const;
