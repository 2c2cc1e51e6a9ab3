/**
 * The reporting book's half: the only names that Google may call there, one line each. gas-webpack-plugin sees
 * just such assignments.
 */
import { say, showReportingMenu } from './google/ui';
import { mySchool } from './jobs/mySchool';
import { onEdit } from './jobs/onEdit';
import { dialogs } from './messages/setup';

declare const global: Record<string, unknown>;

global.onOpen = showReportingMenu;
global.onEdit = onEdit;
global.menuMySchool = mySchool;
global.menuHelp = () => say(dialogs.help);
