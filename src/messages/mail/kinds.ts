/** What the kinds of mail are called, and why one is due: in «Журнал», in dry runs, on the page. */
import { formatRu } from '../../domain/dates/civil';
import type { DigestName, MailKindName, PartKind } from '../../domain/mail/kinds';
import type { DueWhy } from '../../domain/mail/planInput';
import type { Forms } from '../words/plural';

export const MAILS: Forms = ['письмо', 'письма', 'писем'];

const MINISTRY = 'сводка министерству';
const CALL_LIST = 'кому передать на словах';

export const KIND_WORDS: Readonly<Record<MailKindName, string>> = {
  return: 'весть о возврате',
  request: 'напоминание по просьбе района',
  ministry: MINISTRY,
  district: 'сводка району',
  callList: CALL_LIST,
  reminder: 'напоминание',
};

/** Where a person chooses which mail to look at, in this order. */
export const PART_CHOICES: Readonly<Record<PartKind, string>> = {
  reminder: 'напоминание куратору',
  district: 'сводка района',
  ministry: MINISTRY,
  callList: `район: ${CALL_LIST}`,
};

/** After «Следующая», one after another. */
export const NEXT_DIGEST: Readonly<Record<DigestName, string>> = {
  ministry: MINISTRY,
  district: 'районам',
};

export function whyText(why: DueWhy): string {
  switch (why.kind) {
    case 'ministry':
    case 'district':
      return why.slot.why.kind === 'afterDeadline'
        ? `утро после срока ${formatRu(why.slot.why.deadline)}`
        : `по дням недели, за ${formatRu(why.slot.day)}`;
    case 'reminder':
      return `пора напомнить с ${formatRu(why.since)}`;
    case 'return':
      return `возвращено ${formatRu(why.on)}`;
    case 'request':
      return `попросил район на ${formatRu(why.on)}`;
    case 'callList':
      return `до срока ${formatRu(why.deadline)} письма не успеют`;
  }
}
