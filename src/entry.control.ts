/**
 * The control book's half: the jobs, and the reporting half's names as well, for a book that is both. One line
 * each: gas-webpack-plugin sees just such assignments.
 */
import { say, showControlMenu } from './google/services/ui';
import * as control from './jobs/control';
import * as menu from './jobs/control/menu';
import * as importer from './jobs/importer/importer';
import { tick } from './jobs/schedule/tick';
import * as sidebar from './jobs/sidebar';
import { onEdit } from './jobs/sidebar/onEdit';
import { dialogs } from './messages/jobs/setup';

declare const global: Record<string, unknown>;

global.onOpen = showControlMenu;
global.onEdit = onEdit;
global.menuMySchool = sidebar.menuMySchool;
global.menuHelp = () => say(dialogs.help);
global.sidebarOpen = sidebar.sidebarOpen;
global.sidebarSchools = sidebar.sidebarSchools;
global.sidebarChoose = sidebar.sidebarChoose;
global.sidebarForm = sidebar.sidebarForm;
global.sidebarDraft = sidebar.sidebarDraft;
global.sidebarSave = sidebar.sidebarSave;
global.sidebarGo = sidebar.sidebarGo;
global.sidebarSelection = sidebar.sidebarSelection;
global.sidebarRepair = sidebar.sidebarRepair;
global.sidebarIssues = sidebar.sidebarIssues;
global.sidebarDistrict = sidebar.sidebarDistrict;
global.sidebarRemind = sidebar.sidebarRemind;
global.menuSetUp = menu.menuSetUp;
global.menuAddBook = menu.menuAddBook;
global.menuImport = importer.menuImport;
global.menuSample = menu.menuSample;
global.menuRebuild = menu.menuRebuild;
global.menuCheck = menu.menuCheck;
global.menuRegroup = menu.menuRegroup;
global.menuScheduleOn = menu.menuScheduleOn;
global.menuScheduleOff = menu.menuScheduleOff;
global.menuMailOn = menu.menuMailOn;
global.menuMailOff = menu.menuMailOff;
global.menuMailDryRun = menu.menuMailDryRun;
global.menuState = menu.menuState;
global.importRead = importer.importRead;
global.importApply = importer.importApply;
global.importRebuild = importer.importRebuild;
global.menuControl = control.menuControl;
global.controlOpen = control.controlOpen;
global.controlBook = control.controlBook;
global.controlSetUp = control.controlSetUp;
global.controlAddBook = control.controlAddBook;
global.controlRepair = control.controlRepair;
global.controlRebuild = control.controlRebuild;
global.controlSample = control.controlSample;
global.controlSchedule = control.controlSchedule;
global.controlJournal = control.controlJournal;
global.controlState = control.controlState;
global.controlMails = control.controlMails;
global.controlMailDryRun = control.controlMailDryRun;
global.controlMailPreview = control.controlMailPreview;
global.controlMailTest = control.controlMailTest;
global.controlMailSwitch = control.controlMailSwitch;
global.controlMailConfirm = control.controlMailConfirm;
global.controlMailResend = control.controlMailResend;
global.controlMailForget = control.controlMailForget;
global.controlGo = control.controlGo;
global.controlImporter = control.controlImporter;
global.tick = tick;
