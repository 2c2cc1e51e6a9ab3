import { type Box, intersects } from '../../../src/domain/values/a1';
import type { SheetModel } from '../grid/sheet';

/** A protected sheet or range (https://developers.google.com/apps-script/reference/spreadsheet/protection). */
export interface ProtectionModel {
  readonly id: number;
  readonly type: 'RANGE' | 'SHEET';
  /** Null for a whole sheet. */
  box: Box | null;
  description: string;
  warningOnly: boolean;
  domainEdit: boolean;
  /** E-mails; null while nobody changed them: then everybody who may edit the spreadsheet may edit this. */
  editors: Set<string> | null;
  unprotected: Box[];
}

/** What protections ask about people: the file's sharing. */
export interface Sharing {
  readonly owner: string;
  canEdit(user: string): boolean;
  listEditors(): string[];
}

export function mayEditProtection(protection: ProtectionModel, user: string, sharing: Sharing): boolean {
  if (user !== '' && user === sharing.owner) return true;
  if (!sharing.canEdit(user)) return false;
  if (protection.warningOnly) return true;
  // Somebody who is not signed in is nobody's editor (unconfirmed for protections with unchanged editors).
  if (user === '') return false;
  if (protection.editors === null || protection.editors.has(user)) return true;
  return protection.domainEdit && domainOf(user) === domainOf(sharing.owner);
}

function domainOf(email: string): string {
  return email.slice(email.indexOf('@') + 1);
}

/** Whether the user may change every cell of the box: of stacked protections all must allow it. */
export function mayEditBox(sheet: SheetModel, box: Box, user: string, sharing: Sharing): boolean {
  if (!sharing.canEdit(user)) return false;
  return sheet.protections.every((protection) => {
    if (protection.box && !intersects(protection.box, box)) return true;
    if (mayEditProtection(protection, user, sharing)) return true;
    return protection.type === 'SHEET' && coveredBy(box, protection.unprotected);
  });
}

/** Whether the boxes together cover the whole of `box`. */
function coveredBy(box: Box, boxes: readonly Box[]): boolean {
  let rest: Box[] = [box];
  for (const cover of boxes) rest = rest.flatMap((part) => subtract(part, cover));
  return rest.length === 0;
}

export function subtract(from: Box, cut: Box): Box[] {
  if (!intersects(from, cut)) return [from];
  const parts: Box[] = [];
  const [fromEnd, cutEnd] = [from.row + from.rows, cut.row + cut.rows];
  const [fromRight, cutRight] = [from.col + from.cols, cut.col + cut.cols];
  const top = Math.max(from.row, cut.row);
  const bottom = Math.min(fromEnd, cutEnd);
  if (top > from.row) parts.push({ ...from, rows: top - from.row });
  if (bottom < fromEnd) parts.push({ ...from, row: bottom, rows: fromEnd - bottom });
  const middle = { row: top, rows: bottom - top };
  if (cut.col > from.col) parts.push({ ...middle, col: from.col, cols: cut.col - from.col });
  if (cutRight < fromRight) parts.push({ ...middle, col: cutRight, cols: fromRight - cutRight });
  return parts;
}
