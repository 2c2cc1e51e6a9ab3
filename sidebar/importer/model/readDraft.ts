/** From what was read in a letter, and in a list of organisations beside it, to the draft that is reviewed. */
import type { Letter } from '../../../src/domain/letter';
import { cellText } from './cellText';
import { joined, organisationRows } from './organisationRows';
import { questionsOf, reporterQuestions } from './questions';
import type { ReviewDraft } from './reviewDraft';
import { stageRows } from './stageRows';
import { targetRows } from './targetRows';

export function reviewDraftOf(letter: Letter, list: Letter): ReviewDraft {
  const stages = stageRows(letter.stages);
  const organisations = [
    ...organisationRows('letter', letter.organisations),
    ...organisationRows('list', list.organisations),
  ];
  return {
    title: cellText(letter.document.subject, 200),
    stages,
    targets: targetRows(letter.targets),
    organisations: joined(organisations),
    questions: [
      ...questionsOf('letter', letter, stages, organisations),
      ...questionsOf('list', list, stages, organisations),
      ...reporterQuestions(stages, letter.stages),
    ],
  };
}
