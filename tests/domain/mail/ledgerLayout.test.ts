/**
 * How the ledger lies in the script properties. The letters and the stored text below were written by versions that are
 * in use: nothing here may ever change, only be added to.
 */
import { describe, expect, test } from '@jest/globals';
import { Properties } from '../../../host/services/storage/properties';
import { MAIL_KIND_NAMES, type MailKindName, mailKind, PARTS } from '../../../src/domain/mail/kinds';
import { LEDGER_STATES, type LedgerState } from '../../../src/domain/mail/ledger/record';
import { LEDGER_VERSION } from '../../../src/google/state/ledger/migrations';
import { LedgerTrouble } from '../../../src/google/state/ledger/shard';
import { LedgerStore } from '../../../src/google/state/ledgerStore';
import { troubleText } from '../../../src/messages/mail/jobs';
import { day } from '../../support/analysis';

/** For ever: a new kind takes a letter that does not stand here, and is added. */
const KIND_LETTERS: Readonly<Record<MailKindName, string>> = {
  return: 'a',
  request: 'b',
  ministry: 'c',
  district: 'd',
  callList: 'e',
  reminder: 'f',
};
const STATE_LETTERS: Readonly<Record<LedgerState, string>> = {
  planned: 'a',
  sending: 'b',
  sent: 'c',
  failed: 'd',
  unknown: 'e',
  settled: 'f',
  dropped: 'g',
  deferred: 'h',
};

/** Written without a version, by the last program that knew none: each kind in each state, from 1 to 7 October. */
const UNVERSIONED: Readonly<Record<string, string>> = {
  'mail.26':
    '{"return@example.org":["a2020-10-01 0abc1def\\taqhpt4o\\t\\na2020-10-02 0abc1def\\tbqhpt4p\\t\\na2020-10-03 0abc1def\\tcqhpt4q\\t\\na2020-10-04 0abc1def\\tdqhpt4r\\t\\u041d\\u0435\\u0442 \\u0442\\u0430\\u043a\\u043e\\u0433\\u043e \\u0430\\u0434\\u0440\\u0435\\u0441\\u0430\\na2020-10-05 0abc1def\\teqhpt4s\\t\\na2020-10-06 0abc1def\\tfqhpt4t\\t\\na2020-10-07 0abc1def\\tgqhpt4u\\t"]}',
  'mail.36':
    '{"request@example.org":["b2020-10-01\\taqhpt7g\\t\\nb2020-10-02\\tbqhpt7h\\t\\nb2020-10-03\\tcqhpt7i\\t\\nb2020-10-04\\tdqhpt7j\\t\\u041d\\u0435\\u0442 \\u0442\\u0430\\u043a\\u043e\\u0433\\u043e \\u0430\\u0434\\u0440\\u0435\\u0441\\u0430\\nb2020-10-05\\teqhpt7k\\t\\nb2020-10-06\\tfqhpt7l\\t\\nb2020-10-07\\tgqhpt7m\\t"]}',
  'mail.31':
    '{"ministry@example.org":["c2020-10-01\\taqhpta8\\t\\nc2020-10-02\\tbqhpta9\\t\\nc2020-10-03\\tcqhptaa\\t\\nc2020-10-04\\tdqhptab\\t\\u041d\\u0435\\u0442 \\u0442\\u0430\\u043a\\u043e\\u0433\\u043e \\u0430\\u0434\\u0440\\u0435\\u0441\\u0430\\nc2020-10-05\\teqhptac\\t\\nc2020-10-06\\tfqhptad\\t\\nc2020-10-07\\tgqhptae\\t",{"*":{"on":"2020-10-05","figures":{"expected":5,"inTime":1,"late":1,"missed":1,"notYetDue":2},"print":"abc123"}}]}',
  'mail.28':
    '{"district@example.org":["d2020-10-01\\taqhptd0\\t\\nd2020-10-02\\tbqhptd1\\t\\nd2020-10-03\\tcqhptd2\\t\\nd2020-10-04\\tdqhptd3\\t\\u041d\\u0435\\u0442 \\u0442\\u0430\\u043a\\u043e\\u0433\\u043e \\u0430\\u0434\\u0440\\u0435\\u0441\\u0430\\nd2020-10-05\\teqhptd4\\t\\nd2020-10-06\\tfqhptd5\\t\\nd2020-10-07\\tgqhptd6\\t",{"1x2y3z":{"on":"2020-09-28","figures":{"expected":3,"inTime":0,"late":0,"missed":3,"notYetDue":0},"print":"q9"}}]}',
  'mail.21':
    '{"passon@example.org":["e2020-10-01 1x2y3z\\taqhptfs\\t\\ne2020-10-02 1x2y3z\\tbqhptft\\t\\ne2020-10-03 1x2y3z\\tcqhptfu\\t\\ne2020-10-04 1x2y3z\\tdqhptfv\\t\\u041d\\u0435\\u0442 \\u0442\\u0430\\u043a\\u043e\\u0433\\u043e \\u0430\\u0434\\u0440\\u0435\\u0441\\u0430\\ne2020-10-05 1x2y3z\\teqhptfw\\t\\ne2020-10-06 1x2y3z\\tfqhptfx\\t\\ne2020-10-07 1x2y3z\\tgqhptfy\\t"]}',
  'mail.44':
    '{"reminder@example.org":["f2020-10-01\\taqhptik\\t\\nf2020-10-02\\tbqhptil\\t\\nf2020-10-03\\tcqhptim\\t\\nf2020-10-04\\tdqhptin\\t\\u041d\\u0435\\u0442 \\u0442\\u0430\\u043a\\u043e\\u0433\\u043e \\u0430\\u0434\\u0440\\u0435\\u0441\\u0430\\nf2020-10-05\\teqhptio\\t\\nf2020-10-06\\tfqhptip\\t\\nf2020-10-07\\tgqhptiq\\t"]}',
};
/** A call list had another name then, which stands in its address here. */
const ADDRESS: Partial<Record<MailKindName, string>> = { callList: 'passon@example.org' };
const PERIOD_ENDS: Partial<Record<MailKindName, string>> = { return: ' 0abc1def', callList: ' 1x2y3z' };
/** Those that there were then. */
const FIRST_STATES = (Object.keys(STATE_LETTERS) as LedgerState[]).filter((state) => state !== 'deferred');
const FIRST_SECOND = 1_601_878_200;

