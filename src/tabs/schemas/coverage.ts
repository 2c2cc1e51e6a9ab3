/** «Охват» and «Реестр пар»: filled by curators row by row; counts and codes, never names. */

import type { Rule } from '../../domain/schema/rule';
import type { Column, TabSchema } from '../../domain/schema/schema';
import * as words from '../../messages/tabs/coverage';
import { MOST_FROZEN } from '../rules/frozen';

const text = words.coverage.columns;
const COUNT: readonly Rule[] = [{ kind: 'numberRange', min: 0, max: 1_000_000 }];

const count = (id: keyof typeof text, width: number, rules: readonly Rule[] = []): Column => ({
  id,
  ...text[id],
  type: 'integer',
  writer: 'curator',
  width,
  rules: [...COUNT, ...rules],
});

export const coverageSchema = (declared: readonly Column[] = []): TabSchema => ({
  id: 'coverage',
  title: words.coverage.title,
  book: 'reporting',
  frozenColumns: 1,
  columns: [
    {
      id: 'organisation',
      ...text.organisation,
      type: 'organisation',
      writer: 'curator',
      required: true,
      width: MOST_FROZEN,
      rules: [{ kind: 'unique', with: ['date'] }],
    },
    {
      id: 'date',
      ...text.date,
      type: 'date',
      writer: 'curator',
      required: true,
      width: 90,
      rules: [{ kind: 'dateRange', from: 'programmeStart', to: 'today' }],
    },
    count('pupils', 115),
    count('mentees', 124, [{ kind: 'atMost', column: 'pupils' }]),
    count('mentors', 114),
    count('pupilPupil', 133),
    count('teacherTeacher', 152),
    count('studentPupil', 143),
    count('employerPupil', 191),
    count('employerStudent', 200),
    { id: 'comment', ...text.comment, type: 'text', writer: 'curator', width: 200 },
    ...declared,
  ],
});

const pair = words.pairs.columns;

const meeting = (
  id: 'meeting1' | 'meeting2' | 'meeting3' | 'meeting4' | 'meeting5',
  width: number,
  after: string,
): Column => ({
  id,
  ...pair[id],
  type: 'date',
  writer: 'curator',
  width,
  rules: [
    { kind: 'dateRange', to: 'today' },
    { kind: 'notBefore', column: after },
  ],
});

export const pairsSchema: TabSchema = {
  id: 'pairs',
  title: words.pairs.title,
  book: 'reporting',
  frozenColumns: 1,
  optional: true,
  columns: [
    {
      id: 'code',
      ...pair.code,
      type: 'code',
      writer: 'curator',
      required: true,
      width: 90,
      rules: [{ kind: 'unique', with: ['organisation'] }],
    },
    {
      id: 'organisation',
      ...pair.organisation,
      type: 'organisation',
      writer: 'curator',
      required: true,
      width: 200,
    },
    {
      id: 'form',
      ...pair.form,
      type: 'choice',
      allowed: words.pairs.forms,
      writer: 'curator',
      required: true,
      width: 170,
    },
    {
      id: 'started',
      ...pair.started,
      type: 'date',
      writer: 'curator',
      width: 90,
      rules: [{ kind: 'dateRange', from: 'programmeStart', to: 'today' }],
    },
    meeting('meeting1', 181, 'started'),
    meeting('meeting2', 100, 'meeting1'),
    meeting('meeting3', 200, 'meeting2'),
    meeting('meeting4', 110, 'meeting3'),
    meeting('meeting5', 100, 'meeting4'),
    {
      id: 'finished',
      ...pair.finished,
      type: 'date',
      writer: 'curator',
      width: 110,
      rules: [
        { kind: 'notBefore', column: 'started' },
        { kind: 'dateRange', to: 'today' },
      ],
    },
  ],
};
