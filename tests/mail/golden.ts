/** The mails that docs/pictures shows, and how they are looked at. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { composeMail } from '../../src/mail/compose';
import { PROGRAMMES } from '../../src/programmes';
import { unpackedChromium } from '../support/browser/unpack.mjs';
import { sampleMails } from './sample';

/** A phone, and a window beside the list of mails, in CSS pixels. */
export const WIDTHS = [375, 800] as const;
export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** Fingerprints of the mails that the pictures were made of, by name. */
export const PRINTS = 'docs/pictures/mails.json';
export const picturePath = (name: string, width: number, scheme: Scheme): string =>
  `docs/pictures/mail-${name}-${width}-${scheme}.png`;

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

/** The mails' own font, which comes with the npm package of Chromium: as narrow as what mail programs draw with. */
const FONTS = [
  ['normal', 'OpenSans-Regular.ttf'],
  ['bold', 'OpenSans-Bold.ttf'],
] as const;

async function fontStyle(): Promise<string> {
  const folder = join(await unpackedChromium(), 'fonts/Open_Sans');
  return FONTS.map(([weight, file]) => {
    const data = readFileSync(join(folder, file)).toString('base64');
    return `@font-face{font-family:Arial;font-weight:${weight};src:url(data:font/ttf;base64,${data})}`;
  }).join('');
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
  await page.addStyleTag({ content: await fontStyle() });
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  return page;
}
