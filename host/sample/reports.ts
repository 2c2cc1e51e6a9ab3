/**
 * What the curators and heads of a sample write into «Отчёт», day by day: typed into the grid as those people,
 * from a fixed seed. Documents are numbered «образец», so that nobody takes them for real ones.
 */
import { addDays, type CivilDate, daysBetween, formatRu, fromSerial } from '../../src/domain/dates/civil';
import { SheetView } from '../people/sheetView';
import type { LocalHost } from '../runtime/localHost';
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

/** One thing that a person types on a day. */
interface Entry {
  readonly on: CivilDate;
  readonly row: number;
  readonly by: string;
  readonly header: string;
  readonly text: string;
}

/** Slips that people make, so that «Замечания» of the sample has something to show. */
const SLIPS: readonly ((day: CivilDate) => string)[] = [
  () => 'выполнено',
  () => 'в начале месяца',
  (day) => formatRu(addDays(day, 365)),
];

/** The course of a sample: made once for the rows that are there, then typed in step by step. */
export class SampleCourse {
  private readonly entries: Entry[];
  private typed = 0;

  constructor(
    private readonly host: LocalHost,
    private readonly books: Books,
    /** Who types for an organisation, by its short name; without it all is typed by one curator. */
    curators: ReadonlyMap<string, string> = new Map(),
    seed = 20_201,
  ) {
    this.entries = planEntries(SheetView.of(books.reporting.workbook, 'Отчёт'), curators, seeded(seed));
  }

  /** Types everything that people write up to that day, the day included; gives how many cells. */
  typeUntil(day: CivilDate): number {
    const view = SheetView.of(this.books.reporting.workbook, 'Отчёт');
    const place = { spreadsheetId: this.books.reporting.workbook.id, sheetId: view.sheet.id };
    const before = this.typed;
    for (let entry = this.entries[this.typed]; entry && entry.on <= day; entry = this.entries[this.typed]) {
      const result = this.host.person(entry.by).type(place, view.cell(entry.row, entry.header), entry.text);
      if (!result.ok) throw new Error(`${entry.by} may not write «${entry.header}»: ${result.message}`);
      this.typed += 1;
    }
    return this.typed - before;
  }
}

/**
 * Of ten stages about seven are reported in time, one late, two not at all; some organisations are slow in
 * everything, a few type the date in a hurry, and a few reports come into the sheet days after the deadline.
 */
function planEntries(view: SheetView, curators: ReadonlyMap<string, string>, random: () => number): Entry[] {
  const column = (header: string) => view.column(header);
  const care = new Map<string, number>();
  const entries: Entry[] = [];
  for (const row of view.dataRows()) {
    const name = view.text(row, column('Организация'));
    const diligence = care.get(name) ?? 0.55 + random() * 0.6;
    care.set(name, diligence);
    const due = view.sheet.value(row, column('Срок'));
    const [dice, shift, habit] = [random(), Math.floor(random() * 6), random()];
    if (typeof due !== 'number') continue;
    const done = reportDay(fromSerial(due), dice, diligence, shift);
    if (done === null) continue;
    const typedOn = habit < 0.06 ? addDays(done, 9) : done;
    const slip = habit > 0.965 ? SLIPS[Math.floor(habit * 1e6) % SLIPS.length] : undefined;
    const by = (header: string, text: string, on = typedOn, who = curators.get(name) ?? CURATOR) =>
      entries.push({ on, row, by: who, header, text });
    by('Дата выполнения', slip ? slip(done) : formatRu(done));
    by('Документ', `образец № ${100 + row} от ${formatRu(done)}`);
    if (view.text(row, column('Нужно согласование')) === 'нет' || random() > 0.85) continue;
    const returned = random() < 0.1;
    const decidedOn = addDays(typedOn, 2);
    by('Решение', returned ? 'возвращено' : 'согласовано', decidedOn, HEAD);
    if (returned) by('Причина', 'Нет сроков по этапам (образец)', decidedOn, HEAD);
  }
  return entries.sort((a, b) => daysBetween(b.on, a.on));
}

/** The day on which a stage is done, null when it is not. */
export function reportDay(due: CivilDate, dice: number, diligence: number, shift: number): CivilDate | null {
  if (dice < 0.75 * diligence) return addDays(due, -shift);
  return dice < 0.88 * diligence ? addDays(due, 1 + shift) : null;
}
