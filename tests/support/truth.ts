/** What people reported, kept beside the book: who wrote what for which stage, and the figures that follow. */
import type { World } from './fork';
import { PEOPLES_HEADERS } from './people';
import { STAGES, viewOf } from './smallProgramme';

export type Cells = Readonly<Record<string, string>>;
/** «К-01/1» → what stands in people's columns, as it is shown; blanks are left out. */
export type Truth = Map<string, Cells>;

export const keyOf = (school: number, stage: number): string => `К-0${school}/${stage}`;

/** Reads the book as it stands: for a moment at which every row is in order. */
export function readTruth(world: World): Truth {
  const truth: Truth = new Map();
  for (const row of rowsOf(world)) if (Object.keys(row.cells).length > 0) truth.set(row.key, row.cells);
  return truth;
}

export interface ReportRow {
  readonly key: string;
  readonly organisation: string;
  readonly stage: string;
  readonly cells: Cells;
  readonly firstSeen: string;
  readonly decisionSeen: string;
  readonly status: string;
}

export function rowsOf(world: World): ReportRow[] {
  const view = viewOf(world, 'Отчёт');
  const at = (header: string) => view.column(header);
  const text = (row: number, header: string) => view.text(row, at(header));
  return view.dataRows().map((row) => ({
    key: text(row, 'Ключ'),
    organisation: text(row, 'Организация'),
    stage: text(row, 'Этап'),
    cells: Object.fromEntries(
      PEOPLES_HEADERS.map((header) => [header, text(row, header)] as const).filter(
        ([, value]) => value !== '',
      ),
    ),
    firstSeen: text(row, 'Впервые замечено'),
    decisionSeen: text(row, 'Решение учтено'),
    status: text(row, 'Состояние'),
  }));
}

const memoryOf =
  (column: 'firstSeen' | 'decisionSeen') =>
  (world: World): Map<string, string> =>
    new Map(
      rowsOf(world)
        .filter((row) => row[column] !== '')
        .map((row) => [row.key, row[column]]),
    );

/** First days on which reports were seen, by key. */
export const firstSeenOf = memoryOf('firstSeen');
/** What is remembered of districts' decisions, by key. */
export const decidedOf = memoryOf('decisionSeen');
/** The same without the fingerprints. */
export const decisionsOf = (world: World): Map<string, string> =>
  new Map([...decidedOf(world)].map(([key, text]) => [key, text.replace(/ #\w+/g, '')]));

export interface Figures {
  readonly expected: number;
  readonly inTime: number;
  readonly late: number;
  readonly missed: number;
  readonly notYetDue: number;
}

const isoOf = (shown: string): string => shown.split('.').reverse().join('-');
const isDate = (shown: string): boolean => /^\d\d\.\d\d\.\d{4}$/.test(shown);

/** Counted by hand, as docs/design.md, «Status», words it; `unclear` are keys that must not be counted as reports. */
export function countByHand(
  truth: Truth,
  keys: readonly string[],
  today: string,
  unclear: ReadonlySet<string> = new Set(),
): Figures {
  const figures = { expected: 0, inTime: 0, late: 0, missed: 0, notYetDue: 0 };
  for (const key of keys) {
    const cells = unclear.has(key) ? {} : (truth.get(key) ?? {});
    const stage = STAGES.find((each) => each[0] === key.split('/')[1]);
    const due = isoOf(cells['Продлено до'] ?? stage?.[5] ?? '');
    const done = cells['Дата выполнения'] ?? '';
    const returned = cells.Решение === 'возвращено';
    figures.expected += 1;
    if (isDate(done) && !returned) figures[isoOf(done) <= due ? 'inTime' : 'late'] += 1;
    else figures[due < today ? 'missed' : 'notYetDue'] += 1;
  }
  return figures;
}

/** The figures that «Сводка» shows. */
export function figuresShown(world: World): Figures {
  const view = viewOf(world, 'Сводка');
  const figure = (label: string) => {
    const row = view.dataRows().find((each) => view.text(each, 1) === label);
    return row === undefined ? Number.NaN : Number(view.text(row, 2));
  };
  return {
    expected: figure('Ожидается отчётов'),
    inTime: figure('Сдано в срок'),
    late: figure('Сдано с опозданием'),
    missed: figure('Просрочено'),
    notYetDue: figure('Срок ещё не наступил'),
  };
}
