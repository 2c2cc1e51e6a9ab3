import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DISTRICTS, organisations, STAGES, stages, TODAY } from '../../bench/programme';
import { compiledMail } from '../../scripts/mail';
import { mailContent } from '../../src/domain/mail/content/mailContent';
import type { MailFacts, PairRef } from '../../src/domain/mail/facts';
import type { MailPart } from '../../src/domain/mail/kinds';
import type { Language, Mail } from '../../src/domain/mail/mail';
import type { Organisation } from '../../src/domain/programme/programme';
import { byDistrict } from '../../src/domain/report/summary';
import { sameKey } from '../../src/domain/values/text';
import { composeMail } from '../../src/mail/compose';
import { fitted } from '../../src/mail/sizeBudget';
import { folded } from '../../src/mail/text';
import { bytesOf, htmlOf, weight } from '../../src/mail/view';
import { MAIL_WORDS } from '../../src/messages/mail';
import { PROGRAMMES } from '../../src/programmes';
import { allNamed, factsOfBook, mailFacts, reportOf } from '../domain/mail/books';
import { day, on, organisationOf, stageOf } from '../support/analysis';
import { linksIn, parsedHtml, textsIn } from './html';
import { everyDistrict, everyPair, MINISTRY, manyFacts, type Size } from './many';
import { requestOf, sampleMails } from './sample';

function composed(parts: readonly MailPart[], facts: MailFacts, language: Language = 'ru'): Mail {
  const mail = composeMail(requestOf(parts, { language }), facts);
  if (mail === null) throw new Error('nothing to say');
  return mail;
}

