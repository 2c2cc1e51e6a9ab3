/**
 * «Закрыть чужие строки»: which rows of «Отчёт» are to be closed, and who may still write in them. A row is closed only
 * for people of whom it is known who they are: nobody must lose her own row because something was guessed.
 */
import type { Addressee } from '../mail/people/people';
import type { Organisation } from '../programme/programme';
import type { Identities } from '../report/identity';
import type { Registry } from '../report/registry';
import { sheetRow } from '../schema/table';
import { push } from '../values/grouped';
import { sameKey } from '../values/text';
import { isKnownAccount } from './accounts';

/** Rows of one organisation that stand together, numbered as in the sheet. */
export interface Block {
  readonly organisation: string;
  readonly row: number;
  readonly rows: number;
}

/** A block that is closed to everybody but these; addresses in lower case, each once. */
export interface Closing extends Block {
  /** What the sheet calls the organisation. */
  readonly label: string;
  readonly curators: readonly string[];
  /** Curators, heads of the district and administrators. */
  readonly editors: readonly string[];
}

/** Why an organisation's rows stay open. */
export type LeftOpen = 'noCurator' | 'noAccount';

/** Where the rows of which organisation stand. Rows in dispute belong to nobody and stay open. */
export function blocksOf({ rows }: Identities, registry: Pick<Registry, 'organisations'>): Block[] {
  const blocks: { organisation: string; row: number; rows: number }[] = [];
  rows.forEach((identity, index) => {
    if (identity.kind !== 'certain' || !registry.organisations.has(identity.organisation)) return;
    const { organisation } = identity;
    const row = sheetRow(index);
    const last = blocks[blocks.length - 1];
    if (last && last.organisation === organisation && last.row + last.rows === row) last.rows += 1;
    else blocks.push({ organisation, row, rows: 1 });
  });
  return blocks;
}

/** Who answers for what in one book, by «Адреса». */
export interface Keepers {
  /** By organisation. */
  readonly curators: ReadonlyMap<string, readonly string[]>;
  /** By the district's key. */
  readonly heads: ReadonlyMap<string, readonly string[]>;
  readonly administrators: readonly string[];
}

/** `people`: as «Адреса» is read for this one book. */
export function keepersOf(people: readonly Addressee[], administrators: readonly string[]): Keepers {
  const curators = new Map<string, string[]>();
  const heads = new Map<string, string[]>();
  for (const { address, organisations, districts } of people) {
    for (const { id } of organisations) push(curators, id, address);
    for (const { id } of districts) push(heads, id, address);
  }
  return { curators, heads, administrators };
}

/** Null where the rows of the organisation can be closed. */
export function leftOpen(
  { curators }: Pick<Keepers, 'curators'>,
  organisation: string,
  accounts: readonly string[],
): LeftOpen | null {
  const own = curators.get(organisation) ?? [];
  if (own.length === 0) return 'noCurator';
  return own.every((address) => isKnownAccount(address, accounts)) ? null : 'noAccount';
}

export function closingsOf(
  blocks: readonly Block[],
  registry: Pick<Registry, 'organisations' | 'organisationLabel'>,
  keepers: Keepers,
  accounts: readonly string[],
): Closing[] {
  return blocks.flatMap((block) => {
    const organisation: Organisation | undefined = registry.organisations.get(block.organisation);
    if (!organisation || leftOpen(keepers, organisation.id, accounts) !== null) return [];
    const curators = unique(keepers.curators.get(organisation.id) ?? []);
    const heads = keepers.heads.get(sameKey(organisation.district)) ?? [];
    const editors = unique([...curators, ...heads, ...keepers.administrators]);
    return [{ ...block, label: registry.organisationLabel(organisation.id) ?? '', curators, editors }];
  });
}

const unique = (addresses: readonly string[]): string[] => [
  ...new Set(addresses.map((address) => address.toLowerCase())),
];
