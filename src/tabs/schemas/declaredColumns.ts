/** «Столбцы», in which the administrator declares further columns of «Отчёт» and «Охват». */

import { COLUMN_TYPE_NAMES, COLUMN_TYPES } from '../../domain/schema/columnTypes';
import type { ColumnTypeRecord } from '../../domain/schema/columnTypes/columnType';
import type { TabSchema } from '../../domain/schema/schema';
import { coverage } from '../../messages/tabs/coverage';
import * as words from '../../messages/tabs/programme';
import { report } from '../../messages/tabs/report';
import { COLUMN_TYPE_WORDS } from '../../messages/words/columnTypes';
import { NO, WRITER_WORDS, YES } from '../../messages/words/words';

const YES_NO = [YES, NO];

const typesWhere = (fits: (type: ColumnTypeRecord) => boolean): readonly string[] =>
  COLUMN_TYPE_NAMES.filter((name) => fits(COLUMN_TYPES[name])).map((name) => COLUMN_TYPE_WORDS[name]);

const declared = words.columns.columns;
export const columnsSchema: TabSchema = {
  id: 'columns',
  title: words.columns.title,
  book: 'reporting',
  frozenColumns: 0,
  columns: [
    {
      id: 'tab',
      ...declared.tab,
      type: 'choice',
      allowed: [report.title, coverage.title],
      writer: 'administrator',
      required: true,
      width: 90,
    },
    {
      id: 'header',
      ...declared.header,
      type: 'text',
      writer: 'administrator',
      required: true,
      width: 200,
      rules: [{ kind: 'unique', with: ['tab'] }],
    },
    {
      id: 'type',
      ...declared.type,
      type: 'choice',
      allowed: typesWhere(({ declarable }) => declarable),
      writer: 'administrator',
      required: true,
      width: 130,
    },
    {
      id: 'required',
      ...declared.required,
      type: 'yesNo',
      allowed: YES_NO,
      writer: 'administrator',
      width: 105,
    },
    {
      id: 'allowed',
      ...declared.allowed,
      type: 'text',
      writer: 'administrator',
      width: 200,
      rules: [
        {
          kind: 'requiredWhen',
          column: 'type',
          when: { is: typesWhere(({ allowed }) => allowed === 'declared') },
        },
      ],
    },
    { id: 'stages', ...declared.stages, type: 'text', writer: 'administrator', width: 110 },
    {
      id: 'writer',
      ...declared.writer,
      type: 'choice',
      allowed: [WRITER_WORDS.curator, WRITER_WORDS.head],
      writer: 'administrator',
      width: 110,
    },
    { id: 'help', ...declared.help, type: 'text', writer: 'administrator', width: 260 },
    { id: 'example', ...declared.example, type: 'text', writer: 'administrator', width: 180 },
    {
      id: 'summary',
      ...declared.summary,
      type: 'yesNo',
      allowed: YES_NO,
      writer: 'administrator',
      width: 110,
    },
  ],
};
