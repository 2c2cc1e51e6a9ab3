/** A problem with people's data is a value: what was found, as a code that src/messages/tabs/issues.ts puts into words. */
import type { CivilDate } from '../dates/civil';
import type { ColumnType } from './columnTypes';
import type { TypeProblem } from './columnTypes/columnType';

export type Problem =
  // one cell
  | { readonly code: 'required' }
  | { readonly code: 'errorCell' }
  /** Where a value belongs: see formulas.ts. */
  | { readonly code: 'formula' }
  | Exclude<TypeProblem, { readonly code: 'notOfType' }>
  /** The cell is nothing that a column of this type may hold. */
  | { readonly code: 'notOfType'; readonly type: ColumnType }
  | { readonly code: 'dateInFuture' }
  | { readonly code: 'dateBeforeStart'; readonly start: CivilDate }
  | { readonly code: 'numberTooSmall'; readonly min: number }
  | { readonly code: 'numberTooBig'; readonly max: number }
  | { readonly code: 'notInBooks' }
  /** Of «Адреса»: a code or a district that several books have, and the row does not say which. */
  | { readonly code: 'inSeveralBooks' }
  | { readonly code: 'noSuchStage'; readonly stage: string }
  | { readonly code: 'tooLong'; readonly length: number }
  | { readonly code: 'pattern'; readonly says: string }
  | { readonly code: 'personalData'; readonly kinds: readonly string[] }
  // several cells of a row
  | { readonly code: 'onlyWhen'; readonly column: string }
  | { readonly code: 'requiredWhen'; readonly column: string }
  | { readonly code: 'before'; readonly column: string }
  | { readonly code: 'moreThan'; readonly column: string }
  | { readonly code: 'documentMissing' }
  | { readonly code: 'duplicate'; readonly row: number }
  // rows of «Отчёт»
  | { readonly code: 'rowUnclear' }
  /** Data of row `holds` stand here, this row's own in row `ownIn`; rows of the sheet, from 1; null: nowhere. */
  | { readonly code: 'cellsMoved'; readonly holds: number | null; readonly ownIn: number | null }
  | { readonly code: 'rowTwice'; readonly row: number }
  | { readonly code: 'rowForeign' }
  /** Filed by somebody of another organisation, or decided by somebody of another district (its key). */
  | { readonly code: 'filedElsewhere'; readonly by: string }
  | { readonly code: 'decidedElsewhere'; readonly by: string; readonly district: string }
  // the programme
  | { readonly code: 'noStages' }
  | { readonly code: 'noOrganisations' }
  | { readonly code: 'stageUndated' }
  | { readonly code: 'nobodyReports' }
  | { readonly code: 'formerDistricts' }
  | { readonly code: 'districtsAlike'; readonly other: string }
  | { readonly code: 'organisationTwice'; readonly row: number }
  // tabs and books
  | { readonly code: 'missingTab' }
  | { readonly code: 'tabRestored'; readonly on: CivilDate }
  | { readonly code: 'columnRestored'; readonly on: CivilDate }
  | { readonly code: 'columnTwice' }
  | { readonly code: 'headerTaken' }
  | { readonly code: 'mergedCells'; readonly range: string }
  | { readonly code: 'wrongLocale'; readonly locale: string }
  | { readonly code: 'wrongTimeZone'; readonly zone: string; readonly expected: string }
  | { readonly code: 'settingInvalid'; readonly used: string }
  | { readonly code: 'columnTypeUnknown' }
  // a group of the same
  | { readonly code: 'andMore'; readonly count: number; readonly of: Problem };
