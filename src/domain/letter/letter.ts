/** What a letter is read into. All offsets are in the letter's text, lines are counted from 1. */

import type { CivilDate } from '../dates/civil';
import type { OrganisationType } from '../organisations/kinds';
import type { FindingKind } from '../personal/personalData';
import type { Deadline, DeadlineProblem } from './deadlines/deadline';
import type { TextRange } from './text/textRange';

export interface Placed {
  readonly line: number;
  readonly place: TextRange;
}

export interface LetterDocument {
  readonly date: CivilDate | null;
  readonly number: string | null;
  /** Who issued it, in the letter's words. */
  readonly issuer: string | null;
  readonly subject: string | null;
}

export interface LetterStage extends Placed {
  /** The task's own words without its deadline and mark; never with personal data. */
  readonly title: string;
  readonly section: string | null;
  /** As in the letter: '3.1', '2', 'а'; null where there is none. */
  readonly number: string | null;
  readonly deadline: Deadline;
  readonly responsible: string | null;
  readonly result: string | null;
  /** «согласовать с …», «согласование»: somebody has to agree. */
  readonly approval: boolean;
  /** The deadline is that of the approval too. */
  readonly approvalInDeadline: boolean;
  /** Where the deadline's phrase stands; null without one. */
  readonly deadlinePlace: TextRange | null;
  /** 'order': a list or a sentence of the letter; 'plan': a row of a table. */
  readonly source: 'order' | 'plan';
}

export type Operator = '>=' | '<=' | '>' | '<' | '=';

export interface LetterTarget extends Placed {
  /** The indicator. */
  readonly title: string;
  readonly date: CivilDate | null;
  readonly operator: Operator;
  readonly value: number;
  /** '%', 'чел.', …; '' where the letter names none. */
  readonly unit: string;
}

export interface LetterOrganisation extends Placed {
  readonly name: string;
  readonly shortName: string;
  /** Null where the name shows none. */
  readonly type: OrganisationType | null;
  /** The type as a column of the list gives it, in its own words. */
  readonly typeText: string | null;
  readonly number: string | null;
  readonly district: string | null;
  /** Official addresses of a list's column. */
  readonly emails: readonly string[];
}

export type QuestionReason =
  | DeadlineProblem
  /** A request in running text without a date: is it a stage? */
  | 'request-undated'
  /** A date with «до», «не позднее» outside any task. */
  | 'date-outside'
  /** Two organisations with nearly the same name. */
  | 'near-duplicate'
  /** A table whose columns no rule knows. */
  | 'table-unread'
  /** A row without words for its task. */
  | 'title-missing'
  /** «к 2024 году»: the end of the year is taken. */
  | 'target-year'
  /** A target's cell that is no number. */
  | 'target-unread'
  /** A target without any date. */
  | 'target-undated'
  /** The form of the date or the number was not filled in. */
  | 'document-blank'
  /** «№№ 1, 2, 5»: the names were made from a list of numbers. */
  | 'made-from-numbers';

export interface Question extends Placed {
  /** The letter's words in question, without personal data. */
  readonly text: string;
  readonly reason: QuestionReason;
  /** Index of the stage it concerns, null for others. */
  readonly stage: number | null;
}

export interface LetterPersonalData extends Placed {
  readonly kind: FindingKind;
}

export interface Letter {
  readonly document: LetterDocument;
  readonly stages: readonly LetterStage[];
  readonly targets: readonly LetterTarget[];
  readonly organisations: readonly LetterOrganisation[];
  readonly questions: readonly Question[];
  readonly personalData: readonly LetterPersonalData[];
}
