/** «Охват» and «Реестр пар»: filled by curators row by row; counts and codes, never names. */

import type { Rule } from '../../domain/schema/rule';
import type { Column, TabSchema } from '../../domain/schema/schema';
import * as words from '../../messages/tabs/coverage';

const text = words.coverage.columns;
const COUNT: readonly Rule[] = [{ kind: 'numberRange', min: 0, max: 1_000_000 }];

const count = (id: keyof typeof text, rules: readonly Rule[] = []): Column => ({
  id,
  ...text[id],
  type: 'integer',
  writer: 'curator',
  width: 110,
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
      width: 200,
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
    count('pupils'),
    count('mentees', [{ kind: 'atMost', column: 'pupils' }]),
    count('mentors'),
    count('pupilPupil'),
    count('teacherTeacher'),
    count('studentPupil'),
    count('employerPupil'),
    count('employerStudent'),
    { id: 'comment', ...text.comment, type: 'text', writer: 'curator', width: 200 },
    ...declared,
  ],
});

const pair = words.pairs.columns;

const meeting = (
  id: 'meeting1' | 'meeting2' | 'meeting3' | 'meeting4' | 'meeting5',
  after: string,
): Column => ({
  id,
  ...pair[id],
  type: 'date',
  writer: 'curator',
  width: 110,
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
    meeting('meeting1', 'started'),
    meeting('meeting2', 'meeting1'),
    meeting('meeting3', 'meeting2'),
    meeting('meeting4', 'meeting3'),
    meeting('meeting5', 'meeting4'),
    {
      id: 'finished',
      ...pair.finished,
      type: 'date',
      writer: 'curator',
      width: 100,
      rules: [
        { kind: 'notBefore', column: 'started' },
        { kind: 'dateRange', to: 'today' },
      ],
    },
  ],
};
