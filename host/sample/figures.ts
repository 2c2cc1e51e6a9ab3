/** Figures of a reporting book, read from its tabs as a person would read them. */
import { SheetView } from '../people/sheetView';
import type { Books } from './books';

export interface SampleFigures {
  readonly organisations: number;
  readonly districts: number;
  /** Rows of «Отчёт», and those of them that are expected today. */
  readonly rows: number;
  readonly expected: number;
  readonly inTime: number;
  readonly late: number;
  readonly missed: number;
  readonly notYetDue: number;
  readonly issues: number;
}

export function figuresOf(books: Books): SampleFigures {
  const { workbook } = books.reporting;
  const summary = SheetView.of(workbook, 'Сводка');
  const figure = (label: string): number => {
    const row = summary.dataRows().find((each) => summary.text(each, 1) === label);
    const value = row === undefined ? null : summary.sheet.value(row, 2);
    if (typeof value !== 'number') throw new Error(`«Сводка» has no figure «${label}»`);
    return value;
  };
  const organisations = SheetView.of(workbook, 'Организации');
  const district = organisations.column('Район');
  const issues = SheetView.of(workbook, 'Замечания');
  return {
    organisations: organisations.dataRows().length,
    districts: new Set(organisations.dataRows().map((row) => organisations.text(row, district))).size,
    rows: SheetView.of(workbook, 'Отчёт').dataRows().length,
    expected: figure('Ожидается отчётов'),
    inTime: figure('Сдано в срок'),
    late: figure('Сдано с опозданием'),
    missed: figure('Просрочено'),
    notYetDue: figure('Срок ещё не наступил'),
    issues: issues.dataRows().filter((row) => issues.text(row, 2) !== '').length,
  };
}
