/** «Отчёт»: one row is one stage of one organisation. docs/design.md, «Tabs», gives the columns and their order. */
import type { Column, TabSchema } from '../../domain/schema/schema';
import { report as words } from '../../messages/tabs/report';
import { APPROVAL_NEED_WORDS, DECISION_SYNONYMS, DECISION_WORDS } from '../../messages/words/words';
import { MOST_FROZEN } from '../rules/frozen';

const text = words.columns;

const BEFORE_DECLARED: readonly Column[] = [
  // The stage is the frozen column: on a phone it must stay beside the date that is typed.
  { id: 'stage', ...text.stage, type: 'stage', writer: 'svodka', width: MOST_FROZEN },
  { id: 'organisation', ...text.organisation, type: 'organisation', writer: 'svodka', width: 130 },
  { id: 'deadline', ...text.deadline, type: 'date', writer: 'svodka', width: 90 },
  { id: 'status', ...text.status, type: 'text', writer: 'svodka', width: 150, formula: true },
  {
    id: 'doneOn',
    ...text.doneOn,
    type: 'date',
    writer: 'curator',
    width: 110,
    rules: [{ kind: 'dateRange', from: 'programmeStart', to: 'today' }],
  },
  {
    id: 'document',
    ...text.document,
    type: 'text',
    writer: 'curator',
    width: 180,
    rules: [{ kind: 'documentForStage' }],
  },
  { id: 'comment', ...text.comment, type: 'text', writer: 'curator', width: 200 },
];

const AFTER_DECLARED: readonly Column[] = [
  {
    id: 'decision',
    ...text.decision,
    type: 'choice',
    writer: 'head',
    allowed: Object.values(DECISION_WORDS),
    exact: true,
    synonyms: DECISION_SYNONYMS,
    width: 110,
    rules: [{ kind: 'onlyWhen', column: 'doneOn', when: { filled: true } }],
  },
  {
    id: 'extendedTo',
    ...text.extendedTo,
    type: 'date',
    writer: 'head',
    width: 100,
    rules: [{ kind: 'notBefore', column: 'deadline' }],
  },
  {
    id: 'reason',
    ...text.reason,
    type: 'text',
    writer: 'head',
    width: 170,
    rules: [{ kind: 'requiredWhen', column: 'decision', when: { is: [DECISION_WORDS.returned] } }],
  },
  { id: 'firstSeen', ...text.firstSeen, type: 'date', writer: 'svodka', width: 90, hidden: true },
  { id: 'cellsSeen', ...text.cellsSeen, type: 'text', writer: 'svodka', width: 150, hidden: true },
  { id: 'counted', ...text.counted, type: 'text', writer: 'svodka', width: 90, hidden: true },
  {
    id: 'approval',
    ...text.approval,
    type: 'choice',
    allowed: Object.values(APPROVAL_NEED_WORDS),
    writer: 'svodka',
    width: 90,
    hidden: true,
  },
  { id: 'district', ...text.district, type: 'text', writer: 'svodka', width: 120, hidden: true },
  { id: 'key', ...text.key, type: 'code', writer: 'svodka', width: 100, hidden: true },
  {
    id: 'decisionSeen',
    ...text.decisionSeen,
    type: 'text',
    writer: 'svodka',
    width: 150,
    hidden: true,
  },
  { id: 'countedIn', ...text.countedIn, type: 'text', writer: 'svodka', width: 120, hidden: true },
  ...(['filedBy', 'decidedBy'] as const).map(
    (id): Column => ({
      id,
      ...text[id],
      type: 'text',
      writer: 'svodka',
      width: 90,
      hidden: true,
      open: true,
    }),
  ),
];

/** What the administrator declares in «Столбцы» stands between the comment and the decision. */
export const reportSchema = (declared: readonly Column[] = []): TabSchema => ({
  id: 'report',
  title: words.title,
  book: 'reporting',
  frozenColumns: 1,
  columns: [...BEFORE_DECLARED, ...declared, ...AFTER_DECLARED],
});
