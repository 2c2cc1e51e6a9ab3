/** What a draft's organisations, and the addresses of their curators, do to those of the tables. */
import { cellAt, type Table, textAt } from '../schema/table';
import { cellText } from '../values/cell';
import { listItems, sameKey, tidy } from '../values/text';
import { changesOf, rowsOf } from './cellChanges';
import type { Cells } from './changes';
import type {
  ExistingProgramme,
  GoneRow,
  ImportPlan,
  ImportQuestion,
  ImportWords,
  LabelledChange,
} from './importPlan';
import { matchOrganisations } from './matchOrganisations';
import { OrganisationIds } from './organisationIds';
import type { ProgrammeDraft } from './programmeDraft';

export function planOrganisations(
  draft: ProgrammeDraft,
  { organisations: table, addresses, filedByOrganisation }: ExistingProgramme,
  words: ImportWords,
  questions: ImportQuestion[],
): Pick<ImportPlan, 'organisations' | 'addresses' | 'absent'> {
  const rows = rowsOf(table);
  const known = rows.map((row) => ({
    id: textAt(table, row, 'id'),
    district: textAt(table, row, 'district'),
    shortName: textAt(table, row, 'shortName'),
    fullName: textAt(table, row, 'fullName'),
    type: textAt(table, row, 'type'),
  }));
  const matches = matchOrganisations(known, draft.organisations);
  const ids = new OrganisationIds(
    known,
    draft.organisations.map(({ id }) => id),
  );
  const written = knownAddresses(addresses);
  const added: Cells[] = [];
  const changed: LabelledChange[] = [];
  const newAddresses: Cells[] = [];
  const found = new Set<number>();
  let same = 0;
  draft.organisations.forEach((organisation, index) => {
    const match = matches[index] ?? { kind: 'new' };
    if (match.kind === 'twice') return;
    let { id } = organisation;
    if (match.kind === 'new') {
      if (id === '') id = ids.next(organisation.district);
      added.push(words.organisationCells({ ...organisation, id }));
    } else {
      const row = rows[match.row] ?? 0;
      found.add(match.row);
      const there = known[match.row];
      const shortName = there?.shortName ?? '';
      id = there?.id ?? '';
      if (match.kind === 'ask') {
        const given = organisation.shortName;
        const filed = filedByOrganisation.get(sameKey(id)) ?? 0;
        questions.push({ kind: 'organisation', index, id, found: shortName, given, filed });
        return;
      }
      const cells = changesOf(table, row, words.organisationCells({ ...organisation, id }));
      if (cells.length === 0) same += 1;
      else changed.push({ key: sameKey(id), label: shortName, cells });
    }
    for (const email of organisation.emails) {
      const key = addressKey(email, id, organisation.district);
      if (written.has(key) || written.has(addressKey(email, id, ''))) continue;
      written.add(key);
      // Another book may number its organisations the same way.
      newAddresses.push({ email, role: words.curator, organisation: id, district: organisation.district });
    }
  });
  const absent = known.flatMap(({ id, shortName }, index): GoneRow[] =>
    draft.organisations.length === 0 || found.has(index)
      ? []
      : [{ id, label: shortName, filed: filedByOrganisation.get(sameKey(id)) ?? 0 }],
  );
  return {
    organisations: { added, changed, same },
    addresses: { added: newAddresses, changed: [], same: 0 },
    absent,
  };
}

const addressKey = (email: string, organisation: string, district: string): string =>
  `${tidy(email).toLowerCase()}|${sameKey(organisation)}|${sameKey(district)}`;

function knownAddresses(table: Table): Set<string> {
  const keys = new Set<string>();
  for (const row of rowsOf(table)) {
    const organisation = textAt(table, row, 'organisation');
    for (const email of listItems(cellText(cellAt(table, row, 'email'))))
      keys.add(addressKey(email, organisation, textAt(table, row, 'district')));
  }
  return keys;
}
