/** One text that the administrator gave: the letter, or a list of organisations. */
import { type Block, type Letter, readBlocks, readLetter, textOf } from '../../../src/domain/letter';

export interface Source {
  readonly text: string;
  /** The tables of the source; null once the text was edited by hand. */
  readonly blocks: readonly Block[] | null;
  /** Name of the file, null for what was pasted or typed. */
  readonly name: string | null;
}

export const EMPTY: Source = { text: '', blocks: null, name: null };
export const ofText = (text: string, name: string | null = null): Source => ({ text, blocks: null, name });
export const ofBlocks = (blocks: readonly Block[], name: string | null): Source => ({
  text: textOf(blocks),
  blocks,
  name,
});

export const readSource = ({ text, blocks }: Source): Letter =>
  blocks === null ? readLetter(text) : readBlocks(blocks);
