/** Golden pictures of the mails: `npx tsx scripts/pictures-mail.ts`. Which mails they show: docs/pictures/mails.json. */
import { writeFileSync } from 'node:fs';
import upng from 'upng-js';
import { fingerprint } from '../src/domain/fingerprint';
import {
  goldenMails,
  openGoldenBrowser,
  PRINTS,
  picturePath,
  SCHEMES,
  showMail,
  WIDTHS,
} from '../tests/mail/golden';

/** Text on plain ground: with so few colours a picture is a fifth of its size and looks the same. */
const COLOURS = 32;

const browser = await openGoldenBrowser();
try {
  const prints: Record<string, string> = {};
  for (const { name, html } of goldenMails()) {
    prints[name] = fingerprint(html);
    for (const width of WIDTHS) {
      for (const scheme of SCHEMES) {
        const page = await showMail(browser, html, width, scheme);
        const picture = upng.decode(Uint8Array.from(await page.screenshot({ fullPage: true })).buffer);
        const small = upng.encode(upng.toRGBA8(picture), picture.width, picture.height, COLOURS);
        writeFileSync(picturePath(name, width, scheme), Buffer.from(small));
        await page.close();
      }
    }
  }
  writeFileSync(PRINTS, `${JSON.stringify(prints, null, 2)}\n`);
} finally {
  await browser.close();
}
