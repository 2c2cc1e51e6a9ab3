/** Legal forms of organisations, in words and abbreviated: МБОУ, МАДОУ, ГБПОУ, МКУ ДО, ЧОУ, ФГКОУ … */

/** A source for a pattern of whole words that minds case. */
export const LEGAL_FORMS =
  '(?:М|Г|ФГ|ОГ|КГ|ЧУ|Ч|АН|НО|К|РГ)?(?:Б|А|К|П)?(?:ОУ|ДОУ|УДО|УДОД|НОУ|СОУ|ПОУ|ООУ|КОУ|БОУ|АОУ|У|УО)(?: ?Д(?:О|ПО|ОД))?|(?:М|Г|ОГ|ФГ|К|КГ)(?:Б|А|К)(?:ОУ|ДОУ|УДО|УДОД|ПОУ|У)(?: ?(?:ДО|ДПО|ДОД|ВО|СПО))?|МОУ|МДОУ|ДОУ|ГОУ|ЧОУ|НОУ|ЧДОУ|АНО|АНОО|МУДО|МУ ДО|МБУ|МАУ|МКУ|ГБУ|ГАУ|ГКУ';

export const LEGAL_FORM_IN_WORDS =
  /(?:муниципальн|государственн|областн|краев|федеральн|частн|автономн|бюджетн|казенн|негосударственн)[а-я]*\s+(?:[а-я]+\s+){0,6}(?:учреждени|организаци)/i;

/** Words of a legal form and their letters in its abbreviation, in the order of the letters. */
export const FORM_LETTERS: readonly (readonly [words: RegExp, letter: string])[] = [
  [/муниципальн[а-я]*/i, 'М'],
  [/государственн[а-я]*/i, 'Г'],
  [/областн[а-я]*/i, 'О'],
  [/краев[а-я]*/i, 'К'],
  [/федеральн[а-я]*/i, 'Ф'],
  [/частн[а-я]*/i, 'Ч'],
  [/автономн[а-я]*/i, 'А'],
  [/бюджетн[а-я]*/i, 'Б'],
  [/казенн[а-я]*/i, 'К'],
];

/** A legal form at the beginning of a {@link nameKey}, up to and with the kind of institution. */
export const FORM_IN_KEY = '^[мгчофк]?[абк]?(?:оу|доу|у|поу';

/** Words of a legal form that do not tell organisations apart: a source for a pattern of a whole word. */
export const FORM_WORDS =
  '(?:ф|о|ко)?[гмкнч]{0,2}[абк]?н?п?о?у(?:дод?)?|дод?|ано|[чн]?оо|муниц[а-я]*|государств[а-я]*|бюджет[а-я]*|автоном[а-я]*|казенн[а-я]*|частн[а-я]*|учрежд[а-я]*|организац[а-я]*';

/** The legal form and the kind written as one word: «МАОУСОШ». */
export const FORM_WITH_KIND = /^([гмкнч]{1,2}[абк]?н?о?у)([а-я]{2,})$/;
