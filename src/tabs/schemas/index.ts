/** All tables, in the order in which their tabs stand. Summary pages are laid out in src/tabs/pages. */
import type { Column, TabSchema } from '../../domain/schema/schema';
import { addressesSchema, journalSchema, serviceSchema, settingsSchema } from './control';
import { coverageSchema, pairsSchema } from './coverage';
import { columnsSchema } from './declaredColumns';
import { organisationsSchema, stagesSchema, targetsSchema } from './programme';
import { remindersSchema } from './reminders';
import { reportSchema } from './report';

/** Columns that the administrator declared in «Столбцы», by the tab they belong to. */
export interface DeclaredColumns {
  readonly report: readonly Column[];
  readonly coverage: readonly Column[];
}

const NO_DECLARED: DeclaredColumns = { report: [], coverage: [] };

export const reportingSchemas = (declared: DeclaredColumns = NO_DECLARED): readonly TabSchema[] => [
  reportSchema(declared.report),
  coverageSchema(declared.coverage),
  pairsSchema,
  remindersSchema,
  stagesSchema,
  columnsSchema,
  targetsSchema,
  organisationsSchema,
];

export const controlSchemas: readonly TabSchema[] = [settingsSchema, addressesSchema, journalSchema];

export { serviceSchema };
