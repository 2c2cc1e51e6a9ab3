/** Mails in English: for recipients whose setting says so. Names of tabs and columns stay as they are in the book. */
import { en as category } from 'make-plural/plurals';
import { type CivilDate, partsOf } from '../../domain/dates/civil';
import type { AllMailWords } from '../../domain/mail/kinds';
import type { MailRole } from '../../domain/mail/mail';
import type { OrganisationChange, OutstandingCounts } from '../../domain/mail/words';
import { addresses, issues, summary } from '../tabs/control';
import { coverage } from '../tabs/coverage';
import { report } from '../tabs/report';

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${category(count) === 'one' ? one : many}`;

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** «5 Oct 2020»: no reader takes the day for the month. */
const date = (civil: CivilDate): string => {
  const { year, month, day } = partsOf(civil);
  return `${day} ${MONTHS[month - 1]} ${year}`;
};

const countsText = ({ returned, overdue, overdueReturned, soon }: OutstandingCounts): string =>
  [
    overdue > 0 && `${overdue} overdue${overdueReturned > 0 ? ` (${overdueReturned} of them returned)` : ''}`,
    returned > 0 && `${returned} ${overdueReturned > 0 ? 'more ' : ''}returned`,
    soon > 0 && `${soon} due soon`,
  ]
    .filter((part) => part !== false)
    .join(', ');

const ROLES: Readonly<Record<MailRole, string>> = {
  ministry: "recipient of the programme's digest",
  head: 'head of a district',
  curator: 'curator of an organisation',
  administrator: 'administrator',
};

const CHANGED: Readonly<Record<OrganisationChange, string>> = {
  closed: 'Closed',
  removed: 'Taken off the list of organisations',
  opened: 'Opened',
  movedIn: 'Moved into the district',
  movedOut: 'Moved out of the district',
  moved: 'Moved to another district',
  stages: 'Stages that changed',
};

export const en: AllMailWords = {
  language: 'en',
  date,
  percent: (value) => `${value}%`,
  number: String,
  change: (value) => (value === 0 ? '' : value > 0 ? `+${value}` : `−${-value}`),
  days: (count) => counted(count, 'day').replace(' ', '\u00a0'),

  untitledProgramme: 'Programme',
  noDistrict: 'No district given',
  more: (count) => `…and ${count} more`,
  onlyInSheet: (count) => `No room here, see the sheet: ${count}`,
  brief: {
    title: 'The rest in short',
    lead: 'One mail has no room for all: the links lead to the details.',
    moreSections: (count) => `…and ${count} more, see the sheet`,
  },
  shorter: [],

  figures: {
    expected: (reports, organisations) =>
      `${counted(reports, 'report')} expected from ${counted(organisations, 'organisation')}`,
    line: (figures) =>
      figures
        .map(({ label, percent, count, change }) => {
          const counts = change === '' ? count : `${count}, ${change}`;
          return `${percent} ${label} (${counts})`;
        })
        .join(', '),
    label: { inTime: 'in time', late: 'late', missed: 'overdue', notYetDue: 'not yet due' },
    since: (day) => `Plus and minus: changes since the last digest, ${date(day)}.`,
    unchangedSince: (day) => `Nothing has changed since the last digest, ${date(day)}.`,
    incomparable: (day) =>
      `Changes since the last digest, ${date(day)}, are not shown: other reports are counted now, so there is nothing to compare with.`,
    first: 'This is the first digest: changes will show in the next one.',
  },

  digest: {
    ministryTitle: 'Digest',
    districtTitle: (district) => `${district}: digest`,
    afterDeadline: (day) => `The deadline ${date(day)} has passed.`,
    unsent: (count) =>
      `${counted(count, 'reminder')} not sent today: the daily allowance of mails is used up. They go out in the next days.`,
    unsentInDistrict: (count) =>
      `${counted(count, 'reminder')} to schools of this district not sent today: the daily allowance of mails is used up.`,
    filedElsewhere: (count) =>
      `${counted(count, 'row')} of your district filled by somebody of another organisation: was it the wrong row?`,
    decidedElsewhere: (count) =>
      `${counted(count, 'row')} of your district decided by somebody of another district: would you decide so?`,
    decidedByYou: (count) =>
      `${counted(count, 'row')} of another district decided by the head of yours. If it was the wrong row, put it back; that district is told too`,
    issues: (count) => `${counted(count, 'issue')} in the data`,
    districts: 'Districts',
    stages: 'Stages',
    targets: 'Targets',
    behind: (count, all) =>
      count === 0
        ? `Nothing is overdue in any of ${counted(all, 'district')}.`
        : `Reports are overdue in ${count} of ${counted(all, 'district')}.`,
    worstFirst: (shown, all) =>
      shown < all
        ? `The ${shown} of ${all} with the largest share of overdue reports.`
        : 'Largest share of overdue reports first.',
    otherDistricts: ({ count, done, missed, clear }) =>
      `…and ${count} more: ${done} filed, ${missed} overdue` +
      `${clear === 0 ? '' : `, ${counted(clear, 'district')} with nothing overdue`}`,
    done: 'filed',
    missed: 'overdue',
    due: (day) => `due ${date(day)}`,
    undated: 'no deadline',
    ahead: 'Still ahead, no reports yet:',
    doneByAll: 'Filed by all:',
    overdue: (count) => (count === 0 ? 'Overdue' : `Overdue: ${counted(count, 'report')}`),
    overdueAwaiting: (count) => `Of these, waiting for your decision: ${count}, shown below.`,
    oldest: (shown, all) => `Longest overdue: ${shown} of ${all}`,
    nothingOverdue: 'No report is overdue.',
    awaiting: (count) => `Waiting for your decision: ${counted(count, 'report')}`,
    refiled: (count) => `Filed again after a return: ${counted(count, 'report')}`,
    doneOn: (day) => `Done ${date(day)}`,
    returned: (count) => `Returned to the school: ${counted(count, 'report')}`,
    soon: 'Due soon',
    rest: 'The others',
    restNote: (count) => `${counted(count, 'organisation')} owing nothing, no deadline near`,
    changed: (kind, names) => `${CHANGED[kind]}: ${names}.`,
    closedOn: (day) => ` (closed ${date(day)})`,
    brought: (count) => `Came with organisations that moved here, counted in their former district: ${count}`,
    changesNote: 'This is since the last digest and does not enter plus and minus.',
    fromTo: (former, present) =>
      former === null
        ? ` (to ${present})`
        : present === null
          ? ` (from ${former})`
          : ` (${former} → ${present})`,
    openSummary: `Open the tab «${summary.title}»`,
    openDistrict: "Open the district's summary",
    openBook: (name) => `Open: ${name}`,
    openIssues: `Tab «${issues.title}»`,
  },

  target: {
    line: (day, required, value) =>
      `${required} required by ${date(day)}, ${value === null ? 'no figures yet' : `${value} now`}`,
    gave: (reported, asked) => `«${coverage.title}» from ${reported} of ${asked}`,
    leftOut: (count) => `not counted because of an error: a figure of ${counted(count, 'organisation')}`,
    outcomes: { reached: 'reached', missed: 'not reached', ahead: 'ahead', unknown: 'no figures' },
  },

  outstanding: (counts) => `${counted(counts.expected, 'report')}: ${countsText(counts)}.`,

  item: {
    overdueDays: (days) => `overdue ${counted(days, 'day')}`,
    dueIn: (days) =>
      days === 0 ? 'due today' : days === 1 ? 'due tomorrow' : `due in ${counted(days, 'day')}`,
    returned: 'returned',
    due: (day) => `Due ${date(day)}`,
    dueExtended: (day) => `Extended to ${date(day)}`,
    present: (what) => `To present: ${what}`,
    documentNeeded: 'Write down the number and date of the document, or a link to it',
    reason: (text) => `Why it was returned: ${text}`,
    reasonInSheet: 'Why it was returned is written in the sheet: open the row by its link',
    unreadable: 'The row has an error: its date cannot be read, or it is unclear whose it is',
  },

  reminder: {
    subject: (counts) => `Reminder: ${countsText(counts)}`,
    title: 'Reports that are expected of you',
    why: {
      scheduled: 'You get this today because the deadline of these reports is near or has passed.',
      returned: 'You get this today because the district returned a report.',
      asked: 'You get this today because your district asked for it.',
    },
    how:
      `When a stage is done, open its row by the link and write the day into the column «${report.columns.doneOn.header}». ` +
      'You will not be reminded of it again.',
    howReturned:
      'Mend a returned report in its row: a new day, another document, or a word in the column ' +
      `«${report.columns.comment.header}» on what was mended. The district then sees that it was filed again, and you ` +
      'are reminded of it no more.',
  },

  callList: {
    subject: (district) => `${district}: please tell the schools`,
    title: (district) => `${district}: please tell the schools`,
    lead: 'The daily allowance of mails is used up and these schools got no reminder today. Please tell them yourself.',
  },

  subject: {
    digest: ({ district, missed, unchanged }) =>
      `Digest${district === null ? '' : `, ${district}`}: ${unchanged ? 'unchanged, ' : ''}${
        missed === 0 ? 'nothing overdue' : `${missed} overdue`
      }`,
    whole: (what, day, programme) => [what, day, programme].join(' · '),
    test: (subject) => `Test · ${subject}`,
  },

  footer: {
    automatic: 'This mail was made by a program from the sheet: what was written later is not in it.',
    why: (roles, office) =>
      `You get it because your address stands on the tab «${addresses.title}» of the programme's control book` +
      `${roles.length === 0 ? '' : ` (${roles.map((role) => ROLES[role]).join(', ')})`}.` +
      `${office === '' ? '' : ` The office that runs it: ${office}.`}`,
    stop: (replyTo) =>
      'To stop these mails or to correct the address, answer this mail' +
      `${replyTo === '' ? '' : ` or write to ${replyTo}`}: addresses are changed there, by hand.`,
  },
  testBanner: (insteadOf) =>
    `This is a test. A mail to ${insteadOf} would look like this; none was sent there.`,
  senderName: (office) => (office === '' ? 'Svodka' : `Svodka · ${office}`),

  csv: {
    fileName: (today) => `Svodka ${today}.csv`,
    columns: {
      book: 'Book',
      district: 'District',
      organisation: 'Organisation',
      type: 'Type',
      expected: 'Expected',
      inTime: 'In time',
      late: 'Late',
      missed: 'Overdue',
      notYetDue: 'Not yet due',
      share: 'Filed, %',
      awaiting: 'Awaiting decision',
    },
  },
};
