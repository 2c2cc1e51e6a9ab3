/**
 * What the control book's pages and menus may ask of the mails. Each takes a run whose settings are read; those that
 * change or send anything want the lock held. Results are plain data, every sentence in words.
 */

export type * from '../../contract/mails';
export { mailDryRun } from './dryRun';
export { mailPreview, mailTest } from './preview';
export { mailForget, mailResend } from './resend';
export { mailConfirmCopy, mailState, mailSwitch } from './state';
