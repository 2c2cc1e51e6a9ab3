import { type Clock, ScriptError } from '../../runtime/ports';
import type { ServiceRun } from '../base/run';

/** https://developers.google.com/apps-script/reference/cache/cache: 100 kB a value, 250 characters a key. */
const CACHE_VALUE_BYTES = 100 * 1024;
const KEY_CHARACTERS = 250;
const DEFAULT_SECONDS = 600;
const LONGEST_SECONDS = 21_600;
const ITEMS = 1_000;

interface Entry {
  readonly value: string;
  readonly until: number;
}

/** Every cache of the host. `evictAll()` is what Google may do at any time. */
export class CacheStores {
  private readonly stores = new Map<string, Map<string, Entry>>();

  store(name: string): Map<string, Entry> {
    let found = this.stores.get(name);
    if (!found) {
      found = new Map();
      this.stores.set(name, found);
    }
    return found;
  }

  evictAll(): void {
    this.stores.clear();
  }
}

/** https://developers.google.com/apps-script/reference/cache/cache */
export class Cache implements GoogleAppsScript.Cache.Cache {
  constructor(
    private readonly store: Map<string, Entry>,
    private readonly clock: Clock,
  ) {}

  get(key: string): string | null {
    const entry = this.store.get(String(key));
    if (!entry) return null;
    if (entry.until > this.clock.now()) return entry.value;
    this.store.delete(String(key));
    return null;
  }

  getAll(keys: string[]): Record<string, string> {
    const found: Record<string, string> = {};
    for (const key of keys) {
      const value = this.get(key);
      if (value !== null) found[key] = value;
    }
    return found;
  }

  /** Outside 1 to 21,600 seconds: an error whose text is unconfirmed. */
  put(key: string, value: string, expirationInSeconds = DEFAULT_SECONDS): void {
    if (String(key).length > KEY_CHARACTERS) throw new ScriptError('Argument too large: key');
    if (Buffer.byteLength(String(value)) > CACHE_VALUE_BYTES) {
      throw new ScriptError('Argument too large: value');
    }
    if (!(expirationInSeconds >= 1 && expirationInSeconds <= LONGEST_SECONDS)) {
      throw new ScriptError('Invalid argument: expirationInSeconds');
    }
    this.store.set(String(key), {
      value: String(value),
      until: this.clock.now() + expirationInSeconds * 1_000,
    });
    this.shed();
  }

  /** Above 1,000 items the ones that expire soonest go; Google keeps 900 of those farthest from expiry. */
  private shed(): void {
    if (this.store.size <= ITEMS) return;
    const soonest = [...this.store].sort(([, a], [, b]) => a.until - b.until);
    for (const [key] of soonest.slice(0, soonest.length - 900)) this.store.delete(key);
  }

  putAll(values: Record<string, string>, expirationInSeconds = DEFAULT_SECONDS): void {
    for (const [key, value] of Object.entries(values)) this.put(key, value, expirationInSeconds);
  }

  remove(key: string): void {
    this.store.delete(String(key));
  }

  removeAll(keys: string[]): void {
    for (const key of keys) this.remove(key);
  }
}

export class CacheService implements GoogleAppsScript.Cache.CacheService {
  constructor(
    private readonly run: ServiceRun,
    private readonly stores: CacheStores,
  ) {}

  getScriptCache(): Cache {
    return this.cache(`script:${this.run.projectId}`);
  }

  getUserCache(): Cache {
    return this.cache(`user:${this.run.projectId}:${this.run.user}`);
  }

  getDocumentCache(): Cache | null {
    const { boundTo, projectId } = this.run;
    return boundTo === null ? null : this.cache(`document:${projectId}:${boundTo}`);
  }

  private cache(name: string): Cache {
    return new Cache(this.stores.store(name), this.run.clock);
  }
}
