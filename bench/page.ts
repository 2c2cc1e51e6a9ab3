/** How long a person waits at the local page: a tab of 10,000 rows opened, a cell typed into, a screen scrolled. */

import { servePages } from '../host/page/server/http';
import { SheetView } from '../host/people/sheetView';
import { LocalHost } from '../host/runtime/localHost';
import { makeBooks, press } from '../host/sample/books';
import { organisationsSchema, stagesSchema } from '../src/tabs/schemas/programme';
import { organisationRow, stageRow } from '../src/tabs/schemas/programmeRows';
import { openChromium } from '../tests/support/browser/chromium';
import { PageDriver } from '../tests/support/browser/driver';
import { NOW, organisations, STAGES, stages, TIME_ZONE } from './programme';
import { openRow, pasteReports, pasteTable, pressUntilDone } from './svodka';

export interface PageFigures {
  readonly rows: number;
  /** From asking for the address until the rows of «Отчёт» on the screen are drawn. */
  readonly openMs: number;
  /** Until the last of its rows is there. */
  readonly wholeMs: number;
  /** From Enter until the row's status has its new colour; the longest of several edits. */
  readonly editMs: number;
  /** The 90th percentile of the time of a frame while the wheel turns through the tab. */
  readonly frameMs: number;
}

const CURATOR = 'curator@example.org';
const EDITS = 8;
const TURNS = 60;

export async function measurePage(count: number): Promise<PageFigures> {
  const host = new LocalHost({ now: NOW });
  const books = makeBooks(host, { timeZone: TIME_ZONE });
  books.reporting.share(CURATOR, 'edit');
  pasteTable(host, books, stagesSchema, stages().map(stageRow));
  pasteTable(host, books, organisationsSchema, organisations(count).map(organisationRow));
  pressUntilDone(host, books);
  pasteReports(host, books);
  press(host, books, 'Обновить сводку сейчас');
  const { workbook } = books.reporting;
  const view = SheetView.of(workbook, 'Отчёт');
  // The page opens the first tab that is not hidden.
  for (const sheet of workbook.sheets) sheet.hidden = sheet !== view.sheet;
  const served = await servePages({
    host,
    title: 'bench',
    people: [{ email: CURATOR, name: 'curator' }],
    books: [{ id: workbook.id, kind: 'reporting' }],
  });
  const browser = await openChromium();
  try {
    const driver = new PageDriver(await browser.newPage({ viewport: { width: 1280, height: 800 } }));
    const started = performance.now();
    await driver.page.goto(served.url);
    const since = async (what: 'drawn' | 'ready') => {
      await driver.until(() => driver.ask(what), what);
      return Math.round(performance.now() - started);
    };
    const [openMs, wholeMs] = [await since('drawn'), await since('ready')];
    const frameMs = await scroll(driver);
    let editMs = 0;
    for (let edit = 0; edit < EDITS; edit += 1) editMs = Math.max(editMs, await type(driver, view));
    return { rows: count * STAGES, openMs, wholeMs, editMs, frameMs };
  } finally {
    await browser.close();
    await served.close();
  }
}

/** Types a date into a row that nobody filed for and waits for its status; ms by the page's own clock. */
async function type(driver: PageDriver, view: SheetView): Promise<number> {
  const row = openRow(view);
  await driver.click(view.cell(row, 'Дата выполнения'));
  await driver.page.keyboard.type('09.11.2020');
  // Measured inside the page, so that the connection to it is not counted.
  return driver.page.evaluate(`(async () => {
    const colour = () => window.svodkaPage.cell('${view.cell(row, 'Состояние')}').background;
    const [before, started] = [colour(), performance.now()];
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(enter);
    while (colour() === before && performance.now() - started < 10000) {
      await new Promise((done) => requestAnimationFrame(done));
    }
    return Math.round(performance.now() - started);
  })()`);
}

/** Turns the wheel through the tab; the 90th percentile of the time of a frame, ms. */
async function scroll({ page }: PageDriver): Promise<number> {
  await page.mouse.move(600, 500);
  await page.evaluate(`(() => {
    window.benchFrames = [];
    const next = (at) => {
      window.benchFrames.push(at);
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  })()`);
  for (let turn = 0; turn < TURNS; turn += 1) await page.mouse.wheel(0, 600);
  const times = await page.evaluate<number[]>('window.benchFrames');
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? at));
  gaps.sort((a, b) => a - b);
  return Math.round(gaps[Math.floor(gaps.length * 0.9)] ?? 0);
}
