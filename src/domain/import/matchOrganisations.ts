/** Matches organisations of a draft with rows of the table. Mere similarity is asked about, never joined. */
import { SCHOOL_LEVELS, SHARED_STEMS } from '../organisations/kinds';
import { FORM_IN_KEY } from '../organisations/legalForms';
import { nameKey } from '../organisations/nameKey';
import { push } from '../values/grouped';
import { sameKey } from '../values/text';
import type { DraftOrganisation } from './programmeDraft';

export interface KnownOrganisation {
  readonly id: string;
  readonly district: string;
  readonly shortName: string;
  readonly fullName: string;
  readonly type: string;
}

export type OrganisationMatch =
  | { readonly kind: 'row'; readonly row: number }
  /** Similar to that row of the table, not certainly the same. */
  | { readonly kind: 'ask'; readonly row: number }
  /** A second mention in the draft. */
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

const numberIn = (name: string): string => /№(\d+)/.exec(nameKey(name))?.[1] ?? '';

/** Words that names of different organisations share. Without them «МБОУ СОШ № 5 с. Берёзовка» is «берез». */
const SHARED_WORD = new RegExp(`${FORM_IN_KEY}|удо|о)$|^(?:${SCHOOL_LEVELS}|${SHARED_STEMS})|^.{0,2}$`, 'i');
const STEM = 5;

const wordsOf = (name: string): Set<string> =>
  new Set(
    nameKey(name)
      .split(' ')
      .filter((word) => !word.startsWith('№') && !SHARED_WORD.test(word))
      .map((word) => word.slice(0, STEM)),
  );

/** At least half of all their words are common; with the same number a name without other words is similar to any. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>, numbered: boolean): boolean {
  if (a.size === 0 || b.size === 0) return numbered;
  const common = [...a].filter((word) => b.has(word)).length;
  return common * 2 >= a.size + b.size - common;
}
