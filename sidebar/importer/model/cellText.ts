import { clip, tidy } from '../../../src/domain/values/text';

/** Words of a cell: within what a cell of the tab may hold. */
export const cellText = (text: string | null, most = 1900): string =>
  clip(tidy(text ?? '').replace(/^[=+\-@'\s]+/, ''), most);
