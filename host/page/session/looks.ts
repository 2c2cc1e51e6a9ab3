/** How cells look, told to the page once and then by number. */

import { DEFAULT_STYLE, type Style } from '../../workbook/cells/style';
import type { EffectiveCell } from '../../workbook/rules/effectiveStyle';
import type { Look } from '../protocol/protocol';

/** The colour and line that Sheets gives to a link that has no look of its own. */
const LINK_COLOR = '#1155cc';

/** Numbers for looks; 0 is a new cell's. Equal looks get the same number as long as the page is up. */
export class Looks {
  private readonly byKey = new Map<string, number>();
  private readonly all: Look[] = [{}];
  private readonly known = new WeakMap<Style, Map<string, number>>();

  constructor() {
    this.byKey.set('{}', 0);
  }

  of(cell: EffectiveCell, isLink: boolean): number {
    const side = cell.style.horizontalAlignment === 'general' ? sideOf(cell.value) : '';
    const key = `${cell.background}${cell.fontColor}${side}${flags(cell)}${isLink ? 'l' : ''}`;
    let numbers = this.known.get(cell.style);
    if (!numbers) {
      numbers = new Map();
      this.known.set(cell.style, numbers);
    }
    let number = numbers.get(key);
    if (number === undefined) {
      number = this.number(lookOf(cell, side, isLink));
      numbers.set(key, number);
    }
    return number;
  }

  get(number: number): Look {
    return this.all[number] ?? {};
  }

  private number(look: Look): number {
    const key = JSON.stringify(look);
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    this.byKey.set(key, this.all.length);
    return this.all.push(look) - 1;
  }
}

const flags = ({ bold, italic, underline, strikethrough }: EffectiveCell): number =>
  (bold ? 1 : 0) + (italic ? 2 : 0) + (underline ? 4 : 0) + (strikethrough ? 8 : 0);

/** Numbers stand to the right and true/false in the middle, unless somebody said otherwise. */
function sideOf(value: EffectiveCell['value']): '' | 'right' | 'center' {
  if (typeof value === 'number') return 'right';
  return value === null || typeof value === 'string' ? '' : 'center';
}

function lookOf(cell: EffectiveCell, side: '' | 'right' | 'center', isLink: boolean): Look {
  const { style } = cell;
  const plainLink = isLink && cell.fontColor === DEFAULT_STYLE.fontColor;
  const h = side === '' ? style.horizontalAlignment : side;
  return {
    ...(cell.background === DEFAULT_STYLE.background ? {} : { bg: cell.background }),
    ...(plainLink ? { color: LINK_COLOR } : {}),
    ...(cell.fontColor === DEFAULT_STYLE.fontColor ? {} : { color: cell.fontColor }),
    ...(cell.bold ? { bold: true } : {}),
    ...(cell.italic ? { italic: true } : {}),
    ...(cell.underline || isLink ? { underline: true } : {}),
    ...(cell.strikethrough ? { strike: true } : {}),
    ...(style.fontSize === DEFAULT_STYLE.fontSize ? {} : { size: style.fontSize }),
    ...(h === 'left' || h === 'center' || h === 'right' ? { h } : {}),
    ...(style.verticalAlignment === 'top' || style.verticalAlignment === 'middle'
      ? { v: style.verticalAlignment }
      : {}),
    ...(style.wrap === 'OVERFLOW' ? {} : { wrap: style.wrap }),
  };
}
