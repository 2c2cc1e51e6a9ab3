/** One reporting book: finds its tabs, reads them, and carries out what was planned. */

import type { ReportPlan } from '../../domain/report/plan';
import { typeOf } from '../../domain/schema/columnTypes';
import { isPersonWritten, type TabId, type TabSchema } from '../../domain/schema/schema';
import type { Table } from '../../domain/schema/table';
import type { Grid } from '../../domain/values/cell';
import { BOOK_VERSION } from '../../tabs/migrations';
import { serviceSchema } from '../../tabs/schemas';
import { organisationsSchema } from '../../tabs/schemas/programme';
import { type CellsByColumn, placeRow } from '../../tabs/schemas/programmeRows';
import { remindersSchema } from '../../tabs/schemas/reminders';
import { reportSchema } from '../../tabs/schemas/report';
import { placesFormula } from '../../tabs/schemas/schoolPlaces';
import { changeMarkerFormula, SERVICE_ROWS, type ServiceReading } from '../../tabs/schemas/serviceTab';
import { formatColumns } from '../pages/paint';
import type { Rights } from '../pages/protect';
import { type BookState, emptyClosing } from '../state/jobState';
import type { Calendar, Moment } from './calendar';
import { readGrid, textValue } from './cells';
import { applyReportPlan } from './report';
import { layService, readRegistry, readService, writeRegistry, writeStamp } from './serviceSheet';
import { columnsOf, completeTable, knownSheet, ROWS_OF_A_NEW_TABLE, sheetsByMetadata } from './tabs';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The memory is small, and the code that reads these sees the next ones. */
const MOST_MERGED = 10;

export interface CompletedTabs {
  readonly created: number;
  /** Headers of deleted columns that were put back, by tab. */
  readonly restored: readonly { readonly tab: TabId; readonly column: string | null }[];
}

export class ReportingBook {
  private metadata: Map<string, Sheet> | null = null;
  private readonly sheets = new Map<string, Sheet>();
  private name: string | null = null;

  constructor(
    readonly file: Spreadsheet,
    readonly id: string,
    readonly state: BookState,
    readonly calendar: Calendar,
  ) {}

  /** Grid of a tab, null when the tab is gone. Three service calls. */
  grid(tab: TabId): Grid | null {
    const sheet = this.sheet(tab);
    return sheet === null ? null : readGrid(sheet, this.calendar);
  }

  /** Formulas of all cells that {@link grid} gives, '' where there is none. Two service calls. */
  formulas(tab: TabId): string[][] {
    return this.sheet(tab)?.getDataRange().getFormulas() ?? [];
  }

  sheetId(tab: string): number {
    return this.state.tabs[tab] ?? 0;
  }

  /** The sheet of a tab, null when it is gone; asked of Google once a run. */
  sheet(tab: string): Sheet | null {
    const known = this.sheets.get(tab);
    if (known) return known;
    const sheet = knownSheet(this.file, this.state, tab);
    if (sheet !== null) this.sheets.set(tab, sheet);
    return sheet;
  }

  /** How many tabs the book has; one call. */
  sheetCount(): number {
    return this.file.getSheets().length;
  }

  /**
   * Forgets generated tabs that somebody deleted, so that they are made again. One call as long as the book has
   * as many sheets as it had; whatever that does not tell, the nightly repair finds.
   */
  forgetLostPages(): void {
    const { state } = this;
    if (this.sheetCount() === state.sheetCount) return;
    for (const name of Object.keys(state.fingerprints)) {
      if (this.sheet(name) !== null) continue;
      delete state.tabs[name];
      delete state.fingerprints[name];
      delete state.layouts[name];
      delete state.sizes[name];
    }
    this.countSheets();
  }

  /** Shows or hides a table; what was last laid so is left as people want it. */
  showTab(tab: TabId, shown: boolean): void {
    const { layouts } = this.state;
    const [before, now] = [layouts[tab], shown ? 'shown' : 'hidden'];
    const sheet = before === undefined || before === now ? null : this.sheet(tab);
    if (sheet === null) return;
    if (!shown) sheet.hideSheet();
    else if (before === 'hidden') sheet.showSheet();
    layouts[tab] = now;
  }

  countSheets(): void {
    this.state.sheetCount = this.sheetCount();
  }

  /**
   * Cells that people merged in the tables. All tables are looked at by setup and the nightly repair; between
   * them only those that had some, until they are taken apart.
   */
  lookAtMerged(tabs: readonly TabId[] = [...new Set(this.state.merged.map((each) => each.tab))]): void {
    if (tabs.length === 0) return;
    this.state.merged = tabs.flatMap((tab) => {
      const ranges = this.sheet(tab)?.getDataRange().getMergedRanges() ?? [];
      return ranges.slice(0, MOST_MERGED).map((range) => {
        const [row, column] = [range.getRow(), range.getColumn()];
        return { tab, range: range.getA1Notation(), row, column };
      });
    });
  }

