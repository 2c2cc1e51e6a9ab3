/**
 * What the jobs remember between runs, in the script properties of the control book's project: where the
 * tabs are, what was last written, when the schedule ran. Losing it costs one full rebuild, never data.
 *
 * https://developers.google.com/apps-script/guides/services/quotas : 9 kB a value, 500 kB a store; so the
 * JSON is cut into pieces. All are read in one call and written in one call.
 */

import { storedState } from '../../messages/jobs/storedState';
import { emptyState, type JobState } from './jobState';
import { jobs0to1 } from './migrations/jobs/0-1';
import { type Migrations, migrated, NewerVersion, type Stored } from './versions';

const MIGRATIONS: Migrations = [jobs0to1];

/** Characters a piece: every one is ASCII, so bytes and characters are the same. */
const PIECE = 8000;
const PREFIX = 'state.';
/** https://developers.google.com/apps-script/guides/services/quotas */
export const MOST_MEMORY = 500_000;

export class StateStore {
  private written: string[] = [];

  private readonly store = PropertiesService.getScriptProperties();

  /**
   * The state, empty when there is none or it cannot be read. Two service calls.
   * @throws NewerVersion when a newer version of the program wrote it
   */
  load(): JobState {
    const all = this.store.getProperties();
    const pieces: string[] = [];
    for (let index = 0; all[PREFIX + index] !== undefined; index += 1) pieces.push(all[PREFIX + index] ?? '');
    this.written = pieces;
    try {
      if (pieces.length === 0) return emptyState();
      const empty = emptyState();
      const read = JSON.parse(pieces.join('')) as Stored;
      // What came without a version of its own may be missing.
      const stored = migrated(read, MIGRATIONS, storedState.newerOffice) as unknown as JobState;
      return {
        ...empty,
        ...stored,
        control: { ...empty.control, ...stored.control },
        mail: { ...empty.mail, ...stored.mail },
      };
    } catch (error) {
      if (error instanceof NewerVersion) throw error;
      // Pieces of two writings: what is lost is found again in the books.
      return emptyState();
    }
  }

  /** Characters of all script properties, names too; at most {@link MOST_MEMORY}. One call. */
  size(): number {
    const all = Object.entries(this.store.getProperties());
    return all.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  }

  /** Writes what differs from what is there; nothing when nothing does. */
  save(state: JobState): void {
    const pieces = cut(ascii(JSON.stringify({ version: MIGRATIONS.length, ...state })));
    const changed: Record<string, string> = {};
    pieces.forEach((piece, index) => {
      if (this.written[index] !== piece) changed[PREFIX + index] = piece;
    });
    if (Object.keys(changed).length > 0) this.store.setProperties(changed);
    for (let index = pieces.length; index < this.written.length; index += 1) {
      this.store.deleteProperty(PREFIX + index);
    }
    this.written = pieces;
  }
}

/** Every character in one byte: Google's limits count bytes. */
export const ascii = (json: string): string =>
  json.replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

function cut(text: string): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; start += PIECE) pieces.push(text.slice(start, start + PIECE));
  return pieces;
}
