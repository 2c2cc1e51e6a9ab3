/** The figures as a table for the terminal. */
import type { Verdict } from './budgets';
import type { Figure, SizeFigures, WayFigures } from './figures';
import type { MailFigures } from './mail';
import type { PageFigures } from './page';

type Row = readonly (string | number)[];

const HEAD: Row = ['', 'calls', 'writes', 'memory', 'cost, s', 'CPU, ms', 'all thr.', 'runs'];
const LONGEST_LIST = 6;

const figureRow = (figure: Figure, name = figure.name): Row => [
  name,
  figure.calls,
  figure.sheetWrites,
  figure.memoryWrites,
  figure.costSeconds.toFixed(2),
  figure.threadCpuMs.toFixed(0),
  figure.cpuMs.toFixed(0),
  figure.runs,
];

export function sizeTable({ organisations, rows, figures, peakMemoryMb }: SizeFigures): string {
  const title = `${organisations.toLocaleString('en')} organisations, ${rows.toLocaleString('en')} rows, peak ${peakMemoryMb} MB`;
  return `${title}\n${table([HEAD, ...figures.map((each) => figureRow(each))])}`;
}

/** The most frequent calls of a job, by kind. */
export function kindsTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, byKind }): Row => {
    const most = Object.entries(byKind).sort((a, b) => b[1] - a[1]);
    const list = most.slice(0, LONGEST_LIST).map(([kind, count]) => `${count} ${kind}`);
    return [name, list.join(', ')];
  });
  return rows.map(([name, list]) => `  ${name}\n    ${list}`).join('\n');
}

export function waysTable(
  ways: readonly WayFigures[],
  svodka: SizeFigures,
  names: readonly string[],
): string {
  const own = svodka.figures.filter((figure) => names.includes(figure.name));
  return table([
    HEAD,
    ...ways.flatMap(({ way, figures }) => figures.map((each) => figureRow(each, `${way}: ${each.name}`))),
    ...own.map((each) => figureRow(each, `Svodka: ${each.name}`)),
  ]);
}

export const verdictTable = (list: readonly Verdict[]): string =>
  table([
    ['budget', 'measured', 'at most', ''],
    ...list.map(
      ({ what, measured, atMost, unit, ok }): Row => [
        what,
        `${measured} ${unit}`.trim(),
        `${atMost} ${unit}`.trim(),
        ok ? 'ok' : 'over',
      ],
    ),
  ]);

export const pageLine = ({ rows, openMs, wholeMs, editMs, frameMs }: PageFigures): string =>
  `${rows.toLocaleString('en')} rows: on the screen after ${openMs} ms, whole after ${wholeMs} ms; ` +
  `an edit’s colour after ${editMs} ms; nine of ten frames within ${frameMs} ms while scrolling`;

export const mailTable = (mail: MailFigures): string =>
  `Mails, ${mail.organisations.toLocaleString('en')} organisations\n${table([
    ['', ''],
    ['due on one morning', mail.due],
    ['planning them, CPU: first time, third time', `${mail.planColdMs} ms, ${mail.planWarmMs} ms`],
    ['sent within the hour', mail.sent],
    ['ticks, modelled minutes', `${mail.ticks}, ${mail.minutes}`],
    ['service calls a mail', mail.callsPerMail],
    ['ledger, characters', mail.ledger],
  ])}`;

function table(rows: readonly Row[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => String(row[column]).length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return column === 0 ? String(cell).padEnd(width) : String(cell).padStart(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
