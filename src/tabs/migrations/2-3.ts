/** Version 3 of a reporting book: where a report counts, who filed and decided, and where an organisation was before. */
import type { BookMigration } from './migration';

export const book2to3: BookMigration = {
  to: 3,
  columns: { report: ['countedIn', 'filedBy', 'decidedBy'], organisations: ['formerDistricts'] },
};
