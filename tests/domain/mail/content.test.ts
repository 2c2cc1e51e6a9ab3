import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DistrictPart } from '../../../src/domain/mail/content/district';
import { barOf } from '../../../src/domain/mail/content/figures';
import type { MailRequest } from '../../../src/domain/mail/content/mailContent';
import { mailContent } from '../../../src/domain/mail/content/mailContent';
import type { MinistryPart } from '../../../src/domain/mail/content/ministry';
import { distinctNames } from '../../../src/domain/mail/content/names';
import type { BookFacts, MailFacts, PairRef } from '../../../src/domain/mail/facts';
import { digestOf, type MailPart } from '../../../src/domain/mail/kinds';
import { outstandingState } from '../../../src/domain/mail/outstanding';
import type { MailContent, Section } from '../../../src/domain/mail/section';
import type { Target } from '../../../src/domain/programme/programme';
import { byDistrict } from '../../../src/domain/report/summary';
import { sameKey } from '../../../src/domain/values/text';
import { MAIL_WORDS } from '../../../src/messages/mail';
import { manyFacts } from '../../mail/many';
import { analysisOf, bookOf, day, type Fields, on, organisationOf, stageOf } from '../../support/analysis';
import { anyBook, factsOfBook, mailFacts, reportOf } from './books';

const { ru } = MAIL_WORDS;
const request = (parts: readonly MailPart[], more: Partial<MailRequest> = {}): MailRequest => ({
  to: 'somebody@example.org',
  language: 'ru',
  roles: ['head'],
  parts,
  test: null,
  ...more,
});
const snapshotOf = (part: MailPart, facts: MailFacts) => digestOf(part)?.snapshot(part, facts) ?? null;

const ministry: MinistryPart = { kind: 'ministry', why: { kind: 'regular' }, previous: null, unsent: 0 };
const districtPart = (name: string, book = 'BOOK'): DistrictPart => ({
  kind: 'district',
  book,
  district: sameKey(name),
  why: { kind: 'regular' },
  previous: null,
  unsent: 0,
});
const remind = (pairs: readonly string[], book = 'BOOK'): MailPart => ({
  kind: 'reminder',
  why: ['scheduled'],
  pairs: pairs.map((pair) => ({ book, pair })),
});

function letter(parts: readonly MailPart[], facts: MailFacts): MailContent {
  const made = mailContent(request(parts), facts, ru);
  if (made === null) throw new Error('nothing to say');
  return made;
}
const section = (part: MailPart, facts: MailFacts): Section => {
  const [first] = letter([part], facts).sections;
  if (!first) throw new Error('no section');
  return first;
};
/** Everything that a letter says, as one text. */
const all = (value: unknown): string => JSON.stringify(value).replace(/\\?u00a0|\u00a0/g, ' ');
const blockOf = ({ blocks }: Section, heading: string) =>
  blocks.find((each) => each.heading.startsWith(heading));

const TWO = [
  organisationOf({ id: 'К-1', district: 'Кировский', shortName: 'Школа № 1' }),
  organisationOf({ id: 'Л-2', district: 'Ленинский', shortName: 'Школа № 2' }),
];
const PLAIN = [
  stageOf({ code: '1', deadline: day('2020-09-28') }),
  stageOf({ code: '2', deadline: day('2020-10-05'), approval: 'included', result: 'Дорожная карта' }),
  stageOf({ code: '3', deadline: day('2020-10-08') }),
];
const bookWith = (written: Readonly<Record<string, Fields>>): BookFacts =>
  factsOfBook({
    organisations: TWO,
    stages: PLAIN,
    report: reportOf(TWO, PLAIN, (row, column) => written[`${TWO[row]?.id}/${PLAIN[column]?.code}`] ?? {}),
  });

