import type { Clock } from '../../runtime/ports';
import { copySheet } from '../../workbook/grid/copySheet';
import { Workbook } from '../../workbook/grid/workbook';
import type { Sharing } from '../../workbook/rules/protection';

export type LinkAccess = 'none' | 'view' | 'edit';

/** A spreadsheet file: who may do what with it. E-mails are lower case. */
export class DriveFile implements Sharing {
  readonly editors = new Set<string>();
  readonly viewers = new Set<string>();
  /** What anyone with the link may do, signed in or not. */
  link: LinkAccess = 'none';
  trashed = false;

  constructor(
    readonly workbook: Workbook,
    readonly owner: string,
  ) {}

  canEdit(user: string): boolean {
    return this.link === 'edit' || (user !== '' && (user === this.owner || this.editors.has(user)));
  }
  canView(user: string): boolean {
    return this.link !== 'none' || this.canEdit(user) || (user !== '' && this.viewers.has(user));
  }
  /** The owner first. */
  listEditors(): string[] {
    return [this.owner, ...this.editors];
  }
  /** Addresses that Google has no account for: they can be written into no list of editors. */
  readonly notAccounts = new Set<string>();
  /** Files of consumer accounts belong to no domain. */
  get consumerOwned(): boolean {
    return /@(gmail|googlemail)\.com$/.test(this.owner);
  }
  share(user: string, role: 'edit' | 'view'): void {
    const email = user.toLowerCase();
    if (email === this.owner) return;
    if (role === 'edit') {
      this.editors.add(email);
      this.viewers.delete(email);
    } else if (!this.editors.has(email)) this.viewers.add(email);
  }
  /** Removing an editor also takes them out of protections that list them (unconfirmed), and keeps no view right. */
  unshare(user: string): void {
    const email = user.toLowerCase();
    this.editors.delete(email);
    this.viewers.delete(email);
  }
}

export interface NewFile {
  readonly id?: string;
  readonly locale?: string;
  readonly timeZone?: string;
  readonly rows?: number;
  readonly columns?: number;
  /** Name of the first sheet; `Sheet1` if not given. No sheet is made for ''. */
  readonly sheet?: string;
}

/** All spreadsheets of the local host. */
export class Drive {
  readonly files = new Map<string, DriveFile>();
  private made = 0;

  constructor(readonly clock: Clock) {}

  /** Ids look like Google's: 44 characters. */
  newId(): string {
    this.made++;
    return `1local${'0'.repeat(34)}${String(this.made).padStart(4, '0')}`;
  }

  create(name: string, owner: string, options: NewFile = {}): DriveFile {
    let id = options.id ?? this.newId();
    while (options.id === undefined && this.files.has(id)) id = this.newId();
    const workbook = new Workbook(id, name, this.clock, options.locale, options.timeZone);
    if (options.sheet !== '') {
      const sheet = workbook.addSheet(
        options.sheet ?? (options.locale?.startsWith('ru') ? 'Лист1' : 'Sheet1'),
      );
      if (options.rows !== undefined) sheet.maxRows = options.rows;
      if (options.columns !== undefined) sheet.maxColumns = options.columns;
    }
    return this.add(workbook, owner);
  }

  add(workbook: Workbook, owner: string): DriveFile {
    const file = new DriveFile(workbook, owner.toLowerCase());
    this.files.set(workbook.id, file);
    return file;
  }

  /** Undefined for files that do not exist (any more). */
  get(id: string): DriveFile | undefined {
    const file = this.files.get(id);
    return file?.trashed ? undefined : file;
  }

  delete(id: string): void {
    this.files.delete(id);
  }

  /**
   * A copy of the file with a new id, owned by the person who makes it and shared with nobody. Sheets keep their ids
   * (unconfirmed); protections come along, listing only the new owner (unconfirmed); metadata comes along.
   */
  copy(id: string, name: string, owner: string): DriveFile {
    const source = this.get(id);
    if (!source) throw new Error(`No such spreadsheet: ${id}`);
    const from = source.workbook;
    const file = this.create(name, owner, { locale: from.locale, timeZone: from.timeZone, sheet: '' });
    const to = file.workbook;
    for (const sheet of from.sheets) to.addSheet(sheet.name, to.sheets.length, sheet.id);
    from.sheets.forEach((sheet, index) => {
      const copy = to.sheets[index];
      if (!copy) return;
      copySheet(sheet, copy);
      copy.hidden = sheet.hidden;
      copy.metadata = sheet.metadata.map((one) => ({ ...one, place: { ...one.place } }));
      copy.protections = sheet.protections.map((one) => ({
        ...one,
        editors: one.editors === null ? null : new Set<string>(),
        unprotected: [...one.unprotected],
      }));
      for (const one of [...copy.metadata, ...copy.protections]) to.reserveId(one.id);
    });
    to.metadata = from.metadata.map((one) => ({ ...one }));
    for (const one of to.metadata) to.reserveId(one.id);
    return file;
  }
}
