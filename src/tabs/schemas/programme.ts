/** The administrator's tabs of the reporting book. Everybody may read them, so that a rule is never a secret. */

import type { TabSchema } from '../../domain/schema/schema';
import * as words from '../../messages/tabs/programme';
import {
  DEADLINE_KIND_WORDS,
  INDICATOR_WORDS,
  NO,
  ORGANISATION_TYPES,
  YES,
} from '../../messages/words/words';

/** Keys of rows are made of codes; src/domain/programme/readProgramme.ts leaves out a row whose code breaks this. */
const USABLE_CODE = { kind: 'pattern', pattern: "^[^=+\\-@']", says: words.codeSays } as const;
const USABLE_ID = { kind: 'pattern', pattern: "^[^/=+\\-@'][^/]*$", says: words.idSays } as const;

const YES_NO = [YES, NO];

const stage = words.stages.columns;
export const stagesSchema: TabSchema = {
  id: 'stages',
  title: words.stages.title,
  book: 'reporting',
  frozenColumns: 1,
  columns: [
    {
      id: 'code',
      ...stage.code,
      type: 'code',
      writer: 'administrator',
      required: true,
      width: 60,
      rules: [{ kind: 'unique' }, USABLE_CODE],
    },
    { id: 'section', ...stage.section, type: 'text', writer: 'administrator', width: 180 },
    { id: 'title', ...stage.title, type: 'text', writer: 'administrator', required: true, width: 320 },
    {
      id: 'kind',
      ...stage.kind,
      type: 'choice',
      allowed: Object.values(DEADLINE_KIND_WORDS),
      writer: 'administrator',
      required: true,
      width: 130,
    },
    {
      id: 'start',
      ...stage.start,
      type: 'date',
      writer: 'administrator',
      width: 90,
      rules: [
        {
          kind: 'requiredWhen',
          column: 'kind',
          when: { is: [DEADLINE_KIND_WORDS.from, DEADLINE_KIND_WORDS.range] },
        },
      ],
    },
    {
      id: 'deadline',
      ...stage.deadline,
      type: 'date',
      writer: 'administrator',
      width: 90,
      rules: [
        {
          kind: 'requiredWhen',
          column: 'kind',
          when: { is: [DEADLINE_KIND_WORDS.by, DEADLINE_KIND_WORDS.on, DEADLINE_KIND_WORDS.range] },
        },
        { kind: 'notBefore', column: 'start' },
      ],
    },
    { id: 'responsible', ...stage.responsible, type: 'text', writer: 'administrator', width: 140 },
    { id: 'result', ...stage.result, type: 'text', writer: 'administrator', width: 200 },
    { id: 'document', ...stage.document, type: 'yesNo', allowed: YES_NO, writer: 'administrator', width: 90 },
    {
      id: 'approval',
      ...stage.approval,
      type: 'yesNo',
      allowed: YES_NO,
      writer: 'administrator',
      width: 124,
    },
    {
      id: 'approvalInDeadline',
      ...stage.approvalInDeadline,
      type: 'yesNo',
      allowed: YES_NO,
      writer: 'administrator',
      width: 124,
    },
    {
      id: 'appliesTo',
      ...stage.appliesTo,
      type: 'choices',
      allowed: ORGANISATION_TYPES,
      writer: 'administrator',
      width: 200,
    },
    { id: 'phrase', ...stage.phrase, type: 'text', writer: 'administrator', width: 180 },
    { id: 'dropped', ...stage.dropped, type: 'yesNo', allowed: YES_NO, writer: 'administrator', width: 70 },
  ],
};

const organisation = words.organisations.columns;
export const organisationsSchema: TabSchema = {
  id: 'organisations',
  title: words.organisations.title,
  book: 'reporting',
  frozenColumns: 1,
  columns: [
    {
      id: 'id',
      ...organisation.id,
      type: 'code',
      writer: 'administrator',
      required: true,
      width: 114,
      rules: [{ kind: 'unique' }, USABLE_ID],
    },
    {
      id: 'district',
      ...organisation.district,
      type: 'text',
      writer: 'administrator',
      required: true,
      width: 160,
    },
    { id: 'fullName', ...organisation.fullName, type: 'text', writer: 'administrator', width: 380 },
    {
      id: 'shortName',
      ...organisation.shortName,
      type: 'text',
      writer: 'administrator',
      required: true,
      width: 200,
    },
    {
      id: 'type',
      ...organisation.type,
      type: 'choice',
      allowed: ORGANISATION_TYPES,
      writer: 'administrator',
      required: true,
      width: 180,
    },
    { id: 'opened', ...organisation.opened, type: 'date', writer: 'administrator', width: 90 },
    {
      id: 'closed',
      ...organisation.closed,
      type: 'date',
      writer: 'administrator',
      width: 90,
      rules: [{ kind: 'notBefore', column: 'opened' }],
    },
    {
      id: 'formerDistricts',
      ...organisation.formerDistricts,
      type: 'text',
      writer: 'administrator',
      width: 180,
    },
  ],
};

const target = words.targets.columns;
export const targetsSchema: TabSchema = {
  id: 'targets',
  title: words.targets.title,
  book: 'reporting',
  frozenColumns: 0,
  columns: [
    {
      id: 'indicator',
      ...target.indicator,
      type: 'choice',
      allowed: Object.values(INDICATOR_WORDS),
      writer: 'administrator',
      required: true,
      width: 280,
    },
    { id: 'title', ...target.title, type: 'text', writer: 'administrator', width: 280 },
    { id: 'date', ...target.date, type: 'date', writer: 'administrator', required: true, width: 90 },
    {
      id: 'value',
      ...target.value,
      type: 'number',
      writer: 'administrator',
      required: true,
      width: 90,
      rules: [{ kind: 'numberRange', min: 0 }],
    },
    { id: 'unit', ...target.unit, type: 'text', writer: 'administrator', width: 80 },
  ],
};