describe('figures', () => {
  const figures = fc.record({
    inTime: fc.nat(2000),
    late: fc.nat(2000),
    missed: fc.nat(2000),
    notYetDue: fc.nat(2000),
  });
  test('a bar is always full, and nothing that happened is too small to be seen', () => {
    fc.assert(
      fc.property(figures, (counts) => {
        const expected = counts.inTime + counts.late + counts.missed + counts.notYetDue;
        const bar = barOf({ expected, ...counts, invalid: 0, awaiting: 0, returned: 0, enteredLate: 0 });
        expect(bar.reduce((sum, { width }) => sum + width, 0)).toBe(expected === 0 ? 0 : 100);
        for (const tone of ['inTime', 'late', 'missed', 'notYetDue'] as const) {
          const segment = bar.find((each) => each.tone === tone);
          expect(segment === undefined).toBe(counts[tone] === 0);
          if (segment) expect(segment.width).toBeGreaterThanOrEqual(1);
        }
      }),
    );
  });

  test('whole per cents of a digest add up to 100 for any programme', () => {
    fc.assert(
      fc.property(anyBook, (fields) => {
        const facts = mailFacts([factsOfBook(fields)]);
        const shown = section(ministry, facts).figures?.cells ?? [];
        const sum = shown.reduce((total, { percent }) => total + Number(percent.replace(/\D/g, '')), 0);
        expect(sum).toBe(facts.books[0]?.analysis.records.length === 0 ? 0 : 100);
      }),
      { numRuns: 60 },
    );
  });

  test('a digest tells what changed since the last one, with a sign', () => {
    const before = mailFacts([bookWith({})]);
    const after = mailFacts([bookWith({ 'К-1/1': { doneOn: on('2020-10-06') } })]);
    const previous = snapshotOf(ministry, before);
    const { figures } = section({ ...ministry, previous }, after);
    expect(figures?.cells.map(({ tone, count, change }) => [tone, count, change])).toEqual([
      ['inTime', '0', ''],
      ['late', '1', '+1'],
      ['missed', '3', '−1'],
      ['notYetDue', '2', ''],
    ]);
    expect(figures?.since).toContain('06.10.2020');
  });

  test('a digest with nothing new says so in its subject; any other does not', () => {
    const facts = mailFacts([bookWith({})]);
    const previous = snapshotOf(ministry, facts);
    expect(letter([{ ...ministry, previous }], facts).subject).toContain('без изменений');
    expect(letter([ministry], facts).subject).not.toContain('без изменений');
    const one = mailFacts([bookWith({ 'Л-2/3': { extendedTo: on('2020-11-01') } })]);
    expect(letter([{ ...ministry, previous }], one).subject).not.toContain('без изменений');
    const district = districtPart('Кировский');
    const digest = snapshotOf(district, facts);
    // What happens in another district is no news.
    expect(letter([{ ...district, previous: digest }], one).subject).toContain('без изменений');
  });

  test('two changes that cancel each other out in the figures are news', () => {
    const one = mailFacts([bookWith({ 'К-1/1': { doneOn: on('2020-09-28') } })]);
    const other = mailFacts([bookWith({ 'Л-2/1': { doneOn: on('2020-09-28') } })]);
    const previous = snapshotOf(ministry, one);
    expect(snapshotOf(ministry, other)?.figures).toEqual(previous?.figures);
    expect(letter([{ ...ministry, previous }], other).subject).not.toContain('без изменений');
  });
});

