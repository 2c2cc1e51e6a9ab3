/** A person's edit at the grid, and the sentence that says why it was refused. */

import { type Box, boxToA1, cellName, parseA1 } from '../../../src/domain/values/a1';
import type { PersonResult } from '../../people/userEdits';
import type { LocalHost } from '../../runtime/localHost';
import type { SheetModel } from '../../workbook/grid/sheet';
import { refusals } from '../protocol/messages';
import type { Edit, EditOutcome } from '../protocol/protocol';

/** A paste of more would keep the page waiting; Sheets has its own limit. */
const MOST_PASTED = 20_000;

/** Whether what came from a page can be an edit at all. */
export function isEdit(sent: unknown): sent is Edit {
  if (typeof sent !== 'object' || sent === null || !('kind' in sent)) return false;
  const { kind, text, lines, box } = sent as {
    kind: unknown;
    text?: unknown;
    lines?: unknown;
    box?: unknown;
  };
  if (kind === 'type') return typeof text === 'string';
  if (kind === 'paste') return Array.isArray(lines) && lines.every(isLine);
  return BOX_EDITS.includes(kind) && typeof box === 'object' && box !== null;
}

const BOX_EDITS: readonly unknown[] = ['clear', 'fillDown', 'insertRow', 'deleteRows', 'sort'];
const isLine = (line: unknown): boolean =>
  Array.isArray(line) && line.every((cell) => typeof cell === 'string');

/** Does the edit with the person's rights; onEdit has run when it returns. */
export function edit(host: LocalHost, user: string, change: Edit): EditOutcome {
  const sheet = host.drive.get(change.book)?.workbook.sheetById(change.sheet);
  if (!sheet) return { ok: false, message: refusals.notFound };
  const { maxRows, maxColumns } = sheet;
  const sorted = change.kind === 'sort' ? { row: 1, col: change.column, rows: 1, cols: 1 } : null;
  if (!isInside(placeOf(change), sheet) || (sorted && !isInside(sorted, sheet)))
    return { ok: false, message: refusals.outside(maxRows, maxColumns) };
  if (change.kind === 'paste') {
    const width = widthOf(change.lines);
    if (width === 0) return { ok: false, message: refusals.emptyPaste };
    // What is pasted is a rectangle, however short most of the lines are.
    if (width * change.lines.length > MOST_PASTED) return { ok: false, message: refusals.pasteTooLarge };
  }
  const result = attempt(host, user, change, sheet);
  if (!result.ok) return { ok: false, message: refusal(result, change, sheet) };
  return result.warning === undefined
    ? { ok: true }
    : { ok: true, warning: refusals.accepted(result.warning) };
}

function attempt(host: LocalHost, user: string, change: Edit, sheet: SheetModel): PersonResult {
  const person = host.person(user);
  const place = { spreadsheetId: change.book, sheetId: change.sheet };
  switch (change.kind) {
    case 'type':
      return person.type(place, cellName(change.row, change.col), change.text);
    case 'paste':
      return person.paste(place, cellName(change.row, change.col), squared(change.lines), {
        validation: 'refuse',
      });
    case 'clear':
      return person.clear(place, boxToA1(change.box));
    case 'fillDown':
      return person.fillDown(place, boxToA1(change.box));
    case 'insertRow':
      return person.insertRows(place, change.box.row);
    case 'deleteRows':
      return person.deleteRows(place, change.box.row, change.box.rows);
    case 'sort':
      return person.sort(place, boxToA1(sortedBox(sheet, change.box)), change.column, change.ascending);
  }
}

const placeOf = (change: Edit): Box =>
  change.kind === 'type' || change.kind === 'paste'
    ? { row: change.row, col: change.col, rows: 1, cols: 1 }
    : change.box;

/** Whether there is such a place: the address comes from outside, and rows are made as far as it says. */
function isInside({ row, col, rows, cols }: Box, { maxRows, maxColumns }: SheetModel): boolean {
  const fits = (first: number, count: number, max: number): boolean =>
    Number.isInteger(first) &&
    Number.isInteger(count) &&
    first >= 1 &&
    count >= 1 &&
    first + count - 1 <= max;
  return fits(row, rows, maxRows) && fits(col, cols, maxColumns);
}

const widthOf = (lines: readonly (readonly string[])[]): number =>
  lines.reduce((widest, line) => Math.max(widest, line.length), 0);

/** Every line as long as the longest: a paste is a rectangle. */
function squared(lines: readonly (readonly string[])[]): string[][] {
  const width = widthOf(lines);
  return lines.map((line) => Array.from({ length: width }, (_, index) => line[index] ?? ''));
}

/** One row selected means the whole table below its frozen header. */
function sortedBox(sheet: SheetModel, box: Box): Box {
  if (box.rows > 1) return box;
  const first = sheet.frozenRows + 1;
  const last = Math.max(sheet.lastRow(), first);
  return { row: first, col: 1, rows: last - first + 1, cols: sheet.maxColumns };
}

function refusal(result: PersonResult & { ok: false }, change: Edit, sheet: SheetModel): string {
  switch (result.reason) {
    case 'no access':
      return refusals.noAccess;
    case 'not found':
      return refusals.notFound;
    case 'bad range':
      return refusals.badRange(result.message);
    case 'protected':
      return protectedText(change);
    case 'validation':
      return invalidText(result.message, sheet);
  }
}

function protectedText(change: Edit): string {
  if (change.kind === 'type') return refusals.protectedCell(cellName(change.row, change.col));
  if (change.kind === 'paste') {
    const box = { row: change.row, col: change.col, rows: change.lines.length, cols: widthOf(change.lines) };
    return box.rows * box.cols === 1
      ? refusals.protectedCell(boxToA1(box))
      : refusals.protectedRange(boxToA1(box));
  }
  if (change.kind === 'clear' || change.kind === 'fillDown') {
    return change.box.rows * change.box.cols === 1
      ? refusals.protectedCell(boxToA1(change.box))
      : refusals.protectedRange(boxToA1(change.box));
  }
  return refusals.protectedLines;
}

/** The refusal names the cell; its rule says in the sheet's own language what is expected. */
function invalidText(message: string, sheet: SheetModel): string {
  const name = /\bcell ([A-Z]+\d+)/.exec(message)?.[1] ?? '';
  const at = parseA1(name);
  const rule = at?.row && at.col ? sheet.rows[at.row - 1]?.validations?.[at.col - 1] : undefined;
  const allowed = rule?.criterion === 'VALUE_IN_LIST' ? refusals.oneOf(rule.args.map(String)) : '';
  const help = [rule?.helpText ?? '', allowed].filter((part) => part !== '').join(' ');
  return refusals.invalid(name, help);
}
