/**
 * What a draft programme does to the programme that is there: rows to add, cells to change, stages that the
 * letter no longer has. Nothing is deleted, a blank of the draft never empties a cell, and a plan made again
 * after it was carried out is empty. Runs in the importer's page; the server takes the changes and checks them.
 */

import type { ExistingProgramme, ImportPlan, ImportQuestion, ImportWords } from './importPlan';
import { planOrganisations } from './planOrganisations';
import { planStages } from './planStages';
import { planTargets } from './planTargets';
import type { ProgrammeDraft } from './programmeDraft';

export function planImport(
  draft: ProgrammeDraft,
  existing: ExistingProgramme,
  words: ImportWords,
): ImportPlan {
  const questions: ImportQuestion[] = [];
  const stages = planStages(draft, existing, words, questions);
  const organisations = planOrganisations(draft, existing, words, questions);
  return {
    ...stages,
    ...organisations,
    targets: planTargets(draft, existing.targets, words),
    questions,
  };
}

export const isEmptyImport = (plan: ImportPlan): boolean =>
  [plan.stages, plan.targets, plan.organisations, plan.addresses].every(
    ({ added, changed }) => added.length === 0 && changed.length === 0,
  );
