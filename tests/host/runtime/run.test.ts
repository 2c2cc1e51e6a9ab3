import { describe, expect, test } from '@jest/globals';
import { Bench } from '../services/bench';

describe('the realm of a script', () => {
  test('has standard ECMAScript and nothing of the machine', () => {
    const names =
      'setTimeout setInterval URL TextEncoder TextDecoder fetch crypto process require Buffer structuredClone atob queueMicrotask';
    const bench = new Bench();
    expect(
      bench.run(`return ${JSON.stringify(names.split(' '))}.filter((n) => n in globalThis).join()`),
    ).toBe('');
    expect(bench.run('return [Array, Map, JSON, Math, Promise, Intl, BigInt].every(Boolean)')).toBe(true);
  });

  test('keeps nothing between two runs', () => {
    const bench = new Bench();
    bench.run('globalThis.kept = 1');
    expect(bench.run('return typeof kept')).toBe('undefined');
  });

  test('console goes to the log', () => {
    const bench = new Bench();
    bench.run("console.log('a %s', 'b'); console.error(new Error('x').message); Logger.log('n=%s', 3)");
    expect(bench.last?.log).toEqual(['DEBUG a b', 'ERROR x', 'INFO n=3']);
  });

  test("an error of a service is the script's own Error, called Exception", () => {
    const bench = new Bench();
    expect(
      bench.run("try { MailApp.sendEmail('', '', '') } catch (e) { return (e instanceof Error) + e.name }"),
    ).toBe('trueException');
  });
});

describe("the script's Date", () => {
  test('reads the clock of the host and the zone of the manifest', () => {
    const bench = new Bench();
    bench.timeZone = 'Asia/Yekaterinburg';
    expect(bench.run('return new Date().toISOString()')).toBe('2026-01-12T06:00:00.000Z');
    expect(
      bench.run('const d = new Date(); return [d.getHours(), d.getTimezoneOffset(), d.getDay()].join()'),
    ).toBe('11,-300,1');
    expect(bench.run('return new Date(2026, 0, 1).toISOString()')).toBe('2025-12-31T19:00:00.000Z');
    expect(
      bench.run("return new Date('2026-01-01').toISOString() + new Date('2026-01-01T00:00').toISOString()"),
    ).toBe('2026-01-01T00:00:00.000Z2025-12-31T19:00:00.000Z');
    expect(bench.run('const d = new Date(2026, 0, 31); d.setMonth(1); return d.toString()')).toBe(
      'Tue Mar 03 2026 00:00:00 GMT+0500',
    );
    expect(
      bench.run(
        'return new Date() instanceof Date && typeof Date() === "string" && Date.now() === +new Date()',
      ),
    ).toBe(true);
  });

  test('can be subclassed and copied', () => {
    const bench = new Bench();
    expect(
      bench.run('class D extends Date {} const d = new D(5); return (d instanceof D) + String(+new Date(d))'),
    ).toBe('true5');
  });
});

describe('what stands between a script and a service', () => {
  test('every call is counted by kind and priced', () => {
    const bench = new Bench();
    bench.run(
      "const p = PropertiesService.getScriptProperties(); p.setProperty('a', 1); p.getProperty('a'); p.getProperty('b')",
    );
    expect(bench.last?.meter.snapshot()).toMatchObject({
      calls: {
        'Properties.getProperty': 2,
        'Properties.setProperty': 1,
        'PropertiesService.getScriptProperties': 1,
      },
      total: 4,
      reads: 2,
      writes: 1,
      other: 1,
      costMs: 1 + 62 + 30 + 30,
    });
  });

  test('a missing method is named, and a catch does not hide it', () => {
    const bench = new Bench();
    expect(() => bench.run('HtmlService.createTemplate("x")')).toThrow('HtmlService.createTemplate');
    bench.run('try { Utilities.zip([]) } catch (e) {}');
    expect(bench.last?.fatal?.message).toContain('Utilities.zip');
  });

  test('the n-th call fails before it takes effect, or after', () => {
    const bench = new Bench();
    const write = "PropertiesService.getScriptProperties().setProperty('a', '1')";
    bench.faults = [{ at: 2, fail: 'service' }];
    expect(() => bench.run(write)).toThrow(
      'Service Spreadsheets failed while accessing document with id book-1.',
    );
    bench.faults = [];
    expect(bench.run("return PropertiesService.getScriptProperties().getProperty('a')")).toBeNull();
    bench.faults = [{ at: { kind: 'Properties.setProperty' }, when: 'after', fail: 'timeout' }];
    expect(() => bench.run(write)).toThrow('timed out');
    bench.faults = [];
    expect(bench.run("return PropertiesService.getScriptProperties().getProperty('a')")).toBe('1');
  });

  test('somebody may act between two calls', () => {
    const bench = new Bench();
    const store = bench.stores.properties.store('script:project-1');
    bench.faults = [
      { at: { kind: 'Properties.getProperty', nth: 2 }, meanwhile: () => store.set('a', 'theirs') },
    ];
    expect(
      bench.run(
        "const p = PropertiesService.getScriptProperties(); p.setProperty('a', 'mine'); return p.getProperty('a') + p.getProperty('a')",
      ),
    ).toBe('minetheirs');
  });

  test('a killed run does nothing more, catch as it may', () => {
    const bench = new Bench();
    bench.faults = [{ at: 3, kill: true }];
    expect(() =>
      bench.run(
        "const p = PropertiesService.getScriptProperties(); for (let i = 0; i < 9; i++) { try { p.setProperty('k' + i, '1') } catch (e) {} } p.getKeys()",
      ),
    ).toThrow('Exceeded maximum execution time');
    expect([...bench.stores.properties.store('script:project-1').keys()]).toEqual(['k0']);
    expect(bench.last?.fatal?.message).toBe('Exceeded maximum execution time');
  });

  test('a run is stopped when its modelled cost passes the limit', () => {
    const bench = new Bench();
    bench.limitMs = 1_000;
    expect(() =>
      bench.run("const p = PropertiesService.getScriptProperties(); for (;;) p.getProperty('a')"),
    ).toThrow('Exceeded maximum execution time');
    expect(bench.last?.meter.total).toBe(35);
  });

  test('calls can take time', () => {
    const bench = new Bench();
    bench.callsTakeTime = true;
    expect(
      bench.run(
        "const a = Date.now(); PropertiesService.getScriptProperties().setProperty('a', '1'); return Date.now() - a",
      ),
    ).toBe(63);
  });
});
