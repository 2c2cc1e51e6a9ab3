/** What a table's column holds, told by its heading, in whatever order the columns stand. */
import { spelling } from '../text/homoglyphs';

export type Role =
  | 'number'
  | 'title'
  | 'deadline'
  | 'responsible'
  | 'result'
  | 'section'
  | 'organisation'
  | 'shortName'
  | 'district'
  | 'type'
  | 'email'
  | 'indicator'
  | 'unit'
  | 'value'
  | 'note'
  /** Names, phones, postal addresses: known, and never read. */
  | 'private'
  | 'unknown';

/** In this order: the first that fits. Headings are compared by spelling, with single spaces. */
const RULES: readonly (readonly [Role, RegExp])[] = [
  [
    'number',
    /^(?:№|n|#|no|номер)?\s*(?:п\s*[/\\.]?\s*п\.?|пп|строки|пункта)?$|^(?:№|n)\s*(?:п|пункта|строки|меропр)/,
  ],
  [
    'private',
    /^(?:ф\.?\s?и\.?\s?о|фамилия|телефон|тел\.?|контактн|директор|дата рождения|(?:почтовый|юридический|фактический) адрес|адрес$|адрес местонахожд|инн|огрн|кпп|руководитель\s*(?:оо|организации|учреждения|\(|$))/,
  ],
  ['email', /[eе]-?\s?mail|электронн|эл\.?\s?почт|адрес эл|почта|^mail|е-?маил|емейл/],
  [
    'note',
    /^(?:базов|исходн|фактическ)|^место(?:\s|$)|^форма(?:\s|$)|^участник|^категори|^аудитор|^целевая аудитор/,
  ],
  ['indicator', /показател|индикатор|целевой ориентир/],
  ['unit', /^ед(?:\.|иниц)/],
  [
    'result',
    /результат|вид документа|подтвержда|форма (?:отч|предст|завершения|документа)|продукт|документ|^итог|выход|отчетн/,
  ],
  ['deadline', /срок|дата|период|когда|месяц|время проведения|график/],
  ['responsible', /ответствен|исполнител|соисполн|^кто/],
  ['shortName', /(?:кратк|сокращ)\S*\s+(?:наимен|назван)|краткое$|сокращенное$/],
  [
    'title',
    /мероприят|содержани|этап|действи|^задач|вид\S* (?:работ|деятельн)|наименование (?:работ|задач|этап|пункт)|что сделать|^работ|поручени|формулировка/,
  ],
  ['type', /^(?:тип|вид)(?:\s|$)|организационно-правовая/],
  [
    'district',
    /район|муниципал\S* (?:образован|округ|район)|территори|^мо$|^мо\s|округ|^оmсу$|омсу|муниципалитет|город$/,
  ],
  [
    'organisation',
    /организац|учрежден|школ|^оо$|^оу$|^оу\s|^доу|наименование о[оу]|образовательн|детск\S* сад|^наименование$|^название$|полное наименование/,
  ],
  ['section', /^(?:раздел|направлени|блок)/],
  ['value', /^(?:плановое |целевое |базовое )?значени|^план(?:\s|$)|^цел[ьие]|^величина|^факт/],
  ['note', /примечани|комментар|отметка|^кол-?во|количеств/],
];

/** What stands above a table: «План мероприятий …». */
const TITLE_OF_TABLE = /^(?:(?:план|график)\s\S|план-график|дорожная карта)/;
const LONGEST_HEADING = 90;

const plain = (heading: string): string =>
  heading
    .replace(/(?:\p{L}|\p{M})+/gu, spelling)
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[*:"«»]/g, '')
    .trim();

/** The role a heading gives its column; 'unknown' for an empty or unusual heading. */
export function roleOf(heading: string): Role {
  const text = plain(heading);
  if (text === '' || text.length > LONGEST_HEADING || TITLE_OF_TABLE.test(text)) return 'unknown';
  return RULES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'unknown';
}

const LEADING: readonly Role[] = ['title', 'organisation', 'indicator', 'deadline', 'section'];

/** A role that counts when a row of headings is told from other rows. */
const isTelling = (role: Role): boolean =>
  role !== 'unknown' && role !== 'private' && role !== 'note' && role !== 'section';

/**
 * The roles of a row's cells when the row is a table's header, else null. A header has at least two
 * known columns, one of which says what a row is. Of two columns with the same role the first keeps it.
 */
export function readHeader(cells: readonly string[]): Role[] | null {
  const roles = cells.map(roleOf);
  const years = cells.filter((cell) => yearOfColumn(cell) !== null).length;
  const known = new Set(roles.filter(isTelling));
  if (known.size + (years > 0 ? 1 : 0) < 2 || !roles.some((role) => LEADING.includes(role))) return null;
  settleTitles(cells, roles);
  const seen = new Set<Role>();
  return roles.map((role) => {
    if (role === 'unknown' || role === 'private' || role === 'note') return role;
    if (seen.has(role)) return role === 'email' ? role : 'unknown';
    seen.add(role);
    return role;
  });
}

const TITLE_RANK = [/мероприят/, /содержани|поручени|^задач/, /работ|действи|деятельн/, /этап/];

/** Of several columns that could hold the task, takes the most certain; «Этап» beside «Мероприятия» is the section. */
function settleTitles(cells: readonly string[], roles: Role[]): void {
  const titles = [...roles.keys()].filter((index) => roles[index] === 'title');
  if (titles.length < 2) return;
  const rank = (index: number): number =>
    TITLE_RANK.findIndex((pattern) => pattern.test(plain(cells[index] ?? '')));
  const best = titles.reduce((a, b) => (rank(b) < rank(a) ? b : a));
  for (const index of titles) {
    if (index === best) continue;
    roles[index] = /этап|направлени|раздел|задач/.test(plain(cells[index] ?? '')) ? 'section' : 'note';
  }
}

/** «2024», «2024 год», «на 2024 г.»: a column of values for a year; null for another heading. */
export function yearOfColumn(heading: string): number | null {
  const match = /^(?:(?:на|план|в|к)\s+)?(20\d\d)(?:\s*(?:г\.?|год|году))?\*?$/.exec(plain(heading));
  return match ? Number(match[1]) : null;
}
