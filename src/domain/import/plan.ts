/**
 * What a draft programme does to the programme that is there: rows to add, cells to change, stages that the
 * letter no longer has. Nothing is deleted, a blank of the draft never empties a cell, and a plan made again
 * after it was carried out is empty. Runs in the importer's page; the server takes the changes and checks them.
 */

import { cellAt, isBlankRow, rowCount, type Table, textAt } from '../schema/table';
import { isYes } from '../schema/types';
import { cellText, isBlank } from '../values/cell';
import { listItems, sameKey, tidy } from '../values/text';
import { type CellChange, type Cells, IMPORT_KEYS, rowKey, saysSame, type TabChanges } from './changes';
import { matchOrganisations, matchStages } from './match';
import { OrganisationIds } from './organisationIds';
import type { DraftOrganisation, DraftStage, DraftTarget, ProgrammeDraft } from './programmeDraft';

interface LabelledChange {
  readonly key: string;
  readonly label: string;
  readonly cells: readonly CellChange[];
}

export interface TablePlan extends TabChanges {
  readonly changed: readonly LabelledChange[];
  readonly same: number;
}

/** What must be answered before anything is written. `index`: of the draft's list. */
export interface ImportQuestion {
  readonly kind: 'stage' | 'organisation';
  readonly index: number;
  /** Code or id that the table has. */
  readonly id: string;
  readonly found: string;
  readonly given: string;
  readonly filed: number;
}

export interface GoneRow {
  readonly id: string;
  readonly label: string;
  /** Reports that were handed in for it. */
  readonly filed: number;
}

export interface ImportPlan {
  readonly stages: TablePlan;
  readonly targets: TablePlan;
  readonly organisations: TablePlan;
  readonly addresses: TablePlan;
  readonly questions: readonly ImportQuestion[];
  /** Stages of the table that the draft lacks; only those that the administrator named are taken off. */
  readonly gone: readonly GoneRow[];
  readonly absent: readonly GoneRow[];
}

export interface ExistingProgramme {
  readonly stages: Table;
  readonly targets: Table;
  readonly organisations: Table;
  readonly addresses: Table;
  /** Reports handed in, by stage code and by organisation id, as `sameKey` texts. */
  readonly filedByStage: ReadonlyMap<string, number>;
  readonly filedByOrganisation: ReadonlyMap<string, number>;
}

/** Draft rows as cells of their tabs, and the words that tabs use. */
export interface ImportWords {
  stageCells(stage: DraftStage): Cells;
  targetCells(target: DraftTarget): Cells;
  organisationCells(organisation: DraftOrganisation): Cells;
  readonly yes: string;
  readonly curator: string;
}

export function planImport(
  draft: ProgrammeDraft,
  existing: ExistingProgramme,
  words: ImportWords,
): ImportPlan {
  const questions: ImportQuestion[] = [];
  const stages = planStages(draft, existing, words, questions);
  const organisations = planOrganisations(draft, existing, words, questions);
  return {
    ...stages,
    ...organisations,
    targets: planTargets(draft, existing.targets, words),
    questions,
  };
}

export const isEmptyImport = (plan: ImportPlan): boolean =>
  [plan.stages, plan.targets, plan.organisations, plan.addresses].every(
    ({ added, changed }) => added.length === 0 && changed.length === 0,
  );

const rowsOf = (table: Table): number[] =>
  Array.from({ length: rowCount(table) }, (_, row) => row).filter((row) => !isBlankRow(table, row));

function planStages(
  draft: ProgrammeDraft,
  { stages: table, filedByStage }: ExistingProgramme,
  words: ImportWords,
  questions: ImportQuestion[],
): Pick<ImportPlan, 'stages' | 'gone'> {
  const rows = rowsOf(table);
  const known = rows.map((row) => ({
    code: textAt(table, row, 'code'),
    title: textAt(table, row, 'title'),
    section: textAt(table, row, 'section'),
  }));
  const filed = (code: string): number => filedByStage.get(sameKey(code)) ?? 0;
  const matches = matchStages(known, draft.stages);
  const codes = new Set(known.map(({ code }) => sameKey(code)));
  draft.stages.forEach((stage, index) => {
    if (matches[index]?.kind !== 'new') codes.add(sameKey(stage.code));
  });
  const added: Cells[] = [];
  const changed: LabelledChange[] = [];
  const found = new Set<number>();
  let same = 0;
  draft.stages.forEach((stage, index) => {
    const match = matches[index];
    if (!match || match.kind === 'new') {
      const code = freeCode(stage.code, codes);
      added.push(words.stageCells({ ...stage, code }));
      return;
    }
    found.add(match.row);
    const row = rows[match.row] ?? 0;
    const code = known[match.row]?.code ?? '';
    const title = known[match.row]?.title ?? '';
    if (match.kind === 'ask') {
      questions.push({
        kind: 'stage',
        index,
        id: code,
        found: title,
        given: stage.title,
        filed: filed(code),
      });
      return;
    }
    // A code is the key of reports: it stays as it is.
    const cells = changesOf(table, row, words.stageCells({ ...stage, code }));
    if (cells.length === 0) same += 1;
    else changed.push({ key: sameKey(code), label: `${code}. ${title}`, cells });
  });
  const gone: GoneRow[] = [];
  const drop = new Set(draft.drop.map(sameKey));
  known.forEach(({ code, title }, index) => {
    const row = rows[index] ?? 0;
    const present = cellAt(table, row, 'dropped');
    if (draft.stages.length === 0 || found.has(index) || isYes(present, words.yes)) return;
    gone.push({ id: code, label: `${code}. ${title}`, filed: filed(code) });
    if (!drop.has(sameKey(code))) return;
    changed.push({
      key: sameKey(code),
      label: `${code}. ${title}`,
      cells: [{ column: 'dropped', from: present, to: words.yes }],
    });
  });
  return { stages: { added, changed, same }, gone };
}

