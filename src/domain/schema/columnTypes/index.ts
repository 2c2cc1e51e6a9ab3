/**
 * The types of columns. A new one is its record, a line here, and its words in src/messages/words/columnTypes.ts;
 * the compiler asks for the rest.
 */
import { choicesType, choiceType, yesNoType } from './choices';
import type { ColumnTypeRecord } from './columnType';
import { dateType } from './date';
import { emailsType, emailType } from './emails';
import { integerType, numberType, shareType } from './numbers';
import { organisationType, stageType } from './references';
import { codeType, linkType, textType } from './text';

/** In the order in which «Столбцы» offers them. */
export const COLUMN_TYPES = {
  text: textType,
  choice: choiceType,
  choices: choicesType,
  date: dateType,
  integer: integerType,
  number: numberType,
  share: shareType,
  link: linkType,
  email: emailType,
  emails: emailsType,
  yesNo: yesNoType,
  code: codeType,
  organisation: organisationType,
  stage: stageType,
} as const satisfies Readonly<Record<string, ColumnTypeRecord>>;

export type ColumnType = keyof typeof COLUMN_TYPES;
export const COLUMN_TYPE_NAMES = /* @__PURE__ */ Object.keys(COLUMN_TYPES) as readonly ColumnType[];

/** The record of a column's type. */
export const typeOf = ({ type }: { readonly type: ColumnType }): ColumnTypeRecord => COLUMN_TYPES[type];
