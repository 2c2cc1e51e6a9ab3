/** A programme as rows of the administrator's tabs, cells by column id. */

import type { CivilDate } from '../../domain/dates/civil';
import { formerDistrictsText } from '../../domain/programme/formerDistricts';
import type { Organisation, Stage, Target } from '../../domain/programme/programme';
import type { Cell } from '../../domain/values/cell';
import { DEADLINE_KIND_WORDS, INDICATOR_WORDS, NO, UNTIL_WORDS, YES } from '../../messages/words/words';

export type CellsByColumn = Readonly<Record<string, Cell>>;

const date = (day: CivilDate | null): Cell => (day === null ? '' : { date: day });
const yesNo = (value: boolean): string => (value ? YES : NO);

export const stageRow = (stage: Stage): CellsByColumn => ({
  code: stage.code,
  section: stage.section,
  title: stage.title,
  kind: DEADLINE_KIND_WORDS[stage.kind],
  start: date(stage.start),
  deadline: date(stage.deadline),
  responsible: stage.responsible,
  result: stage.result,
  document: yesNo(stage.documentNeeded),
  approval: yesNo(stage.approval !== 'no'),
  approvalInDeadline: yesNo(stage.approval === 'included'),
  appliesTo: stage.appliesTo.join(', '),
  phrase: stage.phrase,
  dropped: yesNo(stage.dropped),
});

export const organisationRow = (organisation: Organisation): CellsByColumn => ({
  id: organisation.id,
  district: organisation.district,
  fullName: organisation.fullName,
  shortName: organisation.shortName,
  type: organisation.type,
  opened: date(organisation.opened),
  closed: date(organisation.closed),
  ...(organisation.formerDistricts?.length
    ? { formerDistricts: formerDistrictsText(organisation.formerDistricts, UNTIL_WORDS) }
    : {}),
});

export const targetRow = (target: Target): CellsByColumn => ({
  indicator: INDICATOR_WORDS[target.indicator],
  title: target.title,
  date: date(target.date),
  value: target.value,
  unit: target.unit,
});

/** The row as wide as the table, each cell where its column stands. */
export function placeRow(cells: CellsByColumn, at: ReadonlyMap<string, number>): Cell[] {
  const row: Cell[] = Array.from({ length: Math.max(...at.values()) + 1 }, () => '');
  for (const [id, cell] of Object.entries(cells)) {
    const index = at.get(id);
    if (index !== undefined) row[index] = cell;
  }
  return row;
}
