/**
 * What «Решение учтено» of «Отчёт» remembers: since which day the district's decision and its extension stand
 * as they do now. Such a cell reads «05.10.2020 возвращено; 07.10.2020 продлено до 12.10.2020», each part with
 * the day on which a job first saw it.
 */
import { type Cell, dayOf, isBlank } from '../cell';
import { type CivilDate, civil, formatRu } from '../civil';
import type { Decision } from '../status';

export interface DecisionWords {
  readonly approved: string;
  readonly returned: string;
}

export interface MemoryWords extends DecisionWords {
  /** «продлено до»; the day follows. */
  readonly extendedTo: string;
}

export interface DecisionMemory {
  readonly decision: { readonly what: 'approved' | 'returned'; readonly on: CivilDate } | null;
  readonly extension: { readonly to: CivilDate; readonly on: CivilDate } | null;
}

export const NO_DECISION: DecisionMemory = { decision: null, extension: null };

/** A decision or an extension that is not what it was; `now` null: it was withdrawn. */
export type DecisionChange =
  | {
      readonly kind: 'decision';
      readonly now: 'approved' | 'returned' | null;
      readonly before: DecisionMemory['decision'];
    }
  | {
      readonly kind: 'extension';
      readonly now: CivilDate | null;
      readonly before: DecisionMemory['extension'];
    };

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
    const what = part.slice(11);
    const to = what.startsWith(`${words.extendedTo} `)
      ? readDay(what.slice(words.extendedTo.length + 1))
      : null;
    if (on === null) return null;
    if (to !== null) memory = { ...memory, extension: { to, on } };
    else if (what === words.approved) memory = { ...memory, decision: { what: 'approved', on } };
    else if (what === words.returned) memory = { ...memory, decision: { what: 'returned', on } };
  }
  return memoryText(memory, words) === cell ? memory : null;
}

/** The cell's text; '' when there is nothing to remember. */
export function memoryText({ decision, extension }: DecisionMemory, words: MemoryWords): string {
  return [
    decision && `${formatRu(decision.on)} ${words[decision.what]}`,
    extension && `${formatRu(extension.on)} ${words.extendedTo} ${formatRu(extension.to)}`,
  ]
    .filter((part) => part !== null)
    .join('; ');
}

/**
 * What to remember of a row: what was known stays with its day, what changed is of today, what was withdrawn is
 * gone. A day to come is not believed. A decision that is neither of the two words is none yet.
 */
export function remember(
  known: DecisionMemory,
  decision: Decision,
  extended: Cell,
  today: CivilDate,
): DecisionMemory {
  const what = decision === 'approved' || decision === 'returned' ? decision : null;
  const to = dayOf(extended);
  const since = (same: boolean, on: CivilDate | undefined) =>
    same && on !== undefined && on <= today ? on : today;
  return {
    decision: what === null ? null : { what, on: since(known.decision?.what === what, known.decision?.on) },
    extension: to === null ? null : { to, on: since(known.extension?.to === to, known.extension?.on) },
  };
}

/** What the journal has to tell: decisions, extensions, and their withdrawal. */
export function decisionChanges(before: DecisionMemory, now: DecisionMemory): DecisionChange[] {
  const changes: DecisionChange[] = [];
  if (before.decision?.what !== now.decision?.what) {
    changes.push({ kind: 'decision', now: now.decision?.what ?? null, before: before.decision });
  }
  if (before.extension?.to !== now.extension?.to) {
    changes.push({ kind: 'extension', now: now.extension?.to ?? null, before: before.extension });
  }
  return changes;
}
