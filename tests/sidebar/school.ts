/** The schools' sidebar in a real browser, beside a reporting book on the local host. */
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type PageOptions, type ServedPage, servePage } from '../../host/page/server/servePage';
import type { RunOutcome } from '../../host/runtime/outcome';
import { CURATOR, EKATERINBURG, HEAD, makeOffice, type Office, reportOf } from '../addon/office';
import { openChromium } from '../support/browser/chromium';
import { fork } from '../support/fork';

export const SCHOOL = 'Школа-образец № 17';
/** The first stage is missed, the second one too, the third is soon: 6 October 2020. */
export const FIRST = '1. Назначить куратора внедрения модели';
export const THIRD = '3. Рассказать о модели ученикам, родителям и работодателям';

export interface Sidebar {
  readonly office: Office;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly served: ServedPage;
  /** Errors of the page's own code: there must be none. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

export interface SidebarOptions {
  readonly user?: string;
  readonly dark?: boolean;
  readonly width?: number;
  readonly height?: number;
  /** Before the page loads. */
  before?(office: Office, context: BrowserContext): Promise<void> | void;
  /** Stands before the server: the words that Google fails with, or null to let the call through. */
  call?(
    name: string,
    args: readonly unknown[],
    sidebar: Pick<Sidebar, 'office'>,
  ): string | Promise<string | null> | null;
}

let first: Office | undefined;

/** The books are made once; each sidebar has a copy of its own. */
function anOffice(): Office {
  first ??= makeOffice({ programme: EKATERINBURG });
  const { host, books } = fork(first);
  return {
    host,
    books,
    administrator: host.person(books.administrator),
    curator: host.person(CURATOR),
    head: host.person(HEAD),
  };
}

type InSidebar = (options: SidebarOptions, work: (sidebar: Sidebar) => Promise<void>) => Promise<void>;

/** One browser for the tests of a file, and a sidebar of its own for each of them. */
export function sidebars(): InSidebar {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
  });
  return async (options, work) => {
    const sidebar = await openSidebar(browser, options);
    try {
      await work(sidebar);
      expect(sidebar.errors).toEqual([]);
    } finally {
      await sidebar.close();
    }
  };
}

async function openSidebar(browser: Browser, options: SidebarOptions): Promise<Sidebar> {
  const { user = CURATOR, dark, width = 300, height = 700, call } = options;
  const office = anOffice();
  const { host, books } = office;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    locale: 'ru-RU',
    // A page of Google's frame is at rest when it is read.
    reducedMotion: 'reduce',
  });
  await options.before?.(office, context);
  const through = (name: string, args: readonly unknown[]): RunOutcome =>
    host.call(books.reportingScript, name, args, { user, trigger: 'sidebar' });
  const standing: PageOptions['call'] = async (name, args) => {
    const refused = (await call?.(name, args, { office })) ?? null;
    if (refused === null) return through(name, args);
    return { ...through('sidebarSchools', []), error: { name: 'Error', message: refused } } as RunOutcome;
  };
  const { id } = books.reporting.workbook;
  host.open(user, id);
  const [shown] = host.menu(user, id, 'Сводка › Моя школа').seen;
  if (shown?.kind !== 'sidebar') throw new Error('the menu opened no sidebar');
  const served = await servePage({
    host,
    project: books.reportingScript,
    user,
    html: shown.html,
    ...(call ? { call: standing } : {}),
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(served.url);
  return {
    office,
    page,
    context,
    served,
    errors,
    async close() {
      await context.close();
      await served.close();
    },
  };
}

export async function chooseSchool(page: Page, name = SCHOOL): Promise<void> {
  await page.getByRole('combobox').fill(name);
  await page.getByRole('option', { name }).first().click();
  await page.getByRole('heading', { name }).waitFor();
}

export async function openStage(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: `: ${title}` }).click();
  await dateBox(page).waitFor();
}

export const dateBox = (page: Page) => page.getByRole('textbox', { name: /^Дата выполнения/ });
export const documentBox = (page: Page) => page.getByRole('textbox', { name: /^Документ/ });
export const commentBox = (page: Page) => page.getByRole('textbox', { name: /^Комментарий/ });
export const send = (page: Page): Promise<void> =>
  page.getByRole('button', { name: /^(Отправить отчёт|Сохранить изменения)$/ }).click();

/** Row of a stage of a school as it stands in «Отчёт». */
export function rowOf(office: Office, stage: string, school = SCHOOL) {
  const tab = reportOf(office);
  const row = tab.row({ Организация: school, Этап: stage });
  return {
    row,
    place: tab.place,
    at: (header: string): string => tab.at(row, header),
    cell: (header: string): string => tab.cell(row, header),
    value: (header: string) => tab.view.sheet.value(row, tab.view.column(header)),
  };
}

/** Somebody else types into a cell of that row. */
export function typeBeside(office: Office, stage: string, header: string, text: string): void {
  const { place, cell } = rowOf(office, stage);
  const typed = office.administrator.type(place, cell(header), text);
  if (!typed.ok) throw new Error(typed.message);
}

/** A day that stayed text, as a phone without a connection leaves it: no script saw the edit. */
export function leaveAsText(office: Office, stage: string, header: string, text: string): void {
  const { row } = rowOf(office, stage);
  const { view } = reportOf(office);
  const { sheet } = view;
  const col = view.column(header);
  sheet.setScalar(sheet.row(row), col, text);
  sheet.workbook.engine.touched(sheet, { row, col, rows: 1, cols: 1 });
}

/** From now on only the administrator may type in that row. */
export function protectRow(office: Office, stage: string): void {
  const { row } = rowOf(office, stage);
  const { sheet } = reportOf(office).view;
  const [like] = sheet.protections;
  if (like === undefined) throw new Error('«Отчёт» has no protection');
  const box = { row, col: 1, rows: 1, cols: sheet.maxColumns };
  sheet.protections.push({ ...like, type: 'RANGE', box, editors: new Set([office.books.administrator]) });
}

/** What is selected in the table, as a press of «Показать в таблице» leaves it. */
export function selectedRow(office: Office): { readonly tab: string; readonly row: number } {
  const sheet = office.books.reporting.workbook.activeSheet();
  return { tab: sheet.name, row: sheet.selection.row };
}

/** A person presses a cell of the table. */
export function select(office: Office, stage: string, header: string): void {
  const { workbook } = office.books.reporting;
  const { row } = rowOf(office, stage);
  const tab = reportOf(office);
  const { sheet } = tab.view;
  workbook.active = sheet;
  sheet.selection = { row, col: tab.view.column(header), rows: 1, cols: 1 };
}
