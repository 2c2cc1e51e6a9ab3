/**
 * What the control book's pages and menus get about the mails: plain data, days and moments as text, every
 * sentence ready to be shown. The functions that give these are in src/jobs/mail/index.ts.
 */
import type { PartKind } from '../domain/mail/kinds';
import type { LedgerState } from '../domain/mail/ledger/record';

/** One line of the ledger. */
export interface MailRecordView {
  /** Names the record to `mailResend` and `mailForget`. */
  readonly key: string;
  readonly address: string;
  /** «напоминание», «сводка района» … */
  readonly what: string;
  readonly state: LedgerState;
  /** «неизвестно, ушло ли», «отправлено» … */
  readonly stateText: string;
  /** «05.10.2020 09:10» in the programme's time zone. */
  readonly at: string;
  /** '' where there is nothing to add. */
  readonly reason: string;
}

export interface MailStateView {
  /** As the setting says. */
  readonly on: boolean;
  /** False until mail was switched on in this very control book: a copy sends nothing. */
  readonly confirmed: boolean;
  /** Whether mails go out by themselves now; if not, `sentences` begins with why. */
  readonly sending: boolean;
  /** How things stand, to be shown one below the other. */
  readonly sentences: readonly string[];
  /** Recipients that Google still allows today; null where mail was not granted. */
  readonly left: number | null;
  readonly reserve: number;
  /** Mails that wait for tomorrow's quota. */
  readonly waiting: number;
  /** It is not known whether these were sent: each needs `mailResend` or `mailForget`. */
  readonly unknown: readonly MailRecordView[];
  /** Refused in the last two weeks. */
  readonly failed: readonly MailRecordView[];
  /** Not taken for a passing reason: tried again by themselves, or part of the next morning's mail. */
  readonly deferred: readonly MailRecordView[];
  /** How many of these are not tried again today. */
  readonly over: number;
  /** Newest first, at most fifty. */
  readonly latest: readonly MailRecordView[];
}

export interface DryRunMail {
  readonly address: string;
  /** «куратор, руководитель района» */
  readonly roles: string;
  /** One a part: «сводка министерству», «напоминание: Школа № 5» … */
  readonly parts: readonly string[];
  /** What `mailPreview` knows the parts by, in the same order. */
  readonly kinds: readonly PartKind[];
  /** Why now, one a part, in the same order. */
  readonly why: readonly string[];
  /** «сейчас», or «позже: писем на сегодня больше нет». */
  readonly when: string;
}

export interface MailDryRun {
  /** What would be sent if the mails were due at this moment, in the order of sending. */
  readonly gets: readonly DryRunMail[];
  /** Everybody else in «Адреса», and why not. */
  readonly not: readonly { readonly address: string; readonly roles: string; readonly why: string }[];
  /** The fortnight to come per person, if nobody writes anything until then; those who get nothing are not in it. */
  readonly ahead: readonly {
    readonly address: string;
    readonly roles: string;
    /** `on`: «05.10.2020»; each part in words. */
    readonly mails: readonly { readonly on: string; readonly parts: readonly string[] }[];
  }[];
  /** Who cannot be reached, and what is wrong in «Адреса». */
  readonly doubts: readonly string[];
  /** The whole in one sentence. */
  readonly sentence: string;
}

/** `whom`: an address of «Адреса»; '' takes the first that can get such a mail. */
export interface MailChoice {
  readonly kind: PartKind;
  readonly whom: string;
}

export type MailPreview =
  | {
      readonly ok: true;
      readonly to: string;
      readonly subject: string;
      readonly text: string;
      readonly html: string;
      readonly attachments: readonly { readonly name: string; readonly text: string }[];
    }
  | { readonly ok: false; readonly sentence: string };

/** What came of a press. */
export interface MailOutcome {
  readonly ok: boolean;
  readonly sentence: string;
}
