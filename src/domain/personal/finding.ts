/** What was found and where; never the value itself, so that no report can repeat it. */
export type PersonalKind = 'name' | 'phone' | 'email' | 'snils' | 'passport' | 'birthdate';

/** A letter's own letterhead has phones of the office: seen, and named as such. */
export type FindingKind = PersonalKind | 'office-phone';

export interface Finding {
  readonly kind: FindingKind;
  /** Offsets in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
}