const WRITTEN = (Object.keys(KIND_LETTERS) as MailKindName[]).map((kind, nth) => ({
  address: ADDRESS[kind] ?? `${kind}@example.org`,
  records: FIRST_STATES.map((state, index) => ({
    kind,
    state,
    address: ADDRESS[kind] ?? `${kind}@example.org`,
    period: `2020-10-0${index + 1}${PERIOD_ENDS[kind] ?? ''}`,
    at: FIRST_SECOND + nth * 100 + index,
    reason: state === 'failed' ? 'Нет такого адреса' : '',
  })),
}));

function storeOver(map: Map<string, string>): LedgerStore {
  const properties = new Properties(map);
  (globalThis as { PropertiesService?: unknown }).PropertiesService = {
    getScriptProperties: () => properties,
  };
  return new LedgerStore({ today: day('2020-10-05'), keepDays: 21 });
}

const stored = (): Map<string, string> => new Map(Object.entries(UNVERSIONED));

test('each kind and each state keeps the letter that it was given', () => {
  expect(Object.fromEntries(MAIL_KIND_NAMES.map((name) => [name, mailKind(name).letter]))).toEqual(
    KIND_LETTERS,
  );
  const { ledger } = storeOver(stored());
  for (const state of LEDGER_STATES) {
    const map = new Map<string, string>();
    const store = storeOver(map);
    store.ledger.set({ kind: 'ministry', period: '2020-10-05', address: 'a@b.c', state, at: 0, reason: '' });
    store.save();
    expect([...map.values()][0]).toContain(`"c2020-10-05\\t${STATE_LETTERS[state]}0\\t"`);
  }
  expect(ledger.inState(...LEDGER_STATES)).toHaveLength(42);
});

