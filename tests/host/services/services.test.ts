import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Bench } from './bench';

describe('properties', () => {
  test('keep strings from run to run', () => {
    const bench = new Bench();
    bench.run("PropertiesService.getScriptProperties().setProperty('n', 5).setProperty('m', 'x')");
    expect(
      bench.run(
        "const p = PropertiesService.getScriptProperties(); return p.getProperty('n') + typeof p.getProperty('n') + p.getProperty('none')",
      ),
    ).toBe('5stringnull');
    expect(bench.run('return JSON.stringify(PropertiesService.getScriptProperties().getProperties())')).toBe(
      '{"n":"5","m":"x"}',
    );
  });

  test('a value above 9 kB and a store above 500 kB are refused, and nothing of them stays', () => {
    const bench = new Bench();
    expect(() =>
      bench.run("PropertiesService.getScriptProperties().setProperty('k', 'я'.repeat(5000))"),
    ).toThrow('Argument too large: value');
    expect(() =>
      bench.run(
        "const p = PropertiesService.getScriptProperties(); for (let i = 0; i < 60; i++) p.setProperty('k' + i, 'x'.repeat(9000))",
      ),
    ).toThrow('exceeded the property storage quota');
    expect(bench.run('return PropertiesService.getScriptProperties().getKeys().length')).toBe(56);
  });

  test("one person's store is not another's", () => {
    const bench = new Bench();
    bench.run("PropertiesService.getUserProperties().setProperty('a', '1')");
    bench.user = 'other@example.org';
    expect(bench.run("return PropertiesService.getUserProperties().getProperty('a')")).toBeNull();
  });
});

test('a cached value goes when its time is over or Google evicts it', () => {
  const bench = new Bench();
  bench.run("CacheService.getScriptCache().put('a', '1', 60)");
  bench.clock.tick(59_000);
  expect(bench.run("return CacheService.getScriptCache().get('a')")).toBe('1');
  bench.clock.tick(2_000);
  expect(bench.run("return CacheService.getScriptCache().get('a')")).toBeNull();
  bench.run("CacheService.getScriptCache().put('a', '1')");
  bench.stores.caches.evictAll();
  expect(bench.run("return CacheService.getScriptCache().get('a')")).toBeNull();
});

test('a lock that another run holds is waited for in vain', () => {
  const bench = new Bench();
  const letGo = bench.stores.locks.holdAsAnotherRun('script:project-1');
  const before = bench.clock.now();
  expect(bench.run('return LockService.getScriptLock().tryLock(5000)')).toBe(false);
  expect(bench.clock.now() - before).toBe(5000);
  expect(() => bench.run('LockService.getScriptLock().waitLock(10)')).toThrow('Lock timeout');
  letGo();
  expect(bench.run('const l = LockService.getScriptLock(); l.waitLock(10); return l.hasLock()')).toBe(true);
});

describe('triggers', () => {
  test('each account sees its own only', () => {
    const bench = new Bench();
    bench.run("ScriptApp.newTrigger('tick').timeBased().everyMinutes(10).create()");
    const list =
      'return ScriptApp.getProjectTriggers().map((t) => t.getHandlerFunction() + t.getEventType() + (t.getEventType() === ScriptApp.EventType.CLOCK)).join()';
    expect(bench.run(list)).toBe('tickCLOCKtrue');
    bench.user = 'other@example.org';
    expect(bench.run(list)).toBe('');
  });

  test('there are twenty at most, and odd intervals are refused', () => {
    const bench = new Bench();
    expect(() =>
      bench.run(
        "for (let i = 0; i < 21; i++) ScriptApp.newTrigger('tick').timeBased().everyHours(1).create()",
      ),
    ).toThrow('too many triggers');
    expect(() => bench.run("ScriptApp.newTrigger('t').timeBased().everyMinutes(7)")).toThrow(
      'must be one of 1, 5, 10, 15 or 30',
    );
  });

  test('a daily one falls into its hour in its zone', () => {
    const bench = new Bench();
    bench.run(
      "ScriptApp.newTrigger('t').timeBased().everyDays(1).atHour(7).inTimezone('Asia/Yekaterinburg').create()",
    );
    const due = bench.stores.triggers.all()[0]?.dueAt ?? 0;
    // 12 January 06:00 UTC is 11:00 there: tomorrow.
    expect(due).toBeGreaterThanOrEqual(Date.UTC(2026, 0, 13, 2));
    expect(due).toBeLessThan(Date.UTC(2026, 0, 13, 3));
  });

  test('need the scope', () => {
    const bench = new Bench();
    bench.scopes = [];
    expect(() => bench.run('ScriptApp.getProjectTriggers()')).toThrow(
      'You do not have permission to call ScriptApp.getProjectTriggers. Required permissions: https://www.googleapis.com/auth/script.scriptapp',
    );
  });
});

