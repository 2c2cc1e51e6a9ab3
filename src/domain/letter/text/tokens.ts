/**
 * Text to tokens: numbers, words and single marks, each knowing its place in the letter.
 * All other readers work on tokens, so spaces, dashes, quotes and homoglyphs are normalised here once.
 */
import { DASHES, QUOTES, romanValue, spaceClass, spelling } from './homoglyphs';

export interface Token {
  readonly kind: 'number' | 'word' | 'mark';
  /** A word's {@link spelling}, a number's digits, or one mark: any dash is '-', any quote is '"'. */
  readonly text: string;
  /** Offsets in the text that was read, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** What stands before: 0 nothing, 1 space, 2 one line break, 3 an empty line. */
  readonly gap: 0 | 1 | 2 | 3;
  /** A number's value, a Roman numeral's value, otherwise 0. */
  readonly value: number;
  /** The word begins with a capital letter. */
  readonly capital: boolean;
  /** The word is two or more letters, all capital: «УО», «МКУ». */
  readonly upper: boolean;
  /** A digit was scanned as a letter («1O»): read, but to be asked. */
  readonly doubt: boolean;
}

const NUMBER = /[0-9]+/y;
const WORD = /(?:\p{L}|\p{M}|[\u00ad\u200b-\u200f\u2060])+/uy;
/** A link is one word: the numbers in it are no dates. */
const LINK = /(?:https?:\/\/|www\.)[^\s<>"«»]+/iy;
/** A date in figures with a letter O, l or З among its digits, as scanners write it. */
const SCANNED = /[0-9OoОоlIЗз]{1,2}[.,][0-9OoОоlIЗз]{1,2}[.,][0-9OoОоlIЗз]{2,4}(?![0-9A-Za-z\u0400-\u04ff])/y;
const LINK_START = 'hHwW';
const DIGIT_FOR: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  О: '0',
  о: '0',
  l: '1',
  I: '1',
  З: '3',
  з: '3',
};

const matchAt = (pattern: RegExp, text: string, at: number): string | null => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
};

class Reader {
  readonly tokens: Token[] = [];
  private breaks = 0;
  private spaced = false;

  constructor(
    private readonly text: string,
    private readonly offset: number,
  ) {}

  run(): Token[] {
    let at = 0;
    while (at < this.text.length) {
      const space = spaceClass(this.text.charCodeAt(at));
      if (space === 0) at = this.visible(at);
      else {
        this.spaced = true;
        if (space === 2 && !(this.text.charCodeAt(at) === 13 && this.text.charCodeAt(at + 1) === 10))
          this.breaks += 1;
        at += 1;
      }
    }
    return this.tokens;
  }

  private visible(at: number): number {
    const scanned = this.scannedDate(at);
    if (scanned > at) return scanned;
    const digits = matchAt(NUMBER, this.text, at);
    if (digits !== null) return this.add('number', digits, at, at + digits.length, Number(digits));
    const link = LINK_START.includes(this.text.charAt(at)) ? matchAt(LINK, this.text, at) : null;
    if (link !== null) return this.add('word', link.toLowerCase(), at, at + link.length, 0);
    const word = matchAt(WORD, this.text, at);
    if (word !== null) return this.add('word', spelling(word), at, at + word.length, romanValue(word));
    const mark = this.text.charAt(at);
    const plain = DASHES.includes(mark) ? '-' : QUOTES.includes(mark) ? '"' : mark;
    return this.add('mark', plain, at, at + 1, 0);
  }

  private scannedDate(at: number): number {
    const found = matchAt(SCANNED, this.text, at);
    if (found === null || /^[0-9.,]+$/.test(found) || found.replace(/[^0-9]/g, '').length < 3) return at;
    for (let i = 0; i < found.length; ) {
      let end = i + 1;
      if (found.charAt(i) === '.' || found.charAt(i) === ',') this.add('mark', '.', at + i, at + end, 0);
      else {
        while (end < found.length && found.charAt(end) !== '.' && found.charAt(end) !== ',') end += 1;
        const digits = found.slice(i, end).replace(/[^0-9]/g, (letter) => DIGIT_FOR[letter] ?? '0');
        this.add('number', digits, at + i, at + end, Number(digits), true);
      }
      i = end;
    }
    return at + found.length;
  }

  private add(
    kind: Token['kind'],
    text: string,
    start: number,
    end: number,
    value: number,
    doubt = false,
  ): number {
    const gap = this.breaks > 1 ? 3 : this.breaks === 1 ? 2 : this.spaced ? 1 : 0;
    const first = this.text.charAt(start);
    const raw = kind === 'word' && end - start > 1 && end - start < 40 ? this.text.slice(start, end) : '';
    this.tokens.push({
      kind,
      text,
      start: start + this.offset,
      end: end + this.offset,
      gap,
      value,
      capital: kind === 'word' && first !== first.toLowerCase(),
      upper: raw !== '' && raw === raw.toUpperCase(),
      doubt,
    });
    this.breaks = 0;
    this.spaced = false;
    return end;
  }
}

/** Reads the tokens of `text`; `offset` is where the text begins in the whole letter. Never throws; linear. */
export const tokenise = (text: string, offset = 0): Token[] => new Reader(text, offset).run();

/** True when the token at `index` is this mark or one of these words. */
export const isText = (tokens: readonly Token[], index: number, ...texts: readonly string[]): boolean => {
  const token = tokens[index];
  return token !== undefined && token.kind !== 'number' && texts.includes(token.text);
};

/** True when the token is a number of so many digits. */
export const isFigure = (token: Token | undefined, least: number, most: number): token is Token =>
  token !== undefined && token.kind === 'number' && token.text.length >= least && token.text.length <= most;
