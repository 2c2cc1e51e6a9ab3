import { ScriptError } from '../../runtime/ports';

const NAMED: Readonly<Record<string, string>> = {
  white: '#ffffff',
  black: '#000000',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  gray: '#808080',
  grey: '#808080',
  orange: '#ffa500',
  silver: '#c0c0c0',
  purple: '#800080',
  pink: '#ffc0cb',
};

/** A CSS colour as Apps Script reports it: lower-case #rrggbb. Throws for what is no colour. */
export function cssColor(color: string): string {
  const text = color.trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(text)) return text;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`;
  const named = NAMED[text];
  if (named === undefined) throw new ScriptError(`Invalid argument: ${color}`);
  return named;
}