describe('mail', () => {
  test('is kept as data and counts against the day', () => {
    const bench = new Bench();
    bench.run(
      "MailApp.sendEmail({ to: 'a@b.ru,Имя <c@d.ru>', cc: 'e@f.ru', subject: 'S', body: 'B', htmlBody: '<b>B</b>', name: 'Svodka' })",
    );
    expect(bench.stores.outbox.messages[0]).toMatchObject({
      to: ['a@b.ru', 'c@d.ru'],
      cc: ['e@f.ru'],
      subject: 'S',
      from: 'admin@example.org',
    });
    expect(bench.run('return MailApp.getRemainingDailyQuota()')).toBe(97);
    bench.clock.tick(86_400_000);
    expect(bench.run('return MailApp.getRemainingDailyQuota()')).toBe(100);
  });

  test('leaves as files that mail programs open', async () => {
    const bench = new Bench();
    bench.run(
      "MailApp.sendEmail({ to: 'a@b.ru', subject: 'Сводка', body: 'Просрочено: 2', htmlBody: '<b>2</b>', name: 'Свод', replyTo: 'r@b.ru', attachments: [Utilities.newBlob('x', 'text/csv', 'a.csv')] })",
    );
    const folder = mkdtempSync(join(tmpdir(), 'outbox-'));
    const [path] = await bench.stores.outbox.writeEml(folder);
    const text = readFileSync(path ?? '', 'utf8');
    expect(text).toContain('To: a@b.ru');
    expect(text).toContain('Reply-To: r@b.ru');
    expect(text).toContain('Date: Mon, 12 Jan 2026 06:00:00 +0000');
    expect(text).toContain('filename=a.csv');
    expect(await bench.stores.outbox.writeEml(folder)).toEqual([]);
  });

  test("is refused with Google's texts", () => {
    const bench = new Bench();
    expect(() => bench.run("MailApp.sendEmail('', 's', 'b')")).toThrow('no recipient');
    expect(() => bench.run("MailApp.sendEmail('nobody', 's', 'b')")).toThrow('Invalid email: nobody');
    expect(() => bench.run("MailApp.sendEmail(Array(51).fill('a@b.ru').join(), 's', 'b')")).toThrow(
      'Limit Exceeded: Email Recipients Per Message.',
    );
    expect(() => bench.run("MailApp.sendEmail('a@b.ru', 's', 'x'.repeat(300000))")).toThrow(
      'Limit Exceeded: Email Body Size.',
    );
    bench.stores.outbox.setDailyQuota(1);
    expect(() =>
      bench.run("MailApp.sendEmail('a@b.ru', 's', 'b'); MailApp.sendEmail('a@b.ru', 's', 'b')"),
    ).toThrow('Service invoked too many times for one day: email.');
    expect(bench.stores.outbox.messages).toHaveLength(1);
  });
});

