/** Notices what changed in the tabs that pages show, so that only that is sent to them. */
import type { Row } from '../../workbook/grid/rows';
import type { SheetModel } from '../../workbook/grid/sheet';
import type { Workbook } from '../../workbook/grid/workbook';
import { shownSheet } from './rows';

const SHOWN_LAYERS = ['styles', 'notes', 'runs', 'formulas'] as const;

type Line = readonly unknown[];

/** What a tab was when it was last looked at. Cells are compared as they stand: looks and rules are shared objects. */
interface Shadow {
  readonly lines: (readonly Line[] | undefined)[];
  rules: string;
  day: number;
  /** How often whole rows came to stand where others had stood, without the sheet itself having moved them. */
  moves: number;
}

export interface Changed {
  readonly sheet: SheetModel;
  /** Row numbers from 1, growing. */
  readonly rows: readonly number[];
}

export class BookWatch {
  private readonly shadows = new Map<SheetModel, Shadow>();
  private shape: string;

  constructor(readonly workbook: Workbook) {
    this.shape = shapeOf(workbook);
  }

  /** From now on the tab's changes are told. */
  add(sheet: SheetModel): void {
    if (!this.shadows.has(sheet)) this.shadows.set(sheet, shadowOf(sheet));
  }

  /** Changes whenever rows or columns of the tab changed their places. */
  movesOf(sheet: SheetModel): number {
    return sheet.moves + (this.shadows.get(sheet)?.moves ?? 0);
  }

  /** Whether tabs came, went or changed their shape since the last time. */
  shapeChanged(): boolean {
    const now = shapeOf(this.workbook);
    if (now === this.shape) return false;
    this.shape = now;
    return true;
  }

  /** Rows of the watched tabs that look otherwise than the last time. */
  changes(): Changed[] {
    const changed: Changed[] = [];
    for (const [sheet, shadow] of this.shadows) {
      if (this.workbook.sheetById(sheet.id) !== sheet) {
        this.shadows.delete(sheet);
        continue;
      }
      const rows = changedRows(shadow, sheet);
      if (rows.length > 0) changed.push({ sheet, rows });
    }
    return changed;
  }
}

/** Compares the tab with its shadow, and brings the shadow up to date where they differ. */
function changedRows(shadow: Shadow, sheet: SheetModel): number[] {
  sheet.workbook.engine.refresh(sheet, sheet.grid);
  const { today } = sheet.workbook.engine;
  const rules = rulesKey(sheet);
  const dayMatters = shadow.day !== today && sheet.conditionalRules.some(followsClock);
  const all = shadow.rules !== rules || dayMatters;
  shadow.rules = rules;
  shadow.day = today;
  const count = Math.max(shadow.lines.length, sheet.rows.length);
  shadow.lines.length = sheet.rows.length;
  const rows: number[] = [];
  const marks = new Marks(sheet.frozenColumns);
  for (let index = 0; index < count; index += 1) {
    const row = sheet.rows[index];
    const same = sameRow(shadow.lines[index], row);
    if (!same) marks.add(shadow.lines[index]?.[0], row?.values);
    if (!same && index < sheet.rows.length) shadow.lines[index] = linesOf(row);
    if (all || !same || index >= sheet.rows.length) rows.push(index + 1);
  }
  if (marks.moved) shadow.moves += 1;
  // A colour scale, or a rule that looks at other rows, may colour what did not change itself.
  return rows.length > 0 && !all && sheet.conditionalRules.some(looksElsewhere)
    ? Array.from({ length: count }, (_, index) => index + 1)
    : rows;
}

/** What rows are known by, before and after a change: their frozen cells, or all of them. */
class Marks {
  private readonly gone = new Set<string>();
  private readonly come: string[] = [];

  constructor(private readonly frozen: number) {}

  add(before: Line | undefined, now: Line | undefined): void {
    const [was, is] = [this.markOf(before), this.markOf(now)];
    if (was === is) return;
    if (was !== null) this.gone.add(was);
    if (is !== null) this.come.push(is);
  }

  /** Whether a row is now where another was. */
  get moved(): boolean {
    return this.come.some((mark) => this.gone.has(mark));
  }

  private markOf(line: Line | undefined): string | null {
    const cells = (this.frozen > 0 ? line?.slice(0, this.frozen) : line) ?? [];
    return cells.every((cell) => cell === null || cell === '') ? null : JSON.stringify(cells);
  }
}

type Rule = SheetModel['conditionalRules'][number];

const followsClock = ({ condition }: Rule): boolean =>
  condition?.pattern?.volatile === 'day' ||
  condition?.pattern?.volatile === 'instant' ||
  condition?.criterion.startsWith('DATE_') === true;

const looksElsewhere = ({ condition, gradient }: Rule): boolean =>
  gradient !== null ||
  condition?.pattern?.refs.some(({ from, to }) =>
    [from, ...(to ? [to] : [])].some(({ row, rowAbs }) => rowAbs || row !== 0),
  ) === true;

const linesOf = (row: Row | undefined): readonly Line[] | undefined =>
  row && [row.values.slice(), ...SHOWN_LAYERS.map((layer) => row[layer]?.slice() ?? [])];

function sameRow(before: readonly Line[] | undefined, now: Row | undefined): boolean {
  if (before === undefined || now === undefined) return before === now;
  if (!sameLine(before[0] ?? [], now.values)) return false;
  for (let layer = 0; layer < SHOWN_LAYERS.length; layer += 1) {
    const name = SHOWN_LAYERS[layer];
    if (name && !sameLine(before[layer + 1] ?? [], now[name] ?? [])) return false;
  }
  return true;
}

function sameLine(before: Line, now: Line): boolean {
  const length = Math.max(before.length, now.length);
  for (let at = 0; at < length; at += 1) {
    if ((before[at] ?? null) !== (now[at] ?? null)) return false;
  }
  return true;
}

function shadowOf(sheet: SheetModel): Shadow {
  sheet.workbook.engine.refresh(sheet, sheet.grid);
  const { today } = sheet.workbook.engine;
  return { lines: sheet.rows.map(linesOf), rules: rulesKey(sheet), day: today, moves: 0 };
}

const rulesKey = (sheet: SheetModel): string =>
  JSON.stringify([
    sheet.workbook.locale,
    sheet.conditionalRules.map(({ ranges, condition, gradient }) => [
      ranges,
      gradient,
      condition && { ...condition, pattern: condition.pattern?.tokens ?? null },
    ]),
  ]);

const shapeOf = (workbook: Workbook): string =>
  JSON.stringify(workbook.sheets.map((sheet) => ({ ...shownSheet(sheet), used: 0 })));
