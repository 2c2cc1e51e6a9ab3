/**
 * What «Решение учтено» of «Отчёт» remembers: since which day the district's decision and its extension stand
 * as they do now. Such a cell reads «05.10.2020 возвращено #k3x; 06.10.2020 сдано снова #9ab; 07.10.2020 продлено
 * до 12.10.2020», each part with the day on which a job first saw it. Behind # stand fingerprints: of what the
 * school's cells held when it was returned, and of the reason when it was handed in again.
 */

import { type CivilDate, civil, formatRu } from '../dates/civil';
import { type Cell, cellText, dayOf, isBlank } from '../values/cell';
import { fingerprint } from '../values/fingerprint';
import { tidy } from '../values/text';
import type { Decision } from './status';

export interface DecisionWords {
  readonly approved: string;
  readonly returned: string;
}

export interface MemoryWords extends DecisionWords {
  /** «продлено до»; the day follows. */
  readonly extendedTo: string;
  /** «сдано снова» */
  readonly refiled: string;
}

interface Approved {
  readonly what: 'approved';
  readonly on: CivilDate;
}

interface Returned {
  readonly what: 'returned';
  readonly on: CivilDate;
  /** Fingerprint of what the school had filed then; null of rows that were remembered before there was one. */
  readonly filed: string | null;
  /** The school has handed it in again since: it is the district's turn. */
  readonly refiled: {
    readonly on: CivilDate;
    /** Fingerprint of the reason that stood there: another one returns the report once more. */
    readonly reason: string;
  } | null;
}

export interface DecisionMemory {
  readonly decision: Approved | Returned | null;
  readonly extension: { readonly to: CivilDate; readonly on: CivilDate } | null;
}

export const NO_DECISION: DecisionMemory = { decision: null, extension: null };

/** What people wrote in a row, as far as the memory depends on it. */
export interface Written {
  readonly done: Cell;
  readonly decision: Decision;
  readonly extended: Cell;
  readonly reason: Cell;
  /** Fingerprint of the school's cells; computed for rows that are returned only. */
  filed(): string;
}

/** A decision or an extension that is not what it was; `now` null: it was withdrawn. */
export type DecisionChange =
  | {
      readonly kind: 'decision';
      readonly now: 'approved' | 'returned' | null;
      readonly before: DecisionMemory['decision'];
    }
  /** What was returned was handed in again. */
  | { readonly kind: 'refiled'; readonly now: CivilDate; readonly before: Returned }
  | {
      readonly kind: 'extension';
      readonly now: CivilDate | null;
      readonly before: DecisionMemory['extension'];
    };

const WITH_FINGERPRINT = /^(.*) #([0-9a-z]+)$/;
const DAY = /^(\d{2})\.(\d{2})\.(\d{4})$/;

function readDay(text: string): CivilDate | null {
  const [, day, month, year] = DAY.exec(text) ?? [];
  return civil(Number(year), Number(month), Number(day));
}

/** What the cell says; null when it is not as {@link memoryText} writes it: somebody typed or pasted there. */
export function readMemory(cell: Cell, words: MemoryWords): DecisionMemory | null {
  if (isBlank(cell)) return NO_DECISION;
  if (typeof cell !== 'string') return null;
  let memory = NO_DECISION;
  for (const part of cell.split('; ')) {
    const on = readDay(part.slice(0, 10));
    const said = part.slice(11);
    const [, what = said, hash = null] = WITH_FINGERPRINT.exec(said) ?? [];
    const to = what.startsWith(`${words.extendedTo} `)
      ? readDay(what.slice(words.extendedTo.length + 1))
      : null;
    if (on === null) return null;
    if (to !== null) memory = { ...memory, extension: { to, on } };
    else if (what === words.approved) memory = { ...memory, decision: { what: 'approved', on } };
    else if (what === words.returned) {
      memory = { ...memory, decision: { what: 'returned', on, filed: hash, refiled: null } };
    } else if (what === words.refiled && hash !== null && memory.decision?.what === 'returned') {
      memory = { ...memory, decision: { ...memory.decision, refiled: { on, reason: hash } } };
    }
  }
  return memoryText(memory, words) === cell ? memory : null;
}