describe('utilities', () => {
  const format = (pattern: string, zone = 'Asia/Yekaterinburg') =>
    new Bench().run(
      `return Utilities.formatDate(new Date(Date.UTC(2026, 2, 5, 20, 7, 9, 45)), ${JSON.stringify(zone)}, ${JSON.stringify(pattern)})`,
    );

  test.each([
    ['yyyy-MM-dd', '2026-03-06'],
    ["dd.MM.yy 'в' HH:mm:ss.SSS", '06.03.26 в 01:07:09.045'],
    ['h:mm a', '1:07 AM'],
    ['EEE, d MMM yyyy', 'Fri, 6 Mar 2026'],
    ['EEEE MMMM', 'Friday March'],
    ['Z X XXX', '+0500 +05 +05:00'],
    ['u D w', '5 65 10'],
    ["'o''clock'", "o'clock"],
  ])('format %s', (pattern, expected) => {
    expect(format(pattern)).toBe(expected);
  });

  test('dates follow the zone, not the machine', () => {
    expect(format('yyyy-MM-dd HH:mm', 'America/New_York')).toBe('2026-03-05 15:07');
    expect(format('HH:mm', 'GMT+3')).toBe('23:07');
  });

  test('digests, base64 and blobs are bytes as Java has them', () => {
    const bench = new Bench();
    expect(
      bench.run("return Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'a').slice(0, 3).join()"),
    ).toBe('12,-63,117');
    expect(bench.run("return Utilities.base64EncodeWebSafe('ÿþý>>>???')")).toBe('w7_DvsO9Pj4-Pz8_');
    expect(bench.run("return Utilities.newBlob('привет', 'text/plain', 'n.txt').getDataAsString()")).toBe(
      'привет',
    );
    expect(bench.run("return Utilities.formatString('%s-%05.1f-%-4d|', 'a', 2.25, 7)")).toBe('a-002.3-7   |');
  });

  test('a byte order mark survives in a blob', () => {
    expect(
      new Bench().run(
        "const b = Utilities.newBlob('\\uFEFFа', 'text/csv', 'а.csv'); return [b.getBytes().slice(0, 3).join(), b.getDataAsString().length, b.getName(), b.getContentType()].join()",
      ),
    ).toBe('-17,-69,-65,2,а.csv,text/csv');
  });

  test('a digest or base64 of Russian text depends on the charset that is named', () => {
    const run = (charset: string) =>
      new Bench().run(
        `const c = Utilities.Charset.${charset}; const md5 = (t) => Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, t, c).join(); return [md5('да') === md5('ад'), Utilities.base64Encode('да', c)].join()`,
      );
    expect(run('UTF_8')).toBe('false,0LTQsA==');
    expect(run('US_ASCII')).toBe('true,Pz8=');
  });

  test('sleep moves the clock', () => {
    const bench = new Bench();
    expect(bench.run('const a = Date.now(); Utilities.sleep(1500); return Date.now() - a')).toBe(1500);
  });
});

describe('session', () => {
  test("without the e-mail scope the address is refused, as Google's explicit scopes have it", () => {
    const bench = new Bench();
    bench.scopes = [];
    expect(() => bench.run('return Session.getActiveUser().getEmail()')).toThrow(
      'Required permissions: https://www.googleapis.com/auth/userinfo.email',
    );
    const lenient = new Bench({ withoutEmailScope: 'blank' });
    lenient.scopes = [];
    expect(lenient.run('return Session.getActiveUser().getEmail()')).toBe('');
  });

  test('in a simple trigger the address is blank and mail is refused', () => {
    const bench = new Bench();
    bench.simple = true;
    expect(bench.run('return Session.getActiveUser().getEmail()')).toBe('');
    expect(() => bench.run("MailApp.sendEmail('a@b.ru', 's', 'b')")).toThrow(
      'You do not have permission to call MailApp.sendEmail',
    );
  });
});

test('a template gives its text as the file has it', () => {
  expect(new Bench().run("return HtmlService.createTemplateFromFile('Page').getRawContent()")).toBe(
    '<p>page</p>',
  );
  expect(() => new Bench().run("HtmlService.createTemplateFromFile('None')")).toThrow('None');
});

test('a page comes from its file', () => {
  expect(
    new Bench().run("return HtmlService.createHtmlOutputFromFile('Page').setTitle('T').getContent()"),
  ).toBe('<p>page</p>');
});
