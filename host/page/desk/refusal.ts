import { hostFailed } from '../messages';

/** Says no to a person, in words for them: nothing is broken. */
export class Refusal extends Error {}

/** What a page is told: a refusal in its own words, anything else as a fault of the host itself. */
export function faultText(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  return hostFailed(error instanceof Error ? error.message : String(error));
}
