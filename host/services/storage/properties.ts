import { ScriptError } from '../../runtime/ports';
import type { ServiceRun } from '../base/run';

/**
 * 9 kB a value, 500 kB a store (https://developers.google.com/apps-script/guides/services/quotas), counted in
 * bytes of UTF-8. Whether Google counts bytes or characters is unconfirmed; bytes are the stricter.
 */
const VALUE_BYTES = 9 * 1024;
const STORE_BYTES = 500 * 1024;

/** Every property store of the host, by `script:<project>`, `document:<project>:<book>`, `user:<project>:<who>`. */
export class PropertyStores {
  private stores = new Map<string, Map<string, string>>();
  /**
   * Called before a write returns to the script, so that it can be put on the disk: what Google has taken outlives
   * the script that wrote it.
   */
  onWrite: () => void = () => {};

  store(name: string): Map<string, string> {
    let found = this.stores.get(name);
    if (!found) {
      found = new Map();
      this.stores.set(name, found);
    }
    return found;
  }

  dump(): Record<string, Record<string, string>> {
    const filled = [...this.stores].filter(([, store]) => store.size > 0);
    return Object.fromEntries(filled.map(([name, store]) => [name, Object.fromEntries(store)]));
  }

  restore(dumped: Readonly<Record<string, Readonly<Record<string, string>>>>): void {
    this.stores = new Map(
      Object.entries(dumped).map(([name, store]) => [name, new Map(Object.entries(store))]),
    );
  }
}

/**
 * One store: strings by name (https://developers.google.com/apps-script/reference/properties/properties).
 * The limits' error texts are those met in practice: unconfirmed.
 */
export class Properties implements GoogleAppsScript.Properties.Properties {
  constructor(
    private readonly store: Map<string, string>,
    private readonly written: () => void = () => {},
  ) {}

  getProperty(key: string): string | null {
    return this.store.get(String(key)) ?? null;
  }

  getProperties(): Record<string, string> {
    return Object.fromEntries(this.store);
  }

  getKeys(): string[] {
    return [...this.store.keys()];
  }

  setProperty(key: string, value: string): this {
    return this.setProperties({ [String(key)]: value });
  }

  /** All or nothing: a value that is too large leaves the store as it was (unconfirmed). */
  setProperties(properties: Record<string, string>, deleteAllOthers = false): this {
    const next = new Map(deleteAllOthers ? [] : this.store);
    for (const [key, value] of Object.entries(properties)) {
      const text = String(value);
      if (Buffer.byteLength(text) > VALUE_BYTES) throw new ScriptError('Argument too large: value');
      next.set(key, text);
    }
    let bytes = 0;
    for (const [key, value] of next) bytes += Buffer.byteLength(key) + Buffer.byteLength(value);
    if (bytes > STORE_BYTES) {
      throw new ScriptError(
        'You have exceeded the property storage quota. Please remove some properties and try again.',
      );
    }
    this.store.clear();
    for (const [key, value] of next) this.store.set(key, value);
    this.written();
    return this;
  }

  deleteProperty(key: string): this {
    this.store.delete(String(key));
    this.written();
    return this;
  }

  deleteAllProperties(): this {
    this.store.clear();
    this.written();
    return this;
  }
}

export class PropertiesService
  implements
    Pick<
      GoogleAppsScript.Properties.PropertiesService,
      'getScriptProperties' | 'getUserProperties' | 'getDocumentProperties'
    >
{
  constructor(
    private readonly run: ServiceRun,
    private readonly stores: PropertyStores,
  ) {}

  private open(name: string): Properties {
    return new Properties(this.stores.store(name), () => this.stores.onWrite());
  }

  getScriptProperties(): Properties {
    return this.open(`script:${this.run.projectId}`);
  }

  getUserProperties(): Properties {
    return this.open(`user:${this.run.projectId}:${this.run.user}`);
  }

  /** Null for a script that is bound to no document (the types leave the null out). */
  getDocumentProperties(): Properties {
    const { boundTo, projectId } = this.run;
    if (boundTo === null) return null as unknown as Properties;
    return this.open(`document:${projectId}:${boundTo}`);
  }
}
