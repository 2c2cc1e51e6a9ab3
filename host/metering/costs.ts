/**
 * What one service call is priced at, in milliseconds. The figures are what others published, years ago
 * (T18 = tanaikech.github.io 2018/10/12): good as ratios between two ways of doing a thing, not as promises.
 * No figure was found where the source says `unconfirmed`; such calls are priced as one round trip.
 */

/** How the price of a call is computed from its size and from what happened before it. */
type CostShape =
  /** Touches no document: building a range, a rule, an enum. */
  | { readonly shape: 'local'; readonly ms: number }
  /** Needs the document: a round trip at the start and after writes, else served from the look-ahead. */
  | { readonly shape: 'read' }
  /** A rectangle of cells in one call. */
  | { readonly shape: 'batch' }
  /** Waits in the write buffer until a read or `flush` commits it. */
  | { readonly shape: 'buffered'; readonly ms: number }
  | { readonly shape: 'flush' }
  /** The same price whatever came before; `commits` when it leaves a change that the next read must wait for. */
  | { readonly shape: 'fixed'; readonly ms: number; readonly commits?: boolean };

type CallEffect = 'read' | 'write' | 'other';

export interface CallPrice {
  readonly cost: CostShape;
  readonly effect: CallEffect;
  readonly source: string;
}

/** T18: the first read after writes, or of a run, 150–170 ms. */
export const ROUND_TRIP_MS = 160;
/** T18: getValues, each cell. */
export const READ_CELL_MS = 0.009;
/** bugbugnow.net 2019/03: a read that the look-ahead cache serves. */
export const LOOK_AHEAD_MS = 3;
/** T18: setValues takes 80–240 ms up to this many cells. */
const BATCH_CELLS = 9_000;
/** T18: every cell of setValues above that. */
const BATCH_CELL_MS = 0.058;

/** The price of one setValues (or setFormulas, setNotes …) of `cells` cells, T18. */
export function batchMs(cells: number): number {
  if (cells <= BATCH_CELLS) return 80 + (160 * cells) / BATCH_CELLS;
  return 240 + (cells - BATCH_CELLS) * BATCH_CELL_MS;
}

/** 30 ms for one row, 560 ms for 4,000 cells (Stack Overflow 29263774); `cells` were set one by one. */
export function flushMs(cells: number): number {
  return Math.min(560, 30 + (530 * cells) / 4_000);
}

const local: CallPrice = { cost: { shape: 'local', ms: 1 }, effect: 'other', source: 'unconfirmed' };
const identity: CallPrice = {
  cost: { shape: 'local', ms: 2 },
  effect: 'read',
  source: 'tanaikech.github.io 2022/08/31: getSheetId 2 ms',
};
const read: CallPrice = { cost: { shape: 'read' }, effect: 'read', source: 'T18; bugbugnow.net 2019/03' };
const batch: CallPrice = { cost: { shape: 'batch' }, effect: 'write', source: 'T18' };
const buffered: CallPrice = {
  cost: { shape: 'buffered', ms: 1.2 },
  effect: 'write',
  source: 'T18 (setValue)',
};
const structure: CallPrice = {
  cost: { shape: 'fixed', ms: ROUND_TRIP_MS, commits: true },
  effect: 'write',
  source: 'unconfirmed: one round trip',
};
const serviceRead: CallPrice = {
  cost: { shape: 'fixed', ms: ROUND_TRIP_MS },
  effect: 'read',
  source: 'unconfirmed: one round trip',
};
const serviceWrite: CallPrice = {
  cost: { shape: 'fixed', ms: ROUND_TRIP_MS },
  effect: 'write',
  source: 'unconfirmed: one round trip',
};

function fixed(ms: number, effect: CallEffect, source: string): CallPrice {
  return { cost: { shape: 'fixed', ms }, effect, source };
}

const PROPERTY_READ = fixed(30, 'read', 'ziritione.org, Apps Script performance');
const PROPERTY_WRITE = fixed(62, 'write', 'ziritione.org, Apps Script performance');
const CACHE_READ = fixed(3, 'read', 'ziritione.org, Apps Script performance');
const CACHE_WRITE = fixed(93, 'write', 'ziritione.org, Apps Script performance');

