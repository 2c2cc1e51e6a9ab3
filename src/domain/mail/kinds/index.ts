/**
 * All kinds of mail. A new one: its record in a file of this folder, a line here, its words in src/messages/mail
 * (`kinds.ts`, `ru.ts`, `en.ts`); the compiler names each of these places.
 */
import type { CallListWords } from '../content/callList';
import type { ReminderWords } from '../content/reminder';
import { callList } from './callList';
import { district } from './district';
import type { DigestKind, MailKind, PartRule } from './kind';
import { ministry } from './ministry';
import { reminder } from './reminder';
import { request } from './request';
import { returned } from './return';

/** In the order of their rows in «Журнал». */
export const MAIL_KINDS = { return: returned, request, ministry, district, callList, reminder };

/** The words of all sections: src/messages/mail has them in each language. */
export interface AllMailWords extends ReminderWords, CallListWords {}

type Kinds = typeof MAIL_KINDS;
/** `return`, `request` and `reminder` are made of the same part. */
export type MailKindName = keyof Kinds;
export const MAIL_KIND_NAMES = Object.keys(MAIL_KINDS) as MailKindName[];

/** What a section is made of; the records know the rest. */
export type MailPart = ReturnType<Kinds[MailKindName]['part']['byHand']>[number];
export type PartKind = MailPart['kind'];

type AnyPart = PartRule<MailPart, AllMailWords>;
type AnyDigest = DigestKind<MailPart, AllMailWords>;

/** Names of those that go out on set mornings. */
export type DigestName = {
  [Name in MailKindName]: Kinds[Name] extends { callsOn: unknown } ? Name : never;
}[MailKindName];

/** The record of a kind whose name is known only when the program runs. */
export const mailKind = (name: MailKindName): MailKind<MailPart, AllMailWords> => MAIL_KINDS[name];
export const digestKind = (name: DigestName): AnyDigest => MAIL_KINDS[name];
export const DIGEST_NAMES = MAIL_KIND_NAMES.filter(
  (name): name is DigestName => 'callsOn' in MAIL_KINDS[name],
);

/** In the order in which they stand in a mail. */
export const PARTS: readonly AnyPart[] = [
  ...new Set(MAIL_KIND_NAMES.map((name) => mailKind(name).part)),
].sort((a, b) => a.order - b.order);
export const PART_KINDS: readonly PartKind[] = PARTS.map(({ kind }) => kind);

export const partRule = (kind: PartKind): AnyPart => PARTS.find((part) => part.kind === kind) as AnyPart;

/** The digest that a part belongs to; null for the others. */
export const digestOf = ({ kind }: MailPart): AnyDigest | null =>
  DIGEST_NAMES.map(digestKind).find(({ part }) => part.kind === kind) ?? null;
