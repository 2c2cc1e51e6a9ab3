/** The built-in programmes as their mails see them on a November day: real stages, reports from a fixed seed. */
import { reportDay, seeded } from '../../host/sample/reports';
import type { CivilDate } from '../../src/domain/dates/civil';
import { addDays } from '../../src/domain/dates/civil';
import type { MailRequest } from '../../src/domain/mail/content/mailContent';
import { digestSnapshot } from '../../src/domain/mail/digestSnapshot';
import { type BookFacts, bookFacts, type MailFacts, type PairRef } from '../../src/domain/mail/facts';
import type { MailPart } from '../../src/domain/mail/kinds';
import { outstandingState } from '../../src/domain/mail/outstanding';
import { dueDate } from '../../src/domain/programme/deadline';
import type { Target } from '../../src/domain/programme/programme';
import { expectedPairs, type ReportRecord } from '../../src/domain/report/records';
import { makeRegistry, pairKey } from '../../src/domain/report/registry';
import { byDistrict } from '../../src/domain/report/summary';
import { sameKey } from '../../src/domain/values/text';
import type { BuiltInProgramme } from '../../src/programmes/types';
import { analysisOf, bookOf, day, type Fields } from '../support/analysis';

const TODAY = day('2020-11-16');
const BEFORE = day('2020-11-09');
const SEED = 20_201;

/** A book of the programme with what was typed by that day. `id` stands in the links. */
function sampleBook(programme: BuiltInProgramme, today: CivilDate, id = 'SAMPLE-OF-A-BOOK'): BookFacts {
  const { stages, organisations, start, title } = programme;
  const snapshot = bookOf({
    today,
    start,
    title,
    stages,
    organisations,
    targets: TARGETS,
    report: reportRows(programme, today),
    coverage: coverageRows(programme),
  });
  const analysis = analysisOf(snapshot);
  const districts = byDistrict(analysis.programme, analysis.records, today);
  const place = {
    id,
    name: `Отчёт: ${title}`,
    url: `https://docs.google.com/spreadsheets/d/${id}/edit`,
    sheets: {
      report: 1_204_511_873,
      summary: 388_114_502,
      issues: 1_977_360_254,
      coverage: 55_180_316,
      districts: new Map(
        districts.length < 2 ? [] : districts.map(({ key }, index) => [key, 610_000_000 + index] as const),
      ),
    },
  };
  return bookFacts(place, snapshot, analysis, analysis.issues);
}

const factsOf = (books: readonly BookFacts[], programmeTitle: string, today = TODAY): MailFacts => ({
  today,
  programmeTitle,
  office: { name: 'Управление образования', replyTo: 'programma@example.org' },
  books,
});

export const requestOf = (parts: readonly MailPart[], more: Partial<MailRequest> = {}): MailRequest => ({
  to: 'recipient@example.org',
  language: 'ru',
  roles: ['ministry'],
  parts,
  test: null,
  ...more,
});

/** Letter 02 (Шолоховский район) asks for these. */
const TARGETS: readonly Target[] = [
  ['2020-12-31', 10],
  ['2021-12-31', 20],
].map(([date, value]) => ({
  indicator: 'menteeShare',
  title: 'Доля наставляемых среди обучающихся',
  date: day(String(date)),
  value: Number(value),
  unit: '%',
}));

function reportRows({ stages, organisations, start }: BuiltInProgramme, today: CivilDate): Fields[] {
  const random = seeded(SEED);
  const registry = makeRegistry({ stages, organisations });
  const care = new Map<string, number>();
  return expectedPairs({ stages, organisations }, start).map(({ organisation, stage }) => {
    const diligence = care.get(organisation.id) ?? 0.55 + random() * 0.6;
    care.set(organisation.id, diligence);
    const [dice, shift, habit] = [random(), Math.floor(random() * 6), random()];
    const due = dueDate(stage);
    const done = due === null ? null : reportDay(due, dice, diligence, shift);
    const row: Fields = {
      organisation: registry.organisationLabel(organisation.id) ?? '',
      stage: registry.stageLabel(stage.code) ?? '',
      key: pairKey(organisation.id, stage.code),
    };
    if (done === null || done > today) return row;
    if (habit > 0.985) return { ...row, doneOn: 'в начале месяца' };
    const written = { ...row, doneOn: { date: done }, document: 'приказ (образец)' };
    if (stage.approval === 'no' || addDays(done, 2) > today || habit > 0.8) return written;
    return habit < 0.08
      ? { ...written, decision: 'возвращено', reason: 'Нет сроков по этапам' }
      : { ...written, decision: 'согласовано' };
  });
}

function coverageRows({ organisations, stages }: BuiltInProgramme): Fields[] {
  const registry = makeRegistry({ organisations, stages });
  return organisations
    .filter(({ type }) => type === 'школа')
    .flatMap(({ id }, index): Fields[] =>
      index % 4 === 3
        ? []
        : [
            {
              organisation: registry.organisationLabel(id) ?? '',
              date: { date: day('2020-11-01') },
              pupils: 380 + ((index * 37) % 240),
              mentees: 20 + ((index * 13) % 30),
            },
          ],
    );
}

/** What the ministry, a head and a curator get on the same morning. */
export function sampleMails(programme: BuiltInProgramme) {
  const book = sampleBook(programme, TODAY);
  const last = sampleBook(programme, BEFORE);
  const facts = factsOf([book], programme.title);
  const district = worstDistrict(book.analysis.records);
  const inDistrict = (each: ReportRecord) => sameKey(each.organisation.district) === district;
  const digest = (records: readonly ReportRecord[]) => digestSnapshot(BEFORE, records);
  const outstanding = book.analysis.records.filter(
    (each) => outstandingState(each, TODAY, book.soonDays) !== null,
  );
  const pairs = (records: readonly ReportRecord[]): PairRef[] =>
    records.map(({ pair }) => ({ book: book.id, pair }));
  return {
    facts,
    ministry: requestOf([
      {
        kind: 'ministry',
        why: { kind: 'afterDeadline', deadline: day('2020-11-15') },
        previous: digest(last.analysis.records),
        unsent: 0,
      },
    ]),
    district: requestOf(
      [
        {
          kind: 'district',
          book: book.id,
          district,
          why: { kind: 'regular' },
          previous: digest(last.analysis.records.filter(inDistrict)),
          unsent: 0,
        },
      ],
      { roles: ['head'] },
    ),
    reminder: requestOf(
      [{ kind: 'reminder', why: ['scheduled'], pairs: pairs(ofTwoSchools(outstanding.filter(inDistrict))) }],
      { roles: ['curator'] },
    ),
    callList: requestOf(
      [{ kind: 'callList', book: book.id, district, pairs: pairs(outstanding.filter(inDistrict)) }],
      {
        roles: ['head'],
      },
    ),
  };
}

function worstDistrict(records: readonly ReportRecord[]): string {
  const counts = new Map<string, number>();
  for (const { organisation, bucket } of records) {
    const key = sameKey(organisation.district);
    if (bucket === 'missed') counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** A curator of two: the one that had a report returned first, and another. */
function ofTwoSchools(outstanding: readonly ReportRecord[]): ReportRecord[] {
  const returned = outstanding.filter(({ status }) => status.approval === 'returned');
  const ids = [...new Set([...returned, ...outstanding].map(({ organisation }) => organisation.id))].slice(
    0,
    2,
  );
  return outstanding.filter(({ organisation }) => ids.includes(organisation.id));
}
