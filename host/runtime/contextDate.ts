import vm from 'node:vm';
import { instantOf } from '../services/utilities/zone';
import { zoneOffset } from '../workbook/cells/serial';
import type { Clock } from './ports';

/**
 * Ties the Date of a script's realm to the host's clock, and its local time to the script's own time zone
 * (the manifest's `timeZone`, https://developers.google.com/apps-script/concepts/manifests), whatever zone
 * the machine is in. `toLocaleString` and its kin follow the zone too.
 */
const SOURCE = new vm.Script(
  `(function (now, offsetAt, instantOf, zone) {
  const Native = Date, P = Native.prototype;
  const day = ['Sun','Mon','Tue','Wed','Thu','Fri','Sat'];
  const mon = ['Jan','Feb','Mar','Apr','May','Jun','Jul','Aug','Sep','Oct','Nov','Dec'];
  const time = P.getTime, shift = P.setTime;
  const shown = (d) => { const t = time.call(d); return new Native(t !== t ? t : t + offsetAt(t)); };
  const utc = (y, m, d = 1, h = 0, i = 0, s = 0, ms = 0) => {
    const t = Native.UTC(y, m, d, h, i, s, ms);
    return t !== t ? t : instantOf(t);
  };
  const local = /^\\s*\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?\\s*$/;
  const named = /[A-Za-z]{3}.*\\d{4}|\\d+\\/\\d+\\/\\d+/;
  const zoned = /(Z|GMT|UTC|[+-]\\d\\d:?\\d\\d|\\([^)]*\\))\\s*$/;
  const parse = (text) => {
    text = String(text);
    if (local.test(text)) return instantOf(Native.parse(text.trim() + 'Z'));
    if (named.test(text) && !zoned.test(text)) {
      const t = Native.parse(text + ' UTC');
      return t !== t ? t : instantOf(t);
    }
    return Native.parse(text);
  };
  const make = (args) => {
    if (args.length === 0) return now();
    if (args.length > 1) return utc(...args);
    let value = args[0];
    if (typeof value === 'object' && value !== null) {
      if (Object.prototype.toString.call(value) === '[object Date]') return value.getTime();
      value = value[Symbol.toPrimitive] ? value[Symbol.toPrimitive]('default') : value.valueOf();
      if (typeof value === 'object') value = String(value);
    }
    return typeof value === 'string' ? parse(value) : value;
  };
  function ScriptDate(...args) {
    if (!new.target) return new Native(now()).toString();
    return Reflect.construct(Native, [make(args)], new.target === ScriptDate ? Native : new.target);
  }
  const own = (object, key, value) =>
    Object.defineProperty(object, key, { value, writable: true, enumerable: false, configurable: true });
  Object.defineProperty(ScriptDate, 'prototype', { value: P });
  Object.defineProperty(ScriptDate, 'name', { value: 'Date' });
  Object.defineProperty(ScriptDate, 'length', { value: 7 });
  own(ScriptDate, 'UTC', Native.UTC); own(ScriptDate, 'parse', parse); own(ScriptDate, 'now', () => now());
  own(P, 'constructor', ScriptDate);
  for (const part of ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']) {
    const get = P['getUTC' + part], set = P['setUTC' + part];
    own(P, 'get' + part, function () { return get.call(shown(this)); });
    if (set) own(P, 'set' + part, function (...values) {
      const moved = shown(this);
      if (part === 'FullYear' && isNaN(moved)) shift.call(moved, 0);
      set.apply(moved, values);
      const t = time.call(moved);
      return shift.call(this, t !== t ? t : instantOf(t));
    });
  }
  own(P, 'getYear', function () { return this.getFullYear() - 1900; });
  own(P, 'getTimezoneOffset', function () { const t = time.call(this); return t !== t ? t : -offsetAt(t) / 60000; });
  const two = (n) => String(n).padStart(2, '0');
  const dateText = (s) => day[s.getUTCDay()] + ' ' + mon[s.getUTCMonth()] + ' ' + two(s.getUTCDate()) + ' ' +
    String(s.getUTCFullYear()).padStart(4, '0');
  const timeText = (d, s) => {
    const minutes = Math.round(offsetAt(time.call(d)) / 60000), far = Math.abs(minutes);
    return two(s.getUTCHours()) + ':' + two(s.getUTCMinutes()) + ':' + two(s.getUTCSeconds()) + ' GMT' +
      (minutes < 0 ? '-' : '+') + two(Math.floor(far / 60)) + two(far % 60);
  };
  own(P, 'toString', function () {
    const s = shown(this);
    return isNaN(s) ? 'Invalid Date' : dateText(s) + ' ' + timeText(this, s);
  });
  own(P, 'toDateString', function () { const s = shown(this); return isNaN(s) ? 'Invalid Date' : dateText(s); });
  own(P, 'toTimeString', function () { const s = shown(this); return isNaN(s) ? 'Invalid Date' : timeText(this, s); });
  for (const key of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
    const native = P[key];
    own(P, key, function (locale, options) { return native.call(this, locale, { timeZone: zone, ...options }); });
  }
  own(globalThis, 'Date', ScriptDate);
  return ScriptDate;
})`,
  { filename: 'host/runtime/contextDate' },
);

type Tie = (
  now: () => number,
  offset: (instant: number) => number,
  instant: (shown: number) => number,
  zone: string,
) => DateConstructor;

/** Replaces the context's Date and gives it. */
export function tieDate(context: vm.Context, clock: Clock, timeZone: string): DateConstructor {
  const tie = SOURCE.runInContext(context) as Tie;
  return tie(
    () => clock.now(),
    (instant) => zoneOffset(instant, timeZone),
    (shown) => instantOf(timeZone, shown),
    timeZone,
  );
}
