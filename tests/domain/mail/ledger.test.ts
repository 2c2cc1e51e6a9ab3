/** The ledger: what it remembers, what it may forget, and that it lies within Google's limits. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Properties } from '../../../host/services/storage/properties';
import { addDays } from '../../../src/domain/dates/civil';
import { MAIL_KIND_NAMES } from '../../../src/domain/mail/kinds';
import { compact } from '../../../src/domain/mail/ledger/compact';
import { Ledger } from '../../../src/domain/mail/ledger/ledger';
import {
  keyText,
  LEDGER_STATES,
  type LedgerRecord,
  readKey,
  returnFingerprint,
  returnPeriod,
} from '../../../src/domain/mail/ledger/record';
import { CATCH_UP_DAYS } from '../../../src/domain/mail/settings';
import { LedgerTrouble } from '../../../src/google/state/ledger/shard';
import { LedgerStore } from '../../../src/google/state/ledgerStore';
import { day } from '../../support/analysis';

const TODAY = day('2020-10-05');
const record = (given: Partial<LedgerRecord> = {}): LedgerRecord => ({
  kind: 'reminder',
  period: TODAY,
  address: 'a@example.org',
  state: 'sent',
  at: 1_601_878_200,
  reason: '',
  ...given,
});

/** A store over a property store that outlives it. */
function storeOver(map: Map<string, string>, today = TODAY): LedgerStore {
  const properties = new Properties(map);
  (globalThis as { PropertiesService?: unknown }).PropertiesService = {
    getScriptProperties: () => properties,
  };
  return new LedgerStore({ today, keepDays: 21 });
}

describe('a record', () => {
  test.each(LEDGER_STATES.map((state) => [state]))('%s is read back as it was written', (state) => {
    const map = new Map<string, string>();
    const store = storeOver(map);
    const written = MAIL_KIND_NAMES.map((kind, index) =>
      record({ kind, state, period: `${TODAY} К-0${index}/1`, reason: 'Ошибка: "нет"\tтакого\nадреса' }),
    );
    for (const each of written) store.ledger.set(each);
    store.ledger.setLastDigest('a@example.org', '*', {
      on: TODAY,
      figures: { expected: 5, inTime: 1, late: 1, missed: 1, notYetDue: 2 },
      counted: 'q1',
      fingerprint: 'abc',
    });
    store.save();
    const again = storeOver(map).ledger;
    expect(again.of('a@example.org').records).toEqual(
      written.map((each) => ({ ...each, reason: 'Ошибка: "нет" такого адреса' })),
    );
    expect(again.lastDigest('a@example.org', '*')?.figures.expected).toBe(5);
  });

  test('is named by a text that finds it again', () => {
    expect(readKey(keyText(record()))).toEqual({ kind: 'reminder', period: TODAY, address: 'a@example.org' });
    for (const text of ['', 'reminder', 'nothing\t2020\ta@b.c', 'reminder\t\ta@b.c'])
      expect(readKey(text)).toBeNull();
  });

  test('that a stopped run left as being sent is unknown, and never planned again', () => {
    const ledger = new Ledger();
    ledger.set(record({ state: 'sending' }));
    expect(ledger.noteInterrupted(9)).toBe(1);
    expect(ledger.find(record())).toMatchObject({ state: 'unknown', reason: 'stopped' });
    expect(ledger.has(record())).toBe(true);
    expect(ledger.lastDay('a@example.org', ['reminder'])).toBe(TODAY);
  });

  test('of a plan, or of a reminder that was dropped, keeps nothing from being sent; a dropped digest does', () => {
    const ledger = new Ledger();
    for (const state of ['planned', 'dropped'] as const) {
      ledger.set(record({ state }));
      expect(ledger.has(record())).toBe(false);
    }
    ledger.set(record({ kind: 'ministry', state: 'dropped' }));
    expect(ledger.has(record({ kind: 'ministry' }))).toBe(true);
  });

  test('planned for another day takes the place of the plan before', () => {
    const ledger = new Ledger();
    ledger.set(record({ period: '2020-10-02', state: 'sent' }));
    ledger.replan(record({ period: '2020-10-04', state: 'planned' }));
    ledger.replan(record({ period: '2020-10-05', state: 'planned' }));
    expect(ledger.of('a@example.org').records.map(({ period, state }) => [period, state])).toEqual([
      ['2020-10-02', 'sent'],
      ['2020-10-05', 'planned'],
    ]);
  });
});

