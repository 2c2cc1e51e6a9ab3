import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DISTRICTS, organisations, STAGES, stages, TODAY } from '../../bench/programme';
import { compiledMail } from '../../scripts/mail';
import { letterOf } from '../../src/domain/mail/content/letter';
import type { Language, Mail, MailFacts, MailPart, PairRef } from '../../src/domain/mail/parts';
import type { Organisation } from '../../src/domain/programme';
import { sameKey } from '../../src/domain/text';
import { composeMail } from '../../src/mail/compose';
import { folded } from '../../src/mail/text';
import { MAIL_WORDS } from '../../src/messages/mail';
import { PROGRAMMES } from '../../src/programmes';
import { allNamed, factsOfBook, mailFacts, reportOf } from '../domain/mail/books';
import { day, on, organisationOf, stageOf } from '../domain/support';
import { linksIn, parsedHtml, textsIn } from './html';
import { requestOf, sampleMails } from './sample';

function composed(parts: readonly MailPart[], facts: MailFacts, language: Language = 'ru'): Mail {
  const mail = composeMail(requestOf(parts, { language }), facts);
  if (mail === null) throw new Error('nothing to say');
  return mail;
}

/** Every part that a book with one district can give. */
function partsOf(district: string, pairs: readonly PairRef[]): MailPart[] {
  const book = 'BOOK';
  const digest = { why: { kind: 'weekly' }, previous: null, unsent: 1 } as const;
  return [
    { kind: 'ministry', ...digest },
    { kind: 'district', book, district: sameKey(district), ...digest },
    { kind: 'reminder', why: ['asked'], pairs },
    { kind: 'passOn', book, district: sameKey(district), pairs },
  ];
}

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '</td></tr></table><script>alert(1)</script>',
  '" onmouseover="alert(1)',
  "' style='position:fixed",
  '{{subject}}{{{footer}}}{{#sections}}',
  '{{=<% %>=}}<%programme%>',
  '=IMPORTXML("https://example.org";"//a")',
  '+7 912',
  '-1+1',
  '@SUM(A1)',
  'Bcc: somebody@example.org\r\nSubject: другое',
  '$& $1 $` \\u0000',
  '&lt;b&gt; &amp;',
  '\u202eшкола\u2066\u0007',
  'Ж'.repeat(400),
] as const;

/** A programme in which everything that people write is this text. */
function hostileFacts(text: string): MailFacts {
  const list = [1, 2].map((n) => organisationOf({ id: `К-${n}`, shortName: text, district: text }));
  const steps = [1, 2].map((n) =>
    stageOf({ code: String(n), title: text, result: text, deadline: day(`2020-10-0${n * 4}`) }),
  );
  const report = reportOf(list, steps, (row) =>
    row === 0 ? { doneOn: on('2020-10-01'), decision: 'возвращено', reason: text } : {},
  );
  const target = { indicator: 'pairs', title: text, date: day('2020-12-31'), value: 5, unit: text } as const;
  const book = factsOfBook({ organisations: list, stages: steps, report, targets: [target] });
  return mailFacts([{ ...allNamed(book, text), name: text }], {
    programmeTitle: text,
    office: { name: text, replyTo: 'office@example.org' },
  });
}

const everyPair = ({ books }: MailFacts): PairRef[] =>
  books.flatMap(({ id, analysis }) => analysis.records.map(({ pair }) => ({ book: id, pair })));

/** The same mail with harmless names: what its mark-up must look like whatever people write. */
const elementsOf = (html: string): string[] =>
  parsedHtml(html).flatMap(({ tag, attributes }) => [tag, ...Object.keys(attributes)]);

describe('whatever people write', () => {
  const checkHarmless = (text: string): void => {
    const facts = hostileFacts(text);
    const district = facts.books[0]?.analysis.programme.organisations[0]?.district ?? '';
    const mail = composed(partsOf(district, everyPair(facts)), facts);
    const elements = new Set(elementsOf(mail.html));
    for (const element of elements) expect(ALLOWED).toContain(element);
    expect(linksIn(mail.html).every((url) => url.startsWith('https://docs.google.com/'))).toBe(true);
    for (const line of [mail.subject, mail.senderName, mail.replyTo, mail.to]) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these would begin another header
      expect(line).not.toMatch(/[\u0000-\u001f\u007f\u2028\u2029\u202a-\u202e]/);
    }
    expect(mail.subject.length).toBeLessThanOrEqual(250);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: nothing but line ends
    expect(mail.text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  };
  const plain = hostileFacts('Школа');
  const ALLOWED = [...new Set(elementsOf(composed(partsOf('Школа', everyPair(plain)), plain).html))];

  test.each(HOSTILE.map((text) => [text.slice(0, 40), text] as const))('%j stays text', (_, text) => {
    checkHarmless(text);
  });

  test('any text stays text', () => {
    const piece = fc.constantFrom(
      ...'<>"\'&{}=#/\\;:\r\n\t\u0000\u202e',
      '{{',
      '}}',
      '<a href=',
      'javascript:',
      'ж',
    );
    const texts = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => `x${pieces.join('')}x`);
    fc.assert(fc.property(texts, checkHarmless), { numRuns: 40 });
  });

  test('tags of the template in a name are shown as they are', () => {
    const facts = hostileFacts('{{subject}}');
    const { text, html } = composed(partsOf('{{subject}}', everyPair(facts)), facts);
    expect(text).toContain('- 1.\u00a0{{subject}}');
    expect(textsIn(html)).toContain('1. {{subject}}');
  });
});

