import type { Box } from '../../../src/domain/values/a1';
import type { SheetModel } from '../grid/sheet';
import type { GradientPoint, GradientRule } from './conditional';

/** A gradient's colours at the values where they are pure, in ascending order. */
export type GradientScale = readonly { readonly at: number; readonly color: string }[];

/** Null when the ranges hold no numbers. */
export function gradientScale(
  sheet: SheetModel,
  ranges: readonly Box[],
  rule: GradientRule,
): GradientScale | null {
  const numbers: number[] = [];
  for (const box of ranges) {
    sheet.workbook.engine.refresh(sheet, box);
    sheet.eachRow(box, ({ values }) => {
      for (let col = box.col; col < box.col + box.cols; col++) {
        const value = values[col - 1];
        if (typeof value === 'number') numbers.push(value);
      }
    });
  }
  if (numbers.length === 0) return null;
  numbers.sort((a, b) => a - b);
  return [rule.min, rule.mid, rule.max]
    .filter((point): point is GradientPoint => point !== null)
    .map((point) => ({ at: position(point, numbers), color: point.color }));
}

function position(point: GradientPoint, sorted: readonly number[]): number {
  const low = sorted[0] ?? 0;
  const high = sorted.at(-1) ?? 0;
  const given = Number(point.value.replace(',', '.'));
  if (point.type === 'MIN') return low;
  if (point.type === 'MAX') return high;
  if (point.type === 'NUMBER') return given;
  if (point.type === 'PERCENT') return low + ((high - low) * given) / 100;
  const rank = ((sorted.length - 1) * given) / 100;
  const below = sorted[Math.floor(rank)] ?? low;
  return below + ((sorted[Math.ceil(rank)] ?? high) - below) * (rank - Math.floor(rank));
}

export function gradientColor(scale: GradientScale, value: number): string {
  const first = scale[0];
  const last = scale.at(-1);
  if (!first || !last || value <= first.at) return first?.color ?? '#ffffff';
  for (let i = 1; i < scale.length; i++) {
    const [from, to] = [scale[i - 1], scale[i]];
    if (from && to && value <= to.at)
      return mix(from.color, to.color, to.at === from.at ? 1 : (value - from.at) / (to.at - from.at));
  }
  return last.color;
}

function mix(from: string, to: string, share: number): string {
  const channel = (color: string, index: number) =>
    Number.parseInt(color.slice(1 + index * 2, 3 + index * 2), 16);
  const parts = [0, 1, 2].map((index) =>
    Math.round(channel(from, index) + (channel(to, index) - channel(from, index)) * share),
  );
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
