/** «Замечания»: everything that is wrong with the data, with a link to each cell. */

import type { Registry } from '../../domain/report/registry';
import type { Issue } from '../../domain/schema/issue';
import type { TabId } from '../../domain/schema/schema';
import { cellName } from '../../domain/values/a1';
import { clip } from '../../domain/values/text';
import { describeIssue, moreIssues, NO_ISSUES } from '../../messages/tabs/issues';
import { issuesSchema } from '../schemas/control';
import { linkTo, type Page, type PageRow, safe } from './page';

const MOST_ISSUES = 1000;

export function issuesPage(
  issues: readonly Issue[],
  registry: Registry,
  titles: Readonly<Partial<Record<TabId, string>>>,
  sheets: Readonly<Partial<Record<TabId, number>>>,
): Page {
  const rows: PageRow[] = issues.slice(0, MOST_ISSUES).map((issue) => {
    const { expected, repair } = describeIssue(issue.problem);
    const sheet = sheets[issue.tab];
    const cell = cellName(issue.row ?? 1, (issue.columnIndex ?? 0) + 1);
    const organisation = issue.organisation ?? '';
    return [
      safe(titles[issue.tab] ?? issue.tab),
      sheet === undefined ? '' : linkTo(sheet, cell, cell),
      safe(clip(registry.organisations.get(organisation)?.district ?? '', 60)),
      safe(clip(registry.organisationLabel(organisation) ?? '', 80)),
      safe(clip(issue.column ?? '', 60)),
      safe(expected),
      safe(issue.found ?? ''),
      safe(repair),
    ];
  });
  if (issues.length > MOST_ISSUES) {
    rows.push([moreIssues(issues.length - MOST_ISSUES)]);
  }
  return {
    columns: issuesSchema.columns.length,
    layout: 'issues',
    rows: [
      issuesSchema.columns.map((column) => column.header),
      ...(rows.length === 0 ? [[NO_ISSUES]] : rows),
    ],
  };
}
