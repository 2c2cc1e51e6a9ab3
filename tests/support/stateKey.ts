/**
 * One text for everything in a host that later runs can depend on: two hosts with the same text go on alike, for the
 * host is deterministic. Whatever hangs on the host counts, known to this file or not; what is left out is named.
 */
import { createHash, type Hash } from 'node:crypto';
import { FormulaEngine, type Pattern } from '../../host/formulas/engine';
import { patternKey } from '../../host/formulas/pattern';
import { LocalHost } from '../../host/runtime/localHost';
import { ScriptProject } from '../../host/runtime/project';
import type { Style } from '../../host/workbook/cells/style';
import { CellError } from '../../host/workbook/cells/value';
import { LAYERS, type Row } from '../../host/workbook/grid/rows';
import { SheetModel } from '../../host/workbook/grid/sheet';

/** Scripts never change; the engine and a sheet's groups remember which formulas are computed: here all are. */
const LEFT_OUT = [ScriptProject, FormulaEngine] as const;
const FIELDS_LEFT_OUT = new Map<unknown, ReadonlySet<string>>([
  // What earlier runs gave is told to nobody.
  [LocalHost.prototype, new Set(['runs'])],
  [SheetModel.prototype, new Set(['groups', 'readers'])],
]);
/** Longer pieces are given to the hash at once. */
const PIECE = 65_536;

export function stateKey(host: LocalHost): string {
  for (const { workbook } of host.drive.files.values()) {
    for (const sheet of workbook.sheets) workbook.engine.refresh(sheet, sheet.grid);
  }
  return new Writer().of(host);
}

/** Looks and formulas are shared by many cells: each is put into words once. */
const texts = new WeakMap<object, string>();
function textOnce(value: object, make: () => string): string {
  let text = texts.get(value);
  if (text === undefined) {
    text = make();
    texts.set(value, text);
  }
  return text;
}

/** The same thing, or rows of the same cells. */
function isAlike(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isRow(one) || !isRow(other)) return false;
  return one.formulas === null && ROW.every((layer) => hasSame(one[layer], other[layer]));
}

const ROW = ['values', ...LAYERS] as const;
const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && 'values' in value && 'styles' in value;

function hasSame(one: readonly unknown[] | null, other: readonly unknown[] | null): boolean {
  if (one === null || other === null) return one === other;
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false;
  return true;
}

class Writer {
  private readonly hash: Hash = createHash('sha256');
  private readonly seen = new Map<object, number>();
  private text = '';

  of(host: LocalHost): string {
    this.write(host);
    return this.hash.update(this.text).digest('base64');
  }

  private write(value: unknown): void {
    if (typeof value === 'string') this.text += `"${value.length}:${value}`;
    else if (typeof value !== 'object' || value === null)
      this.text += `${typeof value === 'function' ? 'f' : String(value)};`;
    else this.writeObject(value);
    if (this.text.length > PIECE) {
      this.hash.update(this.text);
      this.text = '';
    }
  }

  private writeObject(value: object): void {
    if (LEFT_OUT.some((kind) => value instanceof kind)) return;
    if (value instanceof CellError) {
      this.text += `!${value.code};`;
      return;
    }
    if ('numberFormat' in value && 'borders' in value) {
      this.text += textOnce(value, () => `S${JSON.stringify(Object.values(value as Style))}`);
      return;
    }
    if ('tokens' in value && 'node' in value) {
      this.text += textOnce(value, () => `P${patternKey((value as Pattern).tokens)};`);
      return;
    }
    if ('epoch' in value && 'group' in value) {
      this.write((value.group as { pattern: Pattern }).pattern);
      return;
    }
    const known = this.seen.get(value);
    if (known !== undefined) {
      this.text += `#${known};`;
      return;
    }
    this.seen.set(value, this.seen.size);
    if (Array.isArray(value)) {
      this.writeList(value);
    } else if (value instanceof Map || value instanceof Set) {
      this.text += `M${value.size};`;
      for (const item of value) this.write(item);
    } else if (value instanceof Date) this.text += `D${value.getTime()};`;
    else if (ArrayBuffer.isView(value))
      this.write(Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64'));
    else this.writeFields(value);
  }

  /** Of equal neighbours the first and their count: most of a table's rows, and of a row's cells, are alike. */
  private writeList(list: readonly unknown[]): void {
    this.text += `[${list.length};`;
    for (let index = 0; index < list.length; ) {
      const item = list[index];
      this.write(item);
      let end = index + 1;
      while (end < list.length && isAlike(list[end], item)) end += 1;
      if (end > index + 1) this.text += `*${end - index};`;
      index = end;
    }
  }

  private writeFields(value: object): void {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (value instanceof WeakMap || value instanceof WeakSet || value instanceof Promise)
      throw new Error('a part of the host whose state cannot be read');
    const leftOut = FIELDS_LEFT_OUT.get(prototype);
    const keys = Object.keys(value);
    this.text += `{${keys.length};`;
    for (const key of keys) {
      if (leftOut?.has(key)) continue;
      this.text += `${key}=`;
      this.write((value as Record<string, unknown>)[key]);
    }
  }
}
