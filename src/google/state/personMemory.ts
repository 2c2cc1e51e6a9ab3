/**
 * What a person's sidebar remembers of a book: their organisation, the district last looked at, forms begun. User
 * properties are each person's own, and their reference page names no scope
 * (https://developers.google.com/apps-script/reference/properties/properties-service#getuserproperties). A value
 * takes 9 kB (https://developers.google.com/apps-script/guides/services/quotas).
 */
import type { Draft } from '../../domain/school/draft';

export interface PersonMemory {
  /** Id of the organisation, and its name when it was chosen; '' for none. */
  readonly school: string;
  readonly name: string;
  readonly district: string;
}

interface Kept {
  /** Counts up: the smallest was kept first. */
  readonly turn: number;
  readonly draft: Draft;
}

const NOTHING: PersonMemory = { school: '', name: '', district: '' };
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
    this.store.setProperty(`${this.prefix}me`, JSON.stringify(memory));
  }

  draft(key: string): Draft | null {
    return read<Partial<Kept>>(this.all[this.nameOf(key)])?.draft ?? null;
  }

  /** Keys of the stages with a form begun. */
  draftKeys(): string[] {
    return this.draftNames().map((name) => name.slice(this.nameOf('').length));
  }

  /** Null forgets it. The oldest go where there is no room left; false when the text is too long to be kept. */
  keep(key: string, draft: Draft | null): boolean {
    const name = this.nameOf(key);
    if (draft === null) {
      if (this.all[name] !== undefined) this.store.deleteProperty(name);
      return true;
    }
    const turns = new Map(this.draftNames().map((each) => [each, read<Kept>(this.all[each])?.turn ?? 0]));
    const text = JSON.stringify({ turn: Math.max(0, ...turns.values()) + 1, draft } satisfies Kept);
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

function read<T>(text: string | undefined): T | null {
  try {
    return text === undefined ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

/** Bytes of the text in UTF-8; Apps Script has no TextEncoder. */
const bytesOf = (text: string): number => encodeURIComponent(text).replace(/%../g, 'x').length;
