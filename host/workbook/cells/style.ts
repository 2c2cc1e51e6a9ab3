import { GENERAL } from './numberFormat';

/** How a cell looks, without conditional formats. Styles are shared: equal ones are the same object. */
export interface Style {
  readonly numberFormat: string;
  readonly fontWeight: 'normal' | 'bold';
  readonly fontStyle: 'normal' | 'italic';
  readonly fontLine: 'none' | 'underline' | 'line-through';
  readonly fontColor: string;
  readonly fontSize: number;
  readonly fontFamily: string;
  readonly background: string;
  /** `general` is a new cell's: text to the left, numbers to the right. */
  readonly horizontalAlignment: string;
  readonly verticalAlignment: string;
  readonly wrap: 'WRAP' | 'OVERFLOW' | 'CLIP';
  /** Edges as `top,left,bottom,right` of style and colour; '' is none. */
  readonly borders: string;
}

/** A new cell's look, as Apps Script's getters report it. */
export const DEFAULT_STYLE: Style = {
  numberFormat: GENERAL,
  fontWeight: 'normal',
  fontStyle: 'normal',
  fontLine: 'none',
  fontColor: '#000000',
  fontSize: 10,
  fontFamily: 'Arial',
  background: '#ffffff',
  horizontalAlignment: 'general',
  verticalAlignment: 'bottom',
  wrap: 'OVERFLOW',
  borders: '',
};

const shared = new Map<string, Style>([[JSON.stringify(DEFAULT_STYLE), DEFAULT_STYLE]]);
const derived = new WeakMap<Style, Map<string, Style>>();

/** The last answer: a range is painted cell by cell, all of them alike. */
let last: { readonly base: Style; readonly patch: Partial<Style>; readonly style: Style } | null = null;

/** The shared style that differs from `base` by `patch`. */
export function withStyle(base: Style, patch: Partial<Style>): Style {
  if (last?.base === base && last.patch === patch) return last.style;
  const style = sharedStyle(base, patch);
  last = { base, patch, style };
  return style;
}

function sharedStyle(base: Style, patch: Partial<Style>): Style {
  const key = JSON.stringify(patch);
  let known = derived.get(base);
  if (!known) {
    known = new Map();
    derived.set(base, known);
  }
  const found = known.get(key);
  if (found) return found;
  const made: Style = { ...base, ...patch };
  const whole = JSON.stringify(made);
  const style = shared.get(whole) ?? made;
  shared.set(whole, style);
  known.set(key, style);
  return style;
}
