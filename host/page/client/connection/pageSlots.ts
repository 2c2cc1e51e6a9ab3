/**
 * A browser has six connections for all pages of one address, and each page keeps one for the news: more pages than
 * these would leave none for requests.
 */
const MOST = 4;

/** Resolves when this page may begin; it keeps its place until it is closed. `full`: others must be closed first. */
export async function takePlace(full: () => void): Promise<void> {
  const names = Array.from({ length: MOST }, (_, index) => `svodka-page-${index}`);
  for (const name of names) if (await take(name, { ifAvailable: true })) return;
  full();
  const others = new AbortController();
  await Promise.any(names.map((name) => take(name, { signal: others.signal })));
  others.abort();
}

/** Whether the lock is held now, for as long as the page lives. */
const take = (name: string, options: LockOptions): Promise<boolean> =>
  new Promise((done, failed) => {
    navigator.locks
      .request(name, options, (lock) => {
        done(lock !== null);
        return lock && new Promise<never>(() => {});
      })
      .catch(failed);
  });
