/**
 * Rows that were filed, or decided, by somebody who belongs elsewhere. Known only where Google told the script who was
 * at the keyboard, and «Адреса» names that person for other organisations or districts of this book and not for this
 * one. Of everybody else nothing is concluded.
 */
import type { Addressee } from '../mail/people/people';
import type { Identities } from '../report/identity';
import { type PairKey, pairKey, type Registry } from '../report/registry';
import { cellAt, type Table, textAt } from '../schema/table';
import { isBlank } from '../values/cell';
import { fingerprint } from '../values/fingerprint';
import { sameKey } from '../values/text';

export interface Elsewhere {
  readonly pair: PairKey;
  readonly organisation: string;
  readonly what: 'filed' | 'decided';
  /** The organisation or the district that the person is of, as people call it: never the address. */
  readonly by: string;
  /** Key of the person's district. */
  readonly district: string;
}

/** Before a mark that the jobs found to be of elsewhere: a colour of the row follows from it. */
export const FLAG = '!';

export interface Mark {
  /** Data row, from 0. */
  readonly row: number;
  readonly pair: PairKey;
  readonly organisation: string;
  readonly what: Elsewhere['what'];
  readonly who: string;
}

/** Marks that still say something: a row that was emptied, or approved since it was filed, asks nobody to look. */
export function marksOf(table: Table, { rows }: Identities, approved: (row: number) => boolean): Mark[] {
  const filled = (row: number, ids: readonly string[]) => ids.some((id) => !isBlank(cellAt(table, row, id)));
  return rows.flatMap((identity, row) => {
    if (identity.kind !== 'certain') return [];
    const { organisation } = identity;
    const at = { pair: pairKey(organisation, identity.stage), organisation, row };
    const [filedBy, decidedBy] = [markIn(table, row, 'filedBy'), markIn(table, row, 'decidedBy')];
    const filed = filedBy !== '' && filled(row, ['doneOn', 'document', 'comment']) && !approved(row);
    const decided = decidedBy !== '' && filled(row, ['decision', 'extendedTo']);
    return [
      ...(filed ? [{ ...at, what: 'filed' as const, who: filedBy }] : []),
      ...(decided ? [{ ...at, what: 'decided' as const, who: decidedBy }] : []),
    ];
  });
}

const markIn = (table: Table, row: number, id: string): string => {
  const text = textAt(table, row, id);
  return text.startsWith(FLAG) ? text.slice(FLAG.length) : text;
};

/** Cells of marks, row by row, in which the flag is missing or is too much. */
export function flagsToWrite(table: Table, { rows }: Identities, found: readonly Elsewhere[]): Flag[] {
  const flagged = new Set(found.map(({ pair, what }) => `${pair}|${what}`));
  return rows.flatMap((identity, row) =>
    (['filed', 'decided'] as const).flatMap((what) => {
      const column = what === 'filed' ? 'filedBy' : 'decidedBy';
      const who = markIn(table, row, column);
      const pair = identity.kind === 'certain' ? pairKey(identity.organisation, identity.stage) : null;
      const text = who !== '' && flagged.has(`${pair}|${what}`) ? FLAG + who : who;
      return text === textAt(table, row, column) ? [] : [{ row, column, text }];
    }),
  );
}

export interface Flag {
  readonly row: number;
  readonly column: 'filedBy' | 'decidedBy';
  readonly text: string;
}

/** `people`: as «Адреса» is read for this one book; `administrators`: lower case. */
export function elsewhereOf(
  marks: readonly Mark[],
  registry: Pick<Registry, 'organisations' | 'organisationLabel'>,
  people: readonly Addressee[],
  administrators: readonly string[],
): Elsewhere[] {
  const known = new Map(
    people
      .filter(({ address }) => !administrators.includes(address))
      .map((one) => [fingerprint(one.address), one]),
  );
  return marks.flatMap(({ pair, organisation, what, who }): Elsewhere[] => {
    const person = known.get(who);
    const own = registry.organisations.get(organisation);
    if (!person || !own) return [];
    const heads = person.districts.some(({ id }) => id === sameKey(own.district));
    const belongs = heads || (what === 'filed' && person.organisations.some(({ id }) => id === organisation));
    const [school, district] = [person.organisations[0]?.id, person.districts[0]?.id];
    if (belongs || (school === undefined && district === undefined)) return [];
    const home = district ?? sameKey(registry.organisations.get(school ?? '')?.district ?? '');
    const name = [...registry.organisations.values()].find(
      (each) => sameKey(each.district) === home,
    )?.district;
    const by = district === undefined ? (registry.organisationLabel(school ?? '') ?? '') : (name ?? '');
    return [{ pair, organisation, what, by, district: home }];
  });
}
