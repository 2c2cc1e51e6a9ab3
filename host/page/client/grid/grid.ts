/** The grid: draws what the server tells, says where the person stands and what they point at. */
import {
  BooleanNumber,
  CellValueType,
  type ICellData,
  ICommandService,
  type Injector,
  IUniverInstanceService,
  type IWorkbookData,
  type IWorksheetData,
  LifecycleService,
  LifecycleStages,
  LocaleType,
  type Univer,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core';
import { IRenderManagerService, SHEET_VIEWPORT_KEY } from '@univerjs/engine-render';
import {
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SheetsSelectionsService,
} from '@univerjs/sheets';
import {
  HoverManagerService,
  ISheetSelectionRenderService,
  SheetScrollManagerService,
  type SheetSelectionRenderService,
  SheetSkeletonManagerService,
} from '@univerjs/sheets-ui';
import type { Box } from '../../../workbook/a1';
import type { BookOpened, Look, RowsShown, SheetShown } from '../../protocol';
import { COLUMN_WIDTH, FONT, FONT_POINTS, heightOf, ROW_HEIGHT, styleOf } from './looks';
import { startUniver } from './univer';

/** Looks are the display's named styles. */
const LOOK = 'look-';

export interface GridEvents {
  selected(box: Box): void;
  /** A click of the mouse on a cell. */
  clicked(row: number, col: number): void;
  /** The mouse stands over a cell, or over none. */
  hovered(cell: { readonly row: number; readonly col: number } | null): void;
  scrolled(): void;
  /** The mouse was let go inside the grid. */
  pressed(): void;
  /** Something was tried that the display would have done by itself. */
  notOffered(): void;
}

interface Marks {
  readonly notes: Map<number, Readonly<Record<number, string>>>;
  readonly links: Map<number, Readonly<Record<number, string>>>;
}

export class Grid {
  private readonly univer: Univer;
  private readonly looks = new Map<number, Look>([[0, {}]]);
  private readonly sheets = new Map<number, SheetShown>();
  private readonly marks = new Map<number, Marks>();
  private workbook: Workbook | null = null;
  private opened = 0;
  private isFollowing = false;
  private scrollSubscription: { unsubscribe(): void } | null = null;

  constructor(
    private readonly container: HTMLElement,
    private readonly events: GridEvents,
  ) {
    this.univer = startUniver(container, () => events.notOffered());
  }

  /** Shows a book, or the same book in its new shape. */
  open(book: BookOpened, active: number): void {
    const before = this.workbook?.getUnitId();
    this.sheets.clear();
    this.marks.clear();
    for (const sheet of book.sheets) {
      this.sheets.set(sheet.id, sheet);
      this.marks.set(sheet.id, { notes: new Map(), links: new Map() });
    }
    this.opened += 1;
    const id = `book-${this.opened}`;
    const units = this.get<IUniverInstanceService>(IUniverInstanceService);
    if (before !== undefined) units.disposeUnit(before);
    this.workbook = this.univer.createUnit<IWorkbookData, Workbook>(
      UniverInstanceType.UNIVER_SHEET,
      this.snapshot(id, book, active),
    );
    // The display draws the unit that has its focus, which is not the browser's.
    units.focusUnit(id);
    this.put(book.active, book.first);
    if (this.opened === 1) this.container.addEventListener('pointerup', () => this.events.pressed());
    void this.settled().then(() => {
      this.follow();
      this.followScroll();
      // The keyboard has a way of its own into the grid.
      for (const canvas of this.container.querySelectorAll('canvas')) canvas.tabIndex = -1;
      // Empty places for panels that the display does not get here.
      for (const panel of this.container.querySelectorAll('aside, [role="complementary"]'))
        panel.role = 'none';
    });
  }

  /** The parts that hear the mouse come to life after the first drawing; a book is not changed before that. */
  async settled(): Promise<void> {
    if (this.opened > 0) await this.get<LifecycleService>(LifecycleService).onStage(LifecycleStages.Rendered);
  }

  /** Whether the display has drawn the book once. */
  get isDrawn(): boolean {
    return this.isFollowing;
  }

  get activeSheet(): number {
    return Number(this.workbook?.getActiveSheet()?.getSheetId() ?? -1);
  }

  get sheet(): SheetShown | null {
    return this.sheets.get(this.activeSheet) ?? null;
  }

  /** Brings a tab to the front. */
  show(sheet: number): void {
    this.run(SetWorksheetActiveOperation.id, { unitId: this.unit, subUnitId: String(sheet) });
  }

  /** Selects a box of the tab in front and scrolls to it. */
  select(box: Box): void {
    const range = rangeOf(box);
    this.run(SetSelectionsOperation.id, {
      unitId: this.unit,
      subUnitId: String(this.activeSheet),
      selections: [{ range, primary: primaryOf(box), style: null }],
      reveal: true,
    });
    this.events.selected(box);
  }

  /** Runs one of the display's commands for moving about. */
  run(command: string, params: object): void {
    this.get<ICommandService>(ICommandService).syncExecuteCommand(command, params);
  }

  /** The selected box; the first cell where nothing is selected. */
  selection(): Box {
    if (!this.workbook) return { row: 1, col: 1, rows: 1, cols: 1 };
    const range = this.get<SheetsSelectionsService>(SheetsSelectionsService).getCurrentLastSelection()?.range;
    if (!range) return { row: 1, col: 1, rows: 1, cols: 1 };
    // Whole columns and rows have no numbers of their own on the other axis.
    const number = (value: number, other: number) => (Number.isNaN(value) ? other : value);
    const [row, col] = [number(range.startRow, 0) + 1, number(range.startColumn, 0) + 1];
    const { rows, columns } = this.sheet ?? { rows: 1, columns: 1 };
    return {
      row,
      col,
      rows: number(range.endRow, rows - 1) + 2 - row,
      cols: number(range.endColumn, columns - 1) + 2 - col,
    };
  }

  /** The cell that typing goes into. */
  activeCell(): { row: number; col: number } {
    if (!this.workbook) return { row: 1, col: 1 };
    const primary =
      this.get<SheetsSelectionsService>(SheetsSelectionsService).getCurrentLastSelection()?.primary;
    const box = this.selection();
    return primary
      ? { row: primary.actualRow + 1, col: primary.actualColumn + 1 }
      : { row: box.row, col: box.col };
  }

  /** Puts rows of a tab in place of what is shown there. */
  put(sheetId: number, { rows, looks }: RowsShown): void {
    const sheet = this.sheets.get(sheetId);
    const known = this.marks.get(sheetId);
    const worksheet = this.workbook?.getSheetBySheetId(String(sheetId));
    if (!sheet || !known || !worksheet) return;
    for (const [key, look] of Object.entries(looks)) this.learn(Number(key), look);
    const matrix = worksheet.getCellMatrix().getMatrix();
    let frozenMoved = false;
    for (const { row, cells, notes, links } of rows) {
      matrix[row - 1] = this.cellsOf(cells);
      set(known.notes, row, notes);
      set(known.links, row, links);
      const height = sheet.heights[row] ?? heightOf(cells, (id) => this.looks.get(id) ?? {}, sheet);
      const data = worksheet.getRowManager().getRowOrCreate(row - 1);
      if (data.h !== height && row <= sheet.frozenRows) frozenMoved = true;
      data.h = height;
    }
    if (sheetId !== this.activeSheet) return;
    this.redraw();
    // The line below the frozen rows is drawn anew only with the whole sheet.
    if (frozenMoved)
      this.render()
        ?.with(SheetSkeletonManagerService)
        .setCurrent({ sheetId: String(sheetId) });
  }

  text(row: number, col: number): string {
    return String(this.held(row, col)?.v ?? '');
  }

  look(row: number, col: number): Look {
    const style = this.held(row, col)?.s;
    return this.looks.get(typeof style === 'string' ? Number(style.slice(LOOK.length)) : 0) ?? {};
  }

  note(row: number, col: number): string | null {
    return this.marks.get(this.activeSheet)?.notes.get(row)?.[col] ?? null;
  }

  link(row: number, col: number): string | null {
    return this.marks.get(this.activeSheet)?.links.get(row)?.[col] ?? null;
  }

  /** Rows on the screen, from 1; null before the first drawing. */
  visibleRows(): { from: number; to: number } | null {
    const range = this.skeleton()?.getVisibleRangeByViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
    return range ? { from: range.startRow + 1, to: range.endRow + 1 } : null;
  }

  /** Where a cell stands inside the grid's element, in pixels. */
  rect(row: number, col: number): { left: number; top: number; width: number; height: number } | null {
    const skeleton = this.skeleton();
    const viewport = this.viewport();
    const sheet = this.sheet;
    if (!skeleton || !viewport || !sheet) return null;
    const cell = skeleton.getCellWithCoordByIndex(row - 1, col - 1);
    const { startX, startY, endX, endY } = cell.mergeInfo ?? cell;
    const left = startX - (col > sheet.frozenColumns ? viewport.viewportScrollX : 0);
    const top = startY - (row > sheet.frozenRows ? viewport.viewportScrollY : 0);
    return { left, top, width: endX - startX, height: endY - startY };
  }

  private get unit(): string {
    return this.workbook?.getUnitId() ?? '';
  }

  private get<T>(token: Parameters<Injector['get']>[0]): T {
    return this.univer.__getInjector().get(token) as T;
  }

  private render() {
    return this.get<IRenderManagerService>(IRenderManagerService).getRenderById(this.unit);
  }

  private skeleton() {
    return this.render()?.with(SheetSkeletonManagerService).getCurrentSkeleton() ?? null;
  }

  private viewport() {
    return this.render()?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN) ?? null;
  }

  /** Cells and heights of rows changed behind the display's back. */
  private redraw(): void {
    const render = this.render();
    const skeleton = this.skeleton();
    if (!render || !skeleton) return;
    skeleton.makeDirty(true);
    skeleton.resetCache();
    skeleton.calculate();
    for (const component of render.components.values()) component.makeDirty();
    (render.mainComponent as { makeForceDirty?(): void } | null)?.makeForceDirty?.();
    render.scene.makeDirty();
    // The frame around the selection stands where its rows were.
    const selections = this.get<SheetsSelectionsService>(SheetsSelectionsService).getCurrentSelections();
    const frames = render.with(ISheetSelectionRenderService as never) as SheetSelectionRenderService;
    frames.resetSelectionsByModelData(selections);
  }

  private learn(id: number, look: Look): void {
    if (this.looks.has(id) && this.workbook?.getStyles().get(`${LOOK}${id}`)) return;
    this.looks.set(id, look);
    this.workbook?.getStyles().addCustomStyle(`${LOOK}${id}`, styleOf(look));
  }

  private cellsOf(cells: readonly (number | string)[]): Record<number, ICellData> {
    const row: Record<number, ICellData> = {};
    for (let at = 0; at < cells.length; at += 3) {
      const text = cells[at + 1] as string;
      row[(cells[at] as number) - 1] = {
        ...(text === '' ? {} : { v: text, t: CellValueType.STRING }),
        s: `${LOOK}${cells[at + 2]}`,
      };
    }
    return row;
  }

  /** What the display itself holds, not what it was told: should it ever change by itself, it shows. */
  private held(row: number, col: number): ICellData | null {
    const cell = this.workbook
      ?.getActiveSheet()
      ?.getCellMatrix()
      .getValue(row - 1, col - 1);
    return cell ?? null;
  }

  private snapshot(id: string, book: BookOpened, active: number): IWorkbookData {
    const order = [...book.sheets].sort((a, b) => Number(b.id === active) - Number(a.id === active));
    return {
      id,
      name: book.book.name,
      appVersion: '',
      locale: LocaleType.RU_RU,
      styles: Object.fromEntries([...this.looks].map(([key, look]) => [`${LOOK}${key}`, styleOf(look)])),
      // The display opens the first one; the page's own tabs keep the book's order.
      sheetOrder: order.map((sheet) => String(sheet.id)),
      sheets: Object.fromEntries(book.sheets.map((sheet) => [sheet.id, sheetData(sheet)])),
    };
  }

  private follow(): void {
    if (this.isFollowing) return;
    this.isFollowing = true;
    const selections = this.get<SheetsSelectionsService>(SheetsSelectionsService);
    selections.selectionMoveEnd$.subscribe(() => this.events.selected(this.selection()));
    selections.selectionSet$.subscribe(() => this.events.selected(this.selection()));
    const hover = this.get<HoverManagerService>(HoverManagerService);
    hover.currentClickedCell$.subscribe(({ location }) =>
      this.events.clicked(location.row + 1, location.col + 1),
    );
    hover.currentPosition$.subscribe((at) =>
      this.events.hovered(at ? { row: at.location.row + 1, col: at.location.col + 1 } : null),
    );
  }

  private followScroll(): void {
    this.scrollSubscription?.unsubscribe();
    this.scrollSubscription =
      this.render()
        ?.with(SheetScrollManagerService)
        .validViewportScrollInfo$.subscribe(() => this.events.scrolled()) ?? null;
  }
}