test('no letter and no place in a mail is given twice', () => {
  const letters = MAIL_KIND_NAMES.map((name) => mailKind(name).letter);
  expect(letters.filter((letter) => !/^[a-z]$/.test(letter))).toEqual([]);
  expect(new Set(letters).size).toBe(letters.length);
  expect(new Set(PARTS.map(({ order }) => order)).size).toBe(PARTS.length);
  expect(new Set(PARTS.map(({ kind }) => kind)).size).toBe(PARTS.length);
});

describe('a ledger without a version', () => {
  test('reads as it was meant when it was written', () => {
    const { ledger } = storeOver(stored());
    for (const { address, records } of WRITTEN) expect(ledger.of(address).records).toEqual(records);
    const figures = { expected: 5, inTime: 1, late: 1, missed: 1, notYetDue: 2 };
    expect(ledger.lastDigest('ministry@example.org', '*')).toEqual({
      on: '2020-10-05',
      figures,
      fingerprint: 'abc123',
      counted: '',
    });
    expect(ledger.lastDigest('district@example.org', '1x2y3z')).toEqual({
      on: '2020-09-28',
      figures: { expected: 3, inTime: 0, late: 0, missed: 3, notYetDue: 0 },
      fingerprint: 'q9',
      counted: '',
    });
  });

  test('is written in the present layout where something changes, and stays untouched elsewhere', () => {
    const map = stored();
    const store = storeOver(map);
    store.ledger.set({ ...store.ledger.of('ministry@example.org').records[0], state: 'sent' } as never);
    store.save();
    const changed = [...map].filter(([name, text]) => UNVERSIONED[name] !== text);
    expect(changed.map(([name]) => name)).toEqual(['mail.31']);
    const was = JSON.parse(UNVERSIONED['mail.31'] ?? '') as Record<string, unknown[]>;
    const is = JSON.parse(changed[0]?.[1] ?? '') as Record<string, unknown[]>;
    expect(is.version).toBe(LEDGER_VERSION);
    expect(is['ministry@example.org']?.[1]).toEqual(was['ministry@example.org']?.[1]);
    const { ledger } = storeOver(map);
    for (const { address, records } of WRITTEN.filter((each) => !each.address.startsWith('ministry')))
      expect(ledger.of(address).records).toEqual(records);
  });
});

/** Written as layout 1, before anything was tried twice. */
const LAYOUT_1 =
  '{"version":1,"a@example.org":["c2020-10-05\\tcqhpta8\\t\\nf2020-10-02\\tdqhptin\\tInvalid email: a"],"b@example.org":["f2020-10-05\\taqhptik\\t"]}';
/** Written as layout 2: a reminder that was tried three times, and one that is being tried a second time. */
const LAYOUT_2 =
  '{"version":2,"a@example.org":["f2020-10-05\\thqhptik\\t451 Try later\\t2020-10-05 3"],"b@example.org":["f2020-10-05\\tbqhptik\\t\\t2020-10-05 1"]}';

