/**
 * What the mails cost, on the same programme: planning all of them with the pure rules, and sending to everybody on one
 * morning through the bundle, tick after tick.
 */

import { SheetView } from '../host/people/sheetView';
import { LocalHost } from '../host/runtime/localHost';
import { makeBooks, press } from '../host/sample/books';
import { formatRu, fromSerial } from '../src/domain/dates/civil';
import { Ledger } from '../src/domain/mail/ledger/ledger';
import { readPeople } from '../src/domain/mail/people/people';
import { dueMails } from '../src/domain/mail/plan';
import type { PlanInput } from '../src/domain/mail/planInput';
import { allotQuota } from '../src/domain/mail/quota';
import { DEFAULT_MAIL_SETTINGS } from '../src/domain/mail/settings';
import type { Programme } from '../src/domain/programme/programme';
import { expectedPairs, makeRecord, NOTHING_WRITTEN } from '../src/domain/report/records';
import { makeRegistry } from '../src/domain/report/registry';
import { byDistrict } from '../src/domain/report/summary';
import { readTable } from '../src/domain/schema/table';
import { LANGUAGE_NAMES } from '../src/messages/jobs/settings';
import { addresses } from '../src/messages/tabs/control';
import { BOOK_WORDS } from '../src/messages/words/bookWords';
import { addressesSchema } from '../src/tabs/schemas/control';
import { organisationsSchema, stagesSchema } from '../src/tabs/schemas/programme';
import { organisationRow, placeRow, stageRow } from '../src/tabs/schemas/programmeRows';
import { DISTRICTS, filed, NOW, organisations, stages, TIME_ZONE, TODAY } from './programme';
import { threadCpuMs } from './threadCpu';

export interface MailFigures {
  readonly organisations: number;
  /** Mails that are due on a Monday to all curators, heads and the ministry. */
  readonly due: number;
  /** CPU of planning them with a day's allowance of a hundred, ms: the first time and the third. */
  readonly planColdMs: number;
  readonly planWarmMs: number;
  /** Through the bundle, with a Workspace account's allowance. */
  readonly sent: number;
  readonly ticks: number;
  /** Service calls of those ticks per mail, reading included. */
  readonly callsPerMail: number;
  readonly minutes: number;
  /** Characters of the ledger afterwards. */
  readonly ledger: number;
}

const PER_DAY = 100;

type AddressRow = readonly [email: string, role: string, organisation: string, district: string];

function people(count: number): AddressRow[] {
  const { ministry, head, curator } = addresses.roles;
  return [
    ['ministry@example.org', ministry, '', ''],
    ...Array.from(
      { length: DISTRICTS },
      (_, n): AddressRow => [`head${n}@example.org`, head, '', `Район ${n + 1}`],
    ),
    ...organisations(count).map(({ id }, n): AddressRow => [`school${n}@example.org`, curator, id, '']),
  ];
}

/** Reports as {@link filed} has them, without a workbook. */
function planInput(count: number): PlanInput {
  const programme: Programme = {
    title: 'Замер',
    start: null,
    stages: stages(),
    organisations: organisations(count),
    targets: [],
  };
  const context = { today: TODAY, soonDays: 7, words: BOOK_WORDS.decisions };
  const records = expectedPairs(programme, TODAY).flatMap(({ organisation, stage }, row) => {
    const [done] = stage.deadline === null ? [''] : filed(row + 2, stage.deadline);
    const cells = { ...NOTHING_WRITTEN, done: done === '' ? ('' as const) : { date: TODAY } };
    return makeRecord(organisation, stage, row, cells, true, context) ?? [];
  });
  const registry = makeRegistry(programme);
  const ids = ['email', 'role', 'organisation', 'district'];
  const header = addressesSchema.columns.filter(({ id }) => ids.includes(id)).map((column) => column.header);
  const book = {
    id: 'book',
    name: '',
    url: '',
    sheets: { report: 1, summary: null, issues: null, coverage: null, districts: new Map<string, number>() },
    today: TODAY,
    soonDays: 7,
    analysis: { programme, registry, records, shifts: [], coverage: [], targets: [] },
    issues: [],
    reasons: new Map<string, string>(),
  };
  const known = {
    name: '',
    id: book.id,
    registry,
    reporting: new Set(records.map(({ organisation }) => organisation.id)),
    districts: new Map(byDistrict(programme, [], TODAY).map(({ key, name }) => [key, name])),
  };
  const table = readTable(addressesSchema, [header, ...people(count).map((row) => [...row])]);
  return {
    settings: { ...DEFAULT_MAIL_SETTINGS, mailOn: true },
    now: { date: TODAY, hour: 9 },
    scheduled: true,
    since: TODAY,
    switchedOn: TODAY,
    done: { ministry: '', district: '' },
    people: readPeople(
      table,
      { books: [known], hidden: null },
      { roles: addresses.roles, languages: LANGUAGE_NAMES },
      'ru',
    ),
    facts: { today: TODAY, programmeTitle: '', office: { name: '', replyTo: '' }, books: [book] },
    complete: true,
    returns: [],
    requests: [],
    ledger: new Ledger(),
  };
}

