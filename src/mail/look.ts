/**
 * Colours of mails. Mail programs invert them as they please, so they are of middle lightness: distinguishable, and at
 * 3:1, on white and on black. Words stand beside every bar. What the sheet paints the same way has its colours.
 */
import type { Tone } from '../domain/mail/section';
import { type Bucket, STATUSES } from '../domain/report/statuses';
import { PAINT } from '../tabs/rules/look';

export const BAR_COLOURS: Readonly<Record<Bucket, string>> = {
  inTime: '#3f7fc1',
  late: '#cf7a1f',
  missed: '#c9362b',
  notYetDue: '#c9cdd2',
};

/** Classes that the template's dark style knows: `n` not yet due, `k` black on light, `w` white on dark. */
export const barClass = (tone: Bucket): string => (tone === 'notYetDue' ? 'n' : '');

/** The edge of a figure in the legend: `l` is in the dark what `n` is, for lines. */
export const edgeClass = (tone: Bucket): string => (tone === 'notYetDue' ? 'l' : '');

export function badgePaint(tone: Tone): { readonly ink: string; readonly style: string } {
  const paint =
    tone === 'returned'
      ? PAINT.headHeader
      : tone === 'plain' || tone === 'notYetDue'
        ? null
        : STATUSES[tone].paint;
  if (paint === null) return { ink: 'm', style: 'color:#5f6368;font-weight:bold' };
  return {
    ink: paint.color === '#ffffff' ? 'w' : 'k',
    style: `background:${paint.background};color:${paint.color};padding:0 5px`,
  };
}
