/** Version 2 of a reporting book: «Решение учтено» in «Отчёт», and «Напоминания». */
import type { BookMigration } from './migration';

export const book1to2: BookMigration = { to: 2, columns: { report: ['decisionSeen'] } };
