import type { Drive } from '../drive';
import type { Execution } from '../seams';
import {
  BooleanCondition,
  ConditionalFormatRule,
  ConditionalFormatRuleBuilder,
  GradientCondition,
} from './conditionalFormat';
import { Context, type Hooks } from './context';
import { DataValidation, DataValidationBuilder } from './dataValidation';
import { DeveloperMetadata, DeveloperMetadataFinder, DeveloperMetadataLocation } from './developerMetadata';
import { Protection } from './protection';
import { Range } from './range';
import { RangeList } from './rangeList';
import { RichTextValue, RichTextValueBuilder } from './richTextValue';
import { Selection } from './selection';
import { Sheet } from './sheet';
import { Spreadsheet } from './spreadsheet';
import { SpreadsheetApp } from './spreadsheetApp';
import { TextFinder } from './textFinder';
import { TextStyle, TextStyleBuilder } from './textStyle';
import { User } from './user';

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
