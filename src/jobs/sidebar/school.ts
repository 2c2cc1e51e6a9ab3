/** «Моя школа»: opening, the list to choose from, choosing. */
import type { Answer } from '../../contract/plain';
import type { Opened, School, SidebarFunctions } from '../../contract/school';
import { isOpen } from '../../domain/programme/deadline';
import { textAt } from '../../domain/schema/table';
import { nameInput } from '../../domain/school/input';
import { namesFit } from '../../domain/school/rows';
import { sameKey } from '../../domain/values/text';
import type { SchoolBook } from '../../google/book/schoolBook';
import { PersonStore } from '../../google/state/personMemory';
import { sidebarServer as says } from '../../messages/sidebar/server';
import { given, refuse } from '../run/answer';
import { inBook, inReport } from './call';
import { readOrganisationsOf } from './references';
import { readSchoolRows, schoolOf } from './stages';

/** Ten calls with the organisation remembered, one more for each further stretch of its rows. */
export const sidebarOpen: SidebarFunctions['sidebarOpen'] = () =>
  inReport((book, report): Answer<Opened> => {
    const person = new PersonStore(book.id);
    const memory = person.memory();
    const { school: id, name } = memory;
    const mayDecide = book.mayDecide(report);
    // «Адреса» give a head the right to decide: a person who has it and chose no school comes for the district.
    const isHead = mayDecide && (memory.screen === 'district' || (memory.screen === '' && id === ''));
    const first: Opened['first'] = isHead ? 'district' : 'school';
    const opened = { book: book.id, today: book.today, mayDecide, first };
    const rows = id === '' ? null : readSchoolRows(book, report, id);
    if (rows === null || rows.at.length === 0) return { ok: true, ...opened, school: null };
    const shown = textAt(rows.table, 0, 'organisation');
    let known = name;
    if (sameKey(shown) !== sameKey(name) && namesFit(rows.table, 0, shown)) {
      // Renamed, or sorted without the hidden columns? «Организации» knows.
      known = nameOf(book, id) ?? name;
      if (known !== name) person.remember({ ...memory, name: known });
    }
    return { ok: true, ...opened, school: schoolOf(book, rows, { id, name: known }, person.draftKeys()) };
  });

/** Organisations that are open today. */
export const sidebarSchools: SidebarFunctions['sidebarSchools'] = () =>
  inBook((book) => {
    const { organisations, registry } = readOrganisationsOf(book);
    const schools = organisations
      .filter((organisation) => isOpen(organisation, book.today))
      .map(({ id, fullName, shortName, district }) => ({
        id,
        name: registry.organisationLabel(id) ?? shortName,
        fullName,
        district,
      }));
    return { ok: true, schools };
  });

export const sidebarChoose: SidebarFunctions['sidebarChoose'] = (input) =>
  given(says, nameInput, input, (id) =>
    inReport((book, report): Answer<{ readonly school: School | null }> => {
      const person = new PersonStore(book.id);
      const memory = person.memory();
      if (id === '') {
        person.remember({ ...memory, school: '', name: '' });
        return { ok: true, school: null };
      }
      const name = nameOf(book, id);
      if (name === null) return refuse(says.noSchool);
      const rows = readSchoolRows(book, report, id);
      if (rows.at.length === 0) return refuse(says.noRows(name));
      person.remember({ ...memory, school: id, name, screen: 'school' });
      return { ok: true, school: schoolOf(book, rows, { id, name }, person.draftKeys()) };
    }),
  );

/** What «Отчёт» calls an organisation of the programme. */
const nameOf = (book: SchoolBook, id: string): string | null =>
  readOrganisationsOf(book).registry.organisationLabel(id);
