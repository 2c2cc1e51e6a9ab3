/** The only names that Google may call, one line each. gas-webpack-plugin sees just such assignments. */
import { half } from './google/half';
import { say, showMenu } from './google/ui';
import * as importer from './jobs/importer';
import * as menu from './jobs/menu';
import { mySchool } from './jobs/mySchool';
import { onEdit } from './jobs/onEdit';
import { tick } from './jobs/tick';
import { dialogs } from './messages/setup';

declare const global: Record<string, unknown>;

/** A job of the control book does nothing in the reporting book, whoever calls it. */
const control =
  <Args extends unknown[], Result>(job: (...args: Args) => Result) =>
  (...args: Args): Result | null =>
    half() === 'control' ? job(...args) : null;

global.onOpen = () => showMenu(half());
global.onEdit = onEdit;
global.menuMySchool = mySchool;
global.menuHelp = () => say(dialogs.help);
global.menuSetUp = control(menu.menuSetUp);
global.menuAddBook = control(menu.menuAddBook);
global.menuImport = control(importer.menuImport);
global.menuSample = control(menu.menuSample);
global.menuRebuild = control(menu.menuRebuild);
global.menuCheck = control(menu.menuCheck);
global.menuRegroup = control(menu.menuRegroup);
global.menuScheduleOn = control(menu.menuScheduleOn);
global.menuScheduleOff = control(menu.menuScheduleOff);
global.menuState = control(menu.menuState);
global.importRead = control(importer.importRead);
global.importApply = control(importer.importApply);
global.importRebuild = control(importer.importRebuild);
global.tick = control(tick);
