/** A wrong argument or file: one clear line for the person, exit code 2, and no file touched. */
export class UsageError extends Error {}

export const EXIT_OK = 0;
export const EXIT_USAGE = 2;
