/** Dialogs and menus. Only a person's press has them: a scheduled run has no screen. */
import { cellNumbers } from '../../domain/values/a1';
import { menu } from '../../messages/jobs/setup';

export const say = (text: string): void => {
  SpreadsheetApp.getUi().alert(menu.title, text, SpreadsheetApp.getUi().ButtonSet.OK);
};

export function agree(text: string): boolean {
  const ui = SpreadsheetApp.getUi();
  return ui.alert(menu.title, text, ui.ButtonSet.YES_NO) === ui.Button.YES;
}

/** What the person typed; null when they closed the dialog. */
export function ask(text: string): string | null {
  const ui = SpreadsheetApp.getUi();
  const answer = ui.prompt(menu.title, text, ui.ButtonSet.OK_CANCEL);
  return answer.getSelectedButton() === ui.Button.OK ? answer.getResponseText().trim() : null;
}

/** Opens a page of the project at the side of the book, 300 px wide. */
export function showSidebar(page: string, title: string): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile(page).setTitle(title));
}

/** Opens a page of the project in a window of its own, over the book. Sizes in pixels. */
export function showDialog(page: string, title: string, width: number, height: number): void {
  const output = HtmlService.createHtmlOutputFromFile(page).setWidth(width).setHeight(height);
  SpreadsheetApp.getUi().showModalDialog(output, title);
}

/** The schools' menu. Called by `onOpen`, so nothing here needs authorisation. */
export function showReportingMenu(): void {
  SpreadsheetApp.getUi()
    .createMenu(menu.title)
    .addItem(menu.mySchool, 'menuMySchool')
    .addItem(menu.help, 'menuHelp')
    .addToUi();
}

/** The office's menu. The last item is for a control book in which schools report too. */
export function showControlMenu(): void {
  SpreadsheetApp.getUi()
    .createMenu(menu.title)
    .addItem(menu.control, 'menuControl')
    .addSeparator()
    .addItem(menu.setUp, 'menuSetUp')
    .addItem(menu.addBook, 'menuAddBook')
    .addItem(menu.importer, 'menuImport')
    .addItem(menu.sample, 'menuSample')
    .addSeparator()
    .addItem(menu.rebuild, 'menuRebuild')
    .addItem(menu.check, 'menuCheck')
    .addItem(menu.regroup, 'menuRegroup')
    .addItem(menu.restoreCells, 'menuRestoreCells')
    .addItem(menu.acceptCells, 'menuAcceptCells')
    .addSeparator()
    .addItem(menu.scheduleOn, 'menuScheduleOn')
    .addItem(menu.scheduleOff, 'menuScheduleOff')
    .addItem(menu.mailOn, 'menuMailOn')
    .addItem(menu.mailOff, 'menuMailOff')
    .addItem(menu.mailDryRun, 'menuMailDryRun')
    .addItem(menu.state, 'menuState')
    .addSeparator()
    .addItem(menu.schoolsHere, 'menuMySchool')
    .addToUi();
}

/** Scrolls the person's own screen to a row. */
export function goTo(sheet: GoogleAppsScript.Spreadsheet.Sheet, row: number): void {
  sheet.getRange(row, 1).activate();
}

/** Selects a cell («E15») on the person's own screen, '' only shows the tab. False when there is no such cell. */
export function goToCell(sheet: GoogleAppsScript.Spreadsheet.Sheet, cell: string): boolean {
  if (cell === '') {
    sheet.activate();
    return true;
  }
  const at = cellNumbers(cell);
  if (at === null || at.row > sheet.getMaxRows() || at.column > sheet.getMaxColumns()) return false;
  sheet.getRange(at.row, at.column).activate();
  return true;
}
