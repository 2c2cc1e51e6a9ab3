import { hostFailed, server } from './messages';

/** Its message is what the person is told, word for word. */
export class ToldError extends Error {}

/** What they asked for cannot be had, and nothing has changed. */
export class Refusal extends ToldError {}

const FULL: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** Whether the disk has no room for it. */
export const isFull = (error: unknown): boolean =>
  FULL.includes((error as NodeJS.ErrnoException | null)?.code);

/** What a person is told: the sentence that the error has, what the disk says, or that the program itself is at fault. */
export function faultText(error: unknown): string {
  if (error instanceof ToldError) return error.message;
  if (!(error instanceof Error)) return hostFailed(String(error));
  const { syscall, path } = error as NodeJS.ErrnoException;
  if (isFull(error)) return server.diskFull;
  return syscall !== undefined && path !== undefined ? server.diskRefused(path) : hostFailed(error.message);
}
