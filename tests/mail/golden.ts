/** The mails that docs/pictures shows, and how they are looked at. */
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { openChromium } from '../../host/page/chromium';
import { composeMail } from '../../src/mail/compose';
import { PROGRAMMES } from '../../src/programmes';
import { sampleMails } from './sample';

/** A phone, and a window beside the list of mails, in CSS pixels. */
export const WIDTHS = [375, 800] as const;
export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** Fingerprints of the mails that the pictures were made of, by name. */
export const PRINTS = 'docs/pictures/mails.json';
export const picturePath = (name: string, width: number, scheme: Scheme): string =>
  `docs/pictures/mail-${name}-${width}-${scheme}.png`;

/** Letters drawn the same way on every machine: in shades of grey, not fitted to the grid of its screen. */
export const openGoldenBrowser = (): Promise<Browser> =>
  openChromium(['--disable-lcd-text', '--font-render-hinting=none']);

export function goldenMails(): { name: string; html: string; text: string }[] {
  const [ekaterinburg, beloyarsky] = PROGRAMMES.map(sampleMails);
  if (!ekaterinburg || !beloyarsky) throw new Error('the samples are gone');
  const shown = [
    ['ministry', ekaterinburg, ekaterinburg.ministry],
    ['district', beloyarsky, beloyarsky.district],
    ['reminder', ekaterinburg, ekaterinburg.reminder],
  ] as const;
  return shown.map(([name, { facts }, request]) => {
    const mail = composeMail(request, facts);
    if (mail === null) throw new Error(`nothing to say in the mail «${name}»`);
    return { name, html: mail.html, text: mail.text };
  });
}

/**
 * The fonts that come with the npm package of Chromium, out of its archive: neither what a machine has installed nor
 * where the package unpacks itself matters.
 */
const ARCHIVE = 'node_modules/@sparticuz/chromium/bin/fonts.tar.br';
const FONTS = [
  ['normal', 'OpenSans-Regular.ttf'],
  ['bold', 'OpenSans-Bold.ttf'],
] as const;

/** A tar's entries: a head of 512 bytes with the name and the octal size, then the file, filled up to 512. */
function fromTar(tar: Buffer, file: string): Buffer {
  for (let at = 0; at + 512 <= tar.length; ) {
    const text = (from: number, length: number): string =>
      tar.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '');
    const size = Number.parseInt(text(124, 12), 8) || 0;
    if (text(0, 100).endsWith(`/${file}`)) return tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error(`${ARCHIVE} has no ${file}`);
}

let style: string | null = null;
function fontStyle(): string {
  if (style !== null) return style;
  const tar = brotliDecompressSync(readFileSync(ARCHIVE));
  style = FONTS.map(([weight, file]) => {
    const data = fromTar(tar, file).toString('base64');
    return `@font-face{font-family:Arial;font-weight:${weight};src:url(data:font/ttf;base64,${data})}`;
  }).join('');
  return style;
}

/** A page that shows a mail as a mail program does; the caller closes it. */
export async function showMail(
  browser: Browser,
  html: string,
  width: number,
  colorScheme: Scheme,
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 667 }, colorScheme });
  await page.setContent(html);
  await page.addStyleTag({ content: fontStyle() });
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  return page;
}
