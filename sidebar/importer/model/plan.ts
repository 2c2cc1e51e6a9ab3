/** The draft against what the reporting book holds: the plan, and what is sent to the server. */
import type { BookContent } from '../../../src/contract/importer';
import { type ImportChanges, type ImportTab, tableOf } from '../../../src/domain/import/changes';
import type { ExistingProgramme, ImportPlan } from '../../../src/domain/import/importPlan';
import { planImport } from '../../../src/domain/import/plan';
import type { ProgrammeDraft } from '../../../src/domain/import/programmeDraft';
import type { TabSchema } from '../../../src/domain/schema/schema';
import { addressesSchema } from '../../../src/tabs/schemas/control';
import { IMPORT_WORDS } from '../../../src/tabs/schemas/draftRows';
import { organisationsSchema, stagesSchema, targetsSchema } from '../../../src/tabs/schemas/programme';
import type { ReviewDraft } from './reviewDraft';

export const SCHEMAS: Readonly<Record<ImportTab, TabSchema>> = {
  stages: stagesSchema,
  organisations: organisationsSchema,
  targets: targetsSchema,
  addresses: addressesSchema,
};

export const importDraftOf = (draft: ReviewDraft, drop: readonly string[]): ProgrammeDraft => ({
  stages: draft.stages.map(({ fields }) => fields),
  targets: draft.targets.map(({ fields }) => fields),
  organisations: draft.organisations.map(({ fields }) => fields),
  drop,
});

function existingOf(content: BookContent): ExistingProgramme {
  const table = (tab: ImportTab) =>
    tableOf(
      SCHEMAS[tab],
      content.rows[tab].map((row) =>
        Object.fromEntries(SCHEMAS[tab].columns.map(({ id }, index) => [id, row[index] ?? ''])),
      ),
    );
  return {
    stages: table('stages'),
    targets: table('targets'),
    organisations: table('organisations'),
    addresses: table('addresses'),
    filedByStage: new Map(Object.entries(content.filedByStage)),
    filedByOrganisation: new Map(Object.entries(content.filedByOrganisation)),
  };
}

export const planFor = (draft: ReviewDraft, drop: readonly string[], content: BookContent): ImportPlan =>
  planImport(importDraftOf(draft, drop), existingOf(content), IMPORT_WORDS);

/** Only what the server is to write, without the labels that the page shows. */
export const changesOf = (plan: ImportPlan, book: string, programme: string): ImportChanges => {
  const bare = (tab: ImportTab) => ({
    added: plan[tab].added,
    changed: plan[tab].changed.map(({ key, cells }) => ({ key, cells })),
  });
  return {
    book,
    programme,
    stages: bare('stages'),
    organisations: bare('organisations'),
    targets: bare('targets'),
    addresses: bare('addresses'),
  };
};
