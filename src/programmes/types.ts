/** A programme that comes with Svodka: rows for the administrator's tabs, as data. */
import type { CivilDate } from '../domain/dates/civil';
import { parseIso } from '../domain/dates/civil';
import { BLANK_STAGE, type Organisation, type Stage, type Target } from '../domain/programme/programme';

export interface BuiltInProgramme {
  readonly id: string;
  readonly title: string;
  readonly start: CivilDate;
  readonly timeZone: string;
  readonly stages: readonly Stage[];
  readonly organisations: readonly Organisation[];
  readonly targets: readonly Target[];
  /** Where the facts are from. */
  readonly source: string;
}

/** A date written in this repository. */
export function day(iso: string): CivilDate {
  const date = parseIso(iso);
  if (date === null) throw new Error(`no such date: ${iso}`);
  return date;
}

type StageFields = Pick<Stage, 'code' | 'title' | 'kind'> & Partial<Stage>;

export const stage = (fields: StageFields): Stage => ({
  ...BLANK_STAGE,
  dropped: false,
  ...fields,
});

export const organisation = (
  id: string,
  district: string,
  shortName: string,
  type: string,
  fullName = shortName,
): Organisation => ({ id, district, shortName, fullName, type, opened: null, closed: null });
