/**
 * «Как заполнять»: the first tab, enough for a person who sees neither menu nor sidebar. Links stand first: on a phone
 * there is no room beside a line of text.
 */

import type { CivilDate } from '../../domain/dates/civil';
import { isOpen } from '../../domain/programme/deadline';
import type { Analysis } from '../../domain/report/analyse';
import { clip } from '../../domain/values/text';
import { pages } from '../../messages/tabs/pages';
import { linkTo, type Page, type PageRow, safe } from './page';
import type { PageLinks } from './sections';

const HOW_TO_COLUMNS = 3;

export function howToPage(analysis: Analysis, places: PageLinks, today: CivilDate): Page {
  const { programme, registry, identities } = analysis;
  const { howTo } = pages;
  const firstRow = new Map<string, number>();
  identities.rows.forEach((identity, row) => {
    if (identity.kind === 'certain' && !firstRow.has(identity.organisation)) {
      firstRow.set(identity.organisation, row);
    }
  });
  return {
    columns: HOW_TO_COLUMNS,
    layout: 'howTo|link first',
    rows: [
      [safe(howTo.title(programme.title || pages.untitledProgramme))],
      [linkTo(places.reportSheet, null, pages.open), howTo.report],
      ...howTo.first.map(numbered),
      [],
      [howTo.link, howTo.organisation, howTo.district],
      ...programme.organisations
        .filter((organisation) => isOpen(organisation, today))
        .map((organisation): PageRow => {
          const row = firstRow.get(organisation.id);
          return [
            row === undefined ? howTo.noRows : linkTo(places.reportSheet, `A${row + 2}`, pages.open),
            safe(clip(registry.organisationLabel(organisation.id) ?? organisation.shortName, 100)),
            safe(clip(organisation.district || pages.noDistrict, 60)),
          ];
        }),
      [],
      [howTo.more],
      ...howTo.lines.map(numbered),
    ],
  };
}

const numbered = (line: string, index: number): PageRow => [String(index + 1), line];
