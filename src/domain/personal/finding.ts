/** What was found and where; never the value itself, so that no report can repeat it. */
export type PersonalKind = 'name' | 'phone' | 'email' | 'snils' | 'passport' | 'birthdate';

/** Phones of the office in a letter's head are found too, as a kind of their own. */
export type FindingKind = PersonalKind | 'office-phone';

export interface Finding {
  readonly kind: FindingKind;
  /** Offsets in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
}
