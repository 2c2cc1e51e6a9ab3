import { SCOPES, type ServiceRun } from '../services/base/run';
import { ScriptError } from './ports';

/** Which scope a call needs, where Google's reference page of the method names one. */
const NEEDED: Readonly<Record<string, string>> = {
  'MailApp.sendEmail': SCOPES.mail,
  'MailApp.getRemainingDailyQuota': SCOPES.mail,
  'ScriptApp.newTrigger': SCOPES.triggers,
  'ScriptApp.getProjectTriggers': SCOPES.triggers,
  'ScriptApp.deleteTrigger': SCOPES.triggers,
  'ClockTriggerBuilder.create': SCOPES.triggers,
  'SpreadsheetTriggerBuilder.create': SCOPES.triggers,
  'Ui.showSidebar': SCOPES.ui,
  'Ui.showModalDialog': SCOPES.ui,
  'Ui.showModelessDialog': SCOPES.ui,
};

/** What a simple trigger may not do beside these: any book but its own (guides/triggers#restrictions). */
const OTHER_BOOKS: Readonly<Record<string, string>> = {
  'SpreadsheetApp.openById': SCOPES.spreadsheets,
  'SpreadsheetApp.openByUrl': SCOPES.spreadsheets,
  'SpreadsheetApp.create': SCOPES.spreadsheets,
};

/**
 * Refuses a call whose scope is missing. A simple trigger has none of them, whatever the person granted
 * (https://developers.google.com/apps-script/guides/triggers#restrictions). The text is the one met in
 * practice (https://github.com/enuchi/React-Google-Apps-Script/issues/147).
 */
export function checkPermission(kind: string, run: Pick<ServiceRun, 'authMode' | 'scopes'>): void {
  const scope = NEEDED[kind] ?? (run.authMode === 'FULL' ? undefined : OTHER_BOOKS[kind]);
  if (scope === undefined) return;
  if (run.authMode === 'FULL' && run.scopes.has(scope)) return;
  throw new ScriptError(`You do not have permission to call ${kind}. Required permissions: ${scope}`);
}
