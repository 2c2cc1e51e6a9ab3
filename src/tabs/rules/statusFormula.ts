/**
 * The status of a row of «Отчёт» as a formula: the rule of src/domain/report/status.ts in Sheets' language, so that
 * the status is right the moment a person types, with no trigger. A test compares the two.
 *
 * Arguments are separated with `;`, which Sheets takes under every locale; no decimal literals.
 */
import { FIRST_SERIAL, LAST_SERIAL } from '../../domain/values/cell';
import {
  APPROVAL_NEED_WORDS,
  APPROVAL_WORDS,
  COUNTED_WORDS,
  DAYS_MARK,
  REFILED_WORDS,
  RETURNED_REFILED,
  STATUS_PROBLEM_WORDS,
  STATUS_WORDS,
} from '../../messages/words/words';

/** Offsets of the row's cells from the status column (negative: to the left), and the two fixed cells. */
export interface StatusFormulaCells {
  readonly organisation: number;
  readonly deadline: number;
  readonly doneOn: number;
  readonly decision: number;
  readonly extendedTo: number;
  readonly counted: number;
  readonly approval: number;
  /** What is remembered of the decision: whether what was returned was handed in again. */
  readonly decisionSeen: number;
  /** R1C1 references such as `'Служебное'!R2C2`. */
  readonly today: string;
  readonly soonDays: string;
}

const quote = (text: string): string => `"${text.replace(/"/g, '""')}"`;
const relative = (offset: number): string => (offset === 0 ? 'RC' : `RC[${offset}]`);

/** One relative R1C1 formula for all rows. */
export function statusFormula(cells: StatusFormulaCells): string {
  const [organisation, deadline, done, decision, extended, counted, approval, seen] = [
    cells.organisation,
    cells.deadline,
    cells.doneOn,
    cells.decision,
    cells.extendedTo,
    cells.counted,
    cells.approval,
    cells.decisionSeen,
  ].map(relative) as [string, string, string, string, string, string, string, string];
  const { today, soonDays } = cells;
  const word = (name: keyof typeof STATUS_WORDS) => quote(STATUS_WORDS[name].full);
  const invalid = word('invalid');
  const problem = (name: keyof typeof STATUS_PROBLEM_WORDS) =>
    quote(`${STATUS_WORDS.invalid.full}: ${STATUS_PROBLEM_WORDS[name]}`);
  const formula = `IF(ISFORMULA(${extended});TRUE;ISFORMULA(${done}))`;
  const days = (count: string) => `": "&(${count})&" ${DAYS_MARK}"`;

  // A day is a number from 2000-01-01 to 2100-12-31; blank is fine, all else is not a day.
  const unreadable = (cell: string) =>
    `IF(ISERROR(${cell});TRUE;IF(${cell}="";FALSE;IF(ISNUMBER(${cell});` +
    `IF(${cell}<${FIRST_SERIAL};TRUE;${cell}>=${LAST_SERIAL + 1});TRUE)))`;
  const due = `IF(${extended}="";INT(${deadline});INT(${extended}))`;
  const undated = `IF(${extended}="";${deadline}="";FALSE)`;
  const decided = (text: string) =>
    `IF(ISFORMULA(${decision});FALSE;IF(ISERROR(${decision});FALSE;TRIM(${decision})=${quote(text)}))`;
  const returned = decided(APPROVAL_WORDS.returned);
  const approved = decided(APPROVAL_WORDS.approved);
  const included = `${approval}=${quote(APPROVAL_NEED_WORDS.included)}`;
  const refiled = `IF(${done}="";FALSE;SUBSTITUTE(${seen};${quote(REFILED_WORDS)};"")<>${seen})`;
  const noApproval = `${approval}=${quote(APPROVAL_NEED_WORDS.no)}`;

  const future = `IF(${done}="";FALSE;INT(${done})>${today})`;

  const beside =
    `IF(${returned};IF(${refiled};${quote(` · ${RETURNED_REFILED}`)};${quote(` · ${APPROVAL_WORDS.returned}`)});IF(${noApproval};"";` +
    `IF(${approved};${quote(` · ${APPROVAL_WORDS.approved}`)};IF(${done}="";"";${quote(` · ${APPROVAL_WORDS.awaiting}`)}))))`;
  const complete = `IF(${done}="";FALSE;IF(${returned};FALSE;IF(${included};${approved};TRUE)))`;
  // It is not complete, so what was handed in and not returned lacks the approval.
  const waits = `IF(${returned};${refiled};${done}<>"")`;
  const whenComplete =
    `IF(${undated};${word('inTime')};IF(INT(${done})<=${due};${word('inTime')};` +
    `${word('late')}&${days(`INT(${done})-${due}`)}))`;
  const whenOpen =
    `IF(${undated};${word('undated')};IF(${due}<${today};IF(${waits};${word('unapproved')};${word('missed')})&${days(`${today}-${due}`)};` +
    `IF(${due}<=${today}+${soonDays};${word('soon')}&${days(`${due}-${today}`)};${word('ahead')})))`;

  return (
    `=IF(${organisation}="";"";IF(LEFT(${counted};LEN(${quote(COUNTED_WORDS.unclear)}))=${quote(COUNTED_WORDS.unclear)};${invalid};` +
    `IF(${counted}<>${quote(COUNTED_WORDS.yes)};${word('notExpected')};` +
    `IF(${formula};${problem('formula')};IF(${unreadable(deadline)};${invalid};IF(${unreadable(extended)};${invalid};IF(${unreadable(done)};${invalid};` +
    `IF(${future};${problem('future')};` +
    `IF(${complete};${whenComplete};${whenOpen})&${beside}))))))))`
  );
}

/** For telling whether a formula was changed: blanks, quotes of sheet names and the separator do not matter. */
export const sameFormula = (formula: string): string =>
  formula
    .replace(/'?[^'!=();,&<>+-]+'?!/g, 'sheet!')
    .replace(/[;,]/g, ';')
    .replace(/ /g, '')
    .toUpperCase();
