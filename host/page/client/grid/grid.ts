/** The grid: draws what the server tells, says where the person stands and what they point at. */
import {
  CellValueType,
  type ICellData,
  ICommandService,
  type Injector,
  IUniverInstanceService,
  type IWorkbookData,
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
import type { Box } from '../../../../src/domain/values/a1';
import type { BookOpened, Look, Order, RowsShown, SheetShown } from '../../protocol/protocol';
import { heightOf, styleOf } from './looks';
import {
  anchorOf,
  edgesOf,
  type How,
  headsOf,
  keep,
  type Laid,
  reveal,
  rowsSeen,
  scrolledPart,
} from './scroll';
import { BLANK, primaryOf, rangeOf, sheetData } from './shape';
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
  private readonly orders = new Map<number, Order>();
  private workbook: Workbook | null = null;
  private opened = 0;
  private isFollowing = false;
  /** What the person has gone to, until they scroll or press elsewhere: it stays on the screen. */
  private held: { readonly box: Box; readonly how: How } | null = null;
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
    this.orders.clear();
    // Another session of the program numbers its looks anew.
    this.looks.clear();
    this.looks.set(0, {});
    this.marks.clear();
    for (const sheet of book.sheets) {
      this.sheets.set(sheet.id, sheet);
      this.orders.set(sheet.id, sheet.order);
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
    if (this.opened === 1) this.listen();
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

  /** Shows a blank tab instead of the book. */
  clear(): void {
    if (this.workbook) this.open(BLANK, BLANK.active);
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
    this.operate(SetWorksheetActiveOperation.id, { unitId: this.unit, subUnitId: String(sheet) });
  }

  /** Selects a box of the tab in front and scrolls to it; again while its rows and those above are being loaded. */
  select(box: Box, how: How = 'near'): void {
    const range = rangeOf(box);
    this.operate(SetSelectionsOperation.id, {
      unitId: this.unit,
      subUnitId: String(this.activeSheet),
      selections: [{ range, primary: primaryOf(box), style: null }],
    });
    this.held = { box, how };
    this.reveal();
    this.events.selected(box);
  }

  /** Runs one of the display's commands for moving about. */
  async run(command: string, params: object): Promise<void> {
    this.held = null;
    await this.get<ICommandService>(ICommandService).executeCommand(command, params);
  }

  /** The same for one that moves the selected cell, which stays on the screen then. */
  async move(params: object): Promise<void> {
    await this.run('sheet.command.move-selection', params);
    const { row, col } = this.activeCell();
    this.held = { box: { row, col, rows: 1, cols: 1 }, how: 'near' };
    this.reveal();
  }

  private operate(command: string, params: object): void {
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
    let [frozenMoved, grown] = [false, false];
    for (const { row, cells, notes, links } of rows) {
      matrix[row - 1] = this.cellsOf(cells);
      set(known.notes, row, notes);
      set(known.links, row, links);
      const height = sheet.heights[row] ?? heightOf(cells, (id) => this.looks.get(id) ?? {}, sheet);
      const data = worksheet.getRowManager().getRowOrCreate(row - 1);
      if (data.h !== height) grown = true;
      if (data.h !== height && row <= sheet.frozenRows) frozenMoved = true;
      data.h = height;
    }
    if (sheetId !== this.activeSheet) return;
    const laid = this.laid();
    const anchor = grown && laid ? anchorOf(laid) : null;
    this.redraw();
    // The line below the frozen rows is drawn anew only with the whole sheet.
    if (frozenMoved)
      this.render()
        ?.with(SheetSkeletonManagerService)
        .setCurrent({ sheetId: String(sheetId) });
    if (!laid || !anchor) return;
    keep(laid, anchor);
    this.reveal();
  }

  text(row: number, col: number): string {
    return String(this.cellAt(row, col)?.v ?? '');
  }

  /** Texts of a whole row of any tab. */
  texts(sheet: number, row: number): string[] {
    const matrix = this.workbook?.getSheetBySheetId(String(sheet))?.getCellMatrix();
    return Array.from({ length: this.shape(sheet)?.columns ?? 0 }, (_, col) =>
      String(matrix?.getValue(row - 1, col)?.v ?? ''),
    );
  }

  shape(sheet: number): SheetShown | null {
    return this.sheets.get(sheet) ?? null;
  }

  /** The order in which rows and columns of a tab are shown here. */
  orderOf(sheet: number): Order | undefined {
    return this.orders.get(sheet);
  }

  /** All rows of the tab that are here stand in this order now; an older one changes nothing. */
  setOrder(sheet: number, order: Order): void {
    const known = this.orders.get(sheet);
    if (known !== undefined && order > known) this.orders.set(sheet, order);
  }

  sizeOf(sheet: number): string {
    const { rows, columns } = this.shape(sheet) ?? { rows: 0, columns: 0 };
    return `${rows}×${columns}`;
  }

  /** Whether a point of the grid's element lies on cells, not on the names of rows and columns. */
  isOnCells(x: number, y: number): boolean {
    const laid = this.laid();
    const first = laid && headsOf(laid);
    return first !== null && x >= first.left && y >= first.top;
  }

  look(row: number, col: number): Look {
    const style = this.cellAt(row, col)?.s;
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
    const laid = this.laid();
    return laid && rowsSeen(laid);
  }

  /** Where a cell stands inside the grid's element, in pixels. */
  rect(row: number, col: number): Rect | null {
    const laid = this.laid();
    return laid && rectOf(edgesOf(laid, row, col));
  }

  /** The part of the grid's element that scrolls. */
  scrolled(): Rect | null {
    const laid = this.laid();
    return laid && rectOf(scrolledPart(laid));
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

  private laid(): Laid | null {
    const [skeleton, viewport, sheet] = [this.skeleton(), this.viewport(), this.sheet];
    if (!skeleton || !viewport || !sheet) return null;
    const { clientWidth: width, clientHeight: height } = this.container;
    return { skeleton, viewport, sheet, width, height };
  }

  private reveal(): void {
    const laid = this.laid();
    if (this.held && laid) reveal(laid, this.held.box, this.held.how);
  }

  /** Cells and heights of rows changed behind the display's back. */
  private redraw(): void {
    const render = this.render();
    const skeleton = this.skeleton();
    if (!render || !skeleton) return;
    skeleton.makeDirty(true);
    skeleton.resetCache();
    skeleton.calculate();
    // How far there is to scroll.
    render.scene.transformByState({
      width: skeleton.rowHeaderWidthAndMarginLeft + skeleton.columnTotalWidth,
      height: skeleton.columnHeaderHeightAndMarginTop + skeleton.rowTotalHeight,
    });
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
  private cellAt(row: number, col: number): ICellData | null {
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

  private listen(): void {
    this.container.addEventListener('pointerup', () => this.events.pressed());
    for (const kind of ['wheel', 'pointerdown'] as const) {
      this.container.addEventListener(
        kind,
        () => {
          this.held = null;
        },
        { capture: true, passive: true },
      );
    }
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

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const rectOf = (edges: { left: number; top: number; right: number; bottom: number }): Rect => ({
  left: edges.left,
  top: edges.top,
  width: edges.right - edges.left,
  height: edges.bottom - edges.top,
});

function set<T>(map: Map<number, T>, row: number, value: T | undefined): void {
  if (value === undefined) map.delete(row);
  else map.set(row, value);
}
