/** The mails as a browser shows them: on a phone, in a window, in the dark, on paper. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { MailFacts } from '../../src/domain/mail/facts';
import type { MailPart } from '../../src/domain/mail/kinds';
import { fingerprint } from '../../src/domain/values/fingerprint';
import { composeMail } from '../../src/mail/compose';
import { PROGRAMMES } from '../../src/programmes';
import type { BuiltInProgramme } from '../../src/programmes/types';
import { openChromium } from '../support/browser/chromium';
import { goldenMails, PRINTS, picturePath, SCHEMES, type Scheme, showMail, WIDTHS } from './golden';
import { MINISTRY, manyFacts, type Size } from './many';
import { requestOf, sampleMails } from './sample';

const MAILS = goldenMails();
const VIEWS = MAILS.flatMap((mail) =>
  WIDTHS.flatMap((width) => SCHEMES.map((scheme) => [mail.name, width, scheme, mail.html] as const)),
);

let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
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
  let boxes: readonly Box[];
  beforeAll(async () => {
    await shown(html, width, scheme, async (page) => {
      picture = await page.screenshot({ fullPage: true });
      await page.evaluate(AXE);
      found = await page.evaluate<Found>(LOOK);
      boxes = await page.evaluate<Box[]>(BOXES);
    });
  });

  test('fits the screen, and every word is read at 4.5:1', () => {
    expect(found.violations).toEqual([]);
    expect(found.outside).toEqual([]);
    expect(found.ground).toBe(scheme === 'dark' ? 'rgb(30, 32, 35)' : 'rgb(255, 255, 255)');
  });

  test('looks like its picture in docs/pictures, in every colour', async () => {
    const golden = readFileSync(picturePath(name, width, scheme));
    const { sizes, tiles, patches } = await compared(picture, golden, boxes);
    expect(sizes[0]).toBe(sizes[1]);
    expect(boxes.length).toBeGreaterThanOrEqual(3);
    expect(patches.filter(({ apart }) => apart > SAME_COLOUR)).toEqual([]);
    expect(tiles).toBeLessThan(SAME_TILE);
  });
});

/** A patch of one colour, in CSS pixels of the whole page. */
interface Box {
  readonly what: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Pieces of bars, edges of the legend, words on a colour: without their rims, where other colours shine through. */
const BOXES = `[
  ...[...document.querySelectorAll('td[bgcolor]')].map((each) => [each, 0]),
  ...[...document.querySelectorAll('div[style*="border-left:4px"]')].map((each) => [each, 4]),
  ...[...document.querySelectorAll('span[style*="background"], div[style*="background:"][class="k"]')].map((each) => [each, 4]),
].map(([each, wide]) => {
  const { x, y, width, height } = each.getBoundingClientRect();
  return { what: each.outerHTML.slice(0, 70), x: x + 1, y: y + 1 + scrollY, width: (wide || width) - 2, height: height - 2 };
}).filter(({ width, height }) => width >= 1 && height >= 1)`;

/** Levels of 255 by which a channel may be off: a patch whose rim is not whole pixels. */
const SAME_COLOUR = 4;
/** The same for the mean of a tile, whose letters may stand half a pixel aside. */
const SAME_TILE = 24;

interface Comparison {
  readonly sizes: readonly [string, string];
  /** By how much the channel that differs most does in the tile that differs most, 16 pixels square. */
  readonly tiles: number;
  readonly patches: readonly { readonly what: string; readonly apart: number }[];
}

/** By the browser, which reads pictures a hundred times faster than we could. */
async function compared(a: Uint8Array, b: Uint8Array, boxesOfA: readonly Box[]): Promise<Comparison> {
  const page = await browser.newPage();
  try {
    const images = [a, b].map(
      (png) => `<img src="data:image/png;base64,${Buffer.from(png).toString('base64')}">`,
    );
    await page.setContent(images.join(''));
    return await page.evaluate<Comparison>(`(${COMPARE})(${JSON.stringify(boxesOfA)})`);
  } finally {
    await page.close();
  }
}
const COMPARE = `(boxes) => {
  const TILE = 16;
  const pictures = [...document.images].map((image) => {
    const { naturalWidth: width, naturalHeight: height } = image;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context.drawImage(image, 0, 0);
    return { width, height, data: context.getImageData(0, 0, width, height).data };
  });
  const [{ width, height }] = pictures;
  const mean = ({ width, height, data }, left, top, right, bottom) => {
    const sum = [0, 0, 0];
    let count = 0;
    for (let y = top; y < Math.min(bottom, height); y += 1) {
      for (let x = left; x < Math.min(right, width); x += 1, count += 1) {
        for (const channel of [0, 1, 2]) sum[channel] += data[(y * width + x) * 4 + channel];
      }
    }
    return sum.map((each) => each / Math.max(1, count));
  };
  const apart = (...corners) => {
    const [a, b] = pictures.map((picture) => mean(picture, ...corners));
    return Math.max(...a.map((each, channel) => Math.abs(each - b[channel])));
  };
  let tiles = 0;
  for (let y = 0; y < height; y += TILE) {
    for (let x = 0; x < width; x += TILE) tiles = Math.max(tiles, apart(x, y, x + TILE, y + TILE));
  }
  const patches = boxes.map(({ what, x, y, width, height }) => {
    const [left, top] = [Math.ceil(x), Math.ceil(y)];
    return { what, apart: apart(left, top, Math.max(left + 1, Math.floor(x + width)), Math.max(top + 1, Math.floor(y + height))) };
  });
  return { sizes: pictures.map((each) => each.width + '×' + each.height), tiles, patches };
}`;

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

/** One sheet, whatever the programme. */
const LARGE: readonly (readonly [string, Size])[] = [
  ['85 districts', { districts: 85, schools: 2, stages: 10, targets: 5 }],
  ['85 districts with long names', { districts: 85, schools: 2, stages: 10, targets: 5, long: 90 }],
  ['all stages behind', { districts: 85, schools: 2, stages: 10, targets: 6, long: 90, first: 200 }],
  [
    'thirty stages, behind, filed and ahead',
    { districts: 40, schools: 1, stages: 30, targets: 5, long: 90, first: 150 },
  ],
];

const digestOf = (facts: MailFacts): string => {
  const part: MailPart = { ...MINISTRY, why: { kind: 'afterDeadline', deadline: facts.today } };
  const mail = composeMail(requestOf([part]), facts);
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

  test.each(LARGE)(
    '%s: what one must know is one screen of a phone, the whole one sheet',
    async (_, size) => {
      await shown(digestOf(manyFacts(size)), 375, 'light', async (page) => {
        // The head, how many districts are behind, the link and the targets stand before the districts.
        expect(await bottomOf(page, 'Просроченное есть в')).toBeLessThan(400);
        expect(await bottomOf(page, 'Открыть вкладку')).toBeLessThan(400);
        expect(await bottomOf(page, 'Показатели')).toBeLessThan(450);
        expect(await page.evaluate<number>(LAST_TARGET)).toBeLessThan(PHONE);
        expect(await page.evaluate<number>('document.documentElement.scrollHeight')).toBeLessThan(3 * PHONE);
        expect(await sheets(page)).toBe(1);
      });
    },
  );

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

const PHONE = 812;
const LAST_TARGET = `(() => {
  const heading = [...document.querySelectorAll('b')].find((each) => each.textContent === 'Показатели');
  return heading.closest('table').getBoundingClientRect().bottom;
})()`;

/** Where a word says what a colour means, and the bar above it: red is red, and both are of one colour. */
const LEGEND = `[...document.querySelectorAll('div[style*="border-left:4px"]')].map((each) => ({
  label: each.childNodes[2].textContent,
  colour: getComputedStyle(each).borderLeftColor,
}))`;
const FIRST_BAR = `[...document.querySelector('table[height="10"]').querySelectorAll('td')].map((each) =>
  getComputedStyle(each).backgroundColor)`;
test.each(SCHEMES)(
  'the legend has the colours of its bar, and each is what its word says: %s',
  async (scheme) => {
    await shown(ministryOf(PROGRAMMES[0] as BuiltInProgramme), 375, scheme, async (page) => {
      const legend = await page.evaluate<{ label: string; colour: string }[]>(LEGEND);
      const colours = Object.fromEntries(legend.map(({ label, colour }) => [label, colour]));
      const bar = await page.evaluate<string[]>(FIRST_BAR);
      const {
        'сдано в срок': inTime,
        'сдано позже': late,
        просрочено: missed,
        'срок впереди': ahead,
      } = colours;
      expect(bar).toEqual([inTime, late, ahead, missed]);
      const [red = 0, green = 0, blue = 0] = (missed?.match(/\d+/g) ?? []).map(Number);
      expect(red).toBeGreaterThan(2 * Math.max(green, blue));
      const channels = (inTime?.match(/\d+/g) ?? []).map(Number);
      expect(channels.indexOf(Math.max(...channels))).toBe(2);
    });
  },
);

test('every letter of the pictures is drawn with the fonts of the package', async () => {
  for (const { html } of MAILS) {
    await shown(html, 375, 'light', async (page) => {
      const session = await page.context().newCDPSession(page);
      await session.send('DOM.enable');
      await session.send('CSS.enable');
      const { root } = await session.send('DOM.getDocument');
      const { nodeIds } = await session.send('DOM.querySelectorAll', {
        nodeId: root.nodeId,
        selector: 'body *',
      });
      const drawn = new Set<string>();
      for (const nodeId of nodeIds) {
        const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
        for (const { familyName, isCustomFont } of fonts) drawn.add(`${familyName} ${isCustomFont}`);
      }
      expect([...drawn]).toEqual(['Open Sans true']);
    });
  }
});

/** How many sheets of A4 the page takes, with margins of a centimetre. */
async function sheets(page: Page): Promise<number> {
  const margin = { top: '10mm', bottom: '10mm', left: '10mm', right: '10mm' };
  const pdf = (await page.pdf({ format: 'A4', margin })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}
