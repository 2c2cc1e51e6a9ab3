/**
 * What may cross between the sidebar and the script: primitives, plain objects and arrays of them. A Date or
 * a function anywhere fails (https://developers.google.com/apps-script/guides/html/reference/run).
 */

/** Path of the first value that may not cross ("rows.0.due"), null when all may. */
export function illegalPart(value: unknown, path = ''): string | null {
  if (value === null) return null;
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return path;
  if (typeof value !== 'object') return null;
  if (!Array.isArray(value) && !isPlain(value)) return path;
  for (const [key, item] of Object.entries(value)) {
    const found = illegalPart(item, path === '' ? key : `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** The other side's own copy. What JSON cannot hold arrives as null; undefined members are left out. */
export function copied(value: unknown): unknown {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as unknown);
}
