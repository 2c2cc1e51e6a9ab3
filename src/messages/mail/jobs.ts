/** What the mail jobs say: in «Журнал», in «Состояние», after a press. */
import { type CivilDate, formatRu } from '../../domain/dates/civil';
import { DIGEST_NAMES, type DigestName, type MailKindName } from '../../domain/mail/kinds';
import type { LedgerState } from '../../domain/mail/ledger/record';
import type { MailTrouble } from '../../domain/mail/trouble';
import { counted } from '../words/plural';
import { KIND_WORDS, MAILS, NEXT_DIGEST } from './kinds';
import { reasonText, STATE_WORDS } from './plan';

export const mailJobs = {
  /** Name of the job in «Журнал»: one row a run and kind. */
  job: (kind: MailKindName) => `письма: ${KIND_WORDS[kind]}`,
  jobOfAll: 'письма',
  stateOf: (state: LedgerState, addresses: readonly string[], reason: string): string =>
    `${STATE_WORDS[state]} ${addresses.length}${reason === '' ? '' : ` (${reasonText(reason)})`}: ${addresses.join(', ')}`,
  waiting: (count: number) => `ждут дневного ограничения почты: ${count}`,
} as const;

const TROUBLE_WORDS: Readonly<Record<MailTrouble['kind'], string>> = {
  forbidden:
    'Нет разрешения отправлять почту. Пусть владелец расписания откроет меню «Сводка» и разрешит это, затем включит расписание снова.',
  exhausted: 'Дневное ограничение почты исчерпано, остальное уйдёт, когда оно возобновится.',
  failing:
    'Почта Google не отвечает толком: неизвестно, уходят ли письма. Отправка остановлена, через час попробуем ещё раз.',
  busy: 'Почта пока не принимает письма. Ни одно не потеряно: через десять минут попробуем ещё раз.',
  unreadable:
    'Память о письмах повреждена, поэтому ничего не отправляется: иначе кто-то получил бы письмо дважды. Скажите тому, кто ведёт сценарий.',
  newer:
    'Память о письмах записала более новая версия «Сводки», поэтому ничего не отправляется. Обновите сценарий пульта.',
  full: 'Память о письмах заполнена: некоторым письма не отправлены, остальным уходят. Разберите в «Пульт → Письма» те, о которых неизвестно, ушли ли они, и непринятые.',
  copied: 'Это копия пульта: письма отсюда не уходят, пока кто-нибудь это не подтвердит.',
  books: 'Одна из отчётных книг не читается: сводка министерству ждёт её.',
};

export const troubleText = ({ kind, said }: MailTrouble): string =>
  said === '' ? TROUBLE_WORDS[kind] : `${TROUBLE_WORDS[kind]} Ответ почты: ${said}`;

export const mailState = {
  off: 'Рассылка писем выключена.',
  unconfirmed:
    'Рассылка включена в «Настройках», но на этом пульте ещё не подтверждена. Подтвердите, если это не копия и письма должны уходить отсюда.',
  scheduleOff: 'Расписание выключено, поэтому письма сами не уходят.',
  on: (since: CivilDate) => `Рассылка включена, письма по расписанию уходят с ${formatRu(since)}.`,
  next: (days: (digest: DigestName) => CivilDate | null) => {
    const each = DIGEST_NAMES.map((digest) => {
      const day = days(digest);
      return `${NEXT_DIGEST[digest]}: ${day === null ? 'дней нет' : formatRu(day)}`;
    });
    return `Следующая ${each.join(', ')}.`;
  },
  quota: (left: number, reserve: number) =>
    `Сегодня ещё можно отправить ${counted(left, MAILS)}, из них ${Math.min(left, reserve)} оставлено для отправки вручную.`,
  quotaUnknown: 'Остаток писем на сегодня неизвестен.',
  waiting: (count: number) => `Ждут дневного ограничения почты: ${counted(count, MAILS)}.`,
  unknown: (count: number) =>
    `Неизвестно, ушли ли: ${counted(count, MAILS)}. Каждое можно отправить ещё раз или отметить решённым.`,
  waitingTurn: (count: number) => `Ждут своей очереди: ${counted(count, MAILS)}.`,
  deferred: (count: number) =>
    `Пока не принято почтой: ${counted(count, MAILS)}. Сегодня попробуем ещё раз, сами, без повторов.`,
  over: (count: number) =>
    `Почта не приняла за день: ${counted(count, MAILS)}. Всё из них, что ещё не сдано, войдёт в следующее утреннее письмо.`,
  unfinished: 'Отправка продолжится в ближайшие десять минут.',
} as const;

export const mailPress = {
  on: (since: CivilDate) => `Рассылка включена. Письма по расписанию начнут уходить с ${formatRu(since)}.`,
  onWithoutSchedule: 'Теперь включите и расписание: без него письма сами не уходят.',
  off: 'Рассылка выключена: письма больше не уходят.',
  confirmed: 'Подтверждено: письма уходят с этого пульта.',
  nothingToConfirm: 'Подтверждать нечего: рассылка в «Настройках» выключена.',
  noBooks: 'Отчётных книг ещё нет, писать не о чем.',
  notListed: (address: string) => `Адреса ${address} на вкладке «Адреса» нет.`,
  nobody: 'На вкладке «Адреса» нет никого, кому полагается такое письмо.',
  notForThem: (address: string) => `${address}: такое письмо этому адресу не полагается.`,
  nothingToSay: (address: string) => `${address}: писать не о чем, всё сдано или срок ещё не скоро.`,
  noOwnAddress: 'Google не сообщает ваш адрес, поэтому пробное письмо отправить некуда.',
  tested: (to: string) => `Пробное письмо отправлено вам, на ${to}.`,
  noRecord: 'Такой записи уже нет. Обновите вид.',
  notUnknown: 'Об этом письме всё известно, отправлять его ещё раз незачем.',
  forgotten: 'Отмечено решённым: это письмо больше не показывается.',
  resent: (to: string) => `Отправлено ещё раз: ${to}.`,
  noLonger: (to: string) => `${to}: писать уже не о чем, письмо отмечено решённым.`,
  exhausted: 'Дневное ограничение почты исчерпано: попробуйте завтра.',
  refused: (why: string) => `Почта не приняла письмо: ${why}`,
  later: (why: string) => `Почта пока не принимает письмо, попробуйте ещё раз позже. Ответ почты: ${why}`,
  unsure: (why: string) => `Неизвестно, ушло ли письмо. Ответ почты: ${why}`,
} as const;

/** Why a school was not written to, in «Итог» of «Напоминания». */
export const requestWhy = {
  noCurator: 'нет адреса куратора',
  today: 'сегодня уже напоминали',
  refused: 'почта не приняла адрес',
  deferred: 'Почта пока не принимает письма, попробуем ещё раз сегодня, а потом завтра утром.',
  unknown: 'неизвестно, дошло ли письмо',
  switchedOff: 'Рассылка писем выключена, поэтому напоминание не отправлено. Скажите администратору.',
} as const;
