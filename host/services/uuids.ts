import { createHash } from 'node:crypto';

/** A generator of version-4 UUIDs that gives the same ones for the same seed. */
export function uuids(seed: string): () => string {
  let made = 0;
  return () => {
    made += 1;
    const hex = createHash('sha256').update(`${seed}\n${made}`).digest('hex');
    const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
}
