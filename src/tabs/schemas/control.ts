/** Tabs that Svodka's jobs write, and the control book's own. */
import type { Column, TabSchema } from '../../domain/schema/schema';
import { LANGUAGE_NAMES } from '../../messages/jobs/settings';
import * as words from '../../messages/tabs/control';
import { MOST_FROZEN } from '../rules/frozen';

const byJobs = (
  entries: Readonly<Record<string, Pick<Column, 'header' | 'help' | 'example'>>>,
  widths: Readonly<Record<string, number>>,
  more: Readonly<Record<string, Partial<Column>>> = {},
): Column[] =>
  Object.entries(entries).map(([id, text]) => ({
    id,
    ...text,
    type: 'text',
    writer: 'svodka',
    width: widths[id] ?? 100,
    ...more[id],
  }));

export const issuesSchema: TabSchema = {
  id: 'issues',
  title: words.issues.title,
  book: 'reporting',
  frozenColumns: 0,
  columns: byJobs(
    words.issues.columns,
    {
      tab: 90,
      link: 70,
      district: 130,
      organisation: 150,
      column: 120,
      expected: 210,
      found: 150,
      repair: 320,
    },
    { link: { formula: true } },
  ),
};

export const serviceSchema: TabSchema = {
  id: 'service',
  title: words.service.title,
  book: 'reporting',
  frozenColumns: 0,
  hidden: true,
  columns: byJobs(words.service.columns, { name: 220, value: 220 }, { value: { formula: true } }),
};

export const journalSchema: TabSchema = {
  id: 'journal',
  title: words.journal.title,
  book: 'control',
  frozenColumns: 0,
  columns: byJobs(
    words.journal.columns,
    { at: 130, job: 170, book: 200, result: 110, seconds: 70, details: 520 },
    { at: { type: 'date', withTime: true }, seconds: { type: 'integer' } },
  ),
};

const setting = words.settings.columns;
export const settingsSchema: TabSchema = {
  id: 'settings',
  title: words.settings.title,
  book: 'control',
  frozenColumns: 1,
  columns: [
    { id: 'name', ...setting.name, type: 'text', writer: 'svodka', width: MOST_FROZEN },
    { id: 'value', ...setting.value, type: 'text', writer: 'administrator', width: 260 },
    { id: 'help', ...setting.help, type: 'text', writer: 'svodka', width: 520 },
    { id: 'closed', ...setting.closed, type: 'text', writer: 'administrator', width: 130 },
  ],
};

const address = words.addresses.columns;
export const addressesSchema: TabSchema = {
  id: 'addresses',
  title: words.addresses.title,
  book: 'control',
  // An address needs more room than may be frozen.
  frozenColumns: 0,
  columns: [
    {
      id: 'email',
      ...address.email,
      type: 'emails',
      writer: 'administrator',
      required: true,
      width: 220,
    },
    {
      id: 'role',
      ...address.role,
      type: 'choice',
      allowed: Object.values(words.addresses.roles),
      writer: 'administrator',
      required: true,
      width: 170,
    },
    {
      id: 'organisation',
      ...address.organisation,
      type: 'code',
      writer: 'administrator',
      width: 130,
      rules: [{ kind: 'requiredWhen', column: 'role', when: { is: [words.addresses.roles.curator] } }],
    },
    {
      id: 'district',
      ...address.district,
      type: 'text',
      writer: 'administrator',
      width: 180,
      rules: [{ kind: 'requiredWhen', column: 'role', when: { is: [words.addresses.roles.head] } }],
    },
    { id: 'book', ...address.book, type: 'text', writer: 'administrator', width: 180 },
    {
      id: 'language',
      ...address.language,
      type: 'choice',
      allowed: Object.values(LANGUAGE_NAMES),
      writer: 'administrator',
      width: 110,
    },
    { id: 'note', ...address.note, type: 'text', writer: 'administrator', width: 240 },
    { id: 'issue', ...address.issue, type: 'text', writer: 'svodka', width: 320 },
  ],
};