describe('the ministry', () => {
  test('sees the district with the largest share of overdue reports first', () => {
    const book = bookWith({ 'К-1/1': { doneOn: on('2020-09-28') } });
    const rows = blockOf(section(ministry, mailFacts([book])), 'Районы')?.rows ?? [];
    expect(rows.map(({ bar }) => bar?.name.text)).toEqual(['Ленинский', 'Кировский']);
    expect(rows.map(({ bar }) => bar?.missed)).toEqual(['2', '1']);
    expect(rows[0]?.bar?.name.url).toBe('https://docs.google.com/spreadsheets/d/BOOK/edit#gid=11');
  });

  test('sees one sum over several books, and which book a district of the same name is in', () => {
    const books = ['A', 'B'].map((id) =>
      factsOfBook({ organisations: TWO, stages: PLAIN, report: reportOf(TWO, PLAIN, () => ({})) }, id),
    );
    const shown = section(ministry, mailFacts(books));
    expect(shown.figures?.expected).toContain('12 отчётов от 4 организаций');
    const names = blockOf(shown, 'Районы')?.rows.map(({ bar }) => bar?.name.text);
    expect(names).toEqual(expect.arrayContaining(['Кировский (Книга A)', 'Кировский (Книга B)']));
    const stages = blockOf(shown, 'Этапы')?.rows.filter(({ bar }) => bar !== null);
    expect(stages?.map(({ bar }) => bar?.missed)).toEqual(['4', '4']);
  });

  test('sees the five longest overdue of all books, the oldest first, and how many there are', () => {
    const many = Array.from({ length: 14 }, (_, index) => organisationOf({ id: `К-${index}` }));
    const report = reportOf(many, PLAIN, () => ({}));
    const block = blockOf(
      section(ministry, mailFacts([factsOfBook({ organisations: many, stages: PLAIN, report })])),
      'Просрочено',
    );
    expect(block?.heading).toBe('Просрочено дольше всего: 5 из 28');
    expect(block?.rows.map(({ item }) => item?.badge?.text)).toEqual(Array(5).fill('8\u00a0дней'));
  });

  test('is told of targets near at hand, added over books: shares by their pupils, counts by their sums', () => {
    const target = (indicator: Target['indicator'], date: string, value: number): Target => ({
      indicator,
      title: indicator === 'pairs' ? 'Пары' : 'Доля',
      date: day(date),
      value,
      unit: '',
    });
    const targets = [
      target('menteeShare', '2020-09-01', 1),
      target('menteeShare', '2020-12-31', 10),
      target('menteeShare', '2024-12-31', 70),
      target('pairs', '2020-12-31', 30),
    ];
    const covered = (pupils: number, mentees: number, pupilPupil: number): Fields[] => [
      { organisation: 'Школа № 1', date: on('2020-08-31'), pupils, mentees, pupilPupil },
    ];
    const of = (id: string, rows: Fields[]) =>
      factsOfBook({ organisations: TWO.slice(0, 1), stages: PLAIN, targets, coverage: rows, report: [] }, id);
    const facts = mailFacts([of('A', covered(100, 20, 10)), of('B', covered(300, 4, 25))]);
    const rows = blockOf(section(ministry, facts), 'Показатели')?.rows ?? [];
    expect(rows.map(({ item }) => [item?.title.text, item?.lines[0], item?.badge?.text])).toEqual([
      ['Доля', 'к\u00a001.09.2020 нужно 1, сейчас 6, «Охват» у 2 из 2', 'достигнут'],
      ['Доля', 'к\u00a031.12.2020 нужно 10, сейчас 6, «Охват» у 2 из 2', 'впереди'],
      ['Пары', 'к\u00a031.12.2020 нужно 60, сейчас 35, «Охват» у 2 из 2', 'впереди'],
    ]);
  });

  test('reads how many districts are behind, the worst ten with a bar, and of the rest the sum', () => {
    const facts = manyFacts({ districts: 85, schools: 2, stages: 3, filed: 9 });
    const shown = section(ministry, facts);
    const districts = byDistrict(
      facts.books[0]?.analysis.programme ?? { organisations: [] },
      facts.books[0]?.analysis.records ?? [],
      facts.today,
    );
    const behind = districts.filter(({ tally: { missed } }) => missed > 0).length;
    expect(behind).toBeGreaterThan(10);
    expect(behind).toBeLessThan(85);
    expect(shown.notices[0]?.text).toBe(`Просроченное есть в ${behind} из 85 районов.`);
    const block = blockOf(shown, 'Районы');
    expect(block?.rows).toHaveLength(10);
    expect(block?.rows.every(({ bar }) => (bar?.bar.length ?? 0) > 0)).toBe(true);
    expect(block?.note).toBe('10 из 85, где больше всего доля просроченного.');
    const missedInRows = block?.rows.reduce((sum, { bar }) => sum + Number(bar?.missed), 0) ?? 0;
    const missed = districts.reduce((sum, { tally }) => sum + tally.missed, 0) - missedInRows;
    expect(block?.more?.text).toContain(`…и ещё 75: сдано `);
    expect(block?.more?.text).toContain(`просрочено ${missed}, без просроченного ${85 - behind} район`);
    expect(block?.more?.url).toContain('#gid=2');
  });

  test('is told that reminders could not be sent', () => {
    expect(all(section({ ...ministry, unsent: 21 }, mailFacts([bookWith({})])))).toContain('21 напоминание');
    expect(all(section(ministry, mailFacts([bookWith({})])))).not.toContain('напомина');
  });
});

