/** Words that stand in cells: formulas, colours and checks compare against these very texts. */

import type { Counted } from '../../domain/programme/deadline';
import type { ApprovalNeed, DeadlineKind, Indicator } from '../../domain/programme/programme';
import type { Approval, RowStatus, StatusProblem } from '../../domain/report/status';
import { type StatusName, statusOf } from '../../domain/report/statuses';
import type { Writer } from '../../domain/schema/schema';

export const YES = 'да';
export const NO = 'нет';

/** `short` is for the cells of a district's matrix, where a column is narrow. */
export const STATUS_WORDS: Readonly<Record<StatusName, { readonly full: string; readonly short: string }>> = {
  inTime: { full: 'сдано в срок', short: 'в срок' },
  late: { full: 'сдано с опозданием', short: 'с опозд.' },
  unapproved: { full: 'не согласовано в срок', short: 'не согл.' },
  missed: { full: 'просрочено', short: 'просроч.' },
  soon: { full: 'скоро срок', short: 'скоро' },
  ahead: { full: 'впереди', short: 'впереди' },
  undated: { full: 'без срока', short: 'без срока' },
  notExpected: { full: 'не требуется', short: '—' },
  invalid: { full: 'ошибка в данных', short: 'ошибка' },
};

export const DAYS_MARK = 'дн.';

/** Beside «ошибка в данных». */
export const STATUS_PROBLEM_WORDS: Readonly<Record<StatusProblem, string>> = {
  future: 'дата в будущем',
  formula: 'формула вместо даты',
};

export const APPROVAL_WORDS: Readonly<Record<Approval, string>> = {
  awaiting: 'ждёт согласования',
  approved: 'согласовано',
  returned: 'возвращено',
};

/** What a district head may choose in «Решение». */
export const DECISION_WORDS = { approved: APPROVAL_WORDS.approved, returned: APPROVAL_WORDS.returned };

/** What heads write instead of the two words. */
export const DECISION_SYNONYMS: Readonly<Record<string, string>> = {
  да: DECISION_WORDS.approved,
  согласован: DECISION_WORDS.approved,
  согласована: DECISION_WORDS.approved,
  согласованы: DECISION_WORDS.approved,
  возврат: DECISION_WORDS.returned,
  возвращен: DECISION_WORDS.returned,
  возвращена: DECISION_WORDS.returned,
  вернуть: DECISION_WORDS.returned,
  'на доработку': DECISION_WORDS.returned,
};

/** The day follows: what Svodka remembers of an extension. */
export const EXTENDED_WORDS = 'продлено до';

/** What was returned, and the school changed since. */
export const REFILED_WORDS = 'сдано снова';

/** Beside the status of what was returned and handed in again. */
export const RETURNED_REFILED = `${APPROVAL_WORDS.returned}, ${REFILED_WORDS}`;

export const APPROVAL_NEED_WORDS: Readonly<Record<ApprovalNeed, string>> = {
  no: 'нет',
  yes: 'да',
  included: 'входит в срок',
};

export const COUNTED_WORDS: Readonly<Record<Counted, string>> = {
  yes: 'да',
  closed: 'нет: организация закрыта',
  notYetOpen: 'нет: организация открылась позже',
  dropped: 'нет: этап снят',
  notApplicable: 'нет: этап не для этой организации',
  unclear: 'неясно, чья строка',
};

export const DEADLINE_KIND_WORDS: Readonly<Record<DeadlineKind, string>> = {
  by: 'до даты',
  on: 'в день',
  from: 'начиная с даты',
  range: 'период',
  recurring: 'повторяется',
  relative: 'зависит от события',
  reference: 'установит другой документ',
  none: 'не указан',
};

export const INDICATOR_WORDS: Readonly<Record<Indicator, string>> = {
  menteeShare: 'доля наставляемых среди обучающихся',
  mentees: 'число наставляемых',
  mentors: 'число наставников',
  pairs: 'число пар',
  other: 'другой показатель',
};

export const ORGANISATION_TYPES = [
  'школа',
  'детский сад',
  'дополнительное образование',
  'профессиональное образование',
  'управление образования',
  'наставнический центр',
  'рабочая группа',
  'другая организация',
] as const;

/** «просрочено: 3 дн. · возвращено» — the text of the status cell, the same as the formula's. */
export function statusText(status: RowStatus): string {
  const days = statusOf(status.name).daysInCell ? `: ${status.days} ${DAYS_MARK}` : '';
  const problem = status.problem === null ? '' : `: ${STATUS_PROBLEM_WORDS[status.problem]}`;
  const beside = status.refiled ? RETURNED_REFILED : status.approval && APPROVAL_WORDS[status.approval];
  return `${STATUS_WORDS[status.name].full}${days}${problem}${beside === null ? '' : ` · ${beside}`}`;
}

export const WRITER_WORDS: Readonly<Record<Writer, string>> = {
  svodka: 'Сводка',
  administrator: 'администратор',
  curator: 'куратор',
  head: 'район',
};

/** What Svodka says beside a row of the control book that is wrong begins so; a colour follows from it. */
export const WARNING_MARK = '⚠';

/** «Ленинский по 31.08.2021»: the first is written, letters say the same by the other. */
export const UNTIL_WORDS: readonly [string, ...string[]] = ['по', 'до'];
