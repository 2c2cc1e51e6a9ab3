/** The draft programme that the administrator reviews. Each row remembers its place in the text. */
import type { DraftOrganisation, DraftStage, DraftTarget } from '../../../src/domain/import/programmeDraft';
import type { TextRange } from '../../../src/domain/letter/text/textRange';
import { BLANK_STAGE } from '../../../src/domain/programme/programme';

/** The text that a row or a question comes from. */
export type SourceName = 'letter' | 'list';
export interface ReviewRow<Fields> {
  /** Stays with the row as long as the page lives. */
  readonly id: number;
  readonly from: SourceName;
  /** Null for rows that were added by hand. */
  readonly place: TextRange | null;
  readonly fields: Fields;
}
export type Part = 'stages' | 'targets' | 'organisations';

export interface ReviewQuestion {
  readonly id: number;
  readonly from: SourceName;
  readonly line: number | null;
  readonly place: TextRange | null;
  readonly text: string;
  readonly reason: string;
  /** The part and the row that it is about. */
  readonly part: Part | null;
  readonly row: number | null;
  /** What a button beside it offers: add a stage, or join two organisations. */
  readonly offer: 'add' | 'join' | null;
  readonly done: boolean;
}

/** A programme under review: rows that the administrator edits, and what the letter leaves open. */
export interface ReviewDraft {
  readonly title: string;
  readonly stages: readonly ReviewRow<DraftStage>[];
  readonly targets: readonly ReviewRow<DraftTarget>[];
  readonly organisations: readonly ReviewRow<DraftOrganisation>[];
  readonly questions: readonly ReviewQuestion[];
}

let lastId = 0;
export const newId = (): number => {
  lastId += 1;
  return lastId;
};

export const blankStage = (code: string): DraftStage => ({
  ...BLANK_STAGE,
  code,
  title: '',
  kind: 'by',
  sameAs: null,
});
export const blankTarget: DraftTarget = { indicator: 'other', title: '', date: null, value: null, unit: '' };
export const blankOrganisation: DraftOrganisation = {
  id: '',
  district: '',
  fullName: '',
  shortName: '',
  type: '',
  emails: [],
  sameAs: '',
};
