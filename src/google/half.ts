/**
 * Which half of Svodka this project is. Both run the same bundle; control/Half.js, a file of one line, is
 * pushed with the control book's project only. It is looked at when a function runs, so the order in
 * which Apps Script evaluates the files does not matter.
 */
declare const SVODKA_HALF: unknown;

export type Half = 'control' | 'reporting';

export const half = (): Half =>
  typeof SVODKA_HALF === 'string' && SVODKA_HALF === 'control' ? 'control' : 'reporting';
