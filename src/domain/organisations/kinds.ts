/**
 * Kinds of organisations, in one room for all that compares their names: the letter (`typePatterns`), the search
 * (`synonyms`) and the import (`SHARED_STEMS`). A page takes only the lists that it needs.
 */

/** The column «Тип» of «Организации». */
export type OrganisationType =
  | 'school'
  | 'kindergarten'
  | 'further-education'
  | 'vocational'
  | 'higher'
  | 'office'
  | 'centre'
  | 'other';

/** What people call an organisation when they look for it; one may be of several kinds. */
export type OrganisationKind =
  | 'school'
  | 'kindergarten'
  | 'gymnasium'
  | 'lyceum'
  | 'boarding'
  | 'evening'
  | 'remedial'
  | 'sport'
  | 'music'
  | 'arts';

/** Levels of schools, abbreviated: a source for patterns that ignore case. */
export const SCHOOL_LEVELS = 'СОШ|ООШ|НОШ|СШ|ОШ';

/** Stems of words that names of different organisations share: a source for a pattern of the beginning of a word. */
export const SHARED_STEMS =
  'школ|лице|гимнази|сад|детск|муницип|бюджетн|автономн|казенн|казён|учрежд|общеобр|образов|средн|основн|дошкол|имени|им$|дополн|творч|центр|дом$';
