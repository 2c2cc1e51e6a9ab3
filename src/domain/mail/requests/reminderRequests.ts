/**
 * «Напоминания»: one row a district. Its head types a day into «Напомнить»; on that day the jobs remind the
 * district's schools and say in «Отправлено» and «Итог» what came of it. Pure: rows in, what to do out.
 */

import { type CivilDate, daysBetween } from '../../dates/civil';
import { isOpen } from '../../programme/deadline';
import type { Programme } from '../../programme/programme';
import { checkTable, issueAt } from '../../schema/check';
import type { Issue } from '../../schema/issue';
import { columnOf } from '../../schema/schema';
import { cellAt, rowCount, sheetRow, type Table, textAt } from '../../schema/table';
import { cellText, dayOf, isBlank } from '../../values/cell';
import { sameKey, tidy } from '../../values/text';

/** A request as old as this is out of date: the head is told so, and nothing is sent. */
const STALE_AFTER_DAYS = 7;

/** A district of the programme; `key` as `byDistrict` gives it. */
export interface DistrictName {
  readonly key: string;
  readonly name: string;
}

export interface ReminderRequest extends DistrictName {
  readonly requestedFor: CivilDate;
  /** Data row, from 0, as it was read. */
  readonly row: number;
}

/** A moment as «Отправлено» shows it: a day, and minutes since midnight. */
export interface SentAt {
  readonly date: CivilDate;
  readonly minutes: number;
}

/** What to write beside a district; `sent` null leaves «Отправлено» as it is. */
export interface ReminderOutcome {
  /** Key of the district: its row is looked up anew when it is written. */
  readonly district: string;
  readonly sent: SentAt | null;
  readonly text: string;
}

export interface RemindersPlan {
  /** Districts without a row, in the programme's order. */
  readonly missing: readonly DistrictName[];
  readonly outcomes: readonly ReminderOutcome[];
}

export interface OutcomeWords {
  readonly gone: string;
  stale(requestedFor: CivilDate, days: number): string;
}

/** Districts that have organisations on the day, in the order in which these stand; one without a name has no head. */
export function districtsOf(
  { organisations }: Pick<Programme, 'organisations'>,
  today: CivilDate,
): DistrictName[] {
  const names = new Map<string, string>();
  for (const organisation of organisations) {
    const name = tidy(organisation.district);
    if (name === '' || !isOpen(organisation, today)) continue;
    if (!names.has(sameKey(name))) names.set(sameKey(name), name);
  }
  return [...names].map(([key, name]) => ({ key, name }));
}

/** First row of each district that has one, by key. */
function rowsByDistrict(table: Table): Map<string, number> {
  const rows = new Map<string, number>();
  for (let row = 0; row < rowCount(table); row += 1) {
    const key = sameKey(textAt(table, row, 'district'));
    if (key !== '' && !rows.has(key)) rows.set(key, row);
  }
  return rows;
}

/** Requests whose day has come by `until` and that were not carried out since; those for a later day wait. */
function openRequests(table: Table, today: CivilDate, until = today): ReminderRequest[] {
  return [...rowsByDistrict(table)].flatMap(([key, row]): ReminderRequest[] => {
    const requestedFor = dayOf(cellAt(table, row, 'asked'));
    if (requestedFor === null || requestedFor > until) return [];
    const sent = dayOf(cellAt(table, row, 'sent'));
    // A day to come cannot be one on which anything was sent.
    const carriedOut = sent !== null && sent <= today && sent >= requestedFor;
    return carriedOut ? [] : [{ key, name: textAt(table, row, 'district'), requestedFor, row }];
  });
}

const isStale = ({ requestedFor }: ReminderRequest, today: CivilDate): boolean =>
  daysBetween(requestedFor, today) > STALE_AFTER_DAYS;

/**
 * What is to be carried out now: each request until «Отправлено» says that it was, so that a run that is stopped
 * comes back to it. A request for day D is done when «Отправлено» is D or later. `until`: with those of later days.
 */
export const requestsDue = (table: Table, today: CivilDate, until = today): ReminderRequest[] =>
  openRequests(table, today, until).filter((request) => !isStale(request, today));

/** The rows to add, and what to write beside requests that will not be carried out. Once applied, the plan is empty. */
export function planReminders(
  table: Table,
  districts: readonly DistrictName[],
  today: CivilDate,
  words: OutcomeWords,
): RemindersPlan {
  const rows = rowsByDistrict(table);
  const present = new Set(districts.map(({ key }) => key));
  const stale = new Map(
    openRequests(table, today)
      .filter((request) => isStale(request, today))
      .map(({ key, requestedFor }) => [key, words.stale(requestedFor, STALE_AFTER_DAYS)]),
  );
  const outcomes = [...rows].flatMap(([district, row]): ReminderOutcome[] => {
    const shown = cellText(cellAt(table, row, 'outcome'));
    const wanted = present.has(district)
      ? (stale.get(district) ?? (shown === words.gone ? '' : shown))
      : words.gone;
    return wanted === shown ? [] : [{ district, sent: null, text: wanted }];
  });
  return { missing: districts.filter(({ key }) => !rows.has(key)), outcomes };
}

/** A day that cannot be read, a district that has two rows, a day beside no district. */
export function reminderIssues(table: Table, today: CivilDate): Issue[] {
  const issues = checkTable(table, {
    today,
    programmeStart: null,
    references: { organisations: new Set(), stages: new Set() },
    ownerOf: () => null,
  });
  const rows = rowsByDistrict(table);
  const district = columnOf(table.schema, 'district');
  for (let row = 0; row < rowCount(table); row += 1) {
    const cell = cellAt(table, row, 'district');
    const first = rows.get(sameKey(textAt(table, row, 'district')));
    if (first !== undefined && first !== row) {
      issues.push(issueAt(table, row, district, cell, { code: 'duplicate', row: sheetRow(first) }));
    } else if (first === undefined && !isBlank(cellAt(table, row, 'asked'))) {
      issues.push(issueAt(table, row, null, '', { code: 'rowForeign' }));
    }
  }
  return issues;
}