describe('what is old is forgotten', () => {
  test('once it is at rest and nobody can ask for it; unknown ones never', () => {
    const old = addDays(TODAY, -60);
    const kept = compact(
      [
        ...LEDGER_STATES.map((state) => record({ state, period: `${old} ${state}` })),
        record({ period: addDays(TODAY, -21) }),
        record({ period: addDays(TODAY, -22) }),
      ],
      { today: TODAY, keepDays: 21, tightness: 'loose' },
    );
    expect(kept.map(({ period }) => period)).toEqual([
      `${old} planned`,
      `${old} sending`,
      `${old} unknown`,
      `${old} deferred`,
      addDays(TODAY, -21),
    ]);
  });

  test('where there is no room: all but the last of each kind, the week’s returns, and what is open', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            kind: fc.constantFrom(...MAIL_KIND_NAMES),
            state: fc.constantFrom(...LEDGER_STATES),
            days: fc.integer({ min: 0, max: 20 }),
          }),
          { maxLength: 30 },
        ),
        (drawn) => {
          const ledger = new Ledger();
          for (const { kind, state, days } of drawn)
            ledger.set(record({ kind, state, period: addDays(TODAY, -days) }));
          const { records } = ledger.of('a@example.org');
          const lasts = () => MAIL_KIND_NAMES.map((kind) => ledger.lastDay('a@example.org', [kind]));
          const before = lasts();
          ledger.compactAddress('a@example.org', { today: TODAY, keepDays: 21, tightness: 'tight' });
          expect(lasts()).toEqual(before);
          for (const each of records) {
            const isOpen = ['planned', 'sending', 'unknown'].includes(each.state);
            const isAskedFor = each.period >= addDays(TODAY, -CATCH_UP_DAYS);
            if (isOpen || (each.kind === 'return' && each.state !== 'dropped' && isAskedFor)) {
              expect(ledger.find(each)).toEqual(each);
            }
          }
        },
      ),
    );
  });
});

