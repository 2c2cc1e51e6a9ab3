import type { Execution } from '../runtime/ports';
import type { Drive } from '../services/storage/drive';
import { Selection } from './book/selection';
import { Sheet } from './book/sheet';
import { Spreadsheet } from './book/spreadsheet';
import { SpreadsheetApp } from './book/spreadsheetApp';
import { User } from './book/user';
import { Context, type Hooks } from './context';
import { Range } from './range/range';
import { RangeList } from './range/rangeList';
import { RichTextValue, RichTextValueBuilder } from './range/richTextValue';
import { TextFinder } from './range/textFinder';
import { TextStyle, TextStyleBuilder } from './range/textStyle';
import {
  BooleanCondition,
  ConditionalFormatRule,
  ConditionalFormatRuleBuilder,
  GradientCondition,
} from './rules/conditionalFormat';
import { DataValidation, DataValidationBuilder } from './rules/dataValidation';
import {
  DeveloperMetadata,
  DeveloperMetadataFinder,
  DeveloperMetadataLocation,
} from './rules/developerMetadata';
import { Protection } from './rules/protection';

export type { Hooks } from './context';

/** Classes whose instances scripts hold, for the proxy that meters and guards their methods. */
export const API_CLASSES = [
  SpreadsheetApp,
  Spreadsheet,
  Sheet,
  Range,
  RangeList,
  Selection,
  Protection,
  User,
  DataValidation,
  DataValidationBuilder,
  ConditionalFormatRule,
  ConditionalFormatRuleBuilder,
  BooleanCondition,
  GradientCondition,
  DeveloperMetadata,
  DeveloperMetadataFinder,
  DeveloperMetadataLocation,
  RichTextValue,
  RichTextValueBuilder,
  TextFinder,
  TextStyle,
  TextStyleBuilder,
] as const;

function contextOf(drive: Drive, execution: Execution, hooks: Hooks): Context {
  return new Context(drive, execution, hooks, { Range, Sheet, Spreadsheet });
}

/** The raw SpreadsheetApp of one execution, its enums included. */
export function createSpreadsheetApp(drive: Drive, execution: Execution, hooks: Hooks): SpreadsheetApp {
  return new SpreadsheetApp(contextOf(drive, execution, hooks));
}

/** Raw objects for an event: `e.source` and `e.range` of an edit. Undefined when the file or the sheet is gone. */
export function createEventObjects(
  drive: Drive,
  execution: Execution,
  hooks: Hooks,
  where: {
    readonly spreadsheetId: string;
    readonly sheetId: number;
    readonly row: number;
    readonly col: number;
    readonly rows: number;
    readonly cols: number;
  },
): { source: Spreadsheet; range: Range } | undefined {
  const file = drive.get(where.spreadsheetId);
  const sheet = file?.workbook.sheetById(where.sheetId);
  if (!file || !sheet) return undefined;
  const context = contextOf(drive, execution, hooks);
  const { row, col, rows, cols } = where;
  return { source: context.spreadsheet(file), range: context.range(sheet, { row, col, rows, cols }) };
}
