/**
 * Layout 0, written before there were versions: by address, its records as one text and, where there are any, what its
 * last digests said. Layout 1 is the same with its version beside the addresses.
 */
export const fromUnversioned = (
  stored: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => ({
  ...stored,
  version: 1,
});
