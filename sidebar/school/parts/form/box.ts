/** What a field of the form is given, and what it gives on to the box of its type. */
import type { CivilDate } from '../../../../src/domain/dates/civil';
import type { Column } from '../../../../src/domain/schema/schema';

export interface FieldProps {
  readonly column: Column;
  readonly text: string;
  /** What the table holds, where the person typed something else over it; else null. */
  readonly inTable: string | null;
  /** A sentence, '' while all is well. */
  readonly wrong: string;
  readonly needed: boolean;
  readonly locked: boolean;
  readonly today: CivilDate;
  readonly programmeStart: CivilDate | null;
  onText(text: string): void;
  onLeave(): void;
}

/** What every box puts on the element that a person types in. */
export interface BoxProps extends FieldProps {
  readonly given: {
    readonly id: string;
    readonly 'aria-invalid': 'true' | undefined;
    readonly 'aria-describedby': string;
    readonly 'aria-required': 'true' | undefined;
  };
}
