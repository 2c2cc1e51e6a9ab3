/** Version 1 of a control book's tabs: «Закрыть чужие строки» in «Настройки», and frozen columns that fit a phone. */
import type { BookMigration } from '../migration';

export const control0to1: BookMigration = {
  to: 1,
  columns: { settings: ['closed'] },
  laid: {
    settings: { frozen: 1, widths: { name: 260, value: 360 } },
    addresses: { frozen: 1, widths: { email: 260 } },
  },
};
