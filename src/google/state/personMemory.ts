/**
 * What a person's sidebar remembers of a book: their organisation, the district last looked at, forms begun. User
 * properties are each person's own, and their reference page names no scope
 * (https://developers.google.com/apps-script/reference/properties/properties-service#getuserproperties). A value
 * takes 9 kB (https://developers.google.com/apps-script/guides/services/quotas).
 */
import type { FormDraft } from '../../domain/school/draft';
import { storedState } from '../../messages/jobs/storedState';
import { person0to1 } from './migrations/person/0-1';
import { type Migrations, migrated, NewerVersion, type Stored } from './versions';

export interface PersonMemory {
  /** Id of the organisation, and its name when it was chosen; '' for none. */
  readonly school: string;
  readonly name: string;
  readonly district: string;
  /** Which of the two was looked at last; '' before the first time. */
  readonly screen: '' | 'school' | 'district';
}

interface StoredDraft {
  /** Counts up: the smallest was stored first. */
  readonly turn: number;
  readonly draft: FormDraft;
}

/** Each value has its own version: it is written anew only when the person changes it. */
const MIGRATIONS: Migrations = [person0to1];

const NOTHING: PersonMemory = { school: '', name: '', district: '', screen: '' };
const MOST_BYTES = 8800;
/** Of 500 kB for all of a person's properties in all books of this script: far more forms than anybody begins. */
const MOST_BYTES_IN_ALL = 400_000;

export class PersonStore {
  private readonly store = PropertiesService.getUserProperties();
  private readonly all: Readonly<Record<string, string>>;
  private readonly prefix: string;

  /** `book`: its code in «Служебное». Two calls. */
  constructor(book: string) {
    this.prefix = `svodka.${book}.`;
    this.all = this.store.getProperties();
  }

  memory(): PersonMemory {
    return { ...NOTHING, ...read<Partial<PersonMemory>>(this.all[`${this.prefix}me`]) };
  }

  remember(memory: PersonMemory): void {
    this.store.setProperty(`${this.prefix}me`, write(memory));
  }

  draft(key: string): FormDraft | null {
    return read<Partial<StoredDraft>>(this.all[this.nameOf(key)])?.draft ?? null;
  }

  /** Keys of the stages with a form begun. */
  draftKeys(): string[] {
    return this.draftNames().map((name) => name.slice(this.nameOf('').length));
  }

  /** Null forgets it. The oldest go where there is no room left; false when the text is too long to be kept. */
  keep(key: string, draft: FormDraft | null): boolean {
    const name = this.nameOf(key);
    // A newer version's is neither written over nor deleted.
    read(this.all[name]);
    if (draft === null) {
      if (this.all[name] !== undefined) this.store.deleteProperty(name);
      return true;
    }
    const turns = new Map(
      this.draftNames().map((each) => [each, read<StoredDraft>(this.all[each])?.turn ?? 0]),
    );
    const text = write({ turn: Math.max(0, ...turns.values()) + 1, draft } satisfies StoredDraft);
    if (bytesOf(text) > MOST_BYTES) return false;
    const others = Object.entries(this.all).filter(([each]) => each !== name);
    let bytes = others.reduce((sum, [, held]) => sum + bytesOf(held), bytesOf(text));
    const oldestFirst = [...turns].filter(([each]) => each !== name).sort((a, b) => a[1] - b[1]);
    for (const [each] of oldestFirst) {
      if (bytes <= MOST_BYTES_IN_ALL) break;
      bytes -= bytesOf(this.all[each] ?? '');
      this.store.deleteProperty(each);
    }
    this.store.setProperty(name, text);
    return true;
  }

  private draftNames(): string[] {
    return Object.keys(this.all).filter((name) => name.startsWith(this.nameOf('')));
  }

  private readonly nameOf = (key: string): string => `${this.prefix}draft.${key}`;
}

/** Null for nothing, and for what cannot be read. @throws NewerVersion */
function read<T>(text: string | undefined): T | null {
  try {
    if (text === undefined) return null;
    return migrated(JSON.parse(text) as Stored, MIGRATIONS, storedState.newerForSchools) as unknown as T;
  } catch (error) {
    if (error instanceof NewerVersion) throw error;
    return null;
  }
}

const write = (value: object): string => JSON.stringify({ ...value, version: MIGRATIONS.length });

/** Bytes of the text in UTF-8; Apps Script has no TextEncoder. */
const bytesOf = (text: string): number => encodeURIComponent(text).replace(/%../g, 'x').length;
