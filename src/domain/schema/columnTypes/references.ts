/** Names of organisations and of stages, as «Отчёт» writes them. */
import { cellText } from '../../values/cell';
import { sameKey } from '../../values/text';
import { AS_TEXT, accepting, type ColumnTypeRecord } from './columnType';

export const organisationType: ColumnTypeRecord = {
  ...AS_TEXT,
  searched: false,
  declarable: false,
  refersTo: 'organisations',
  validation: () => ({ kind: 'organisations' }),
  check: accepting((cell, _column, { organisations }) => organisations.has(sameKey(cellText(cell)))),
};

export const stageType: ColumnTypeRecord = {
  ...organisationType,
  refersTo: 'stages',
  validation: () => null,
  check: accepting((cell, _column, { stages }) => stages.has(sameKey(cellText(cell)))),
};