/** Every part that a book with one district can give. */
function partsOf(district: string, pairs: readonly PairRef[]): MailPart[] {
  const book = 'BOOK';
  const digest = { why: { kind: 'regular' }, previous: null, unsent: 1 } as const;
  return [
    { kind: 'ministry', ...digest },
    { kind: 'district', book, district: sameKey(district), ...digest },
    { kind: 'reminder', why: ['asked'], pairs },
    { kind: 'callList', book, district: sameKey(district), pairs },
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
      ? (['ministry', 'district', 'reminder', 'callList'] as const).map(
          (kind) => [`${sample.facts.programmeTitle}, ${kind}`, sample, kind] as const,
        )
      : [],
  );
  test.each(samples)('%s: says all that the HTML says, with every link', (_, sample, kind) => {
    const mail = composeMail(sample[kind], sample.facts);
    if (mail === null) throw new Error('nothing to say');
    saysTheSame(mail);
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

/** Every word and every link of the HTML is in the plain part. */
function saysTheSame({ html, text }: Pick<Mail, 'html' | 'text'>): void {
  const plain = spaced(text);
  expect(textsIn(html).filter((each) => !plain.includes(each))).toEqual([]);
  const links = new Set(text.match(/https:\S+/g));
  expect(linksIn(html).filter((each) => !links.has(each))).toEqual([]);
}

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

  test('85 districts of a thousand organisations are shown in short, and Gmail does not cut them', () => {
    const facts = large(organisations(1000));
    expect(facts.books[0]?.analysis.records).toHaveLength(1000 * STAGES);
    const [ministry, district, reminder] = partsOf('Район 1', everyPair(facts));
    const mails = [ministry, district, reminder].map((part) => composed(part ? [part] : [], facts));
    for (const { html, text } of mails) {
      expect(bytes(html)).toBeLessThan(MOST);
      expect(bytes(text)).toBeLessThan(MOST);
    }
    expect(mails[0]?.text).toContain(`…и ещё ${DISTRICTS - 10}: сдано `);
    // The table has them all.
    expect(new Set(mails[0]?.attachments[0]?.text.match(/Район \d+/g)).size).toBe(DISTRICTS);
  });

  /** The head figures of each district, as its section or its line says them. */
  const saysFigures = ({ text }: Mail, facts: MailFacts, size: Size): void => {
    const [book] = facts.books;
    if (!book) throw new Error('no book');
    const districts = byDistrict(book.analysis.programme, book.analysis.records, facts.today);
    expect(districts).toHaveLength(size.districts);
    const plain = spaced(text);
    const told = plain.match(/сдано в срок:? \d+ %[, (]+\d+/g) ?? [];
    expect(told.map((each) => Number(/\d+$/.exec(each)?.[0]))).toEqual(
      districts.map(({ tally }) => tally.inTime),
    );
    expect(plain.match(/срок впереди:? \d+ %/g)).toHaveLength(size.districts);
    expect(plain.match(/просрочено:? \d+ %/g)).toHaveLength(size.districts);
  };
  const NOT_TWICE = (names: readonly string[]) => expect(new Set(names).size).toBe(names.length);

  test.each([2, 4, 6, 20, 85])('the head of %d districts gets a mail that Google sends', (districts) => {
    const size: Size = { districts, schools: 12, stages: 5, first: 40, long: districts === 85 ? 70 : 0 };
    const facts = manyFacts(size);
    const mail = composed(everyDistrict(size), facts);
    expect(bytes(mail.html)).toBeLessThanOrEqual(95_000);
    saysFigures(mail, facts, size);
    saysTheSame(mail);
    // Where all is shown, how many reports are not is said with a link; small ones are shown whole.
    const [book] = facts.books;
    const missed = book?.analysis.records.filter(({ bucket }) => bucket === 'missed').length ?? 0;
    if (districts === 6) {
      const left = [...mail.text.matchAll(/…и ещё (\d+)\n {0,2}https:/g)].map(([, count]) => Number(count));
      const shown = mail.text.match(/^- \d\./gm)?.length ?? 0;
      expect(left.reduce((sum, each) => sum + each, shown)).toBe(missed);
    }
    if (districts > 6) expect(mail.text).toContain('Остальное коротко');
    NOT_TWICE(mail.text.match(/^- Муниц.*$/gm) ?? []);
  });

  test('500 schools with ten stages due soon are told in short', () => {
    const size: Size = { districts: 1, schools: 500, stages: 10, first: -1, apart: 0, filed: 0 };
    const mail = composed(everyDistrict(size), manyFacts(size));
    expect(bytes(mail.html)).toBeLessThan(60_000);
    expect(mail.text.match(/…и ещё 488/g)).toHaveLength(10);
    saysTheSame(mail);
  });

  test('whatever comes in, a mail is not too large and says the same twice', () => {
    const sizes = fc.record({
      districts: fc.integer({ min: 1, max: 90 }),
      schools: fc.integer({ min: 1, max: 14 }),
      stages: fc.integer({ min: 1, max: 12 }),
      targets: fc.integer({ min: 0, max: 7 }),
      long: fc.constantFrom(0, 70, 110, 300),
      first: fc.integer({ min: -3, max: 120 }),
      apart: fc.integer({ min: 0, max: 14 }),
      filed: fc.integer({ min: 0, max: 10 }),
      idLength: fc.constantFrom(12, 44, 120),
    });
    const kinds = fc.subarray(['ministry', 'district', 'reminder', 'callList'] as const, { minLength: 1 });
    fc.assert(
      fc.property(sizes, kinds, (size, chosen) => {
        const facts = manyFacts(size);
        const pairs = everyPair(facts);
        const districts = everyDistrict(size);
        const parts: MailPart[] = [
          ...(chosen.includes('reminder') ? [{ kind: 'reminder', why: ['asked'], pairs } as const] : []),
          ...(chosen.includes('callList')
            ? districts
                .slice(0, 9)
                .map(({ book, district }) => ({ kind: 'callList', book, district, pairs }) as const)
            : []),
          ...(chosen.includes('ministry') ? [MINISTRY] : []),
          ...(chosen.includes('district') ? districts : []),
        ];
        const mail = composeMail(requestOf(parts), facts);
        if (mail === null) return;
        expect(bytes(mail.html)).toBeLessThanOrEqual(95_000);
        expect(bytes(mail.html) + bytes(mail.text)).toBeLessThanOrEqual(200_000);
        saysTheSame(mail);
        if (chosen.every((kind) => kind === 'district')) saysFigures(mail, facts, size);
      }),
      { numRuns: 25 },
    );
  });

  test('more sections than a mail has room for in a line each are counted', () => {
    const size: Size = { districts: 400, schools: 1, stages: 1, long: 70 };
    const mail = composed(everyDistrict(size), manyFacts(size));
    expect(bytes(mail.html)).toBeLessThanOrEqual(90_000);
    const shown = mail.text.match(/сдано в срок/g)?.length ?? 0;
    expect(mail.text).toContain(`…и ещё ${400 - shown}, смотрите в таблице`);
  });

  test('what the parts of a mail weigh is what the whole weighs, in bytes of UTF-8', () => {
    const size: Size = { districts: 3, schools: 4, stages: 4, targets: 2 };
    const facts = manyFacts(size);
    const letter = mailContent(requestOf([MINISTRY, ...everyDistrict(size)]), facts, MAIL_WORDS.ru);
    if (letter === null) throw new Error('nothing to say');
    const sections = letter.sections.reduce((sum, each) => sum + weight.section(each), weight.frame(letter));
    expect(sections).toBe(bytes(htmlOf(letter)));
    for (const section of letter.sections) {
      const bare = weight.section({ ...section, blocks: [] });
      const blocks = section.blocks.map((each) => weight.block(each));
      expect(blocks.reduce((sum, each) => sum + each, bare)).toBe(weight.section(section));
      for (const each of section.blocks) {
        const rows = each.rows.map((row) => weight.row(row));
        expect(rows.reduce((sum, row) => sum + row, weight.block({ ...each, rows: [] }))).toBe(
          weight.block(each),
        );
      }
    }
    for (const text of ['a«ё№…𝄞', '\ud83d\ude00']) expect(bytesOf(text)).toBe(bytes(text));
  });

  test('no name of a school stands in a mail that was cut with nothing under it', () => {
    let cut = 0;
    // Each number of schools ends the cut at another row.
    for (let schools = 20; schools < 32; schools += 1) {
      const size: Size = { districts: 6, schools, stages: 5, long: 120, filed: 2 };
      const all = mailContent(requestOf(everyDistrict(size)), manyFacts(size), MAIL_WORDS.ru);
      if (all === null) throw new Error('nothing to say');
      const content = fitted(all, MAIL_WORDS.ru);
      if (content !== all) cut += 1;
      for (const { rows } of content.sections.flatMap(({ blocks }) => blocks)) {
        rows.forEach((row, index) => {
          if (row.group !== null) expect(rows[index + 1]?.item).toBeTruthy();
        });
      }
    }
    expect(cut).toBe(12);
  });

  test('one district of a thousand schools is cut short by us, with a link to the whole', () => {
    const facts = large(organisations(1000).map((each) => ({ ...each, district: 'Район' })));
    const [, district, reminder, callList] = partsOf('Район', everyPair(facts));
    for (const part of [district, reminder, callList]) {
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
