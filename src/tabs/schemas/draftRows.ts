/** A draft programme as rows of the tabs, and what the tabs' own rules say of it. */
import { rowIssues } from '../../domain/import/changes';
import type { ImportWords } from '../../domain/import/importPlan';
import type {
  DraftOrganisation,
  DraftStage,
  DraftTarget,
  ProgrammeDraft,
} from '../../domain/import/programmeDraft';
import type { Issue } from '../../domain/schema/issue';
import { addresses } from '../../messages/tabs/control';
import { INDICATOR_WORDS, YES } from '../../messages/words/words';
import { organisationsSchema, stagesSchema, targetsSchema } from './programme';
import { type CellsByColumn, organisationRow, stageRow } from './programmeRows';

const stageCells = (stage: DraftStage): CellsByColumn => stageRow({ ...stage, dropped: false });

const targetCells = ({ indicator, title, date, value, unit }: DraftTarget): CellsByColumn => ({
  indicator: INDICATOR_WORDS[indicator],
  title,
  date: date === null ? '' : { date },
  value: value ?? '',
  unit,
});

/** Without the days of opening and closing: no list has them, and what stands there is the administrator's. */
function organisationCells(organisation: DraftOrganisation): CellsByColumn {
  const {
    opened: _opened,
    closed: _closed,
    ...cells
  } = organisationRow({
    ...organisation,
    opened: null,
    closed: null,
  });
  return cells;
}

export const IMPORT_WORDS: ImportWords = {
  stageCells,
  targetCells,
  organisationCells,
  yes: YES,
  curator: addresses.roles.curator,
};

/** Issues of a draft by the tabs' own rules; `row` counts as in a tab, from 2. A code still to be given is no issue. */
export function draftIssues(draft: Pick<ProgrammeDraft, 'stages' | 'targets' | 'organisations'>): Issue[] {
  const organisations = draft.organisations.map((each, index) =>
    organisationCells(each.id === '' ? { ...each, id: `~${index}` } : each),
  );
  return [
    ...rowIssues(stagesSchema, draft.stages.map(stageCells)),
    ...rowIssues(targetsSchema, draft.targets.map(targetCells)),
    ...rowIssues(organisationsSchema, organisations),
  ];
}
