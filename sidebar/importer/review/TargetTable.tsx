/** The targets of the programme. */
import { parseIso } from '../../../src/domain/dates/civil';
import type { DraftTarget } from '../../../src/domain/import/programmeDraft';
import { INDICATORS, type Indicator } from '../../../src/domain/programme/programme';
import { page, review as says } from '../../../src/messages/importer/page';
import { targets as words } from '../../../src/messages/tabs/programme';
import { INDICATOR_WORDS } from '../../../src/messages/words/words';
import type { Row } from '../model/draft';
import type { Issues } from '../model/issues';
import type { Action } from '../model/state';
import { ChoiceField, TextField } from '../parts/Field';

const { columns } = words;
const OPTIONS = INDICATORS.map((each) => [each, INDICATOR_WORDS[each]] as const);

interface Props {
  readonly rows: readonly Row<DraftTarget>[];
  readonly issues: Issues;
  readonly chosen: number | null;
  dispatch(action: Action): void;
}

export function TargetTable({ rows, issues, chosen, dispatch }: Props) {
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">{columns.title.header}</th>
          <th scope="col" class="deadline">
            {columns.date.header}
          </th>
          <th scope="col" class="number">
            {columns.value.header}
          </th>
          <th scope="col" class="press">
            <span class="hidden">{says.remove}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, from, place, fields }, index) => {
          const wrong = issues.of('targets', id);
          const edit = (change: Partial<DraftTarget>): void =>
            dispatch({ type: 'edit', part: 'targets', id, fields: change });
          const show = (): void => {
            if (chosen !== id) dispatch({ type: 'focus', from, place, row: id });
          };
          const name = fields.title || page.untitled;
          return (
            <tr
              key={id}
              id={`targets-${id}`}
              class={chosen === id ? 'chosen' : ''}
              onFocusCapture={show}
              onClick={show}
            >
              <td>
                <TextField
                  bare
                  lines
                  label={`${columns.title.header} ${index + 1}`}
                  value={fields.title}
                  issue={wrong.title}
                  onValue={(title) => edit({ title })}
                />
                <ChoiceField
                  bare
                  label={`${columns.indicator.header} ${index + 1}`}
                  value={fields.indicator}
                  options={OPTIONS}
                  issue={wrong.indicator}
                  onValue={(indicator) => edit({ indicator: indicator as Indicator })}
                />
              </td>
              <td class="deadline">
                <TextField
                  bare
                  type="date"
                  label={`${columns.date.header} ${index + 1}`}
                  value={fields.date ?? ''}
                  issue={wrong.date}
                  onValue={(date) => edit({ date: parseIso(date) })}
                />
              </td>
              <td class="number">
                <TextField
                  bare
                  type="number"
                  label={`${columns.value.header} ${index + 1}`}
                  value={fields.value === null ? '' : String(fields.value)}
                  issue={wrong.value}
                  onValue={(value) =>
                    edit({ value: value === '' || !Number.isFinite(Number(value)) ? null : Number(value) })
                  }
                />
                <TextField
                  bare
                  label={`${columns.unit.header} ${index + 1}`}
                  value={fields.unit}
                  maxLength={90}
                  issue={wrong.unit}
                  onValue={(unit) => edit({ unit })}
                />
              </td>
              <td class="press">
                <button
                  type="button"
                  class="quiet danger"
                  aria-label={says.removeRow(name)}
                  onClick={() => dispatch({ type: 'remove', part: 'targets', id, name })}
                >
                  {says.remove}
                </button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
