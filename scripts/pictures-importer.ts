/** Pictures of the importer's dialog for the README and the guide. `npx tsx scripts/build.ts && npx tsx scripts/pictures-importer.ts` */
import { readFileSync } from 'node:fs';
import { servePage } from '../host/page/server/servePage';
import { LocalHost } from '../host/runtime/localHost';
import { makeBooks, press } from '../host/sample/books';
import { openChromium } from '../tests/support/browser/chromium';

const INTO = 'docs/pictures';
const LIST = `Район\tНаименование\tТип\tЭл. почта
Кировский\tМБОУ СОШ № 1\tшкола\tschool1@example.org
Кировский\tМБОУ СОШ № 2\tшкола\tschool2@example.org
Ленинский\tМБОУ «Гимназия № 3»\tшкола\tschool3@example.org`;

const host = new LocalHost({ now: Date.UTC(2020, 8, 23, 7) });
const books = makeBooks(host, { timeZone: 'Asia/Yekaterinburg' });
const [shown] = press(host, books, 'Письмо или список…').seen;
if (shown?.kind !== 'modalDialog') throw new Error('the menu opened no dialog');
const served = await servePage({
  host,
  project: books.controlScript,
  user: books.administrator,
  html: shown.html,
});
const browser = await openChromium();
try {
  const page = await browser.newPage({ viewport: { width: 1060, height: 700 }, locale: 'ru-RU' });
  await page.goto(served.url);
  await page.locator('#source-letter').fill(readFileSync('tests/fixtures/letters/city.txt', 'utf8'));
  await page.locator('#source-list').fill(LIST);
  await page.locator('footer strong').waitFor();
  await page.getByRole('button', { name: 'Дальше' }).click();
  await page.getByLabel('Мероприятие 2', { exact: true }).click();
  await page.screenshot({ path: `${INTO}/importer-stages.png` });
  await page.getByRole('button', { name: 'Дальше' }).click();
  await page.getByText('Что будет записано').waitFor();
  await page.getByLabel('Название программы').fill('Шаги проекта');
  await page.locator('summary').first().click();
  await page.screenshot({ path: `${INTO}/importer-changes.png` });
} finally {
  await browser.close();
  await served.close();
}
