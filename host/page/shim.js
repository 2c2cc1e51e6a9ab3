/*
 * google.script for a page that is shown outside Google: calls go to the local host by fetch. Put into the page as
 * it stands. Functions are listed by name, as Google lists them (a bare Proxy would show none to Object.keys).
 * https://developers.google.com/apps-script/guides/html/reference/run
 */
(({ names, path }) => {
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
        fetch(path, { method: 'POST', body: JSON.stringify({ name, args }) })
          .then((response) => response.json())
          .then(
            ({ error, result }) => {
              if (error === undefined) done(result, object);
              else failed(new Error(error), object);
            },
            () => failed(new Error('NetworkError: Connection failure due to HTTP 0'), object),
          );
      };
    }
    return run;
  };
  const host = {
    close() {
      document.documentElement.dataset.closed = 'true';
    },
  };
  const run = runner(
    () => {},
    () => {},
    undefined,
  );
  Object.defineProperty(window, 'google', { value: { script: { run, host } } });
})(SHIM_OPTIONS);
