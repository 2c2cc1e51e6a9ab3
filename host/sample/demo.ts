/** The main job on a sample: set up, months of filing by people, rebuilds through the bundle, figures. */
import { addDays, type CivilDate, dayNumber } from '../../src/domain/dates/civil';
import { dialogs } from '../../src/messages/jobs/setup';
import { PROGRAMMES } from '../../src/programmes';
import type { MeterSnapshot } from '../metering/meter';
import { type HostOptions, LocalHost } from '../runtime/localHost';
import { type Books, makeBooks, press } from './books';
import { countSamplePairs } from './counts';
import { figuresOf, type SampleFigures } from './figures';
import { inviteSamplePeople } from './people';
import { SampleCourse } from './reports';

export interface Demo {
  readonly host: LocalHost;
  readonly books: Books;
  readonly title: string;
  readonly today: CivilDate;
  readonly figures: SampleFigures;
  /** The last rebuild. */
  readonly meter: MeterSnapshot;
}

/** Nine in the morning in Екатеринбург, where both samples are. */
const MORNING_UTC_HOURS = 4;
const DAY_MS = 86_400_000;

const morning = (day: CivilDate): Date => new Date(dayNumber(day) * DAY_MS + MORNING_UTC_HOURS * 3_600_000);

/** A programme's two books as they stand on `today`, the reports of the sample typed in day by day. */
export function runDemo(
  programmeIndex: number,
  today: CivilDate,
  options: Pick<HostOptions, 'smtp'> = {},
): Demo {
  const programme = PROGRAMMES[programmeIndex];
  if (!programme) throw new Error(`no programme ${programmeIndex}`);
  const host = new LocalHost({ now: morning(programme.start), ...options });
  const books = makeBooks(host, {
    timeZone: programme.timeZone,
    programme: programmeIndex + 1,
    name: `Пульт: ${programme.title}`,
  });
  // Setup named it before it knew the programme.
  books.reporting.workbook.name = dialogs.newBookName(programme.title);
  const curators = inviteSamplePeople(host, books);
  press(host, books, 'Обновить сводку сейчас');
  const course = new SampleCourse(host, books, curators);
  for (let day = addDays(programme.start, 1); day < today; day = addDays(day, 1)) {
    host.clock.set(morning(day));
    course.typeUntil(day);
    press(host, books, 'Обновить сводку сейчас');
  }
  host.clock.set(morning(today));
  course.typeUntil(today);
  countSamplePairs(host, books, curators, today);
  press(host, books, 'Включить расписание');
  press(host, books, 'Включить рассылку писем');
  const { meter } = press(host, books, 'Обновить сводку сейчас');
  return { host, books, title: programme.title, today, figures: figuresOf(books), meter };
}
