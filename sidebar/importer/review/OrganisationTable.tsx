/** The organisations, fifty at a time: a district has hundreds of them. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { listItems, sameKey } from '../../../src/domain/values/text';
import { page, review as says } from '../../../src/messages/importer/page';
import { organisations as words } from '../../../src/messages/tabs/programme';
import { ORGANISATION_TYPES } from '../../../src/messages/words/words';
import type { Action } from '../model/state';
import { ChoiceField, TextField } from '../parts/Field';
import { type ReviewTableProps, reviewTable } from './reviewTable';

const { columns } = words;
const A_PAGE = 50;
const TYPES = [['', says.typeUnset], ...ORGANISATION_TYPES.map((type) => [type, type] as const)] as const;

const Rows = reviewTable({
  part: 'organisations',
  nameOf: ({ shortName }) => shortName || page.untitled,
  columns: [
    {
      header: says.code,
      className: 'id',
      cell: ({ fields, name, issues, edit }) => (
        <TextField
          bare
          label={`${columns.id.header}: ${name}`}
          value={fields.id}
          maxLength={60}
          issue={issues.id}
          onValue={(value) => edit({ id: value.trim() })}
        />
      ),
    },
    {
      header: columns.shortName.header,
      cell: ({ fields, name, issues, edit }) => (
        <TextField
          bare
          lines={fields.shortName.length > 22}
          label={`${columns.shortName.header}: ${name}`}
          value={fields.shortName}
          maxLength={200}
          issue={issues.shortName}
          onValue={(shortName) => edit({ shortName })}
        />
      ),
    },
    {
      header: columns.type.header,
      className: 'type',
      cell: ({ fields, name, issues, edit }) => (
        <ChoiceField
          bare
          label={`${columns.type.header}: ${name}`}
          value={fields.type}
          options={TYPES}
          issue={issues.type}
          onValue={(type) => edit({ type })}
        />
      ),
    },
    {
      header: columns.district.header,
      className: 'district',
      cell: ({ fields, name, issues, edit }) => (
        <TextField
          bare
          label={`${columns.district.header}: ${name}`}
          value={fields.district}
          maxLength={200}
          issue={issues.district}
          onValue={(district) => edit({ district })}
        />
      ),
    },
  ],
  more: ({ fields, issues, edit }) => (
    <>
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
    </>
  ),
});

export function OrganisationTable(props: ReviewTableProps<'organisations'>) {
  const { rows, chosen, dispatch } = props;
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
  // Turns to the page of the row that a question or an issue leads to.
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
      <Rows {...props} rows={found.slice(from, to)} />
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
