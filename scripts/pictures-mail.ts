/** Golden pictures of the mails: `npx tsx scripts/pictures-mail.ts`. Which mails they show: docs/pictures/mails.json. */
import { writeFileSync } from 'node:fs';
import upng from 'upng-js';
import { fingerprint } from '../src/domain/values/fingerprint';
import { goldenMails, PRINTS, picturePath, SCHEMES, showMail, WIDTHS } from '../tests/mail/golden';
import { openChromium } from '../tests/support/browser/chromium';

/**
 * Reduces the number of colours: the pictures are text on plain ground, look the same and become a third of the size.
 * The most frequent colours are kept exactly, so that areas of one colour are compared exactly; the shades at the edges
 * of letters take the nearest.
 */
const COLOURS = 96;

function fewColours(rgba: Uint8Array): Uint8Array {
  const pixels = new Uint32Array(rgba.slice().buffer);
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const kept = [...counts].sort((a, b) => b[1] - a[1]).slice(0, COLOURS);
  const channels = (pixel: number) => [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255] as const;
  const apart = (a: number, b: number): number => {
    const [x, y] = [channels(a), channels(b)];
    return (x[0] - y[0]) ** 2 + (x[1] - y[1]) ** 2 + (x[2] - y[2]) ** 2;
  };
  const nearest = new Map(
    [...counts.keys()].map((pixel) => {
      let best = pixel;
      let least = Number.POSITIVE_INFINITY;
      for (const [each] of kept) {
        const distance = apart(pixel, each);
        if (distance < least) [best, least] = [each, distance];
      }
      return [pixel, best] as const;
    }),
  );
  return new Uint8Array(pixels.map((pixel) => nearest.get(pixel) ?? pixel).buffer);
}

const browser = await openChromium();
try {
  const prints: Record<string, string> = {};
  for (const { name, html } of goldenMails()) {
    prints[name] = fingerprint(html);
    for (const width of WIDTHS) {
      for (const scheme of SCHEMES) {
        const page = await showMail(browser, html, width, scheme);
        const picture = upng.decode(Uint8Array.from(await page.screenshot({ fullPage: true })).buffer);
        const [frame = new ArrayBuffer(0)] = upng.toRGBA8(picture);
        const small = upng.encode(
          [fewColours(new Uint8Array(frame)).buffer as ArrayBuffer],
          picture.width,
          picture.height,
          0,
        );
        writeFileSync(picturePath(name, width, scheme), Buffer.from(small));
        await page.close();
      }
    }
  }
  writeFileSync(PRINTS, `${JSON.stringify(prints, null, 2)}\n`);
} finally {
  await browser.close();
}
