/** What each rule of a column says of one row. Duplicates need the whole table: see check.ts. */

import type { CivilDate } from '../dates/civil';
import { type Cell, cellText, dayOf, isEmpty, numberOf } from '../values/cell';
import { sameKey } from '../values/text';
import type { Problem } from './problem';
import type { Condition, Rule } from './rule';
import type { TabSchema } from './schema';

/** One row as the rules see it. */
export interface RuleRow {
  cell(columnId: string): Cell;
  /** «Отчёт»: whether the row's stage asks for a document; null where there is no stage. */
  readonly documentNeeded: boolean;
  /** «Отчёт»: code of the row's stage, null in other tables or when it is not known. */
  readonly stage: string | null;
}

export interface RuleContext {
  readonly today: CivilDate;
  readonly programmeStart: CivilDate | null;
  readonly schema: TabSchema;
}

const holds = (condition: Condition, cell: Cell): boolean =>
  'filled' in condition
    ? !isEmpty(cell)
    : condition.is.some((value) => sameKey(value) === sameKey(cellText(cell)));

const headerOf = (context: RuleContext, id: string): string =>
  context.schema.columns.find((column) => column.id === id)?.header ?? id;

/** A code as people copy it: «1.4.» is 1.4. */
const sameCode = (code: string): string => sameKey(code).replace(/\.$/, '');

/** The problem of this cell with one rule, or null. Cells that cannot be read were already reported by type. */
export function ruleProblem(rule: Rule, cell: Cell, row: RuleRow, context: RuleContext): Problem | null {
  const blank = isEmpty(cell);
  switch (rule.kind) {
    case 'dateRange': {
      const day = blank ? null : dayOf(cell);
      if (day === null) return null;
      if (rule.to === 'today' && day > context.today) return { code: 'dateInFuture' };
      const start = context.programmeStart;
      return rule.from === 'programmeStart' && start !== null && day < start
        ? { code: 'dateBeforeStart', start }
        : null;
    }
    case 'numberRange': {
      const value = blank ? null : numberOf(cell);
      if (value === null) return null;
      if (rule.min !== undefined && value < rule.min) return { code: 'numberTooSmall', min: rule.min };
      return rule.max !== undefined && value > rule.max ? { code: 'numberTooBig', max: rule.max } : null;
    }
    case 'pattern':
      return blank || new RegExp(rule.pattern, 'u').test(cellText(cell))
        ? null
        : { code: 'pattern', says: rule.says };
    case 'onlyWhen':
      return blank || holds(rule.when, row.cell(rule.column))
        ? null
        : { code: 'onlyWhen', column: headerOf(context, rule.column) };
    case 'requiredWhen':
      return blank && holds(rule.when, row.cell(rule.column))
        ? { code: 'requiredWhen', column: headerOf(context, rule.column) }
        : null;
    case 'notBefore': {
      const [day, other] = [blank ? null : dayOf(cell), dayOf(row.cell(rule.column))];
      return day !== null && other !== null && day < other
        ? { code: 'before', column: headerOf(context, rule.column) }
        : null;
    }
    case 'atMost': {
      const [value, other] = [blank ? null : numberOf(cell), numberOf(row.cell(rule.column))];
      return value !== null && other !== null && value > other
        ? { code: 'moreThan', column: headerOf(context, rule.column) }
        : null;
    }
    case 'documentForStage':
      return blank && row.documentNeeded && dayOf(row.cell('doneOn')) !== null
        ? { code: 'documentMissing' }
        : null;
    case 'requiredForStages': {
      const { stage } = row;
      const asked =
        stage !== null &&
        (rule.stages.length === 0 || rule.stages.some((each) => sameCode(each) === sameCode(stage)));
      return blank && asked && dayOf(row.cell('doneOn')) !== null ? { code: 'required' } : null;
    }
    case 'unique':
      return null;
  }
}
