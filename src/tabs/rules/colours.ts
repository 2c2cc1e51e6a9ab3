/** Conditional formats as plain data: few rules over whole columns, never painted backgrounds. */

import { STATUS_NAMES, STATUSES } from '../../domain/report/statuses';
import { FLAG } from '../../domain/rights/elsewhere';
import { typeOf } from '../../domain/schema/columnTypes';
import type { TabSchema } from '../../domain/schema/schema';
import { columnLetters } from '../../domain/values/a1';
import { HEADING_MARK, pages } from '../../messages/tabs/pages';
import { STATUS_WORDS, WARNING_MARK } from '../../messages/words/words';
import { PAINT, type Paint } from './look';

export interface ColourRule {
  readonly when:
    | { readonly textStartsWith: string }
    | { readonly textIs: string }
    /** Without separators, so that the spreadsheet's locale does not matter. */
    | { readonly formula: string };
  readonly paint: Paint;
  /** Column indexes from 0, first and last; null is every column. */
  readonly columns: readonly [number, number] | null;
  /** First row, from 1. */
  readonly fromRow: number;
}

/** Rules of a table: statuses by their words, and cells that ought to be dates or numbers and are text. */
export function tableColours(schema: TabSchema, at: ReadonlyMap<string, number>): ColourRule[] {
  const rules: ColourRule[] = [];
  const status = at.get('status');
  if (schema.id === 'report' && status !== undefined) {
    for (const name of STATUS_NAMES) {
      const { paint } = STATUSES[name];
      if (!paint) continue;
      const when = { textStartsWith: STATUS_WORDS[name].full };
      rules.push({ when, paint, columns: [status, status], fromRow: 2 });
    }
  }
  // Somebody of elsewhere wrote there: see domain/rights/elsewhere.ts.
  for (const [mark, cell] of [
    ['filedBy', 'doneOn'],
    ['decidedBy', 'decision'],
  ] as const) {
    const [by, index] = [at.get(mark), at.get(cell)];
    if (schema.id !== 'report' || by === undefined || index === undefined) continue;
    const when = { formula: `=LEFT($${columnLetters(by + 1)}2)="${FLAG}"` };
    rules.push({ when, paint: STATUSES.invalid.paint, columns: [index, index], fromRow: 2 });
  }
  // In the control book Svodka says beside a row what is wrong with it.
  const said = at.get(schema.id === 'settings' ? 'help' : 'issue');
  if ((schema.id === 'settings' || schema.id === 'addresses') && said !== undefined) {
    rules.push({
      when: { textStartsWith: WARNING_MARK },
      paint: PAINT.stale,
      columns: [said, said],
      fromRow: 2,
    });
  }
  // A cell that another one's word asks for: a return without its reason.
  for (const column of schema.columns) {
    for (const rule of column.rules ?? []) {
      const [index, other] = [at.get(column.id), at.get(rule.kind === 'requiredWhen' ? rule.column : '')];
      if (rule.kind !== 'requiredWhen' || index === undefined || other === undefined) continue;
      if (!('is' in rule.when)) continue;
      const [own, cell] = [index, other].map((each) => `${columnLetters(each + 1)}2`);
      const words = rule.when.is.map((word) => `(${cell}="${word}")`).join('+');
      const when = { formula: `=ISBLANK(${own})*(${words})` };
      rules.push({ when, paint: PAINT.stale, columns: [index, index], fromRow: 2 });
    }
  }
  for (const column of schema.columns) {
    const index = at.get(column.id);
    const { holds } = typeOf(column);
    const wantsNumber = holds === 'day' || holds === 'number';
    if (index === undefined || column.writer === 'svodka' || !wantsNumber) continue;
    const cell = `${columnLetters(index + 1)}2`;
    const isFuture = column.rules?.some((rule) => rule.kind === 'dateRange' && rule.to === 'today');
    // Without separators, which depend on the locale: a product is «and», a sum is «or».
    const typed = column.writer === 'administrator' ? '' : `+ISFORMULA(${cell})`;
    const wrong = [
      `=ISTEXT(${cell})${typed}`,
      ...(isFuture ? [`=ISNUMBER(${cell})*(${cell}>=TODAY()+1)`] : []),
    ];
    for (const formula of wrong) {
      rules.push({ when: { formula }, paint: STATUSES.invalid.paint, columns: [index, index], fromRow: 2 });
    }
  }
  return rules;
}

const whole = (when: ColourRule['when'], paint: Paint): ColourRule => ({
  when,
  paint,
  columns: null,
  fromRow: 1,
});

/** Sheets shows a link as one by itself; other programs that open the book do not. */
const LINKS: readonly ColourRule[] = [
  whole({ textIs: pages.open }, PAINT.link),
  whole({ textStartsWith: pages.rowMark }, PAINT.link),
];

/** Rules of the summary pages: what stands where varies, so rows are known by what they begin with. */
export function pageColours(more: readonly string[] = []): ColourRule[] {
  const { header } = pages;
  const subheaders = [
    header.organisation,
    header.district,
    header.stage,
    header.indicator,
    header.column,
    ...more,
  ];
  return [
    whole({ formula: `=LEFT($A1)="${HEADING_MARK}"` }, PAINT.heading),
    ...subheaders.map((text) => whole({ formula: `=$A1="${text}"` }, PAINT.subheader)),
    whole({ formula: `=$A1="${pages.total}"` }, PAINT.subheader),
    whole({ formula: `=$A1="${pages.doneTotal}"` }, PAINT.subheader),
    ...STATUS_NAMES.flatMap((name) => {
      const { paint } = STATUSES[name];
      return paint ? [whole({ textIs: STATUS_WORDS[name].short }, paint)] : [];
    }),
    ...LINKS,
    whole({ textIs: pages.outcomes.missed }, STATUSES.missed.paint),
    whole({ textIs: pages.outcomes.reached }, STATUSES.inTime.paint),
  ];
}

/** Rules of «Как заполнять». */
export const howToColours = (): ColourRule[] => [
  ...LINKS,
  whole({ formula: `=LEFT($A1)="${HEADING_MARK}"` }, PAINT.heading),
  whole({ formula: `=$A1="${pages.howTo.link}"` }, PAINT.subheader),
];

/** Rules of «Замечания»: the second column links to the cell. */
export const issuesColours = (): ColourRule[] => [
  { when: { formula: '=$B2<>""' }, paint: PAINT.link, columns: [1, 1], fromRow: 2 },
];
