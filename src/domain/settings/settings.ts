/** «Настройки» of the control book: one setting a row, each with a default, so that none is needed. */
import type { CivilDate } from '../dates/civil';
import { DEFAULT_MAIL_SETTINGS, type MailSettings } from '../mail/settings';

export interface Settings extends MailSettings {
  readonly programmeTitle: string;
  readonly programmeStart: CivilDate | null;
  /** «Скоро срок» begins so many days before the deadline. */
  readonly soonDays: number;
  readonly timeZone: string;
  /** Hour of the nightly repair, 0–23. */
  readonly repairHour: number;
  readonly rebuildMinutes: number;
  /** Accounts that may change the administrator's tabs besides the owner. */
  readonly administrators: readonly string[];
  /** Ids of the reporting books, in the order of the rows. */
  readonly books: readonly string[];
  /** Those of them in which the rows of other organisations are closed. */
  readonly closedBooks: readonly string[];
  /** Domains and addresses, lower case, that are Google accounts, besides gmail.com. */
  readonly googleAccounts: readonly string[];
}

export const SETTING_NAMES = [
  'programmeTitle',
  'programmeStart',
  'soonDays',
  'timeZone',
  'repairHour',
  'rebuildMinutes',
  'administrators',
  'googleAccounts',
  'mailOn',
  'mailReplyTo',
  'mailSender',
  'mailLanguage',
  'ministryDays',
  'ministryHour',
  'districtDays',
  'districtHour',
  'afterDeadline',
  'remindDays',
  'remindHour',
  'lateEvery',
  'remindGap',
  'quietDays',
  'quietDates',
  'mailReserve',
] as const;
export type SettingName = (typeof SETTING_NAMES)[number];

export const DEFAULT_SETTINGS: Settings = {
  programmeTitle: '',
  programmeStart: null,
  soonDays: 7,
  timeZone: 'Europe/Moscow',
  repairHour: 3,
  rebuildMinutes: 60,
  administrators: [],
  books: [],
  closedBooks: [],
  googleAccounts: [],
  ...DEFAULT_MAIL_SETTINGS,
};
