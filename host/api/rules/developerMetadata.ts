import { ScriptError } from '../../runtime/ports';
import type { Metadata, MetadataPlace } from '../../workbook/grid/metadata';
import type { SheetModel } from '../../workbook/grid/sheet';
import type { Workbook } from '../../workbook/grid/workbook';
import type { Context, Mirror } from '../context';
import { enumValue } from '../enums';

type GoogleMetadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata;
type GoogleLocation = GoogleAppsScript.Spreadsheet.DeveloperMetadataLocation;
type GoogleFinder = GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder;

/** Keys and values of one sheet (https://developers.google.com/workspace/sheets/api/guides/metadata). */
const MAX_CHARACTERS = 30_000;

/** Where metadata is kept: a sheet, or the spreadsheet itself. */
export interface MetadataHome {
  readonly workbook: Workbook;
  readonly sheet: SheetModel | null;
}

export class DeveloperMetadata
  implements
    Mirror<
      GoogleMetadata,
      | 'getId'
      | 'getKey'
      | 'getValue'
      | 'getLocation'
      | 'getVisibility'
      | 'setKey'
      | 'setValue'
      | 'setVisibility'
      | 'remove'
    >
{
  constructor(
    readonly context: Context,
    readonly home: MetadataHome,
    readonly model: Metadata,
  ) {}
  getId(): number {
    return this.model.id;
  }
  getKey(): string {
    return this.model.key;
  }
  getValue(): string | null {
    return this.model.value;
  }
  getVisibility() {
    return enumValue('DeveloperMetadataVisibility', this.model.visibility);
  }
  getLocation(): DeveloperMetadataLocation {
    return new DeveloperMetadataLocation(this.context, this.home, this.model.place);
  }
  setKey(key: string): this {
    this.context.requireEditor(this.home.workbook);
    this.model.key = key;
    return this;
  }
  setValue(value: string): this {
    this.context.requireEditor(this.home.workbook);
    this.model.value = value;
    return this;
  }
  setVisibility(visibility: unknown): this {
    this.context.requireEditor(this.home.workbook);
    this.model.visibility = String(visibility) === 'PROJECT' ? 'PROJECT' : 'DOCUMENT';
    return this;
  }
  remove(): void {
    this.context.requireEditor(this.home.workbook);
    const owner = this.home.sheet ?? this.home.workbook;
    owner.metadata = owner.metadata.filter((other) => other !== this.model);
  }
}

export class DeveloperMetadataLocation
  implements
    Mirror<GoogleLocation, 'getColumn' | 'getLocationType' | 'getRow' | 'getSheet' | 'getSpreadsheet'>
{
  constructor(
    readonly context: Context,
    readonly home: MetadataHome,
    readonly place: MetadataPlace,
  ) {}
  getLocationType() {
    return enumValue('DeveloperMetadataLocationType', this.place.type);
  }
  getColumn() {
    const { sheet } = this.home;
    if (this.place.type !== 'COLUMN' || !sheet) return null;
    return this.context.range(sheet, { row: 1, rows: sheet.maxRows, col: this.place.index, cols: 1 });
  }
  getRow() {
    const { sheet } = this.home;
    if (this.place.type !== 'ROW' || !sheet) return null;
    return this.context.range(sheet, { col: 1, cols: sheet.maxColumns, row: this.place.index, rows: 1 });
  }
  getSheet() {
    return this.home.sheet && this.context.sheet(this.home.sheet);
  }
  getSpreadsheet() {
    return this.place.type === 'SPREADSHEET'
      ? this.context.spreadsheet(this.context.file(this.home.workbook))
      : null;
  }
}

/** Finds metadata of a spreadsheet, a sheet or a range, with what lies inside. */
export class DeveloperMetadataFinder
  implements
    Mirror<
      GoogleFinder,
      | 'find'
      | 'withId'
      | 'withKey'
      | 'withValue'
      | 'withLocationType'
      | 'withVisibility'
      | 'onIntersectingLocations'
    >
{
  private readonly tests: ((model: Metadata) => boolean)[] = [];
  constructor(
    readonly context: Context,
    private readonly source: () => DeveloperMetadata[],
  ) {}
  find(): DeveloperMetadata[] {
    return this.source().filter(({ model }) => this.tests.every((test) => test(model)));
  }
  withId(id: number): this {
    return this.and((model) => model.id === id);
  }
  withKey(key: string): this {
    return this.and((model) => model.key === key);
  }
  withValue(value: string): this {
    return this.and((model) => model.value === value);
  }
  withLocationType(locationType: unknown): this {
    return this.and((model) => model.place.type === String(locationType));
  }
  withVisibility(visibility: unknown): this {
    return this.and((model) => model.visibility === String(visibility));
  }
  onIntersectingLocations(): this {
    return this;
  }
  private and(test: (model: Metadata) => boolean): this {
    this.tests.push(test);
    return this;
  }
}

export function metadataOf(
  context: Context,
  workbook: Workbook,
  sheet: SheetModel | null,
): DeveloperMetadata[] {
  const owner = sheet ?? workbook;
  context.file(workbook);
  return owner.metadata.map((model) => new DeveloperMetadata(context, { workbook, sheet }, model));
}

/** `addDeveloperMetadata(key)`, `(key, visibility)`, `(key, value)`, `(key, value, visibility)`. */
export function addMetadata(
  context: Context,
  home: MetadataHome,
  place: MetadataPlace,
  args: readonly unknown[],
): void {
  context.requireEditor(home.workbook);
  const [key, second, third] = args;
  const value = typeof second === 'string' ? second : null;
  const visibility = String((typeof second === 'object' ? second : third) ?? 'DOCUMENT');
  const owner = home.sheet ?? home.workbook;
  const used = owner.metadata.reduce((total, one) => total + one.key.length + (one.value?.length ?? 0), 0);
  if (used + String(key).length + (value?.length ?? 0) > MAX_CHARACTERS) {
    throw new ScriptError('The developer metadata exceeds the maximum size.');
  }
  const id = home.workbook.newId();
  owner.metadata.push({
    id,
    key: String(key),
    value,
    visibility: visibility === 'PROJECT' ? 'PROJECT' : 'DOCUMENT',
    place,
  });
}
