/** Which row of the table a draft's stage or organisation is. Nothing is joined on a mere likeness: that is asked. */

import { SCHOOL_LEVELS, SHARED_STEMS } from '../organisations/kinds';
import { FORM_IN_KEY } from '../organisations/legalForms';
import { nameKey } from '../organisations/nameKey';
import { sameKey } from '../values/text';
import type { DraftOrganisation, DraftStage } from './programmeDraft';

export interface KnownStage {
  readonly code: string;
  readonly title: string;
  readonly section: string;
}

/** `ask`: the code is there under another title. */
export type StageMatch =
  | { readonly kind: 'row'; readonly row: number }
  | { readonly kind: 'ask'; readonly row: number }
  | { readonly kind: 'new' };

/**
 * A stage is known by its title, then by its code: letters renumber their points, and the code is the key of
 * reports that were filed. `known` and `draft` in the order of their tables.
 */
export function matchStages(known: readonly KnownStage[], draft: readonly DraftStage[]): StageMatch[] {
  const rows = known.map(keysOf);
  const stages = draft.map(keysOf);
  const matches: (number | null)[] = draft.map(() => null);
  const free = new Set(rows.keys());
  /** Joins what only one stage and only one row say; the same words twice tell nobody apart. */
  const join = (says: (keys: StageKeys) => string): void => {
    const rowsBy = grouped([...free], (row) => says(rows[row] as StageKeys));
    const open = [...stages.keys()].filter((index) => matches[index] === null);
    for (const [key, indexes] of grouped(open, (index) => says(stages[index] as StageKeys))) {
      const [row, second] = rowsBy.get(key) ?? [];
      const [index] = indexes;
      if (row === undefined || second !== undefined || index === undefined || indexes.length > 1) continue;
      matches[index] = row;
      free.delete(row);
    }
  };
  join(({ title, code }) => `${title}|${code}`);
  join(({ title, section }) => `${title}|${section}`);
  join(({ title }) => title);
  const rowOfCode = new Map([...free].map((row) => [rows[row]?.code ?? '', row]));
  return draft.map((stage, index): StageMatch => {
    const match = matches[index] ?? null;
    if (match !== null) return { kind: 'row', row: match };
    const code = stages[index]?.code ?? '';
    const row = rowOfCode.get(code);
    if (row === undefined || stage.sameAs === 'new') return { kind: 'new' };
    rowOfCode.delete(code);
    return stage.sameAs === 'same' ? { kind: 'row', row } : { kind: 'ask', row };
  });
}

type StageKeys = KnownStage;

const keysOf = ({ code, title, section }: KnownStage): StageKeys => ({
  code: sameKey(code),
  title: sameKey(title),
  section: sameKey(section),
});

function grouped(indexes: readonly number[], keyOf: (index: number) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const index of indexes) push(groups, keyOf(index), index);
  return groups;
}

export interface KnownOrganisation {
  readonly id: string;
  readonly district: string;
  readonly shortName: string;
  readonly fullName: string;
  readonly type: string;
}

export type OrganisationMatch =
  | { readonly kind: 'row'; readonly row: number }
  /** Like that one of the table, not certainly it. */
  | { readonly kind: 'ask'; readonly row: number }
  /** Said twice in the draft. */
  | { readonly kind: 'twice' }
  | { readonly kind: 'new' };

/** By id, then by name within the district, then «похоже» as a question. */
export function matchOrganisations(
  known: readonly KnownOrganisation[],
  draft: readonly DraftOrganisation[],
): OrganisationMatch[] {
  const index = new KnownNames(known);
  const used = new Set<string>();
  return draft.map((organisation) => {
    const row =
      index.byId(organisation.id) ?? index.byName(organisation) ?? index.byId(organisation.sameAs) ?? null;
    const like = row === null && organisation.sameAs !== 'new' ? index.like(organisation) : null;
    const key = row === null ? identityOf(organisation) : `#${row}`;
    if (used.has(key)) return { kind: 'twice' };
    used.add(key);
    if (row !== null) return { kind: 'row', row };
    return like === null ? { kind: 'new' } : { kind: 'ask', row: like };
  });
}

const identityOf = ({ district, shortName, fullName }: DraftOrganisation): string =>
  `${sameKey(district)}|${nameKey(shortName || fullName)}`;

class KnownNames {
  private readonly ids = new Map<string, number>();
  private readonly names = new Map<string, number[]>();
  private readonly numbers = new Map<string, number[]>();

  constructor(private readonly known: readonly KnownOrganisation[]) {
    known.forEach((each, row) => {
      if (each.id !== '') this.ids.set(sameKey(each.id), row);
      for (const name of new Set([nameKey(each.shortName), nameKey(each.fullName)])) {
        if (name !== '') push(this.names, name, row);
      }
      push(this.numbers, numberIn(each.shortName), row);
    });
  }

  byId(id: string): number | null {
    return id === '' ? null : (this.ids.get(sameKey(id)) ?? null);
  }

  /** The same name in two districts is two schools. */
  byName({ district, shortName, fullName }: DraftOrganisation): number | null {
    for (const name of [shortName, fullName]) {
      const rows = (name === '' ? null : this.names.get(nameKey(name))) ?? [];
      const here = rows.filter((row) => district === '' || this.inDistrict(row, district));
      if (here.length === 1) return here[0] ?? null;
    }
    return null;
  }

  like(organisation: DraftOrganisation): number | null {
    const { district, type } = organisation;
    const words = wordsOf(organisation.shortName);
    const number = numberIn(organisation.shortName);
    for (const row of this.numbers.get(number) ?? []) {
      const other = this.known[row];
      if (!other || sameKey(other.type) !== sameKey(type)) continue;
      if (district !== '' && other.district !== '' && !this.inDistrict(row, district)) continue;
      if (alike(words, wordsOf(other.shortName), number !== '')) return row;
    }
    return null;
  }

  private inDistrict(row: number, district: string): boolean {
    return sameKey(this.known[row]?.district ?? '') === sameKey(district);
  }
}

function push(map: Map<string, number[]>, key: string, row: number): void {
  const rows = map.get(key);
  if (rows) rows.push(row);
  else map.set(key, [row]);
}

const numberIn = (name: string): string => /№(\d+)/.exec(nameKey(name))?.[1] ?? '';

/** What a name says beside its form: «МБОУ СОШ № 5 с. Берёзовка» → берез. */
const SHARED_WORD = new RegExp(`${FORM_IN_KEY}|удо|о)$|^(?:${SCHOOL_LEVELS}|${SHARED_STEMS})|^.{0,2}$`, 'i');
const STEM = 5;

const wordsOf = (name: string): Set<string> =>
  new Set(
    nameKey(name)
      .split(' ')
      .filter((word) => !word.startsWith('№') && !SHARED_WORD.test(word))
      .map((word) => word.slice(0, STEM)),
  );

/** Half of all their words are common; of two with the same number a bare name is like any. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>, numbered: boolean): boolean {
  if (a.size === 0 || b.size === 0) return numbered;
  const common = [...a].filter((word) => b.has(word)).length;
  return common * 2 >= a.size + b.size - common;
}
