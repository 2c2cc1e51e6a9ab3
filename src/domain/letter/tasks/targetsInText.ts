/** Targets of the running text. */
import type { CivilDate } from '../../dates/civil';
import type { LetterBuilder } from '../letterBuilder';
import { rangeOf } from '../text/textRange';
import type { Token } from '../text/tokens';
import { findTargets } from './targets';

/** What is left at the end of an indicator when its figures are taken out. */
const FIGURE_REST = /(?:,? (?:и|а|к|до|на|должн[аоы]?|составит|составляет|быть|будет|не))+$/;
/**
 * Adds the targets that the text names, each with its date or else with `sharedDate`, the last day that the list
 * sets for all its items. False when there are none.
 */
export function addTargets(
  builder: LetterBuilder,
  tokens: readonly Token[],
  sharedDate: CivilDate | null,
): boolean {
  const found = findTargets(tokens);
  const dated = found.filter((target) => target.date !== null || sharedDate !== null);
  const asked = dated.length === 0 && found.some((target) => target.unit === '%' && target.operator === '>=');
  if (dated.length === 0 && !asked) return false;
  const place = rangeOf(tokens, 0, tokens.length);
  const cut = found.flatMap((target) => target.cut);
  const title = builder.words(place.start, place.end, cut).replace(FIGURE_REST, '');
  for (const target of asked ? found : dated) {
    const date = target.date ?? sharedDate;
    builder.addTarget({
      title,
      date,
      operator: target.operator,
      value: target.value,
      unit: target.unit,
      place,
    });
    if (date === null) builder.ask('target-undated', place);
  }
  // Asked once for a series of years.
  const taken = dated.find((target) => target.yearTaken);
  if (taken !== undefined) builder.ask('target-year', taken.cut[1] ?? place);
  return true;
}
