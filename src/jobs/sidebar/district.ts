/** «Район»: the figures of one district as its summary tab counts them, from its rows as they stand now. */
import type { Answer } from '../../contract/plain';
import type { District, DistrictReport, SidebarFunctions } from '../../contract/school';
import { type CivilDate, daysBetween } from '../../domain/dates/civil';
import { districtsOf } from '../../domain/programme/formerDistricts';
import type { Organisation } from '../../domain/programme/programme';
import { type Analysis, analyse } from '../../domain/report/analyse';
import type { ReportRecord } from '../../domain/report/records';
import { type Registry, splitKey } from '../../domain/report/registry';
import {
  awaitingApproval,
  byDistrict,
  type DistrictSummary,
  overdue,
  tally,
} from '../../domain/report/summary';
import { readTable, type Table } from '../../domain/schema/table';
import { keyInput, nameInput } from '../../domain/school/input';
import { sameKey } from '../../domain/values/text';
import type { SchoolBook } from '../../google/book/schoolBook';
import { PersonStore } from '../../google/state/personMemory';
import { sidebarServer as says } from '../../messages/sidebar/server';
import { pages } from '../../messages/tabs/pages';
import { BOOK_WORDS } from '../../messages/words/bookWords';
import { statusText } from '../../messages/words/words';
import { nameIn } from '../../tabs/pages/lists';
import { coverageSchema } from '../../tabs/schemas/coverage';
import { stagesSchema, targetsSchema } from '../../tabs/schemas/programme';
import { given, refuse } from '../run/answer';
import { inReport } from './call';
import { readOrganisationsOf } from './references';
import { askToRemind, readReminder } from './reminder';
import { readRows } from './stages';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const MOST_LISTED = 50;

export const sidebarDistrict: SidebarFunctions['sidebarDistrict'] = (input) =>
  given(says, nameInput, input, (wanted) => inReport((book, report) => districtOf(book, report, wanted)));

/** Asks for a reminder in the head's own cell: the jobs do the rest at their next tick. */
export const sidebarRemind: SidebarFunctions['sidebarRemind'] = (input) =>
  given(says, keyInput, input, (wanted) =>
    inReport((book, report): Answer<District> => {
      const refusal = askToRemind(book, sameKey(wanted));
      return refusal ?? districtOf(book, report, wanted);
    }),
  );

/** `wanted`: a district's name; '' for the one looked at last, else that of the person's organisation. */
function districtOf(book: SchoolBook, report: Sheet, wanted: string): Answer<District> {
  const programme = readOrganisationsOf(book);
  const { organisations, registry } = programme;
  const all = allDistricts(organisations, book.today);
  const person = new PersonStore(book.id);
  const memory = person.memory();
  const own = registry.organisations.get(memory.school)?.district ?? '';
  const names = wanted === '' ? [memory.district, own] : [wanted];
  const chosen =
    names.map((name) => all.find((each) => sameKey(labelOf(each)) === sameKey(name))).find(Boolean) ?? all[0];
  if (chosen === undefined) return refuse(says.noDistricts);
  const district = labelOf(chosen);
  if (memory.district !== district || memory.screen !== 'district')
    person.remember({ ...memory, district, screen: 'district' });

  const analysis = analysisOf(book, report, chosen, programme);
  const now = byDistrict(analysis.programme, analysis.records, book.today).find(
    ({ key }) => key === chosen.key,
  );
  const { tally, records, brought } = now ?? chosen;
  const late = [...overdue(records), ...overdue(brought)];
  const awaiting = awaitingApproval([...records, ...brought]);
  const listed = (reports: readonly ReportRecord[]): DistrictReport[] =>
    reports.slice(0, MOST_LISTED).map((record) => reportOf(record, chosen.key, analysis.registry, book));
  const reminder = readReminder(book, chosen.key);
  const { expected, inTime, late: lateCount, missed, notYetDue } = tally;
  return {
    ok: true,
    district,
    districts: all.map(labelOf),
    organisations: chosen.organisations.length,
    figures: { expected, inTime, late: lateCount, missed, notYetDue },
    overdue: listed(late),
    overdueMore: Math.max(0, late.length - MOST_LISTED),
    awaiting: listed(awaiting),
    awaitingMore: Math.max(0, awaiting.length - MOST_LISTED),
    summary: book.registry()[all.length > 1 ? `district:${chosen.key}` : 'summary'] ?? null,
    reminder: reminder?.shown ?? null,
    mayRemind: reminder?.mayAsk ?? false,
  };
}

