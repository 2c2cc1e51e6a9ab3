/** The organisations, fifty at a time: a district has hundreds of them. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { DraftOrganisation } from '../../../src/domain/import/programmeDraft';
import { listItems, sameKey } from '../../../src/domain/values/text';
import { page, review as says } from '../../../src/messages/importer/page';
import { organisations as words } from '../../../src/messages/tabs/programme';
import { ORGANISATION_TYPES } from '../../../src/messages/words/words';
import type { Row } from '../model/draft';
import type { Issues } from '../model/issues';
import type { Action } from '../model/state';
import { ChoiceField, TextField } from '../parts/Field';
import { memo } from '../parts/memo';
import { RowButtons } from '../parts/RowButtons';

const { columns } = words;
const A_PAGE = 50;
const TYPES = [['', says.typeUnset], ...ORGANISATION_TYPES.map((type) => [type, type] as const)] as const;

interface Props {
  readonly rows: readonly Row<DraftOrganisation>[];
  readonly issues: Issues;
  readonly chosen: number | null;
  readonly unfolded: ReadonlySet<number>;
  onUnfold(id: number, open: boolean): void;
  dispatch(action: Action): void;
}

export function OrganisationTable({ rows, issues, chosen, unfolded, onUnfold, dispatch }: Props) {
  const [search, setSearch] = useState('');
  const [first, setFirst] = useState(0);
  const found = useMemo(() => {
    const key = sameKey(search);
    return key === ''
      ? rows
      : rows.filter(({ fields }) =>
          sameKey(`${fields.id} ${fields.shortName} ${fields.fullName} ${fields.district}`).includes(key),
        );
  }, [rows, search]);
  // A row that a question or an issue leads to is turned to.
  useEffect(() => {
    const at = found.findIndex(({ id }) => id === chosen);
    if (at >= 0 && (at < first || at >= first + A_PAGE)) setFirst(at - (at % A_PAGE));
  }, [chosen]);
  const from = first < found.length ? first : 0;
  const to = Math.min(found.length, from + A_PAGE);
  const noDistrict = rows.some(({ fields }) => fields.district === '');
  return (
    <>
      <div class="tools">
        {rows.length > A_PAGE && (
          <div class="field">
            <label for="find" class="hidden">
              {says.search}
            </label>
            <input
              id="find"
              type="search"
              placeholder={says.search}
              value={search}
              onInput={(event) => setSearch(event.currentTarget.value)}
            />
          </div>
        )}
        {noDistrict && <DistrictForAll dispatch={dispatch} />}
      </div>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col" class="id">
              {says.code}
            </th>
            <th scope="col">{columns.shortName.header}</th>
            <th scope="col" class="type">
              {columns.type.header}
            </th>
            <th scope="col" class="district">
              {columns.district.header}
            </th>
            <th scope="col" class="press">
              <span class="hidden">{says.more}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {found.slice(from, to).map((row) => (
            <OrganisationRow
              key={row.id}
              row={row}
              issues={issues.of('organisations', row.id)}
              chosen={chosen === row.id}
              open={unfolded.has(row.id)}
              onUnfold={onUnfold}
              dispatch={dispatch}
            />
          ))}
        </tbody>
      </table>
      {found.length > A_PAGE && (
        <nav class="pages" aria-label={says.tabs.organisations}>
          <button type="button" disabled={from === 0} onClick={() => setFirst(from - A_PAGE)}>
            {says.previous}
          </button>
          <span role="status">{says.page(from + 1, to, found.length)}</span>
          <button type="button" disabled={to >= found.length} onClick={() => setFirst(from + A_PAGE)}>
            {says.following}
          </button>
        </nav>
      )}
    </>
  );
}

function DistrictForAll({ dispatch }: { dispatch(action: Action): void }) {
  const [district, setDistrict] = useState('');
  return (
    <form
      class="field together"
      onSubmit={(event) => {
        event.preventDefault();
        if (district.trim() === '') return;
        dispatch({
          type: 'editAll',
          part: 'organisations',
          change: (each) =>
            'district' in each && each.district === '' ? { district: district.trim() } : null,
        });
      }}
    >
      <label for="district-all">{says.district}</label>
      <input
        id="district-all"
        value={district}
        maxLength={200}
        autocomplete="off"
        onInput={(event) => setDistrict(event.currentTarget.value)}
      />
      <button type="submit" disabled={district.trim() === ''}>
        {says.districtSet}
      </button>
    </form>
  );
}

interface RowProps {
  readonly row: Row<DraftOrganisation>;
  readonly issues: Readonly<Record<string, string>>;
  readonly chosen: boolean;
  readonly open: boolean;
  onUnfold(id: number, open: boolean): void;
  dispatch(action: Action): void;
}

const OrganisationRow = memo(function OrganisationRow({
  row,
  issues,
  chosen,
  open,
  onUnfold,
  dispatch,
}: RowProps) {
  const { id, from, place, fields } = row;
  const edit = (change: Partial<DraftOrganisation>): void =>
    dispatch({ type: 'edit', part: 'organisations', id, fields: change });
  const show = (): void => {
    if (!chosen) dispatch({ type: 'focus', from, place, row: id });
  };
  const name = fields.shortName || page.untitled;
  return (
    <>
      <tr
        id={`organisations-${id}`}
        class={`${chosen ? 'chosen' : ''}${Object.keys(issues).length > 0 ? ' wrong' : ''}`}
        onFocusCapture={show}
        onClick={show}
      >
        <td class="id">
          <TextField
            bare
            label={`${columns.id.header}: ${name}`}
            value={fields.id}
            maxLength={60}
            issue={issues.id}
            onValue={(value) => edit({ id: value.trim() })}
          />
        </td>
        <td>
          <TextField
            bare
            lines={fields.shortName.length > 22}
            label={`${columns.shortName.header}: ${name}`}
            value={fields.shortName}
            maxLength={200}
            issue={issues.shortName}
            onValue={(shortName) => edit({ shortName })}
          />
        </td>
        <td class="type">
          <ChoiceField
            bare
            label={`${columns.type.header}: ${name}`}
            value={fields.type}
            options={TYPES}
            issue={issues.type}
            onValue={(type) => edit({ type })}
          />
        </td>
        <td class="district">
          <TextField
            bare
            label={`${columns.district.header}: ${name}`}
            value={fields.district}
            maxLength={200}
            issue={issues.district}
            onValue={(district) => edit({ district })}
          />
        </td>
        <td class="press">
          <RowButtons
            name={name}
            open={open}
            onUnfold={() => onUnfold(id, !open)}
            onRemove={() => dispatch({ type: 'remove', part: 'organisations', id, name })}
          />
        </td>
      </tr>
      {open && (
        <tr class={`more${chosen ? ' chosen' : ''}`} onFocusCapture={show}>
          <td colSpan={5}>
            <div class="grid">
              <TextField
                lines
                label={columns.fullName.header}
                value={fields.fullName}
                issue={issues.fullName}
                onValue={(fullName) => edit({ fullName })}
              />
              <TextField
                label={says.emails}
                help={says.emailsHelp}
                value={fields.emails.join(', ')}
                issue={issues.emails}
                onValue={(emails) => edit({ emails: listItems(emails) })}
              />
            </div>
          </td>
        </tr>
      )}
    </>
  );
});
