/** Whether a programme has anything to do with counts of people, or with pairs of mentors and mentees. */
import type { Programme } from '../programme/programme';

const MENTORS = /настав/i;
const PAIRS = /(^|[^а-яё])пар(а|ы|у|ам|ами|ах)?(?=$|[^а-яё])/i;

type Asking = Pick<Programme, 'stages' | 'targets'>;

/** A target counts pairs, or a stage speaks of pairs of mentors. */
export const pairsAsked = ({ stages, targets }: Asking): boolean =>
  targets.some(({ indicator }) => indicator === 'pairs') ||
  stages.some(({ title, result }) => {
    const text = `${title} ${result}`;
    return PAIRS.test(text) && MENTORS.test(text);
  });

/** A target is computed from counts, or the pairs are counted. */
export const countsAsked = (programme: Asking): boolean =>
  programme.targets.some(({ indicator }) => indicator !== 'other') || pairsAsked(programme);
