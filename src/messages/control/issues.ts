/** What is wrong in «Настройки» and «Адреса», for the administrator. */
import type { Issue } from '../../domain/schema/issue';
import { addresses, settings } from '../tabs/control';
import { describeIssue } from '../tabs/issues';
import { WARNING_MARK } from '../words/words';

const titleOf = (issue: Issue): string => (issue.tab === 'addresses' ? addresses.title : settings.title);

export const controlIssue = {
  /** A colour follows from it. */
  mark: WARNING_MARK,
  /** Beside the row. */
  note: (issue: Issue): string => {
    const column = issue.tab === 'addresses' && issue.column !== null ? `${issue.column}: ` : '';
    return `${WARNING_MARK} ${column}${describeIssue(issue.problem).repair}`;
  },
  /** In a dialog. */
  line: (issue: Issue): string =>
    `«${titleOf(issue)}», строка ${issue.row ?? 1}, столбец «${issue.column ?? ''}»: ` +
    `${describeIssue(issue.problem).repair}`,
};
