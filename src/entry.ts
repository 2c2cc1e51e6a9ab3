/**
 * The reporting book's half: the only names that Google may call there, one line each. gas-webpack-plugin sees
 * just such assignments.
 */
import { say, showReportingMenu } from './google/services/ui';
import * as sidebar from './jobs/sidebar';
import { onEdit } from './jobs/sidebar/onEdit';
import { dialogs } from './messages/jobs/setup';

declare const global: Record<string, unknown>;

global.onOpen = showReportingMenu;
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
