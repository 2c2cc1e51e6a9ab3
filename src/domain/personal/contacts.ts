/** Phones and e-mail addresses, and whether they are a person's or an office's. */
import type { Finding } from './finding';
import { before, isOtherNumber } from './numbers';

const FULL = /(?:\+7|[78])[ \u00a0–-]{0,2}\(?\d{3,5}\)?(?:[ \u00a0–-]{0,2}\d){5,7}/y;
const WITH_CODE = /\(\d{3,5}\)[ \u00a0–-]{0,2}\d(?:[ \u00a0–-]?\d){4,6}/y;
const MOBILE = /9\d{2}[ \u00a0–-]\d{3}[ \u00a0–-]?\d{2}[ \u00a0–-]?\d{2}/y;
const LOCAL = /\d{1,3}[–-]\d{2}[–-]\d{2}/y;

const PHONE_WORD =
  /(?:тел(?:ефон[а-я]*)?|моб(?:ильн[а-я]*)?|сот(?:ов[а-я]*)?|факс[а-я]*|whats ?app|вотсап|viber|(?:^|[\s(,;])т)[.:\s\d/()–—-]{0,8}$/i;
const OFFICE_WORD =
  /(?:факс|при[её]мн|канцел|горяч[а-я]* лини|учрежден|организац|отдел|управлен|школ|администрац|исп)/i;

const digitsOf = (text: string): string => text.replace(/\D/g, '');
const match = (pattern: RegExp, text: string, at: number): string | null => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
};

interface Phone {
  readonly length: number;
  readonly mobile: boolean;
}

function phoneAt(text: string, at: number): Phone | null {
  const full = match(FULL, text, at);
  if (full !== null) {
    const digits = digitsOf(full);
    const grouped = digits.length < full.length;
    const mobile = digits[1] === '9';
    if (digits.length === 11 && !/\d/.test(text.charAt(at + full.length)) && /^.[3489]/.test(digits)) {
      // Eleven digits without groups that are no mobile number may be anything: only a word before them makes them a phone.
      if (grouped || mobile || PHONE_WORD.test(before(text, at))) return { length: full.length, mobile };
    }
  }
  const coded = match(WITH_CODE, text, at);
  if (coded !== null && digitsOf(coded).length === 10)
    return { length: coded.length, mobile: coded[1] === '9' };
  const mobile = match(MOBILE, text, at);
  if (mobile !== null && !/\d/.test(text.charAt(at + mobile.length)))
    return { length: mobile.length, mobile: true };
  const local = match(LOCAL, text, at);
  const named = local !== null && PHONE_WORD.test(before(text, at));
  return named && !/[\d-]/.test(text.charAt(at + (local?.length ?? 0)))
    ? { length: local?.length ?? 0, mobile: false }
    : null;
}

const START = /[+(]?\d/g;

/** Mobile numbers are a person's; a number with a town's code is an office's where `letterhead` or a word says so. */
export function findPhones(text: string, letterhead: boolean): Finding[] {
  const found: Finding[] = [];
  START.lastIndex = 0;
  for (let next = START.exec(text); next !== null; next = START.exec(text)) {
    const at = next.index;
    const glued =
      /[\d.,/№#_=\u0400-\u04ffA-Za-z]$/.test(before(text, at, 1)) || /\d[-–]$/.test(before(text, at, 2));
    const phone = glued || isOtherNumber(text, at) ? null : phoneAt(text, at);
    if (phone === null) {
      // Continue after the digits: a phone never begins in the middle of a number.
      const rest = match(/\(?\d+/y, text, at + (text[at] === '+' ? 1 : 0));
      START.lastIndex = Math.max(at + 1, at + (rest?.length ?? 1));
      continue;
    }
    const office =
      !phone.mobile &&
      (letterhead || OFFICE_WORD.test(before(text, at, 40)) || /8[- (]{0,2}800/.test(text.slice(at, at + 7)));
    found.push({ kind: office ? 'office-phone' : 'phone', start: at, end: at + phone.length });
    START.lastIndex = at + phone.length;
  }
  return found;
}

const LOCAL_PART = /[A-Za-z0-9._%+-]/;
const DOMAIN_PART = /[A-Za-z0-9\u0400-\u04ff.-]/;
const FREE_MAIL =
  /^(?:mail\.ru|bk\.ru|list\.ru|inbox\.ru|internet\.ru|vk\.com|yandex\.(?:ru|com)|ya\.ru|narod\.ru|rambler\.ru|lenta\.ru|gmail\.com|googlemail\.com|hotmail\.com|outlook\.com|icloud\.com|yahoo\.com|pochta\.ru)$/i;
const OFFICE_BOX =
  /(?:school|shkol|shcola|scool|sosh|s[o0]sh|soch|sch\d|mb?k?a?ou|mb?a?dou|dou|detsad|detskiy|sad\d|ds[-_.]?\d|gimn|gymn|lic[ey]|lycei|ddt|cdt|cdo|dush|dussh|dyush|center|centr|centre|info|priem|office|official|mail$|post|edu|obrazov|obr\d|uo[-_.\d]|^uo|roo|rono|gorono|admin|adm[-_.]|kanc|secret|direktor|director|buh|kadr|org|metod|imc|nmc|mnc|internat|college|kolled|tehnik|univer|institut|minobr|deti|press|support|help|noreply|sekretar)/i;
const PERSON_BOX =
  /^(?:[a-z]\.){1,2}[a-z]{3,}$|^[a-z]{3,}\.(?:[a-z]\.?){1,2}$|^[a-z]{3,}[._][a-z]{3,}(?:[._]?\d{1,4})?$/i;

const isPrivate = (box: string, host: string): boolean =>
  !OFFICE_BOX.test(box) && (FREE_MAIL.test(host) || PERSON_BOX.test(box));

/** Addresses that look like a person's: named as a person, or at a free mail service without a school's name in them. */
export function findEmails(text: string): Finding[] {
  const found: Finding[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < 64 && LOCAL_PART.test(text.charAt(start - 1))) start -= 1;
    let end = at + 1;
    while (end < text.length && end - at < 128 && DOMAIN_PART.test(text.charAt(end))) end += 1;
    while (end > at && /[.-]/.test(text.charAt(end - 1))) end -= 1;
    const host = text.slice(at + 1, end);
    if (start === at || !/^[^.].*\.[^.]{2,}$/.test(host)) continue;
    if (isPrivate(text.slice(start, at), host)) found.push({ kind: 'email', start, end });
  }
  return found;
}
