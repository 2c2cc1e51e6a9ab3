/** The part of the page's address that nobody can guess: as old as its data folder, so that a bookmark stays good. */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '../../xlsx/atomic';

const FILE = 'address.key';
const OWNER_ONLY = 0o600;

export function keptSecret(data: string): string {
  const path = join(data, FILE);
  const kept = existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
  if (/^[0-9a-f]{32}$/.test(kept)) {
    chmodSync(path, OWNER_ONLY);
    return kept;
  }
  const secret = randomBytes(16).toString('hex');
  writeAtomically(path, `${secret}\n`, OWNER_ONLY);
  return secret;
}
