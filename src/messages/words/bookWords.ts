/** The words that the domain needs in order to read a book's cells, in one place. */
import type { BookWords } from '../../domain/report/bookSnapshot';
import type { DeclaredWords } from '../../domain/schema/declaredColumns';
import { coverage } from '../tabs/coverage';
import { report } from '../tabs/report';
import { COLUMN_TYPE_WORDS } from './columnTypes';
import {
  APPROVAL_NEED_WORDS,
  COUNTED_WORDS,
  DEADLINE_KIND_WORDS,
  DECISION_WORDS,
  EXTENDED_WORDS,
  INDICATOR_WORDS,
  NO,
  ORGANISATION_TYPES,
  REFILED_WORDS,
  UNTIL_WORDS,
  WRITER_WORDS,
  YES,
} from './words';

export const BOOK_WORDS: BookWords = {
  deadlineKinds: DEADLINE_KIND_WORDS,
  indicators: INDICATOR_WORDS,
  organisationTypes: ORGANISATION_TYPES,
  yes: YES,
  until: UNTIL_WORDS,
  counted: COUNTED_WORDS,
  approval: APPROVAL_NEED_WORDS,
  decisions: { ...DECISION_WORDS, extendedTo: EXTENDED_WORDS, refiled: REFILED_WORDS },
};

export const DECLARED_WORDS: DeclaredWords = {
  reportTitle: report.title,
  coverageTitle: coverage.title,
  columnTypes: COLUMN_TYPE_WORDS,
  head: WRITER_WORDS.head,
  yesNo: [YES, NO],
};