const TABLE: Readonly<Record<string, CallPrice>> = {
  'SpreadsheetApp.flush': { cost: { shape: 'flush' }, effect: 'other', source: 'Stack Overflow 29263774' },
  'SpreadsheetApp.openById': serviceRead,
  'SpreadsheetApp.openByUrl': serviceRead,
  'SpreadsheetApp.create': structure,
  'SpreadsheetApp.getUi': local,
  'Sheet.appendRow': {
    cost: { shape: 'fixed', ms: 110, commits: true },
    effect: 'write',
    source: 'T18',
  },
  'TextFinder.matchCase': local,
  'TextFinder.matchEntireCell': local,
  'TextFinder.replaceAllWith': fixed(ROUND_TRIP_MS, 'write', 'unconfirmed: one round trip'),
  'Sheet.getSheetId': identity,
  'Spreadsheet.getId': identity,
  'Spreadsheet.getSpreadsheetTimeZone': identity,
  'Spreadsheet.getSpreadsheetLocale': identity,
  'Properties.getProperty': PROPERTY_READ,
  'Properties.getProperties': PROPERTY_READ,
  'Properties.getKeys': PROPERTY_READ,
  'Properties.setProperty': PROPERTY_WRITE,
  'Properties.setProperties': PROPERTY_WRITE,
  'Properties.deleteProperty': PROPERTY_WRITE,
  'Properties.deleteAllProperties': PROPERTY_WRITE,
  'Cache.get': CACHE_READ,
  'Cache.getAll': CACHE_READ,
  'Cache.put': CACHE_WRITE,
  'Cache.putAll': CACHE_WRITE,
  'Cache.remove': CACHE_WRITE,
  'Cache.removeAll': CACHE_WRITE,
  'Lock.tryLock': fixed(ROUND_TRIP_MS, 'other', 'unconfirmed: one round trip'),
  'Lock.waitLock': fixed(ROUND_TRIP_MS, 'other', 'unconfirmed: one round trip'),
  'Lock.releaseLock': fixed(ROUND_TRIP_MS, 'other', 'unconfirmed: one round trip'),
  'Lock.hasLock': local,
  'MailApp.sendEmail': fixed(1_200, 'write', 'quickfixters.com add-ons FAQ'),
  'MailApp.getRemainingDailyQuota': PROPERTY_READ,
  'ScriptApp.getProjectTriggers': serviceRead,
  'ScriptApp.deleteTrigger': serviceWrite,
  'ClockTriggerBuilder.create': serviceWrite,
  'SpreadsheetTriggerBuilder.create': serviceWrite,
  'Menu.addToUi': serviceWrite,
  'Ui.showSidebar': serviceWrite,
  'Ui.showModalDialog': serviceWrite,
  'Ui.showModelessDialog': serviceWrite,
};

/** Classes whose objects live in the document, so that what they say must be fetched. */
const IN_DOCUMENT = new Set([
  'Spreadsheet',
  'Sheet',
  'Range',
  'RangeList',
  'Protection',
  'DeveloperMetadata',
  'DeveloperMetadataFinder',
  'NamedRange',
  'Filter',
  'TextFinder',
  'EmbeddedChart',
  'SpreadsheetTheme',
]);

/** Members of those classes that only name a place or give back what is already in hand. */
const PLACES =
  /^(getRange|getRangeList|getDataRange|getActive|offset|getCell|getA1Notation|getSheet$|getParent|getGridId|getRow$|getColumn$|getLastRow$|getLastColumn$|getNumRows|getNumColumns|getHeight|getWidth|getRowIndex|getRanges$|createDeveloperMetadataFinder|createTextFinder|newChart|withKey|withValue|withVisibility|withLocationType|onIntersectingLocations)/;
/** These two do read the sheet, though they look like places: only a Range's own are arithmetic. */
const SHEET_READS = new Set(['Sheet.getLastRow', 'Sheet.getLastColumn', 'Sheet.getDataRange']);
/** Protections and conditional formats: each call a round trip, for want of a figure (unconfirmed). */
const ROUND_TRIPS =
  /^Protection\.(?!get|can|is)|\.(protect|getProtections|getConditionalFormatRules|setConditionalFormatRules|clearConditionalFormatRules)$/;
const READS = /^(get|is|can|find|has)/;
const BATCH =
  /^set(Values|Formulas|FormulasR1C1|Notes|Backgrounds|FontColors|FontWeights|NumberFormats|DataValidations|RichTextValues|FontSizes|FontStyles|FontLines|HorizontalAlignments|VerticalAlignments|Wraps|WrapStrategies|BackgroundObjects|FontFamilies)$/;
const STRUCTURE =
  /^(insert|delete|copy|protect|setConditionalFormatRules|duplicate|addDeveloperMetadata|addEditor|removeEditor|moveTo|sort|addViewer|remove|setSpreadsheet|setTimeZone|rename|createFilter|trimWhitespace|removeDuplicates)/;

const known = new Map<string, CallPrice>();

/** The price of `owner.method`, from the table or, for the long tail, from what its name says it does. */
export function priceOf(owner: string, method: string): CallPrice {
  const kind = `${owner}.${method}`;
  let price = TABLE[kind] ?? known.get(kind);
  if (!price) {
    price = guessed(owner, method, kind);
    known.set(kind, price);
  }
  return price;
}

function guessed(owner: string, method: string, kind: string): CallPrice {
  if (!IN_DOCUMENT.has(owner)) return local;
  if (ROUND_TRIPS.test(kind)) return READS.test(method) ? serviceRead : structure;
  if (BATCH.test(method)) return batch;
  if (STRUCTURE.test(method)) return structure;
  if (SHEET_READS.has(kind)) return read;
  if (PLACES.test(method)) return local;
  if (READS.test(method)) return read;
  return buffered;
}
