import { withoutFormulaSigns } from '../../../src/domain/values/formulaText';
import { clip, tidy } from '../../../src/domain/values/text';

/** Words for a cell of a tab: not too long, and never a formula. */
export const cellText = (text: string | null, most = 1900): string =>
  clip(withoutFormulaSigns(tidy(text ?? '')), most);
