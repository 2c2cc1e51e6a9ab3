/** What mails are due, and why not, as administrators read it. */
import { type CivilDate, formatRu } from '../../domain/dates/civil';
import type { LedgerState } from '../../domain/mail/ledger/record';
import { MOST_TRIES } from '../../domain/mail/ledger/retry';
import type { MailRole } from '../../domain/mail/mail';
import type { PeopleDoubt } from '../../domain/mail/people/people';
import type { SkipReason } from '../../domain/mail/people/skipReasons';
import { addresses } from '../tabs/control';
import { counted } from '../words/plural';
import { KIND_WORDS, MAILS } from './kinds';

export const STATE_WORDS: Readonly<Record<LedgerState, string>> = {
  planned: 'на очереди',
  sending: 'отправляется',
  sent: 'отправлено',
  failed: 'не принято',
  unknown: 'неизвестно, ушло ли',
  settled: 'неизвестно, ушло ли; отмечено решённым',
  dropped: 'не понадобилось',
  deferred: 'пока не принято',
};

const REASON_WORDS: Readonly<Record<string, string>> = {
  stopped: 'работа прервалась во время отправки',
  stale: 'когда дошла очередь, писать было уже не о чем',
  again: 'отправлено ещё раз вручную',
  exhausted: 'дневное ограничение почты исчерпано',
  forbidden: 'нет разрешения отправлять почту',
};

/** A code of ours in words, or what Google said. */
export const reasonText = (reason: string): string => REASON_WORDS[reason] ?? reason;

/** `over`: not today any more. */
export const triedText = (times: number, over: boolean): string =>
  over
    ? `попыток ${times}; то, что ещё не сдано, войдёт в следующее утреннее письмо`
    : `попытка ${times} из ${MOST_TRIES}, попробуем ещё раз`;

export const rolesText = (roles: readonly MailRole[]): string =>
  roles.map((role) => addresses.roles[role]).join(', ');

/** «Школа № 1, Школа № 2 и ещё 5» */
export const clippedList = (names: readonly string[], most: number): string =>
  names.length <= most ? names.join(', ') : `${names.slice(0, most).join(', ')} и ещё ${names.length - most}`;

export function skipReasonText(why: SkipReason): string {
  switch (why.code) {
    case 'nothingForRole':
      return 'для этой роли писем нет';
    case 'unknown':
      return 'такой организации или такого района в отчётных книгах нет';
    case 'nothingOutstanding':
      return 'всё сдано или срок ещё не скоро';
    case 'notCalled':
      return 'день напоминания ещё не наступил';
    case 'rested':
      return `последнее напоминание было ${formatRu(why.last)}, чаще нельзя по «Настройкам»`;
    case 'nextDigest':
      return why.on === null
        ? `${KIND_WORDS[why.digest]}: дней для неё в «Настройках» нет`
        : `${KIND_WORDS[why.digest]}: следующая ${formatRu(why.on)}`;
  }
}

/** `name`: of the organisation; the district's own name comes with the doubt. */
export function doubtText(doubt: PeopleDoubt, name: (book: string, organisation: string) => string): string {
  switch (doubt.code) {
    case 'unknownOrganisation':
      return `«${addresses.title}», строка ${doubt.row}: ${doubtNotes.unknownOrganisation}`;
    case 'unknownDistrict':
      return `«${addresses.title}», строка ${doubt.row}: ${doubtNotes.unknownDistrict}`;
    case 'severalBooks':
      return `«${addresses.title}», строка ${doubt.row}: ${doubtNotes.severalBooks[doubt.of]}`;
    case 'noCurator':
      return `${name(doubt.book, doubt.organisation)}: нет адреса куратора, напоминать некому.`;
    case 'noHead':
      return `Район «${doubt.district}»: нет адреса руководителя, сводку отправить некому.`;
    case 'noMinistry':
      return `Нет ни одного адреса с ролью «${addresses.roles.ministry}»: сводку министерству отправить некому.`;
  }
}

/** Beside the row of «Адреса». */
const doubtNotes = {
  unknownOrganisation: 'Организации с таким кодом в отчётных книгах нет: писем не будет.',
  severalBooks: {
    organisation: `Организация с таким кодом есть в нескольких книгах: пока не ясно, какая, писем не будет. Впишите «${addresses.columns.district.header}» или «${addresses.columns.book.header}».`,
    district: `Такой район есть в нескольких книгах: пока не ясно, какой, писем не будет. Впишите «${addresses.columns.book.header}».`,
  },
  unknownDistrict: 'Такого района в отчётных книгах нет: писем не будет.',
} as const;

const MOST_LINES = 15;
const lines = (all: readonly string[]): string[] =>
  all.length <= MOST_LINES ? [...all] : [...all.slice(0, MOST_LINES), `…и ещё ${all.length - MOST_LINES}`];

/** A dry run in a dialog: the beginning of each list. */
export const dryRunText = (run: {
  readonly sentence: string;
  readonly gets: readonly {
    readonly address: string;
    readonly parts: readonly string[];
    readonly when: string;
  }[];
  readonly not: readonly { readonly address: string; readonly why: string }[];
  readonly ahead: readonly {
    readonly address: string;
    readonly mails: readonly { readonly on: string; readonly parts: readonly string[] }[];
  }[];
  readonly doubts: readonly string[];
}): string =>
  [
    run.sentence,
    ...lines(run.gets.map(({ address, parts, when }) => `${address}: ${parts.join('; ')} (${when})`)),
    ...(run.not.length > 0 ? ['', 'Остальным ничего:'] : []),
    ...lines(run.not.map(({ address, why }) => `${address}: ${why}`)),
    '',
    aheadTitle,
    ...lines(run.ahead.map(aheadText)),
    ...(run.doubts.length > 0 ? ['', 'Проверьте:'] : []),
    ...lines(run.doubts),
  ].join('\n');

const aheadTitle = 'Две недели вперёд, если до тех пор никто ничего не сдаст:';

type Ahead = Parameters<typeof dryRunText>[0]['ahead'][number];
const aheadText = ({ address, mails }: Ahead): string =>
  `${address}: ${mails.map(({ on, parts }) => `${on} ${parts.join('; ')}`).join(' · ')}`;

export const dryRun = {
  now: 'сейчас',
  on: (day: CivilDate) => formatRu(day),
  later: 'позже: на этот день писем больше нет',
  sentence: (mails: number, later: number, when: string) =>
    mails === 0
      ? `На ${when} писем нет.`
      : `На ${when}: ${counted(mails, MAILS)}${later === 0 ? '' : `, из них ${later} позже: не хватает дневного ограничения почты`}.`,
} as const;
