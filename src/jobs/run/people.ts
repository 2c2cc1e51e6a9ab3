/** «Адреса», and who may write what in a book. */

import { isEmail } from '../../domain/schema/columnTypes/emails';
import { cellAt, rowCount, type Table, textAt } from '../../domain/schema/table';
import { cellText } from '../../domain/values/cell';
import { listItems, sameKey } from '../../domain/values/text';
import type { ReportingBook } from '../../google/book/reportingBook';
import type { Rights } from '../../google/pages/protect';
import { rightsFor, runner } from '../../google/services/app';
import { addresses } from '../../messages/tabs/control';
import { addressesSchema } from '../../tabs/schemas/control';
import type { Office } from './office';

interface Roles {
  readonly administrators: readonly string[];
  /** By the key of their district. */
  readonly headsOf: ReadonlyMap<string, readonly string[]>;
}

export class People {
  /** «Адреса» as this run read it; null while it did not. */
  addressTable: Table | null = null;
  private roles: Roles | null = null;
  /** By book. */
  private readonly rights = new Map<string, Rights>();

  constructor(private readonly office: Office) {}

  /** Reads «Адреса» anew. */
  readAddresses(): void {
    this.roles = null;
    this.readRoles();
  }

  /** Asked of Google once a book. */
  rightsOf(book: Pick<ReportingBook, 'id' | 'file'>): Rights {
    const known = this.rights.get(book.id);
    if (known) return known;
    const { administrators, headsOf } = this.readRoles();
    const rights = rightsFor(book.file, administrators, headsOf);
    this.rights.set(book.id, rights);
    return rights;
  }

  /** From «Настройки» and «Адреса». */
  private readRoles(): Roles {
    if (this.roles) return this.roles;
    const administrators = [...this.office.settings.administrators];
    const me = runner();
    if (me !== '') administrators.push(me);
    const headsOf = new Map<string, string[]>();
    const table = this.office.table('addresses', addressesSchema);
    this.addressTable = table;
    for (let row = 0; table !== null && row < rowCount(table); row += 1) {
      const role = sameKey(cellText(cellAt(table, row, 'role')));
      const emails = listItems(cellText(cellAt(table, row, 'email'))).filter(isEmail);
      if (role === sameKey(addresses.roles.administrator)) administrators.push(...emails);
      if (role !== sameKey(addresses.roles.head)) continue;
      const district = sameKey(textAt(table, row, 'district'));
      headsOf.set(district, [...(headsOf.get(district) ?? []), ...emails]);
    }
    this.roles = { administrators, headsOf };
    return this.roles;
  }
}
