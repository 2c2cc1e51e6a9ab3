/** The form of one stage, its draft, and the way to its row. */
import type { SidebarFunctions } from '../../contract/school';
import { findPersonalData } from '../../domain/personal/personalData';
import { splitKey } from '../../domain/report/registry';
import { draftInput, keyInput, targetInput } from '../../domain/school/input';
import { stretchesOf } from '../../domain/school/rows';
import { cellName } from '../../domain/values/a1';
import { unmarked } from '../../domain/values/formulaText';
import { RowCells } from '../../google/book/rowCells';
import { goToCell } from '../../google/services/ui';
import { PersonStore } from '../../google/state/personMemory';
import { sidebarServer as says } from '../../messages/sidebar/server';
import { given, refuse } from '../run/answer';
import { inBook, inReport } from './call';
import { findRow, ReportRow, schoolColumns } from './row';

export const sidebarForm: SidebarFunctions['sidebarForm'] = (input) =>
  given(says, keyInput, input, (key) =>
    inReport((book, report) => {
      const at = findRow(book, report, key);
      if (typeof at !== 'number') return at;
      const [cells = []] = book.rows(report, at, 1);
      const row = new ReportRow(book, at, cells);
      const person = new PersonStore(book.id);
      const memory = person.memory();
      const own = splitKey(key)?.organisation === memory.school;
      if (!row.isClear(own ? memory.name : null)) return refuse(says.mixedUp);
      const columns = schoolColumns(book);
      const places = columns.map(({ id }) => book.at.get(id) ?? 0).sort((a, b) => a - b);
      return {
        ok: true,
        key,
        organisation: row.text('organisation'),
        stage: row.stage(),
        fields: columns.map((column) => ({ column, value: unmarked(row.cell(column.id)) })),
        mayWrite: places.length > 0 && new RowCells(report, at, stretchesOf(places, 0)).canEdit(),
        today: book.today,
        programmeStart: book.manifest.programmeStart,
        draft: person.draft(key),
      };
    }),
  );

/** Texts that look like personal data are not kept anywhere: docs/design.md, «Rules that keep people's data safe», 7. */
export const sidebarDraft: SidebarFunctions['sidebarDraft'] = (key, draft) =>
  given(says, draftInput, { key, draft }, (given) =>
    inBook((book) => {
      const entries = Object.entries(given.draft ?? {}).filter(
        ([, { text }]) => findPersonalData(text).length === 0,
      );
      const kept = entries.length === 0 ? null : Object.fromEntries(entries);
      return new PersonStore(book.id).keep(given.key, kept) ? { ok: true } : refuse(says.longDraft);
    }),
  );

export const sidebarGo: SidebarFunctions['sidebarGo'] = (input) =>
  given(says, targetInput, input, (target) =>
    inReport((book, report) => {
      if ('key' in target) {
        const row = findRow(book, report, target.key);
        if (typeof row !== 'number') return row;
        const column = book.at.get(target.column) ?? 0;
        return goToCell(report, cellName(row, column + 1)) ? { ok: true } : refuse(says.noCell);
      }
      const sheet = book.file.getSheetById(target.sheetId);
      return sheet !== null && goToCell(sheet, target.cell) ? { ok: true } : refuse(says.noCell);
    }),
  );
