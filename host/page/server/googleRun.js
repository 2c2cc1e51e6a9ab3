/*
 * google.script for a page that is shown outside Google. Calls go to the local host: by fetch where a path is
 * given, else through the page around this frame. Put into the page as it stands. Functions are listed by name, as
 * Google lists them (a bare Proxy would show none to Object.keys).
 * https://developers.google.com/apps-script/guides/html/reference/run
 * https://developers.google.com/apps-script/guides/html/reference/host
 */
(({ names, path, parent }) => {
  /** More wait until one of these has come back (guides/html/communication). */
  const MOST_AT_ONCE = 10;

  /** What google.script.run refuses: dates, functions, elements, and whatever holds them. */
  const illegal = (value, at) => {
    if (value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value)) return null;
    if (typeof value !== 'object' || value instanceof Date || value instanceof Node) return at;
    for (const [key, part] of Object.entries(value)) {
      const found = illegal(part, key);
      if (found !== null) return found;
    }
    return null;
  };

  const tell = (message) => window.parent.postMessage({ svodka: message }, parent);
  const waiting = new Map();
  let sent = 0;
  if (path === null) {
    window.addEventListener('message', ({ source, data }) => {
      if (source !== window.parent || typeof data?.svodkaDone !== 'number') return;
      waiting.get(data.svodkaDone)?.(data.outcome);
      waiting.delete(data.svodkaDone);
    });
  }
  const byFetch = (name, args) =>
    fetch(path, { method: 'POST', body: JSON.stringify({ name, args }) }).then((response) => response.json());
  const byParent = (name, args) =>
    new Promise((done) => {
      sent += 1;
      waiting.set(sent, done);
      tell({ kind: 'call', id: sent, name, args: JSON.stringify(args) });
    });
  const send = path === null ? byParent : byFetch;

  const line = [];
  let underWay = 0;
  const next = () => {
    while (underWay < MOST_AT_ONCE && line.length > 0) {
      underWay += 1;
      line
        .shift()()
        .finally(() => {
          underWay -= 1;
          next();
        });
    }
  };

  const runner = (done, failed, object) => {
    const run = {
      withSuccessHandler: (handler) => runner(handler, failed, object),
      withFailureHandler: (handler) => runner(done, handler, object),
      withUserObject: (given) => runner(done, failed, given),
    };
    for (const name of names) {
      run[name] = (...args) => {
        const bad = args.map((arg, index) => illegal(arg, String(index))).find((each) => each !== null);
        if (bad !== undefined) throw new Error(`Failed due to illegal value in property: ${bad}`);
        line.push(() =>
          send(name, args).then(
            ({ error, result }) => {
              if (error === undefined) done(result, object);
              else failed(new Error(error), object);
            },
            () => failed(new Error('NetworkError: Connection failure due to HTTP 0'), object),
          ),
        );
        next();
      };
    }
    return run;
  };
  const host = {
    origin: parent,
    close() {
      document.documentElement.dataset.closed = 'true';
      if (path === null) tell({ kind: 'close' });
    },
    setHeight(height) {
      if (path === null) tell({ kind: 'size', height: Number(height) });
    },
    setWidth(width) {
      if (path === null) tell({ kind: 'size', width: Number(width) });
    },
    editor: {
      focus() {
        if (path === null) tell({ kind: 'focus' });
      },
    },
  };
  const run = runner(
    () => {},
    () => {},
    undefined,
  );
  Object.defineProperty(window, 'google', { value: { script: { run, host } } });

  /*
   * Google's frame has an origin, and so a storage, of its own; this sandbox has none. The page around keeps what
   * is stored and hands it in as the frame's name.
   */
  const storage = (kept, changed) => ({
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(String(key)) ?? null,
    setItem(key, value) {
      kept.set(String(key), String(value));
      changed();
    },
    removeItem(key) {
      kept.delete(String(key));
      changed();
    },
    clear() {
      kept.clear();
      changed();
    },
  });
  if (path === null) {
    const kept = new Map(Object.entries(window.name === '' ? {} : JSON.parse(window.name)));
    const keep = () => tell({ kind: 'keep', items: Object.fromEntries(kept) });
    Object.defineProperty(window, 'localStorage', { value: storage(kept, keep) });
    Object.defineProperty(window, 'sessionStorage', { value: storage(new Map(), () => {}) });
  }
})(SHIM_OPTIONS);