describe('the plain part', () => {
  const [ekaterinburg, beloyarsky] = PROGRAMMES.map(sampleMails);
  const samples = [ekaterinburg, beloyarsky].flatMap((sample) =>
    sample
      ? (['ministry', 'district', 'reminder', 'passOn'] as const).map(
          (kind) => [`${sample.facts.programmeTitle}, ${kind}`, sample, kind] as const,
        )
      : [],
  );
  // Schools that are named one after another in a sentence have links in the HTML alone.
  test.each(samples)('%s: says all that the HTML says, with every link', (_, sample, kind) => {
    const mail = composeMail(sample[kind], sample.facts);
    const sections = letterOf(sample[kind], sample.facts, MAIL_WORDS.ru)?.sections ?? [];
    if (mail === null) throw new Error('nothing to say');
    const rows = sections.flatMap(({ blocks }) => blocks.flatMap((each) => each.rows));
    const named = new Set(rows.flatMap(({ item }) => item?.names.map(({ url }) => url) ?? []));
    const plain = spaced(mail.text);
    for (const text of textsIn(mail.html)) expect(plain).toContain(text);
    for (const url of linksIn(mail.html)) if (!named.has(url)) expect(mail.text).toContain(url);
    expect(textsIn(mail.html).length).toBeGreaterThan(10);
  });

  test.each(samples)('%s: has no word of a program in it', (_, sample, kind) => {
    const mail = composeMail(sample[kind], sample.facts);
    const said = `${mail?.subject} ${mail?.senderName} ${mail?.text}`.replace(/https:\S+|\S+@\S+/g, '');
    expect(said.match(/[A-Za-z]+/g) ?? []).toEqual([]);
  });

  test('is folded at 76 characters, addresses stay whole', () => {
    for (const [, sample, kind] of samples) {
      const { text } = composeMail(sample[kind], sample.facts) ?? { text: '' };
      const long = text.split('\n').filter((line) => line.length > 76);
      expect(long.filter((line) => !/^ *https:\/\/\S+$/.test(line))).toEqual([]);
    }
    expect(
      folded(`- ${'слово '.repeat(30)}`)
        .split('\n')
        .slice(0, -1),
    ).toHaveLength(3);
  });

  test('folding loses no word and keeps the order', () => {
    const words = fc.array(fc.constantFrom('а', 'слово', 'ж'.repeat(90), '-'), { maxLength: 60 });
    fc.assert(
      fc.property(words, fc.constantFrom('', '- ', '  '), (list, lead) => {
        expect(spaced(folded(lead + list.join(' ')))).toBe(spaced(lead + list.join(' ')));
      }),
    );
  });
});

/** One plain space between words. */
const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('sizes', () => {
  const bytes = (text: string): number => new TextEncoder().encode(text).length;
  /** Gmail cuts a mail at 102 kB. */
  const MOST = 100_000;
  const large = (list: readonly Organisation[]) => {
    const report = reportOf(list, stages(), (row, column) =>
      (row * 7919 + column) % 10 < 6 ? { doneOn: on('2020-09-30') } : {},
    );
    const book = factsOfBook({ organisations: list, stages: stages(), report, today: TODAY });
    // As long as ids of real books are.
    return mailFacts([{ ...book, url: `https://docs.google.com/spreadsheets/d/${'x'.repeat(44)}/edit` }]);
  };

  test('85 districts of a thousand organisations are shown whole, and Gmail does not cut them', () => {
    const facts = large(organisations(1000));
    expect(facts.books[0]?.analysis.records).toHaveLength(1000 * STAGES);
    const [ministry, district, reminder] = partsOf('Район 1', everyPair(facts));
    const mails = [ministry, district, reminder].map((part) => composed(part ? [part] : [], facts));
    for (const { html, text } of mails) {
      expect(bytes(html)).toBeLessThan(MOST);
      expect(bytes(text)).toBeLessThan(MOST);
    }
    const named = new Set(textsIn(mails[0]?.html ?? '').filter((each) => /^Район \d+$/.test(each)));
    expect(named.size).toBe(DISTRICTS);
  });

  test('one district of a thousand schools is cut short by us, with a link to the whole', () => {
    const facts = large(organisations(1000).map((each) => ({ ...each, district: 'Район' })));
    const [, district, reminder, passOn] = partsOf('Район', everyPair(facts));
    for (const part of [district, reminder, passOn]) {
      const { html, text } = composed(part ? [part] : [], facts);
      expect(bytes(html)).toBeLessThan(MOST);
      expect(text).toMatch(/…и ещё \d{3}/);
    }
  });
});

test('the compiled templates are what the sources give', async () => {
  expect(readFileSync('src/mail/compiled.ts', 'utf8')).toBe(await compiledMail());
});

test('the ministry alone gets the figures as a file', () => {
  const facts = hostileFacts('Школа');
  const [ministry, ...others] = partsOf('Школа', everyPair(facts));
  expect(composed(ministry ? [ministry] : [], facts).attachments).toHaveLength(1);
  expect(composed(others, facts).attachments).toEqual([]);
});
