/** Organisations of a letter and of a list beside it as rows of the review. */
import type { DraftOrganisation } from '../../../src/domain/import/programmeDraft';
import type { LetterOrganisation } from '../../../src/domain/letter/letter';
import { sameKey } from '../../../src/domain/values/text';
import { organisationType } from '../../../src/messages/importer/letter';
import { ORGANISATION_TYPES } from '../../../src/messages/words/words';
import { cellText } from './cellText';
import { newId, type ReviewRow, type SourceName } from './reviewDraft';

const [, , , , OFFICE, CENTRE, , OTHER] = ORGANISATION_TYPES;

export const organisationRows = (
  from: SourceName,
  organisations: readonly LetterOrganisation[],
): ReviewRow<DraftOrganisation>[] =>
  organisations.map((found) => ({ id: newId(), from, place: found.place, fields: organisationOf(found) }));

function organisationOf(found: LetterOrganisation): DraftOrganisation {
  const own = sameKey(found.typeText ?? '');
  const words = found.type === null ? '' : organisationType[found.type];
  const guess =
    found.type === 'office'
      ? OFFICE
      : found.type === 'centre' && /наставническ/i.test(found.name)
        ? CENTRE
        : words;
  const known = (text: string): string =>
    ORGANISATION_TYPES.find((type) => sameKey(type) === sameKey(text)) ?? '';
  return {
    id: '',
    district: cellText(found.district),
    fullName: cellText(found.name),
    shortName: cellText(found.shortName, 200),
    type: known(own) || known(guess) || (found.type === null ? '' : OTHER),
    emails: found.emails,
    sameAs: '',
  };
}

/** One row for a school that both texts name: the list's fields, and the letter's where the list leaves them blank. */
export function joined(rows: readonly ReviewRow<DraftOrganisation>[]): ReviewRow<DraftOrganisation>[] {
  const byName = new Map<string, number>();
  const kept: ReviewRow<DraftOrganisation>[] = [];
  for (const row of rows) {
    const key = sameKey(row.fields.shortName);
    const at = row.from === 'list' ? byName.get(key) : undefined;
    const first = at === undefined ? undefined : kept[at];
    if (at === undefined || first === undefined || first.from !== 'letter') {
      if (row.from === 'letter') byName.set(key, kept.length);
      kept.push(row);
      continue;
    }
    byName.delete(key);
    kept[at] = {
      ...row,
      fields: {
        ...row.fields,
        type: row.fields.type || first.fields.type,
        district: row.fields.district || first.fields.district,
      },
    };
  }
  return kept;
}