/** The code, or the first of «3-2», «3-3» … that no stage has. */
function freeCode(wanted: string, taken: Set<string>): string {
  let code = wanted;
  for (let number = 2; taken.has(sameKey(code)); number += 1) code = `${wanted}-${number}`;
  taken.add(sameKey(code));
  return code;
}

function planOrganisations(
  draft: ProgrammeDraft,
  { organisations: table, addresses, filedByOrganisation }: ExistingProgramme,
  words: ImportWords,
  questions: ImportQuestion[],
): Pick<ImportPlan, 'organisations' | 'addresses' | 'absent'> {
  const rows = rowsOf(table);
  const known = rows.map((row) => ({
    id: textAt(table, row, 'id'),
    district: textAt(table, row, 'district'),
    shortName: textAt(table, row, 'shortName'),
    fullName: textAt(table, row, 'fullName'),
    type: textAt(table, row, 'type'),
  }));
  const matches = matchOrganisations(known, draft.organisations);
  const ids = new OrganisationIds(
    known,
    draft.organisations.map(({ id }) => id),
  );
  const written = knownAddresses(addresses);
  const added: Cells[] = [];
  const changed: LabelledChange[] = [];
  const newAddresses: Cells[] = [];
  const found = new Set<number>();
  let same = 0;
  draft.organisations.forEach((organisation, index) => {
    const match = matches[index] ?? { kind: 'new' };
    if (match.kind === 'twice') return;
    let { id } = organisation;
    if (match.kind === 'new') {
      if (id === '') id = ids.next(organisation.district);
      added.push(words.organisationCells({ ...organisation, id }));
    } else {
      const row = rows[match.row] ?? 0;
      found.add(match.row);
      const there = known[match.row];
      const shortName = there?.shortName ?? '';
      id = there?.id ?? '';
      if (match.kind === 'ask') {
        const given = organisation.shortName;
        const filed = filedByOrganisation.get(sameKey(id)) ?? 0;
        questions.push({ kind: 'organisation', index, id, found: shortName, given, filed });
        return;
      }
      const cells = changesOf(table, row, words.organisationCells({ ...organisation, id }));
      if (cells.length === 0) same += 1;
      else changed.push({ key: sameKey(id), label: shortName, cells });
    }
    for (const email of organisation.emails) {
      const key = addressKey(email, id, organisation.district);
      if (written.has(key) || written.has(addressKey(email, id, ''))) continue;
      written.add(key);
      // Another book may number its organisations the same way.
      newAddresses.push({ email, role: words.curator, organisation: id, district: organisation.district });
    }
  });
  const absent = known.flatMap(({ id, shortName }, index): GoneRow[] =>
    draft.organisations.length === 0 || found.has(index)
      ? []
      : [{ id, label: shortName, filed: filedByOrganisation.get(sameKey(id)) ?? 0 }],
  );
  return {
    organisations: { added, changed, same },
    addresses: { added: newAddresses, changed: [], same: 0 },
    absent,
  };
}

const addressKey = (email: string, organisation: string, district: string): string =>
  `${tidy(email).toLowerCase()}|${sameKey(organisation)}|${sameKey(district)}`;

function knownAddresses(table: Table): Set<string> {
  const keys = new Set<string>();
  for (const row of rowsOf(table)) {
    const organisation = textAt(table, row, 'organisation');
    for (const email of listItems(cellText(cellAt(table, row, 'email'))))
      keys.add(addressKey(email, organisation, textAt(table, row, 'district')));
  }
  return keys;
}

/** A target is known by its words and its date. */
function planTargets(draft: ProgrammeDraft, table: Table, words: ImportWords): TablePlan {
  const known = new Map<string, number>();
  for (const row of rowsOf(table)) {
    known.set(
      rowKey(IMPORT_KEYS.targets, (column) => cellAt(table, row, column)),
      row,
    );
  }
  const added: Cells[] = [];
  const changed: LabelledChange[] = [];
  const seen = new Set<string>();
  let same = 0;
  for (const target of draft.targets) {
    const to = words.targetCells(target);
    const key = rowKey(IMPORT_KEYS.targets, (column) => to[column] ?? '');
    if (seen.has(key)) continue;
    seen.add(key);
    const row = known.get(key);
    const cells = row === undefined ? [] : changesOf(table, row, to);
    if (row === undefined) added.push(to);
    else if (cells.length === 0) same += 1;
    else changed.push({ key, label: target.title, cells });
  }
  return { added, changed, same };
}

const CHOICE = { type: 'choice' } as const;

/** Cells that differ. A blank of the draft says nothing, except the dates of a deadline that is of another kind. */
function changesOf(table: Table, row: number, to: Cells): CellChange[] {
  const changes: CellChange[] = [];
  for (const column of table.schema.columns) {
    const cell = to[column.id];
    if (cell === undefined || !table.at.has(column.id)) continue;
    const from = cellAt(table, row, column.id);
    const isDate = column.id === 'start' || column.id === 'deadline';
    const clears = isDate && to.kind !== undefined && !saysSame(cellAt(table, row, 'kind'), to.kind, CHOICE);
    if ((isBlank(cell) && !clears) || saysSame(from, cell, column)) continue;
    changes.push({ column: column.id, from, to: cell });
  }
  return changes;
}
