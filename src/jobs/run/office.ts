/** The control book, and its settings as one run reads them. */
import type { Issue } from '../../domain/schema/issue';
import type { TabSchema } from '../../domain/schema/schema';
import { missingColumns, readTable, type Table } from '../../domain/schema/table';
import { readSettings } from '../../domain/settings/readSettings';
import { DEFAULT_SETTINGS, type Settings } from '../../domain/settings/settings';
import type { Moment } from '../../google/book/calendar';
import type { ControlBook } from '../../google/book/controlBook';
import { READING_WORDS } from '../../messages/jobs/settings';
import { jobNames, runWords } from '../../messages/jobs/setup';
import { settingsSchema } from '../../tabs/schemas/control';
import type { Journal } from './journal';
import type { JobMemory } from './memory';
import type { Moments } from './moments';

export class Office {
  settings: Settings = DEFAULT_SETTINGS;
  settingIssues: readonly Issue[] = [];
  /** «Настройки» as this run read it; null while it did not. */
  settingsTable: Table | null = null;

  constructor(
    readonly control: ControlBook,
    private readonly memory: JobMemory,
    private readonly journal: Journal,
    private readonly moments: Moments,
  ) {}

  /**
   * A tab or column that somebody deleted is put back first: jobs must not go on with mere defaults unsaid.
   * `mayWrite`: false for a query, which runs without the lock.
   */
  readSettings(mayWrite = true): void {
    const { control, memory } = this;
    const { state } = memory;
    if (!control.isSetUp()) control.recall();
    if (!control.isSetUp()) return;
    if (state.controlId === '') state.controlId = control.file.getId();
    let table = this.table('settings', settingsSchema);
    if (mayWrite && (table === null || missingColumns(table).length > 0)) {
      const nobody = { administrators: [], heads: [], headsOf: new Map(), editors: [] };
      const { created, restored } = control.complete(nobody, state.plan.books);
      const moment = this.moments.in(state.plan.timeZone);
      // A column that came with this version was deleted by nobody.
      if (created + restored.length > 0)
        this.journal.log(moment, jobNames.setUp, '', runWords.done, runWords.settingsRestored);
      table = this.table('settings', settingsSchema);
    }
    if (table === null) return;
    this.settingsTable = table;
    const { settings, issues } = readSettings(table, READING_WORDS);
    this.settings = settings;
    this.settingIssues = issues;
    const { books, rebuildMinutes, repairHour, timeZone } = settings;
    state.plan = { books: [...books], rebuildMinutes, repairHour, timeZone };
  }

  /** A table of the control book as it stands now; null without its tab. */
  table(tab: 'settings' | 'addresses', schema: TabSchema): Table | null {
    const { state } = this.memory;
    const grid = this.control.grid(tab, this.memory.calendar(state.plan.timeZone));
    return grid === null ? null : readTable(schema, grid, state.control.renamed[tab]);
  }

  /** When the run began, in the programme's time zone. */
  moment(): Moment {
    return this.moments.in(this.settings.timeZone);
  }
}
