/**
 * Frozen columns take no more than half of a phone: of 375 pixels, less about 46 for the row numbers. A program that
 * freezes more shows nothing but them.
 */
export const MOST_FROZEN = 140;
