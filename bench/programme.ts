/** A made-up programme of any size, always the same: 85 districts, stages due in the autumn of 2020. */
import { addDays, type CivilDate, formatRu } from '../src/domain/dates/civil';
import type { Organisation, Stage } from '../src/domain/programme/programme';
import { day, organisation, stage } from '../src/programmes/types';

export const DISTRICTS = 85;
export const STAGES = 10;
/** Six of the ten stages are due by then. */
export const NOW = new Date('2020-11-16T06:05:00Z');
export const TODAY = day('2020-11-16');
export const TIME_ZONE = 'Europe/Moscow';

const FIRST_DEADLINE = day('2020-09-28');
const DAYS_BETWEEN = 9;

export const stages = (): Stage[] =>
  Array.from({ length: STAGES }, (_, index) =>
    stage({
      code: String(index + 1),
      title: `Этап ${index + 1} замера`,
      kind: 'by',
      deadline: addDays(FIRST_DEADLINE, index * DAYS_BETWEEN),
      approval: index === 1 ? 'yes' : 'no',
    }),
  );

/** Neighbouring organisations are in different districts, as in a list ordered by number. */
export const organisations = (count: number): Organisation[] =>
  Array.from({ length: count }, (_, index) => {
    const district = (index % DISTRICTS) + 1;
    return organisation(`О-${index + 1}`, `Район ${district}`, `Школа замера № ${index + 1}`, 'школа');
  });

/** What is filed for a row by {@link TODAY}: seven of ten in time, one late, two missing. */
export function filed(row: number, deadline: CivilDate): readonly [doneOn: string, document: string] {
  const dice = (row * 7919) % 10;
  const done = dice < 7 ? addDays(deadline, -(row % 5)) : addDays(deadline, 1 + (row % 4));
  return dice > 7 || done > TODAY ? ['', ''] : [formatRu(done), `приказ № ${row + 1}`];
}