describe('in the script properties', () => {
  test('a year of reminders every third day to 1,200 people stays within 9 kB a value and 500 kB in all', () => {
    const map = new Map<string, string>();
    for (let offset = 0; offset < 280; offset += 3) {
      const today = addDays(day('2020-09-01'), offset);
      const store = storeOver(map, today);
      for (let n = 0; n < 1_200; n += 1) {
        const address = `long-address-of-a-school-${n}@municipality.example.org`;
        store.ledger.set(record({ address, period: today, at: 1_600_000_000 + offset * 86_400 }));
      }
      store.save();
    }
    const sizes = [...map].map(([name, value]) => Buffer.byteLength(name) + Buffer.byteLength(value));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(9_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(400_000);
    const last = storeOver(map, day('2021-06-07')).ledger;
    expect(last.lastDay('long-address-of-a-school-7@municipality.example.org', ['reminder'])).toBe(
      '2021-06-07',
    );
  });

  test('one mail writes the properties of two addresses, not all', () => {
    const map = new Map<string, string>();
    const store = storeOver(map);
    for (let n = 0; n < 200; n += 1) store.ledger.set(record({ address: `n${n}@example.org` }));
    store.save();
    const before = new Map(map);
    store.ledger.set(record({ address: 'n1@example.org', state: 'failed' }));
    store.ledger.set(record({ address: 'n2@example.org', state: 'sending' }));
    store.save();
    expect([...map].filter(([name, value]) => before.get(name) !== value)).toHaveLength(2);
  });

  test('what cannot be read is said and not taken for an empty ledger', () => {
    const map = new Map<string, string>();
    const store = storeOver(map);
    store.ledger.set(record());
    store.save();
    const damaged = [
      ...['{"a@example.org":["c2020', '{"a@example.org":["zzz"]}', '[]', '7', 'null', '""'],
      ...['{"a@example.org":5}', '{"a@example.org":[]}', '{"a@example.org":["",5]}'],
    ];
    for (const text of damaged) {
      for (const name of map.keys()) map.set(name, text);
      expect(() => storeOver(map)).toThrow(LedgerTrouble);
    }
  });

  test('two thousand reports returned at once to one person are all kept, each told once', () => {
    const map = new Map<string, string>();
    const pairs = Array.from({ length: 2000 }, (_each, n) => `К-${Math.floor(n / 10)}/${n % 10}`);
    const fingerprints = pairs.map((pair) => returnFingerprint('book', pair));
    const store = storeOver(map);
    store.ledger.set(record({ kind: 'return', period: returnPeriod(TODAY, fingerprints) }));
    store.save();
    const { ledger } = storeOver(map);
    const told = (pair: string, on = TODAY) =>
      ledger.hasReturn('a@example.org', on, returnFingerprint('book', pair));
    expect(pairs.filter((pair) => !told(pair))).toEqual([]);
    expect([told('К-7/3', addDays(TODAY, 1)), told('К-999/1'), told('К-998/2')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('a return that was planned and not sent is planned anew with those that came since', () => {
    const ledger = new Ledger();
    const planned = (...pairs: string[]) =>
      ledger.replan(
        record({
          kind: 'return',
          state: 'planned',
          period: returnPeriod(
            TODAY,
            pairs.map((pair) => returnFingerprint('book', pair)),
          ),
        }),
      );
    planned('К-1/1');
    planned('К-1/1', 'К-2/1');
    expect(ledger.of('a@example.org').records).toHaveLength(1);
    expect(ledger.hasReturn('a@example.org', TODAY, returnFingerprint('book', 'К-1/1'))).toBe(false);
  });

  test('where one person’s records find no room, theirs are taken back and the others are written', () => {
    const map = new Map<string, string>();
    const full = 'a@example.org';
    const store = storeOver(map);
    for (let n = 0; n < 140; n += 1) {
      store.ledger.set(record({ state: 'unknown', period: `${TODAY} К-${n}`, reason: 'ш'.repeat(4) }));
    }
    store.save();
    for (let n = 140; n < 400; n += 1)
      store.ledger.set(record({ state: 'planned', period: `${TODAY} ${n}` }));
    const one = record({ state: 'sending', period: `${TODAY} ${'ш'.repeat(1500)}`, address: full });
    const other = record({ state: 'sent', address: 'b@example.org' });
    store.ledger.set(one);
    store.ledger.set(other);
    expect([store.saveOrRemove([one]), store.isFull]).toEqual([false, true]);
    const { ledger } = storeOver(map);
    expect([ledger.find(one), ledger.find(other)?.state]).toEqual([null, 'sent']);
    expect(ledger.inState('unknown')).toHaveLength(140);
  });

  test('Google’s own words are kept short', () => {
    const ledger = new Ledger();
    ledger.set(record({ reason: 'ш'.repeat(500) }));
    expect(ledger.find(record())?.reason).toHaveLength(80);
  });

  test('a ledger that is full of open questions takes no more', () => {
    const store = storeOver(new Map());
    for (let n = 0; n < 400; n += 1) {
      store.ledger.set(
        record({ state: 'unknown', period: `${TODAY} К-${n}/1`, reason: 'Service error: Mail' }),
      );
    }
    expect(() => store.save()).toThrow(LedgerTrouble);
  });
});
