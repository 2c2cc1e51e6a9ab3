/** The mails as a browser shows them: on a phone, in a window, in the dark, on paper. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { fingerprint } from '../../src/domain/fingerprint';
import { composeMail } from '../../src/mail/compose';
import { PROGRAMMES } from '../../src/programmes';
import type { BuiltInProgramme } from '../../src/programmes/types';
import {
  goldenMails,
  openGoldenBrowser,
  PRINTS,
  picturePath,
  SCHEMES,
  type Scheme,
  showMail,
  WIDTHS,
} from './golden';
import { sampleMails } from './sample';

const MAILS = goldenMails();
const VIEWS = MAILS.flatMap((mail) =>
  WIDTHS.flatMap((width) => SCHEMES.map((scheme) => [mail.name, width, scheme, mail.html] as const)),
);

let browser: Browser;
beforeAll(async () => {
  browser = await openGoldenBrowser();
});
afterAll(() => browser.close());

async function shown<T>(
  html: string,
  width: number,
  scheme: Scheme,
  look: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await showMail(browser, html, width, scheme);
  try {
    return await look(page);
  } finally {
    await page.close();
  }
}

// Code for the page is text here: these tests know no names of a browser.
const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

interface Found {
  readonly violations: readonly string[];
  readonly outside: readonly string[];
  readonly ground: string;
}
const LOOK = `axe.run({ runOnly: ['wcag2a', 'wcag2aa'] }).then(({ violations }) => ({
  violations: violations.map(({ id, nodes }) => id + ': ' + nodes[0].html),
  outside: [...document.querySelectorAll('td, div, a, span')]
    .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
    .map((each) => each.outerHTML.slice(0, 80)),
  ground: getComputedStyle(document.body).backgroundColor,
}))`;

interface Bar {
  readonly wide: number;
  readonly cells: readonly { readonly said: number; readonly wide: number }[];
}
const BARS = `[...document.querySelectorAll('table[height="10"]')].map((bar) => ({
  wide: bar.getBoundingClientRect().width,
  cells: [...bar.querySelectorAll('td')].map((cell) => ({
    said: parseInt(cell.width, 10),
    wide: cell.getBoundingClientRect().width,
  })),
}))`;

describe.each(VIEWS)('%s, %d wide, %s', (name, width, scheme, html) => {
  let found: Found;
  let picture: Uint8Array;
  beforeAll(async () => {
    await shown(html, width, scheme, async (page) => {
      picture = await page.screenshot({ fullPage: true });
      await page.evaluate(AXE);
      found = await page.evaluate<Found>(LOOK);
    });
  });

  test('fits the screen, and every word is read at 4.5:1', () => {
    expect(found.violations).toEqual([]);
    expect(found.outside).toEqual([]);
    expect(found.ground).toBe(scheme === 'dark' ? 'rgb(30, 32, 35)' : 'rgb(255, 255, 255)');
  });

  test('looks like its picture in docs/pictures', async () => {
    const { sizes, differing } = await compared(picture, readFileSync(picturePath(name, width, scheme)));
    expect(sizes[0]).toBe(sizes[1]);
    expect(differing).toBeLessThan(0.01);
  });
});

interface Comparison {
  readonly sizes: readonly [string, string];
  /** Share of pixels that differ clearly: more than the few colours of a golden picture make up for. */
  readonly differing: number;
}

/** By the browser, which reads pictures a hundred times faster than we could. */
async function compared(a: Uint8Array, b: Uint8Array): Promise<Comparison> {
  const page = await browser.newPage();
  try {
    const images = [a, b].map(
      (png) => `<img src="data:image/png;base64,${Buffer.from(png).toString('base64')}">`,
    );
    await page.setContent(images.join(''));
    return await page.evaluate<Comparison>(COMPARE);
  } finally {
    await page.close();
  }
}
const COMPARE = `(() => {
  const CLEARLY = 96;
  const [a, b] = [...document.images].map((image) => {
    const context = new OffscreenCanvas(image.naturalWidth, image.naturalHeight).getContext('2d');
    context.drawImage(image, 0, 0);
    const { width, height, data } = context.getImageData(0, 0, image.naturalWidth, image.naturalHeight);
    return { size: width + '×' + height, data };
  });
  let clearly = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    const apart = (channel) => Math.abs(a.data[at + channel] - b.data[at + channel]) > CLEARLY;
    if (apart(0) || apart(1) || apart(2)) clearly += 1;
  }
  return { sizes: [a.size, b.size], differing: (clearly * 4) / a.data.length };
})()`;

test('the pictures in docs are of the mails as they are: else run scripts/pictures-mail.ts', () => {
  const made = Object.fromEntries(MAILS.map(({ name, html }) => [name, fingerprint(html)]));
  expect(JSON.parse(readFileSync(PRINTS, 'utf8'))).toEqual(made);
});

/** Where the first element that holds this text ends, in CSS pixels from the top. */
const bottomOf = (page: Page, text: string): Promise<number> =>
  page
    .getByText(text)
    .first()
    .evaluate((element) => element.getBoundingClientRect().bottom);

const ministryOf = (programme: BuiltInProgramme): string => {
  const { ministry, facts } = sampleMails(programme);
  const mail = composeMail(ministry, facts);
  if (mail === null) throw new Error('nothing to say');
  return mail.html;
};

describe("the ministry's digest", () => {
  test.each(PROGRAMMES.map((each) => [each.title, each] as const))(
    '%s: the head is one screen of a phone, the whole one sheet of paper',
    async (_, programme) => {
      const html = ministryOf(programme);
      await shown(html, 375, 'light', async (page) => {
        expect(await bottomOf(page, 'Открыть вкладку')).toBeLessThan(400);
        expect(await sheets(page)).toBe(1);
      });
    },
  );

  test('with twelve districts is still one sheet of paper', async () => {
    const [ekaterinburg] = PROGRAMMES;
    if (!ekaterinburg) throw new Error('the sample is gone');
    const districts = [...new Set(ekaterinburg.organisations.map(({ district }) => district))];
    // Every other school of five districts makes a district of its own.
    const organisations = ekaterinburg.organisations.map((each, index) =>
      index % 2 === 0 && districts.indexOf(each.district) < 5
        ? { ...each, district: `${each.district} второй` }
        : each,
    );
    expect(new Set(organisations.map(({ district }) => district)).size).toBe(12);
    await shown(ministryOf({ ...ekaterinburg, organisations }), 800, 'light', async (page) => {
      expect(await sheets(page)).toBe(1);
    });
  });

  test('its bars are as long as their figures say', async () => {
    const html = ministryOf(PROGRAMMES[0] as BuiltInProgramme);
    await shown(html, 800, 'light', async (page) => {
      const bars = await page.evaluate<Bar[]>(BARS);
      expect(bars.length).toBeGreaterThan(8);
      for (const { wide, cells } of bars) {
        for (const cell of cells) expect(Math.abs(cell.wide - (wide * cell.said) / 100)).toBeLessThan(2.5);
      }
    });
  });
});

/** How many sheets of A4 the page takes, with margins of a centimetre. */
async function sheets(page: Page): Promise<number> {
  const margin = { top: '10mm', bottom: '10mm', left: '10mm', right: '10mm' };
  const pdf = (await page.pdf({ format: 'A4', margin })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}