function planning(count: number): Pick<MailFigures, 'due' | 'planColdMs' | 'planWarmMs'> {
  const input = planInput(count);
  let due = 0;
  const times = Array.from({ length: 3 }, () => {
    const before = threadCpuMs() ?? process.cpuUsage().user / 1000;
    const mails = dueMails(input);
    allotQuota(mails, input, { left: PER_DAY, perDay: PER_DAY });
    due = mails.length;
    return (threadCpuMs() ?? process.cpuUsage().user / 1000) - before;
  });
  return { due, planColdMs: Math.round(times[0] ?? 0), planWarmMs: Math.round(times[2] ?? 0) };
}

const MINUTE_MS = 60_000;

/** Everybody is listed the evening before; at nine the ticks begin to send and go on until nothing is left. */
export function measureMail(count: number): MailFigures {
  const planned = planning(count);
  const host = new LocalHost({ now: NOW, callsTakeTime: true });
  const books = makeBooks(host, { timeZone: TIME_ZONE });
  const administrator = host.person(books.administrator);
  host.outbox.setDailyQuota(books.administrator, 1_500);
  const paste = (
    workbook: typeof books.control.workbook,
    title: string,
    lines: (string | number | boolean)[][],
  ) => {
    const view = SheetView.of(workbook, title);
    const result = administrator.paste({ spreadsheetId: workbook.id, sheetId: view.sheet.id }, 'A2', lines);
    if (!result.ok) throw new Error(result.message);
  };
  for (const [schema, rows] of [
    [stagesSchema, stages().map(stageRow)],
    [organisationsSchema, organisations(count).map(organisationRow)],
  ] as const) {
    const at = new Map(schema.columns.map(({ id }, index) => [id, index]));
    const lines = rows.map((row) =>
      placeRow(row, at).map((cell) => (typeof cell === 'object' ? formatRu(cell.date) : cell)),
    );
    paste(books.reporting.workbook, schema.title, lines);
  }
  press(host, books, 'Обновить сводку сейчас');
  const report = SheetView.of(books.reporting.workbook, 'Отчёт');
  const deadline = report.column('Срок');
  const lines = report.dataRows().map((row) => {
    const due = report.sheet.value(row, deadline);
    return typeof due === 'number' ? [...filed(row, fromSerial(due))] : ['', ''];
  });
  const place = { spreadsheetId: books.reporting.workbook.id, sheetId: report.sheet.id };
  administrator.paste(place, report.cell(2, 'Дата выполнения'), lines);
  paste(
    books.control.workbook,
    'Адреса',
    people(count).map((row) => [...row]),
  );
  press(host, books, 'Включить расписание');
  press(host, books, 'Включить рассылку писем');
  // At five minutes to nine the next morning everything is rebuilt and repaired already.
  const morning = new Date(NOW.getTime() + 24 * 60 * MINUTE_MS);
  host.advance(
    new Date(Math.floor(morning.getTime() / 86_400_000) * 86_400_000 + 5 * 60 * MINUTE_MS + 55 * MINUTE_MS),
  );
  const before = host.outbox.messages.length;
  const runs = host.advance(60 * MINUTE_MS).filter(({ meter }) => meter.calls['MailApp.sendEmail']);
  const sent = host.outbox.messages.length - before;
  const total = runs.reduce((sum, { meter }) => sum + meter.total, 0);
  const ledger = [...host.properties.store(`script:${books.controlScript.id}`)]
    .filter(([name]) => name.startsWith('mail.'))
    .reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  return {
    organisations: count,
    ...planned,
    sent,
    ticks: runs.length,
    callsPerMail: Math.round((total / Math.max(1, sent)) * 100) / 100,
    minutes: Math.round(runs.reduce((sum, { meter }) => sum + meter.costMs, 0) / 6_000) / 10,
    ledger,
  };
}