/** The cell's text; '' when there is nothing to remember. */
export function memoryText({ decision, extension }: DecisionMemory, words: MemoryWords): string {
  const { filed, refiled } = decision?.what === 'returned' ? decision : { filed: null, refiled: null };
  return [
    decision && `${formatRu(decision.on)} ${words[decision.what]}${filed === null ? '' : ` #${filed}`}`,
    refiled && `${formatRu(refiled.on)} ${words.refiled} #${refiled.reason}`,
    extension && `${formatRu(extension.on)} ${words.extendedTo} ${formatRu(extension.to)}`,
  ]
    .filter((part) => part !== null)
    .join('; ');
}

/**
 * What to remember of a row: what was known stays with its day, what changed is of today, what was withdrawn is
 * gone. A day to come is not believed. A decision that is neither of the two words is none yet.
 */
export function remember(known: DecisionMemory, now: Written, today: CivilDate): DecisionMemory {
  const to = dayOf(now.extended);
  const extendedOn = known.extension?.to === to ? known.extension?.on : undefined;
  return {
    decision: decisionNow(known.decision, now, today),
    extension: to === null ? null : { to, on: past(extendedOn, today) },
  };
}

const past = (day: CivilDate | undefined, today: CivilDate): CivilDate =>
  day !== undefined && day <= today ? day : today;

function decisionNow(
  known: DecisionMemory['decision'],
  now: Written,
  today: CivilDate,
): DecisionMemory['decision'] {
  if (now.decision === 'approved') {
    return { what: 'approved', on: past(known?.what === 'approved' ? known.on : undefined, today) };
  }
  if (now.decision !== 'returned') return null;
  if (known?.what !== 'returned' || known.on > today || isReturnedAgain(known, now)) {
    return { what: 'returned', on: today, filed: now.filed(), refiled: null };
  }
  const { filed, refiled } = known;
  // A row that was remembered without a fingerprint gets one now, so that the school's next change is noticed.
  if (!isRefiled(known, now, today)) return { ...known, filed: filed ?? now.filed(), refiled: null };
  const reason = refiled?.reason ?? reasonFingerprint(now.reason);
  return { ...known, refiled: { on: past(refiled?.on, today), reason } };
}

/** A row without a readable day is no report. */
function isRefiled({ on, filed }: Returned, now: Written, today: CivilDate): boolean {
  const done = dayOf(now.done);
  if (done === null || done > today) return false;
  return filed === null ? done > on : now.filed() !== filed;
}

/** The head's cell says «возвращено» already: another reason is how it is returned once more. */
const isReturnedAgain = (known: DecisionMemory['decision'], now: Written): boolean =>
  known?.what === 'returned' &&
  now.decision === 'returned' &&
  known.refiled !== null &&
  known.refiled.reason !== reasonFingerprint(now.reason);

const reasonFingerprint = (reason: Cell): string => fingerprint(tidy(cellText(reason)));

/** What the journal has to tell: decisions, extensions, their withdrawal, and what was handed in again. */
export function decisionChanges(
  before: DecisionMemory,
  now: DecisionMemory,
  written: Written,
): DecisionChange[] {
  const changes: DecisionChange[] = [];
  const { decision } = now;
  if (before.decision?.what !== decision?.what || isReturnedAgain(before.decision, written)) {
    changes.push({ kind: 'decision', now: decision?.what ?? null, before: before.decision });
  } else if (before.decision?.what === 'returned' && decision?.what === 'returned') {
    if (before.decision.refiled === null && decision.refiled !== null) {
      changes.push({ kind: 'refiled', now: decision.refiled.on, before: before.decision });
    }
  }
  if (before.extension?.to !== now.extension?.to) {
    changes.push({ kind: 'extension', now: now.extension?.to ?? null, before: before.extension });
  }
  return changes;
}
