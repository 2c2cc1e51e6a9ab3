/** Pictures of the local page for the README and the guides. `npx tsx scripts/build.ts && npx tsx scripts/pictures-page.ts` */

import { servePages } from '../host/page/server/http';
import { worldOfDemo } from '../host/page/server/source';
import { runDemo } from '../host/sample/demo';
import { type CivilDate, parseIso } from '../src/domain/dates/civil';
import { openChromium } from '../tests/support/browser/chromium';
import { PageDriver } from '../tests/support/browser/driver';

const INTO = 'docs/pictures';
const DAY = parseIso('2020-11-16') as CivilDate;

const served = await servePages(worldOfDemo(runDemo(0, DAY)));
const browser = await openChromium();
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ru-RU' });
  const driver = new PageDriver(await context.newPage());
  const { page } = driver;
  const shot = (name: string) => page.screenshot({ path: `${INTO}/page-${name}.png` });
  await driver.open(served.url);
  await driver.become('Куратор школы');
  await driver.tab('Отчёт');
  await driver.click('E5');
  await driver.menu('Сводка', 'Моя школа');
  await page.frameLocator('aside iframe').getByText('Какая школа ваша?').waitFor();
  await shot('school');
  await page.getByRole('complementary').getByRole('button', { name: 'Закрыть' }).click();
  await driver.type('D5', 'сдано');
  await shot('refused');
  await page.getByRole('alert').getByRole('button', { name: 'Закрыть' }).click();
  await driver.become('Администратор');
  await driver.tab('Сводка');
  await shot('summary');
  await driver.book(/^Пульт/);
  await page.getByRole('navigation', { name: 'Меню книги' }).getByRole('button', { name: 'Сводка' }).click();
  await shot('control');
  await driver.page.keyboard.press('Escape');
} finally {
  await browser.close();
  await served.close();
}