  /** How many data rows «Отчёт» has at this moment; one call. */
  reportRows(): number {
    return (this.sheet('report')?.getLastRow() ?? 1) - 1;
  }

  /** Status formulas of the data rows of «Отчёт», in R1C1. Two calls, three when the rows are none. */
  statusFormulas(column: number, rows: number): string[] {
    const sheet = this.sheet('report');
    if (sheet === null || rows === 0) return [];
    const formulas = sheet.getRange(2, column + 1, rows, 1).getFormulasR1C1();
    return formulas.map((row) => row[0] ?? '');
  }

  /** `careful`: labels are replaced only where the text that was read still stands. */
  applyReport(
    plan: ReportPlan,
    schema: TabSchema,
    status: { readonly column: number; readonly formula: string } | null,
    careful: boolean,
    beforeEach: () => void,
  ): void {
    const sheet = this.sheet('report');
    if (sheet === null) return;
    this.makeRoom(sheet, plan.rowsNeeded + 1, schema);
    const formula = plan.formula || plan.appends.length > 0 ? status : null;
    applyReportPlan(sheet, plan, { status: formula, careful, beforeEach });
  }

  /**
   * Rows that the grid grows by take the formats of the row above, or do not (unconfirmed): they are laid before
   * anything stands there, and remembered last, so that a stopped run cannot leave plain rows behind.
   */
  private makeRoom(sheet: Sheet, rows: number, schema: TabSchema): void {
    if (rows <= (this.state.sizes.report ?? ROWS_OF_A_NEW_TABLE)) return;
    const present = sheet.getMaxRows();
    if (present < rows) sheet.insertRowsAfter(present, rows - present);
    formatColumns(sheet, schema.columns, columnsOf(sheet, schema, this.state), null);
    this.state.sizes.report = Math.max(present, rows);
  }

  /** Writes a mark of who wrote in a row, which no person does; `row`: of the data, from 0. */
  writeMark(row: number, column: number | undefined, text: string): void {
    if (column !== undefined)
      this.sheet('report')
        ?.getRange(row + 2, column + 1)
        .setValue(text);
  }

  /** One row below the data that no organisation ever has. */
  keepSpareRow(): void {
    const sheet = this.sheet('report');
    const rows = sheet?.getMaxRows() ?? 0;
    if (sheet && sheet.getLastRow() >= rows) sheet.insertRowsAfter(rows, 1);
  }

  /** Writes rows into a table that holds none; the caller has looked. */
  fillEmpty(schema: TabSchema, rows: readonly CellsByColumn[]): void {
    const sheet = this.sheet(schema.id);
    if (sheet === null || rows.length === 0) return;
    const at = columnsOf(sheet, schema, this.state);
    const values = rows.map((row) => placeRow(row, at).map(textValue));
    const missing = values.length + 1 - sheet.getMaxRows();
    if (missing > 0) {
      sheet.insertRowsAfter(sheet.getMaxRows(), missing);
      formatColumns(sheet, schema.columns, at, null);
    }
    sheet.getRange(2, 1, values.length, values[0]?.length ?? 1).setValues(values);
  }

  /**
   * Puts the rows of «Отчёт» in order by district and key, in one call: Sheets moves whole rows, so what
   * people wrote stays with its key. The administrator's button only.
   */
  regroup(): void {
    const sheet = this.sheet('report');
    if (sheet === null || sheet.getLastRow() < 3) return;
    const at = columnsOf(sheet, reportSchema(), this.state);
    const [district, organisation, key] = ['district', 'organisation', 'key'].map((id) => at.get(id));
    if (district === undefined || organisation === undefined || key === undefined) return;
    sheet
      .getRange(2, 1, sheet.getLastRow() - 1, sheet.getLastColumn())
      .sort([district, organisation, key].map((index) => ({ column: index + 1, ascending: true })));
  }

