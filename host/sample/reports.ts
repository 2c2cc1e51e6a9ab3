/**
 * Fills «Отчёт» of a sample as its curators and heads would by a given day: through the grid, as those people,
 * from a fixed seed. Everything written says or is plainly a sample; documents are numbered «образец».
 */
import { addDays, type CivilDate, dayNumber, formatRu, fromSerial } from '../../src/domain/civil';
import type { LocalHost } from '../localHost';
import { SheetView } from '../sheetView';
import type { Books } from './books';

export const CURATOR = 'curator@example.org';
export const HEAD = 'head@example.org';

/** A small generator with a fixed beginning (mulberry32): the same sample on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Shares the book with the sample's curator and head, so that they can type. */
export function shareSample(books: Books): void {
  books.reporting.share(CURATOR, 'edit');
  books.reporting.share(HEAD, 'edit');
}

/**
 * Writes reports up to `today`. Of ten stages that are due about seven are in time, one late, two missing;
 * some organisations are slow in everything. Gives how many rows were filled.
 */
export function fillReports(host: LocalHost, books: Books, today: CivilDate, seed = 20_201): number {
  const random = seeded(seed);
  const { workbook } = books.reporting;
  const view = SheetView.of(workbook, 'Отчёт');
  const place = { spreadsheetId: workbook.id, sheetId: view.sheet.id };
  const curator = host.person(CURATOR);
  const head = host.person(HEAD);
  const [deadline, organisation] = [view.column('Срок'), view.column('Организация')];
  const approval = view.column('Нужно согласование');
  const diligence = new Map<string, number>();
  let filled = 0;
  for (const row of view.dataRows()) {
    const name = view.text(row, organisation);
    const care = diligence.get(name) ?? 0.55 + random() * 0.6;
    diligence.set(name, care);
    const due = view.sheet.value(row, deadline);
    const dice = random();
    const shift = Math.floor(random() * 9);
    if (typeof due !== 'number') continue;
    const end = fromSerial(due);
    const done = reportDay(end, dice, care, shift);
    if (done === null || done > today) continue;
    curator.type(place, view.cell(row, 'Дата выполнения'), formatRu(done));
    curator.type(place, view.cell(row, 'Документ'), `образец № ${100 + filled} от ${formatRu(done)}`);
    filled += 1;
    if (view.text(row, approval) !== 'нет' && random() < 0.75) {
      const returned = random() < 0.12;
      head.type(place, view.cell(row, 'Решение'), returned ? 'возвращено' : 'согласовано');
      if (returned) head.type(place, view.cell(row, 'Причина'), 'Нет сроков по этапам (образец)');
    }
  }
  return filled;
}

/** The day of a report, null when it is not handed in. */
function reportDay(due: CivilDate, dice: number, care: number, shift: number): CivilDate | null {
  if (dice < 0.72 * care) return addDays(due, -Math.min(shift, Math.max(0, dayNumber(due) - 18_527)));
  return dice < 0.86 * care ? addDays(due, 1 + shift) : null;
}
