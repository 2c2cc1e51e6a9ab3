/** The bundles that a command runs: built first when they are not those of the sources. */
import { spawnSync } from 'node:child_process';
import { ADD_ON, isFresh } from '../../scripts/fresh';

/** Ends the command where the build fails: it said why. */
export function ensureBuilt(): void {
  if (isFresh(ADD_ON)) return;
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
