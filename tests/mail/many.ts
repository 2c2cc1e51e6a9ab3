/** Made-up programmes of any size and length of names: what mails must bear. */
import { addDays } from '../../src/domain/dates/civil';
import type { DistrictPart } from '../../src/domain/mail/content/district';
import type { MinistryPart } from '../../src/domain/mail/content/ministry';
import type { MailFacts, PairRef } from '../../src/domain/mail/facts';
import type { Indicator, Target } from '../../src/domain/programme/programme';
import { sameKey } from '../../src/domain/values/text';
import { factsOfBook, mailFacts, reportOf } from '../domain/mail/books';
import { day, on, organisationOf, stageOf } from '../support/analysis';

const TODAY = day('2020-11-16');

export interface Size {
  readonly districts: number;
  /** In each district. */
  readonly schools: number;
  readonly stages: number;
  readonly targets?: number;
  /** Of the names of districts, schools and stages: at least so many characters. */
  readonly long?: number;
  /** Days from the first deadline to today, and between deadlines. */
  readonly first?: number;
  readonly apart?: number;
  /** How many of ten reports are filed. */
  readonly filed?: number;
  readonly idLength?: number;
}

const districtName = (index: number, long = 0): string =>
  padded(`Муниципальное образование Верхне-Ольховский муниципальный район`, long, ` № ${index + 1}`);

/** Long names differ at their end, as names of municipalities do. */
const padded = (text: string, long: number, end: string): string =>
  long === 0 ? `Район${end}` : `${text.padEnd(long, ' и округа')}${end}`;

const INDICATORS: readonly Indicator[] = ['menteeShare', 'pairs', 'other'];

export function manyFacts(size: Size): MailFacts {
  const { districts, schools, stages, targets = 0, long = 0, first = 49, apart = 9, filed = 6 } = size;
  const organisations = Array.from({ length: districts * schools }, (_, index) =>
    organisationOf({
      id: `О-${index + 1}`,
      district: districtName(index % districts, long),
      shortName:
        long === 0
          ? `Школа № ${index + 1}`
          : padded('Средняя общеобразовательная школа', long, ` № ${index + 1}`),
    }),
  );
  const steps = Array.from({ length: stages }, (_, index) =>
    stageOf({
      code: String(index + 1),
      title: padded(
        'Разработать и утвердить дорожную карту внедрения целевой модели',
        long,
        `, ${index + 1}`,
      ),
      deadline: addDays(TODAY, index * apart - first),
    }),
  );
  const report = reportOf(organisations, steps, (row, column) =>
    (row * 13 + column * 7 + (row % 7)) % 10 < filed ? { doneOn: on('2020-09-30') } : {},
  );
  const asked = Array.from(
    { length: targets },
    (_, index): Target => ({
      indicator: INDICATORS[Math.floor(index / 2) % INDICATORS.length] ?? 'other',
      title: padded('Доля обучающихся в программах наставничества', long, `, ${index + 1}`),
      date: day(index % 2 === 0 ? '2020-12-31' : '2020-11-01'),
      value: 10,
      unit: '%',
    }),
  );
  const book = factsOfBook({ organisations, stages: steps, report, targets: asked, today: TODAY });
  const url = `https://docs.google.com/spreadsheets/d/${'x'.repeat(size.idLength ?? 44)}/edit`;
  return mailFacts([{ ...book, url }], { programmeTitle: 'Целевая модель наставничества' });
}

const digest = { why: { kind: 'regular' }, previous: null, unsent: 1 } as const;
export const MINISTRY: MinistryPart = { kind: 'ministry', ...digest };

export const everyDistrict = ({ districts, long = 0 }: Size): DistrictPart[] =>
  Array.from({ length: districts }, (_, index) => ({
    kind: 'district',
    book: 'BOOK',
    district: sameKey(districtName(index, long)),
    ...digest,
  }));

export const everyPair = ({ books }: MailFacts): PairRef[] =>
  books.flatMap(({ id, analysis }) => analysis.records.map(({ pair }) => ({ book: id, pair })));
