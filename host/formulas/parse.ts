import { CellError, errorOf, type Scalar } from '../workbook/cells/value';
import type { PatternRef, Token } from './pattern';

export type Node =
  | { readonly type: 'value'; readonly value: Scalar }
  | { readonly type: 'ref'; readonly ref: PatternRef }
  | { readonly type: 'unary'; readonly op: '-' | '+' | '%'; readonly arg: Node }
  | { readonly type: 'binary'; readonly op: string; readonly left: Node; readonly right: Node }
  | { readonly type: 'call'; readonly name: string; readonly args: readonly Node[] };

class SyntaxFault extends Error {}

const LEVELS: readonly (readonly string[])[] = [
  ['=', '<>', '<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
];

/**
 * Reads tokens as a formula. Both `,` and `;` separate arguments whatever the locale (stated by a maintainer,
 * unconfirmed). Anything that is no formula is #ERROR!, as Sheets shows it.
 */
export function parseFormula(all: readonly Token[]): Node {
  const tokens = all.filter((token) => token.kind !== 'space');
  let at = 0;
  const peek = () => tokens[at];
  const isOp = (text: string) => peek()?.kind === 'op' && peek()?.text === text;
  const expect = (text: string) => {
    if (!isOp(text)) throw new SyntaxFault();
    at++;
  };

  function binary(level: number): Node {
    const operators = LEVELS[level];
    if (!operators) return power();
    let left = binary(level + 1);
    for (let token = peek(); token?.kind === 'op' && operators.includes(token.text); token = peek()) {
      at++;
      left = { type: 'binary', op: token.text, left, right: binary(level + 1) };
    }
    return left;
  }
  function power(): Node {
    let left = unary();
    while (isOp('^')) {
      at++;
      left = { type: 'binary', op: '^', left, right: unary() };
    }
    return left;
  }
  function unary(): Node {
    for (const op of ['-', '+'] as const) {
      if (isOp(op)) {
        at++;
        return { type: 'unary', op, arg: unary() };
      }
    }
    let node = primary();
    while (isOp('%')) {
      at++;
      node = { type: 'unary', op: '%', arg: node };
    }
    return node;
  }
  function primary(): Node {
    const token = peek();
    if (!token) throw new SyntaxFault();
    at++;
    if (token.kind === 'ref') return { type: 'ref', ref: token.ref };
    if (token.kind === 'number') return { type: 'value', value: Number(token.text) };
    if (token.kind === 'string')
      return { type: 'value', value: token.text.slice(1, -1).replaceAll('""', '"') };
    if (token.kind === 'error') return { type: 'value', value: errorOf(token.text) ?? CellError.of('#REF!') };
    if (token.kind === 'name') return named(token.text.toUpperCase());
    if (token.text !== '(') throw new SyntaxFault();
    const inner = binary(0);
    expect(')');
    return inner;
  }
  function named(name: string): Node {
    if (!isOp('(')) {
      if (name === 'TRUE' || name === 'FALSE') return { type: 'value', value: name === 'TRUE' };
      return { type: 'value', value: CellError.of('#NAME?') };
    }
    at++;
    const args: Node[] = [];
    if (!isOp(')')) {
      do {
        if (args.length > 0) at++;
        const empty = isOp(',') || isOp(';') || isOp(')');
        args.push(empty ? { type: 'value', value: null } : binary(0));
      } while (isOp(',') || isOp(';'));
    }
    expect(')');
    return { type: 'call', name, args };
  }

  try {
    const node = binary(0);
    if (at < tokens.length) throw new SyntaxFault();
    return node;
  } catch (fault) {
    if (fault instanceof SyntaxFault) return { type: 'value', value: CellError.of('#ERROR!') };
    throw fault;
  }
}

export function callsIn(node: Node, found = new Set<string>()): Set<string> {
  if (node.type === 'call') {
    found.add(node.name);
    for (const arg of node.args) callsIn(arg, found);
  } else if (node.type === 'unary') callsIn(node.arg, found);
  else if (node.type === 'binary') {
    callsIn(node.left, found);
    callsIn(node.right, found);
  }
  return found;
}