const labelOf = ({ name }: Pick<DistrictSummary, 'name'>): string => name || pages.noDistrict;

/**
 * The jobs' own analysis over the rows that claim, by key or by name, to be this district's. Of other districts'
 * organisations it says nothing that is of use here.
 */
function analysisOf(
  book: SchoolBook,
  report: Sheet,
  { key }: DistrictSummary,
  { table, organisations, registry }: ReturnType<typeof readOrganisationsOf>,
): Analysis {
  const ids = new Set(
    organisations.flatMap((each) =>
      districtsOf(each).some((name) => sameKey(name) === key) ? [each.id] : [],
    ),
  );
  const names = book.column(report, 'organisation');
  const claims = book.column(report, 'key').map((key, index) => ({
    byKey: splitKey(key)?.organisation ?? null,
    byName: registry.organisationOf(names[index] ?? ''),
  }));
  const isOwn = ({ byKey, byName }: (typeof claims)[number]): boolean =>
    [byKey, byName].some((id) => id !== null && ids.has(id));
  // Sorted without the hidden columns: only all rows together can settle whose each is.
  const inOrder = claims.every((claim) => !isOwn(claim) || claim.byKey === claim.byName);
  const own = claims.flatMap((claim, index) =>
    isOwn(claim) || (!inOrder && claim.byKey !== null) ? [index + 2] : [],
  );
  const stages = book.sheet('stages');
  const declared = { report: book.manifest.declared.report, coverage: [] };
  return analyse(
    {
      today: book.today,
      soonDays: book.soonDays,
      programmeTitle: '',
      programmeStart: book.manifest.programmeStart,
      tables: {
        stages: readTable(
          stagesSchema,
          stages === null ? [[]] : book.grid(stages),
          book.manifest.renamed.stages,
        ),
        organisations: table,
        report: readRows(book, report, own).table,
        targets: nothingOf(targetsSchema),
        coverage: nothingOf(coverageSchema()),
        pairs: null,
      },
      declared: { ...declared, inSummary: new Set(), issues: [], namedStages: [] },
      known: null,
    },
    BOOK_WORDS,
  );
}

/** Those with open organisations, then those which may have figures of an earlier time. */
function allDistricts(organisations: readonly Organisation[], today: CivilDate): DistrictSummary[] {
  const all = byDistrict({ organisations }, [], today);
  const known = new Set(all.map(({ key }) => key));
  for (const name of organisations.flatMap(districtsOf)) {
    const key = sameKey(name);
    if (known.has(key)) continue;
    known.add(key);
    all.push({ key, name, organisations: [], former: [], records: [], brought: [], tally: tally([]) });
  }
  return all;
}

const nothingOf = (schema: Table['schema']): Table => readTable(schema, [[]]);

const reportOf = (
  { pair, organisation, stage, district, status, due, refiledOn }: ReportRecord,
  here: string,
  registry: Registry,
  { today }: SchoolBook,
): DistrictReport => ({
  key: pair,
  school:
    sameKey(district) === here
      ? nameIn(district, organisation, registry)
      : `${registry.organisationLabel(organisation.id) ?? organisation.shortName}${pages.countedElsewhere(district)}`,
  stage: registry.stageName(stage.code) ?? stage.title,
  statusText: statusText(status),
  status: status.name,
  refiled: refiledOn !== null,
  due,
  // Also of a row that cannot be read: it is overdue as long as any other.
  days: due !== null && due < today ? daysBetween(due, today) : status.days,
});
