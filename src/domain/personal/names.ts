/** Names of persons: initials with a surname, a name with a patronymic, a first name with a surname. */
import type { Finding } from './finding';
import { FAMOUS, FIRST_NAMES } from './nameLists';

/** A capitalised word, two initials, or a mark that ends a phrase. */
const PIECE =
  /([А-ЯЁ])\.[ \u00a0]{0,2}([А-ЯЁ])\.|([А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?|[А-ЯЁ]{3,}(?:-[А-ЯЁ]{3,})?)(?![а-яёА-ЯЁ])|[а-яё]+|[A-Za-z0-9]+|[^\s\u00a0]/g;

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly initials: string;
  readonly capital: boolean;
}

/** A post after «И.О.» (acting), a place after «Г.О.»: no surname. */
const NOT_SURNAME =
  /^(?:директор|начальник|заведующ|заместител|руководител|глав[аыеу]?$|министр|ректор|председател|методист|учител|специалист|школ|гимнази|лице|област|район|город|округ|управлен|отдел|департамент|министерств|федерац|прика|распоряж|постановл|приложени)/i;
/** Words after which a name belongs to a school, a street or an author. */
const HONOURED =
  /^(?:им|имени|ул|улиц\p{L}*|пр|просп\p{L}*|проспект\p{L}*|площад\p{L}*|пл|пер|переул\p{L}*|бульвар\p{L}*|наб\p{L}*|шоссе|музе\p{L}*|памятник\p{L}*|памяти|летию|летия|летие|юбиле\p{L}*|творчеств\p{L}*|произведени\p{L}*|роман\p{L}{0,2}|повест\p{L}*|сказк\p{L}*|стих\p{L}*|поэт\p{L}*|писател\p{L}*|композитор\p{L}*|методик\p{L}*|систем\p{L}*|учебник\p{L}*|программ\p{L}*|редакци\p{L}*|ред|автор\p{L}*|чтени\p{L}*|геро\p{L}{1,2}|фонд\p{L}*|преми\p{L}*|орден\p{L}*|центр|мемориал\p{L}*)$/iu;
const REACH = 7;
const PATRONYMIC =
  /^[А-ЯЁ][а-яё]+(?:(?:ович|евич|ьич|мич|кич|нтич|тьевич)(?:а|у|ем|е)?|(?:овн|евн|ичн|инишн)(?:а|ы|е|у|ой|ою))$|^Ильинична?$/;
const SURNAME =
  /(?:ов|ев|ёв|ин|ын|ский|цкий|ской|енко|чук|юк|ук|ых|их|ян|дзе|швили|ова|ева|ёва|ина|ына|ская|цкая|овой|евой|ёвой|иной|ову|еву|ину|овым|евым|иным|ского|скому|ским|ёву|ове|еве)$/;
/** «Г.О. Заречный», «М.О.», «Р.Ф.» are abbreviations of places. */
const PLACE_INITIALS = /^(?:ГО|МО|МР|РФ|МП|ГП|СП|ТО|ОО|ДО|УО)$/;
const PLACE_ENDING = /(?:ый|ий|ой|ое|ая|ского|ого|ский|ская|ское|ск|град|бург)$/;

function pieces(text: string): Piece[] {
  const list: Piece[] = [];
  for (const match of text.matchAll(PIECE)) {
    list.push({
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
      initials: match[1] === undefined ? '' : `${match[1]}${match[2] ?? ''}`,
      capital: match[3] !== undefined,
    });
  }
  return list;
}

/** A word such as «имени» or «ул.» stands close before, in the same phrase. */
function isHonoured(list: readonly Piece[], index: number): boolean {
  for (let i = index - 1; i >= 0 && i >= index - REACH; i -= 1) {
    const text = list[i]?.text ?? '';
    if (HONOURED.test(text)) return true;
    if (/^[;:!?]$/.test(text)) return false;
  }
  return false;
}

const lowerFirst = (word: string): string => word.charAt(0) + word.slice(1).toLowerCase();

/** How many pieces from `index` make a name; 0 when it is none. */
function nameLength(list: readonly Piece[], index: number): number {
  const [one, two, three] = [list[index], list[index + 1], list[index + 2]];
  if (one === undefined || two === undefined) return 0;
  const isSurname = (piece: Piece | undefined): boolean =>
    piece?.capital === true && !NOT_SURNAME.test(piece.text);
  if (one.initials !== '') {
    const place = PLACE_INITIALS.test(one.initials) && PLACE_ENDING.test(two.text);
    return isSurname(two) && !place && two.start - one.end <= 2 ? 2 : 0;
  }
  if (!one.capital) return 0;
  if (two.initials !== '') {
    const leads = isSurname(three) && list[index + 3]?.initials === '' && (three?.start ?? 0) - two.end <= 2;
    const place = PLACE_INITIALS.test(two.initials) && PLACE_ENDING.test(one.text);
    return leads || !isSurname(one) || place || two.start - one.end > 2 ? 0 : 2;
  }
  if (!two.capital || two.start - one.end > 2) return 0;
  const [first, second] = [lowerFirst(one.text), lowerFirst(two.text)];
  if (PATRONYMIC.test(second) && !NOT_SURNAME.test(first)) return 2;
  if (three?.capital && PATRONYMIC.test(lowerFirst(three.text)) && three.start - two.end <= 2) return 3;
  const named =
    (FIRST_NAMES.has(first) && SURNAME.test(second)) || (FIRST_NAMES.has(second) && SURNAME.test(first));
  return named && !NOT_SURNAME.test(first) ? 2 : 0;
}

const isFamous = (name: string): boolean => {
  const plain = name.replace(/[\s\u00a0.]/g, '').toLowerCase();
  return FAMOUS.some((one) => plain.startsWith(one));
};

/** Names of persons in a text; not those that a school, a street or a book carries. */
export function findNames(text: string): Finding[] {
  if (!/[А-ЯЁ]/.test(text)) return [];
  const list = pieces(text);
  const found: Finding[] = [];
  for (let i = 0; i < list.length; i += 1) {
    const length = nameLength(list, i);
    const [first, last] = [list[i], list[i + length - 1]];
    if (length === 0 || first === undefined || last === undefined) continue;
    if (!isHonoured(list, i) && !isFamous(text.slice(first.start, last.end))) {
      found.push({ kind: 'name', start: first.start, end: last.end });
    }
    i += length - 1;
  }
  return found;
}