describe('later layouts', () => {
  test('layout 1 reads as it was meant, and is written in the present one', () => {
    const map = new Map([['mail.7', LAYOUT_1]]);
    const { ledger } = storeOver(map);
    expect(
      ledger.of('a@example.org').records.map(({ kind, state, reason }) => [kind, state, reason]),
    ).toEqual([
      ['ministry', 'sent', ''],
      ['reminder', 'failed', 'Invalid email: a'],
    ]);
    expect(ledger.inState('planned').map(({ address }) => address)).toEqual(['b@example.org']);
  });

  test('layout 2 tells how often a mail was tried on which day, and so does what is written after it was read', () => {
    const deferred = {
      kind: 'reminder',
      period: '2020-10-05',
      address: 'a@example.org',
      state: 'deferred',
      at: 1_601_878_700,
      reason: '451 Try later',
      tried: { on: '2020-10-05', times: 3 },
    } as const;
    const map = new Map([['mail.7', LAYOUT_2]]);
    const store = storeOver(map);
    expect(store.ledger.of('a@example.org').records).toEqual([deferred]);
    expect(store.ledger.inState('sending')[0]?.tried).toEqual({ on: '2020-10-05', times: 1 });
    map.clear();
    store.ledger.set({ ...deferred, tried: { on: day('2020-10-06'), times: 1 } } as never);
    store.save();
    expect(storeOver(map).ledger.of('a@example.org').records).toEqual([
      { ...deferred, tried: { on: '2020-10-06', times: 1 } },
    ]);
  });
});

describe('a ledger with no room', () => {
  const deferred = (address: string, reason: string) => ({
    kind: 'reminder' as const,
    period: '2020-10-05',
    address,
    state: 'deferred' as const,
    at: 1_601_878_700,
    reason,
    tried: { on: day('2020-10-05'), times: 3 },
  });
  const sizes = (map: ReadonlyMap<string, string>) => [...map.values()].map((text) => text.length);

  test('a thousand mails that were not taken fit, each with its reason in Russian', () => {
    const map = new Map<string, string>();
    const store = storeOver(map);
    const addresses = Array.from({ length: 1000 }, (_, n) => `curator-${n}@school.example.org`);
    for (const address of addresses) store.ledger.set(deferred(address, '451 занято'));
    store.save();
    expect(Math.max(...sizes(map))).toBeLessThanOrEqual(8_800);
    expect(storeOver(map).ledger.inState('deferred')).toHaveLength(1000);
  });

  test('where they do not fit they go as plans do: they are planned anew, and what was sent stays', () => {
    const map = new Map<string, string>();
    const store = storeOver(map);
    const long = 'я'.repeat(80);
    // All of one property: the longest reasons of thirty addresses.
    const one = Array.from({ length: 3000 }, (_, n) => `a${n}@example.org`);
    for (const address of one) {
      store.ledger.set({ ...deferred(address, ''), kind: 'ministry', state: 'sent' } as never);
      store.ledger.set(deferred(address, long));
    }
    store.save();
    expect(Math.max(...sizes(map))).toBeLessThanOrEqual(8_800);
    const { ledger } = storeOver(map);
    expect(ledger.inState('sent')).toHaveLength(3000);
    expect(ledger.inState('deferred')).toEqual([]);
  });
});

describe('what this program does not know is refused in words and stays as it is', () => {
  const refused = (text: string): string => {
    const map = stored().set('mail.44', text);
    const before = new Map(map);
    let what: LedgerTrouble['what'] | null = null;
    try {
      storeOver(map);
    } catch (error) {
      if (!(error instanceof LedgerTrouble)) throw error;
      what = error.what;
    }
    expect(map).toEqual(before);
    return what === null ? '' : troubleText({ kind: what, said: '' });
  };

  test.each([
    ['a kind', '{"a@example.org":["z2020-10-05\\tcqhpta8\\t"]}'],
    ['tries that are no number', '{"version":2,"a@example.org":["f2020-10-05\\thqhpta8\\t\\t2020-10-05 x"]}'],
    ['a state', '{"version":1,"a@example.org":["c2020-10-05\\tzqhpta8\\t"]}'],
  ])('the letter of %s', (_what, text) => {
    expect(refused(text)).toMatch(/^Память о письмах повреждена, поэтому ничего не отправляется/);
  });

  test('a layout of a later version', () => {
    expect(refused(`{"version":${LEDGER_VERSION + 1},"addresses":{}}`)).toMatch(
      /^Память о письмах записала более новая версия .* ничего не отправляется\. Обновите сценарий пульта\.$/,
    );
  });
});
