/** The targets of the programme. */
import { parseIso } from '../../../src/domain/dates/civil';
import { INDICATORS, type Indicator } from '../../../src/domain/programme/programme';
import { page } from '../../../src/messages/importer/page';
import { targets as words } from '../../../src/messages/tabs/programme';
import { INDICATOR_WORDS } from '../../../src/messages/words/words';
import { ChoiceField, TextField } from '../parts/Field';
import { reviewTable } from './reviewTable';

const { columns } = words;
const OPTIONS = INDICATORS.map((each) => [each, INDICATOR_WORDS[each]] as const);

export const TargetTable = reviewTable({
  part: 'targets',
  nameOf: ({ title }) => title || page.untitled,
  columns: [
    {
      header: columns.title.header,
      cell: ({ fields, position, issues, edit }) => (
        <>
          <TextField
            bare
            lines
            label={`${columns.title.header} ${position}`}
            value={fields.title}
            issue={issues.title}
            onValue={(title) => edit({ title })}
          />
          <ChoiceField
            bare
            label={`${columns.indicator.header} ${position}`}
            value={fields.indicator}
            options={OPTIONS}
            issue={issues.indicator}
            onValue={(indicator) => edit({ indicator: indicator as Indicator })}
          />
        </>
      ),
    },
    {
      header: columns.date.header,
      className: 'deadline',
      cell: ({ fields, position, issues, edit }) => (
        <TextField
          bare
          type="date"
          label={`${columns.date.header} ${position}`}
          value={fields.date ?? ''}
          issue={issues.date}
          onValue={(date) => edit({ date: parseIso(date) })}
        />
      ),
    },
    {
      header: columns.value.header,
      className: 'number',
      cell: ({ fields, position, issues, edit }) => (
        <>
          <TextField
            bare
            type="number"
            label={`${columns.value.header} ${position}`}
            value={fields.value === null ? '' : String(fields.value)}
            issue={issues.value}
            onValue={(value) =>
              edit({ value: value === '' || !Number.isFinite(Number(value)) ? null : Number(value) })
            }
          />
          <TextField
            bare
            label={`${columns.unit.header} ${position}`}
            value={fields.unit}
            maxLength={90}
            issue={issues.unit}
            onValue={(unit) => edit({ unit })}
          />
        </>
      ),
    },
  ],
});
