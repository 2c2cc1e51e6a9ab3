/** Version 1 of a control book's tabs: «Закрыть чужие строки» in «Настройки». */
import type { BookMigration } from '../migration';

export const control0to1: BookMigration = { to: 1, columns: { settings: ['closed'] } };
