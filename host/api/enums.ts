/** A value of one of Apps Script's enums: compared by identity, printed by name. */
export class EnumValue {
  constructor(
    private readonly label: string,
    private readonly position: number,
  ) {}
  name(): string {
    return this.label;
  }
  ordinal(): number {
    return this.position;
  }
  toString(): string {
    return this.label;
  }
  toJSON(): string {
    return this.label;
  }
}

const NAMES = {
  BooleanCriteria:
    'CELL_EMPTY CELL_NOT_EMPTY DATE_AFTER DATE_BEFORE DATE_EQUAL_TO DATE_AFTER_RELATIVE DATE_BEFORE_RELATIVE DATE_EQUAL_TO_RELATIVE NUMBER_BETWEEN NUMBER_EQUAL_TO NUMBER_GREATER_THAN NUMBER_GREATER_THAN_OR_EQUAL_TO NUMBER_LESS_THAN NUMBER_LESS_THAN_OR_EQUAL_TO NUMBER_NOT_BETWEEN NUMBER_NOT_EQUAL_TO TEXT_CONTAINS TEXT_DOES_NOT_CONTAIN TEXT_EQUAL_TO TEXT_STARTS_WITH TEXT_ENDS_WITH CUSTOM_FORMULA',
  BorderStyle: 'DOTTED DASHED SOLID SOLID_MEDIUM SOLID_THICK DOUBLE',
  CopyPasteType:
    'PASTE_NORMAL PASTE_NO_BORDERS PASTE_FORMAT PASTE_FORMULA PASTE_DATA_VALIDATION PASTE_VALUES PASTE_CONDITIONAL_FORMATTING PASTE_COLUMN_WIDTHS',
  DataValidationCriteria:
    'DATE_AFTER DATE_BEFORE DATE_BETWEEN DATE_EQUAL_TO DATE_IS_VALID_DATE DATE_NOT_BETWEEN DATE_ON_OR_AFTER DATE_ON_OR_BEFORE NUMBER_BETWEEN NUMBER_EQUAL_TO NUMBER_GREATER_THAN NUMBER_GREATER_THAN_OR_EQUAL_TO NUMBER_LESS_THAN NUMBER_LESS_THAN_OR_EQUAL_TO NUMBER_NOT_BETWEEN NUMBER_NOT_EQUAL_TO TEXT_CONTAINS TEXT_DOES_NOT_CONTAIN TEXT_EQUAL_TO TEXT_IS_VALID_EMAIL TEXT_IS_VALID_URL VALUE_IN_LIST VALUE_IN_RANGE CUSTOM_FORMULA CHECKBOX',
  DeveloperMetadataLocationType: 'SPREADSHEET SHEET ROW COLUMN',
  DeveloperMetadataVisibility: 'DOCUMENT PROJECT',
  Dimension: 'COLUMNS ROWS',
  InterpolationType: 'NUMBER PERCENT PERCENTILE MIN MAX',
  ProtectionType: 'RANGE SHEET',
  RelativeDate: 'TODAY TOMORROW YESTERDAY PAST_WEEK PAST_MONTH PAST_YEAR',
  SheetType: 'GRID OBJECT DATASOURCE',
  WrapStrategy: 'WRAP OVERFLOW CLIP',
} as const;

export type EnumName = keyof typeof NAMES;

function build(names: string): Readonly<Record<string, EnumValue>> {
  return Object.freeze(
    Object.fromEntries(names.split(' ').map((name, index) => [name, new EnumValue(name, index)])),
  );
}

/** The enums as SpreadsheetApp shows them, e.g. `ENUMS.ProtectionType.RANGE`. */
export const ENUMS = Object.freeze(
  Object.fromEntries(Object.entries(NAMES).map(([name, values]) => [name, build(values)])),
) as Readonly<Record<EnumName, Readonly<Record<string, EnumValue>>>>;

export function enumValue(name: EnumName, value: string): EnumValue {
  const found = ENUMS[name][value];
  if (!found) throw new Error(`${name} has no ${value}`);
  return found;
}
