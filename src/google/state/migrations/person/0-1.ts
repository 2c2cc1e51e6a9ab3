/** Version 1 of what a person's sidebar remembers: the version itself. */
import type { Stored } from '../../versions';

export const person0to1 = (stored: Stored): Stored => stored;