describe('names of districts in rows', () => {
  test.each([
    ['Муниципальное образование город Алапаевск', 'МО город Алапаевск'],
    ['Белоярский городской округ', 'Белоярский ГО'],
    ['Шолоховский муниципальный район', 'Шолоховский МР'],
    ['Администрация Нижнесергинского муниципального района', 'Администрация Нижнесергинского МР'],
    ['Талицкий муниципальный округ', 'Талицкий МО'],
    ['Городской округ Верхняя Пышма', 'ГО Верхняя Пышма'],
    ['Район имени муниципальных округов', 'Район имени муниципальных округов'],
  ])('%s → %s', (name, short) => {
    expect(distinctNames([name], 40, ru)).toEqual([short]);
  });

  test('that differ at their end alone are cut before it', () => {
    const names = ['Северный', 'Южный'].map(
      (end) => `Муниципальное образование Верхне-Ольховский ${'и'.repeat(60)} ${end}`,
    );
    const told = distinctNames(names, 36, ru);
    expect(told[0]).toMatch(/^МО Верхн…и+ Северный$/);
    expect(told[1]).toMatch(/^МО Верхн…и+ Южный$/);
  });

  test('are never two of a kind, and never too long', () => {
    const piece = fc.constantFrom(
      'городской округ',
      'ГО',
      'муниципальный район',
      'МР',
      'а',
      'б'.repeat(30),
      ' (2)',
    );
    const names = fc.array(
      fc.array(piece, { minLength: 1, maxLength: 5 }).map((all) => all.join(' ')),
      {
        minLength: 2,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(names, (list) => {
        const told = distinctNames(list, 36, ru);
        expect(new Set(told).size).toBe(list.length);
        for (const name of told) expect([...name].length).toBeLessThanOrEqual(36);
      }),
    );
  });
});

describe('a district', () => {
  test('never sees a school of another district, nor one that is not asked, in any programme', () => {
    fc.assert(
      fc.property(anyBook, (fields) => {
        const book = factsOfBook(fields);
        const facts = mailFacts([book]);
        const everything: PairRef[] = book.analysis.records.map(({ pair }) => ({ book: book.id, pair }));
        for (const name of ['Кировский', 'Ленинский', 'Чкаловский']) {
          const callList: MailPart = {
            kind: 'callList',
            book: book.id,
            district: sameKey(name),
            pairs: everything,
          };
          const made = mailContent(request([districtPart(name), callList]), facts, ru);
          const { organisations = [], today = '2020-10-06' } = fields;
          const isOpen = ({ opened, closed }: (typeof organisations)[number]) =>
            (opened ?? '') <= today && today <= (closed ?? '9');
          for (const organisation of organisations) {
            const may = organisation.district === name && isOpen(organisation);
            if (!may) expect(all(made)).not.toContain(organisation.shortName);
          }
        }
      }),
      { numRuns: 80 },
    );
  });

  test('sees every school of its own once: overdue, waiting, due soon or among the others', () => {
    fc.assert(
      fc.property(anyBook, (fields) => {
        const facts = mailFacts([factsOfBook(fields)]);
        const { organisations = [], today = '2020-10-06' } = fields;
        for (const name of ['Кировский', 'Ленинский', 'Чкаловский']) {
          const made = mailContent(request([districtPart(name)]), facts, ru);
          for (const { district, shortName, opened, closed } of organisations) {
            if (district !== name || (opened ?? '') > today || today > (closed ?? '9')) continue;
            expect(all(made)).toContain(shortName);
          }
        }
      }),
      { numRuns: 80 },
    );
  });

  test('sees the oldest first, and what waits for its own decision apart', () => {
    const organisations = [1, 2].map((n) => organisationOf({ id: `К-${n}`, shortName: `Школа № ${n}` }));
    const report = reportOf(organisations, PLAIN, (row, column) =>
      row === 0
        ? ([{ doneOn: on('2020-09-28') }, { doneOn: on('2020-10-01') }, {}][column] ?? {})
        : ([{}, { doneOn: on('2020-10-01'), decision: 'возвращено', reason: 'Нет сроков' }, {}][column] ??
          {}),
    );
    const shown = section(
      districtPart('Кировский'),
      mailFacts([factsOfBook({ organisations, stages: PLAIN, report })]),
    );
    const late = blockOf(shown, 'Просрочено');
    expect(late?.heading).toBe('Просрочено: 3 отчёта');
    expect(late?.note).toContain('1');
    expect(late?.rows.map(({ group, item }) => group?.name.text ?? item?.badge?.text)).toEqual([
      'Школа № 2',
      '8\u00a0дней',
      '1\u00a0день',
    ]);
    expect(late?.rows[0]?.group?.name.url).toContain('#gid=1&range=A5');
    const waiting = blockOf(shown, 'Ждут вашего решения');
    expect(waiting?.rows.map(({ group, item }) => group?.name.text ?? item?.badge?.text)).toEqual([
      'Школа № 1',
      'просрочено 1 день',
    ]);
    const soon = blockOf(shown, 'Скоро срок')?.rows[0]?.item;
    expect(soon?.names.map(({ text }) => text)).toEqual(['Школа № 1', 'Школа № 2']);
    expect(soon?.badge?.text).toBe('через 2 дня');
  });

  test('is told of what it returned and was handed in again before what waits for the first time', () => {
    const organisations = [1, 2].map((n) => organisationOf({ id: `К-${n}`, shortName: `Школа № ${n}` }));
    // By the day alone, as rows were remembered before there were fingerprints.
    const facts = (decisionSeen: string) => {
      const report = reportOf(organisations, PLAIN, (row, column) =>
        column !== 1
          ? {}
          : row === 0
            ? { doneOn: on('2020-10-01') }
            : { doneOn: on('2020-10-03'), decision: 'возвращено', decisionSeen },
      );
      return mailFacts([factsOfBook({ organisations, stages: PLAIN, report })]);
    };
    const part = districtPart('Кировский');
    const again = facts('02.10.2020 возвращено');
    const shown = section(part, again);
    const headings = shown.blocks.map(({ heading }) => heading);
    const at = headings.indexOf('Сдано снова после возврата: 1 отчёт');
    expect(at).toBe(1);
    expect(headings[at + 1]).toBe('Ждут вашего решения: 1 отчёт');
    expect(headings.some((heading) => heading.startsWith('Возвращено'))).toBe(false);
    const rows = shown.blocks[at]?.rows ?? [];
    expect(rows[0]?.group?.name).toMatchObject({ text: 'Школа № 2', url: expect.stringContaining('#gid=1') });
    expect(rows[1]?.item?.title.url).toContain('#gid=1&range=A6');
    expect(rows[1]?.item?.lines).toEqual(['Выполнено 03.10.2020']);
    expect(blockOf(shown, 'Просрочено')?.note).toContain('ждут вашего решения: 2');
    const before = facts('04.10.2020 возвращено');
    const previous = snapshotOf(part, before);
    expect(section({ ...part, previous }, before).subject).toContain('без изменений');
    expect(section({ ...part, previous }, again).subject).not.toContain('без изменений');
    const seen = snapshotOf(part, again);
    expect(section({ ...part, previous: seen }, again).subject).toContain('без изменений');
    const english = mailContent(request([part]), again, MAIL_WORDS.en)?.sections[0];
    expect(english?.blocks[at]?.heading).toBe('Filed again after a return: 1 report');
  });

  test('that left the programme gets no digest', () => {
    expect(mailContent(request([districtPart('Северный')]), mailFacts([bookWith({})]), ru)).toBeNull();
    expect(
      mailContent(request([districtPart('Кировский', 'GONE')]), mailFacts([bookWith({})]), ru),
    ).toBeNull();
  });
});

describe('a curator', () => {
  test('is never asked for what was filed or waits for the district, in any programme', () => {
    fc.assert(
      fc.property(anyBook, (fields) => {
        const book = factsOfBook(fields);
        const { records } = book.analysis;
        const part = remind(records.map(({ pair }) => pair));
        const made = mailContent(request([part]), mailFacts([book]), ru);
        const outstanding = records.filter(
          (each) => outstandingState(each, book.today, book.soonDays) !== null,
        );
        for (const { status, bucket } of outstanding) {
          expect(status.approval === 'awaiting' || bucket === 'inTime' || bucket === 'late').toBe(false);
        }
        const shown = made?.sections[0]?.blocks[0]?.rows.filter(({ item }) => item !== null).length ?? 0;
        expect(shown).toBe(outstanding.length);
        expect(made === null).toBe(outstanding.length === 0);
      }),
      { numRuns: 80 },
    );
  });

  test('reads what is outstanding, until when, what to present, why it was returned, and where', () => {
    const returned = { doneOn: on('2020-10-01'), decision: 'возвращено', reason: 'Нет сроков по этапам' };
    const facts = mailFacts([bookWith({ 'К-1/2': returned })]);
    const { subject, sections } = letter([remind(['К-1/1', 'К-1/2', 'К-1/3'])], facts);
    expect(subject).toBe(
      'Напоминание: просрочено 2 (из них возвращено 1), скоро срок 1 · 06.10.2020 · Наставничество',
    );
    expect(sections[0]?.lead).toBe('3 отчёта: просрочено 2 (из них возвращено 1), скоро срок 1.');
    const items = sections[0]?.blocks[0]?.rows.flatMap(({ item }) => (item ? [item] : [])) ?? [];
    expect(items.map(({ badge }) => badge?.text)).toEqual([
      'возвращено, просрочено 1 день',
      'просрочено 8 дней',
      'через 2 дня',
    ]);
    expect(items[0]?.lines).toEqual([
      'Срок\u00a005.10.2020',
      'Представить: Дорожная карта',
      'Почему возвращено: Нет сроков по этапам',
    ]);
    expect(items[0]?.title.url).toBe('https://docs.google.com/spreadsheets/d/BOOK/edit#gid=1&range=A3');
  });

  test('does not read personal data that somebody wrote as a reason', () => {
    const facts = (reason: string) =>
      mailFacts([bookWith({ 'К-1/2': { doneOn: on('2020-10-01'), decision: 'возвращено', reason } })]);
    const said = all(letter([remind(['К-1/2'])], facts('Позвоните: 8 912 345-67-89')));
    expect(said).not.toContain('345');
    expect(said).toContain('написано в таблице');
  });

  test('of schools in several books is told which is where', () => {
    const book = (id: string) =>
      factsOfBook({ organisations: TWO, stages: PLAIN, report: reportOf(TWO, PLAIN, () => ({})) }, id);
    const pairs = ['A', 'B'].map((id) => ({ book: id, pair: 'К-1/1' }));
    const facts = mailFacts([book('A'), book('B')]);
    const shown = section({ kind: 'reminder', why: ['scheduled'], pairs }, facts);
    const groups = shown.blocks[0]?.rows.flatMap(({ group }) => (group ? [group.name.text] : []));
    expect(groups).toEqual(['Книга A', 'Школа № 1', 'Книга B', 'Школа № 1']);
  });
});

describe('a mail of several parts', () => {
  const facts = mailFacts([bookWith({})]);
  const parts = [ministry, districtPart('Кировский'), remind(['К-1/1'])];
  test('begins with what is outstanding, and says all in one subject with date and programme', () => {
    const made = letter(parts, facts);
    expect(made.sections.map(({ title }) => title)).toEqual([
      'Отчёты, которых от вас ждут',
      'Сводка',
      'Кировский: сводка',
    ]);
    expect(made.subject).toMatch(
      /^Напоминание: .* · Сводка: .* · Сводка, Кировский: .* · 06\.10\.2020 · Наставничество$/,
    );
  });

  test('leaves out the part that has nothing to say any more', () => {
    const filed = mailFacts([bookWith({ 'К-1/1': { doneOn: on('2020-10-06') } })]);
    expect(letter(parts, filed).sections.map(({ title }) => title)).toEqual(['Сводка', 'Кировский: сводка']);
  });

  test('that is a test says so in the subject and on top, and whose it would be', () => {
    const made = mailContent(request(parts, { test: { insteadOf: 'raion@example.org' } }), facts, ru);
    expect(made?.subject).toMatch(/^Проверка · /);
    expect(made?.test).toContain('raion@example.org');
  });

  test('says why one receives it and how to stop it', () => {
    const made = mailContent(request(parts, { roles: ['head', 'curator'] }), facts, ru);
    const footer = made?.footer.join(' ') ?? '';
    expect(footer).toContain('руководитель района, куратор');
    expect(footer).toContain('Управление образования');
    expect(footer).toContain('office@example.org');
  });

  test('in English has no Russian word of ours', () => {
    const names =
      /Школа № \d|Кировский|Ленинский|Наставничество|Управление образования|Мероприятие \d|Дорожная карта|«[^»]+»|Книга BOOK/g;
    const english: MailRequest = request(
      [
        ...parts,
        {
          kind: 'callList',
          book: 'BOOK',
          district: sameKey('Кировский'),
          pairs: [{ book: 'BOOK', pair: 'К-1/1' }],
        },
      ],
      {
        language: 'en',
        roles: ['ministry', 'head', 'curator', 'administrator'],
        test: { insteadOf: 'x@example.org' },
      },
    );
    const made = mailContent(english, facts, MAIL_WORDS.en);
    expect(
      all(made)
        .replace(names, '')
        .match(/[А-Яа-яЁё]+/g) ?? [],
    ).toEqual([]);
  });
});

test('a report without a readable date is outstanding like any other, and its curator is told', () => {
  const { analysis } = factsOfBook({
    organisations: TWO,
    stages: PLAIN,
    report: reportOf(TWO, PLAIN, () => ({ doneOn: 'в начале месяца' })),
  });
  expect(analysis.records.map((each) => outstandingState(each, day('2020-10-06'), 7))).toEqual([
    'overdue',
    'overdue',
    'soon',
    'overdue',
    'overdue',
    'soon',
  ]);
  const facts = mailFacts([bookWith({ 'К-1/1': { doneOn: 'в начале месяца' } })]);
  expect(all(letter([remind(['К-1/1'])], facts))).toContain('дата не читается');
});

test('what is remembered of a digest stays small: a year of them must fit the memory', () => {
  const book = bookOf({ organisations: TWO, stages: PLAIN });
  const facts = mailFacts([factsOfBook({ organisations: TWO, stages: PLAIN })]);
  expect(analysisOf(book).records).toHaveLength(6);
  expect(JSON.stringify(snapshotOf(ministry, facts)).length).toBeLessThan(150);
});