  /** Creates or completes the tables, in their order behind the pages that already stand first. */
  complete(
    schemas: readonly TabSchema[],
    rights: Rights,
    steps: {
      /** Told of each deleted column, and of a deleted tab by null, before it is put back. */
      beforeRestoring(tab: TabId, column: string | null): void;
      isDone(tab: TabId): boolean;
      done(tab: TabId): void;
    },
  ): CompletedTabs {
    let created = 0;
    const restored: { tab: TabId; column: string | null }[] = [];
    const namesBefore = this.organisationNames();
    const version = this.service()?.version ?? BOOK_VERSION;
    schemas.forEach((schema, index) => {
      const remembered = this.state.tabs[schema.id] !== undefined;
      if (steps.isDone(schema.id)) return;
      if (schema.optional && remembered && this.sheet(schema.id) === null) return;
      const result = completeTable(
        this.file,
        this.state,
        schema,
        index,
        rights,
        namesBefore,
        () => this.byMetadata(),
        { version, before: (column) => steps.beforeRestoring(schema.id, column) },
      );
      // The memory of them may have been lost.
      if (result.closed) this.state.closing ??= emptyClosing();
      if (result.created) created += 1;
      if (result.created && remembered) restored.push({ tab: schema.id, column: null });
      for (const column of result.restored) restored.push({ tab: schema.id, column });
      steps.done(schema.id);
    });
    if (namesBefore === null) this.offerOrganisations(schemas);
    return { created, restored };
  }

  /** Columns that name an organisation offer the list of «Организации», which may stand behind them. */
  private offerOrganisations(schemas: readonly TabSchema[]): void {
    const names = this.organisationNames();
    for (const schema of schemas) {
      const columns = schema.columns.filter(
        (column) => typeOf(column).refersTo === 'organisations' && isPersonWritten(column),
      );
      const sheet = columns.length === 0 ? null : this.sheet(schema.id);
      if (sheet !== null) formatColumns(sheet, columns, columnsOf(sheet, schema, this.state), names);
    }
  }

  private organisationNames(): GoogleAppsScript.Spreadsheet.Range | null {
    const sheet = this.sheet('organisations');
    if (sheet === null) return null;
    const index = columnsOf(sheet, organisationsSchema, this.state).get('shortName');
    return index === undefined ? null : sheet.getRange(2, index + 1, sheet.getMaxRows() - 1, 1);
  }

  private byMetadata(): Map<string, Sheet> {
    this.metadata ??= sheetsByMetadata(this.file);
    return this.metadata;
  }

  /** The hidden service tab with its cells; the stamp that stands there stays. */
  completeService(soonDays: number, control: string, rights: Rights, report: TabSchema): void {
    const schema: TabSchema = serviceSchema;
    const { sheet, created } = completeTable(
      this.file,
      this.state,
      schema,
      this.file.getSheets().length,
      rights,
      null,
      () => this.byMetadata(),
    );
    // Every page shows the stamp by a formula, which the tab that was there before took along.
    if (created) this.state.fingerprints = {};
    const [reportSheet, organisations] = [this.sheet('report'), this.sheet('organisations')];
    const reminders = this.sheet(remindersSchema.id);
    const changeMarker =
      reportSheet && organisations
        ? changeMarkerFormula(
            { name: reportSheet.getName(), at: columnsOf(reportSheet, report, this.state) },
            organisations.getName(),
            reminders && {
              name: reminders.getName(),
              at: columnsOf(reminders, remindersSchema, this.state),
            },
          )
        : '';
    layService(sheet, { soonDays, book: this.id, control, changeMarker });
  }

  /** «Обновлено», as of that moment. */
  stamp(moment: Moment): void {
    const sheet = this.sheet('service');
    if (sheet !== null) writeStamp(sheet, moment);
  }

  /** Where the tabs are, and what the schools' half is to know. */
  writeRegistry(manifest: string, report: Table): void {
    const [sheet, reportSheet] = [this.sheet('service'), this.sheet('report')];
    if (sheet === null || reportSheet === null) return;
    const places = placesFormula(reportSheet.getName(), report);
    writeRegistry(sheet, this.state.tabs, { places, manifest });
  }

  /** Finds the tabs of a book of which nothing is remembered. */
  recall(): void {
    if (Object.keys(this.state.tabs).length > 0) return;
    const sheet = this.byMetadata().get('service') ?? this.file.getSheetByName(serviceSchema.title);
    if (sheet) Object.assign(this.state.tabs, readRegistry(sheet));
  }

  /** What the service tab says; null without the tab. */
  service(): ServiceReading | null {
    const sheet = this.sheet('service');
    return sheet === null ? null : readService(sheet);
  }

  /** Which control book runs this one from now on. */
  writeControl(id: string): void {
    this.sheet('service')?.getRange(SERVICE_ROWS.control, 2).setValue(id);
  }

  writeSoonDays(days: number): void {
    this.sheet('service')?.getRange(SERVICE_ROWS.soonDays, 2).setValue(days);
  }

  /** Name of the service tab as it is now, quoted for a formula. */
  serviceName(): string {
    this.name ??= `'${(this.sheet('service')?.getName() ?? serviceSchema.title).replace(/'/g, "''")}'`;
    return this.name;
  }
}