function sheetData(sheet: SheetShown): Partial<IWorksheetData> {
  const hidden = { hd: BooleanNumber.TRUE };
  const columns: Record<number, { w?: number; hd?: BooleanNumber }> = {};
  for (const [column, w] of Object.entries(sheet.widths)) columns[Number(column) - 1] = { w };
  for (const column of sheet.hiddenColumns) columns[column - 1] = { ...columns[column - 1], ...hidden };
  const rows: Record<number, { h?: number; hd?: BooleanNumber }> = {};
  for (const [row, h] of Object.entries(sheet.heights)) rows[Number(row) - 1] = { h };
  for (const row of sheet.hiddenRows) rows[row - 1] = { ...rows[row - 1], ...hidden };
  return {
    id: String(sheet.id),
    name: sheet.name,
    hidden: sheet.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    rowCount: sheet.rows,
    columnCount: sheet.columns,
    defaultColumnWidth: COLUMN_WIDTH,
    defaultRowHeight: ROW_HEIGHT,
    defaultStyle: { ff: FONT, fs: FONT_POINTS },
    columnData: columns,
    rowData: rows,
    cellData: {},
    mergeData: sheet.merges.map(rangeOf),
    showGridlines: sheet.gridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    freeze: {
      xSplit: sheet.frozenColumns,
      ySplit: sheet.frozenRows,
      startRow: sheet.frozenRows === 0 ? -1 : sheet.frozenRows,
      startColumn: sheet.frozenColumns === 0 ? -1 : sheet.frozenColumns,
    },
  };
}

const rangeOf = ({ row, col, rows, cols }: Box) => ({
  startRow: row - 1,
  startColumn: col - 1,
  endRow: row + rows - 2,
  endColumn: col + cols - 2,
});

const primaryOf = ({ row, col }: Box) => ({
  ...rangeOf({ row, col, rows: 1, cols: 1 }),
  actualRow: row - 1,
  actualColumn: col - 1,
  isMerged: false,
  isMergedMainCell: false,
});

function set<T>(map: Map<number, T>, row: number, value: T | undefined): void {
  if (value === undefined) map.delete(row);
  else map.set(row, value);
}
