/** Books for the mails' tests: small ones by hand, any ones by fast-check. */
import fc from 'fast-check';
import { type BookFacts, bookFacts, type MailFacts } from '../../../src/domain/mail/facts';
import type { Organisation, Stage } from '../../../src/domain/programme/programme';
import { makeRegistry } from '../../../src/domain/report/registry';
import { byDistrict } from '../../../src/domain/report/summary';
import type { Cell } from '../../../src/domain/values/cell';
import {
  analysisOf,
  type BookFields,
  bookOf,
  day,
  type Fields,
  on,
  organisationOf,
  stageOf,
} from '../../support/analysis';

/** Facts of a book; `id` stands in its links. */
export function factsOfBook(fields: BookFields, id = 'BOOK'): BookFacts {
  const snapshot = bookOf(fields);
  const analysis = analysisOf(snapshot);
  const districts = byDistrict(analysis.programme, analysis.records, snapshot.today);
  const sheets = {
    report: 1,
    summary: 2,
    issues: 3,
    coverage: 4,
    districts: new Map(districts.map(({ key }, index) => [key, 10 + index])),
  };
  const url = `https://docs.google.com/spreadsheets/d/${id}/edit`;
  return bookFacts({ id, name: `Книга ${id}`, url, sheets }, snapshot, analysis, analysis.issues);
}

export const mailFacts = (books: readonly BookFacts[], more: Partial<MailFacts> = {}): MailFacts => ({
  today: books[0]?.today ?? day('2020-10-06'),
  programmeTitle: 'Наставничество',
  office: { name: 'Управление образования', replyTo: 'office@example.org' },
  books,
  ...more,
});

/** A row of «Отчёт» for each organisation and stage, with what `written` gives of it. */
export function reportOf(
  organisations: readonly Organisation[],
  stages: readonly Stage[],
  written: (organisation: number, stage: number) => Fields,
): Fields[] {
  const registry = makeRegistry({ organisations, stages });
  return organisations.flatMap(({ id }, row) =>
    stages.map(({ code }, column) => ({
      organisation: registry.organisationLabel(id) ?? '',
      stage: registry.stageLabel(code) ?? '',
      key: `${id}/${code}`,
      ...written(row, column),
    })),
  );
}

/** Any small programme of three districts on 6 October 2020, with any reports. */
export const anyBook: fc.Arbitrary<BookFields> = fc
  .record({
    schools: fc.array(
      fc.record({
        district: fc.constantFrom('Кировский', 'Ленинский', 'Чкаловский'),
        opened: fc.constantFrom(null, null, null, '2020-10-20'),
        closed: fc.constantFrom(null, null, null, '2020-09-25'),
      }),
      { minLength: 1, maxLength: 9 },
    ),
    stages: fc.array(
      fc.record({
        deadline: fc.constantFrom(null, '2020-09-28', '2020-10-05', '2020-10-06', '2020-10-10', '2020-12-01'),
        approval: fc.constantFrom('no' as const, 'yes' as const, 'included' as const),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    cells: fc.array(
      fc.record({
        doneOn: fc.constantFrom<Cell[]>('', '', on('2020-09-25'), on('2020-10-01'), 'готово'),
        decision: fc.constantFrom<Cell[]>('', '', 'согласовано', 'возвращено'),
        extendedTo: fc.constantFrom<Cell[]>('', '', '', on('2020-11-01')),
        reason: fc.constantFrom<Cell[]>('', 'Нет сроков'),
      }),
      { minLength: 36, maxLength: 36 },
    ),
  })
  .map(({ schools, stages, cells }) => {
    const organisations = schools.map(({ district, opened, closed }, index) =>
      organisationOf({
        id: `К-${index}`,
        district,
        // No name is a part of another.
        shortName: `Школа № ${index + 101}`,
        opened: opened === null ? null : day(opened),
        closed: closed === null ? null : day(closed),
      }),
    );
    const list = stages.map(({ deadline, approval }, index) =>
      stageOf({ code: String(index + 1), approval, deadline: deadline === null ? null : day(deadline) }),
    );
    const report = reportOf(organisations, list, (row, column) => cells[row * 4 + column] ?? {});
    return { organisations, stages: list, report };
  });

/**
 * The book with all its organisations called so and in a district of that name, whatever the readers of its tabs
 * would have made of the name.
 */
export function allNamed(book: BookFacts, name: string): BookFacts {
  const { analysis } = book;
  const anew = (each: Organisation): Organisation => ({ ...each, shortName: name, district: name });
  const programme = { ...analysis.programme, organisations: analysis.programme.organisations.map(anew) };
  const records = analysis.records.map((each) => ({
    ...each,
    organisation: anew(each.organisation),
    district: name,
  }));
  return { ...book, analysis: { ...analysis, programme, records, registry: makeRegistry(programme) } };
}
