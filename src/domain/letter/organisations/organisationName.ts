/** The name of an organisation: whether it is one, its type, its number, its short form, and its key for joining. */

export type OrganisationType =
  | 'school'
  | 'kindergarten'
  | 'further-education'
  | 'vocational'
  | 'higher'
  | 'office'
  | 'centre'
  | 'other';

const plain = (text: string): string =>
  text
    .replace(/[\s\u00a0\u200b]+/g, ' ')
    .replace(/[“”„"‟]/g, '"')
    .replace(/ё/g, 'е')
    .trim();

/** A word boundary that knows Cyrillic; `\b` does not. */
const word = (source: string): RegExp =>
  new RegExp(`(?:^|[^А-Яа-яЁёA-Za-z])(?:${source})(?![А-Яа-яЁёA-Za-z])`);

/** Legal forms as abbreviations: МБОУ, МАДОУ, ГБПОУ, МКУ ДО, ЧОУ, ФГКОУ … */
const LEGAL = word(
  '(?:М|Г|ФГ|ОГ|КГ|ЧУ|Ч|АН|НО|К|РГ)?(?:Б|А|К|П)?(?:ОУ|ДОУ|УДО|УДОД|НОУ|СОУ|ПОУ|ООУ|КОУ|БОУ|АОУ|У|УО)(?: ?Д(?:О|ПО|ОД))?|(?:М|Г|ОГ|ФГ|К|КГ)(?:Б|А|К)(?:ОУ|ДОУ|УДО|УДОД|ПОУ|У)(?: ?(?:ДО|ДПО|ДОД|ВО|СПО))?|МОУ|МДОУ|ДОУ|ГОУ|ЧОУ|НОУ|ЧДОУ|АНО|АНОО|МУДО|МУ ДО|МБУ|МАУ|МКУ|ГБУ|ГАУ|ГКУ',
);
const LEGAL_WORDS =
  /(?:муниципальн|государственн|областн|краев|федеральн|частн|автономн|бюджетн|казенн|негосударственн)[а-я]*\s+(?:[а-я]+\s+){0,6}(?:учреждени|организаци)/i;

const TYPES: readonly (readonly [OrganisationType, RegExp])[] = [
  [
    'office',
    /^(?:управлени|отдел|департамент|министерств|комитет|администраци)|(?:управление|отдел|комитет) (?:по )?образовани/i,
  ],
  [
    'further-education',
    /дополнительн[а-я]* (?:профессиональн[а-я]* )?образовани|детско-юношеск|(?:спортивн|музыкальн|художественн|хореографическ)[а-я]* школ|школ[аы] (?:детских )?искусств|(?:дом|дворец|центр) (?:детск|творчеств|пионер|юн|внешкольн|развития творч|дополнительн)|станци[яи] юн|детск[а-я]* (?:творческ[а-я]* )?центр|центр технического творчества|кванториум|автогородок/i,
  ],
  [
    'further-education',
    word(
      'Д?ЮСШ|СДЮ(?:С|СШ)?ОР|СДЮШОР|ДДТ|ДДЮТ|ДТДиМ|ДТ|ЦДТ|ЦВР|ЦДО|ДЮЦ|ДЮТ|ЦДТТ|СЮТ|СЮН|ДШИ|ДМШ|ДХШ|ЦДЮТ|ДООЦ|УДО|УДОД|БУДО|СШ ?О?Р|ДО(?= |$|«|")|ЦДиЮТ|СПШ|ДЮКФП',
    ),
  ],
  ['kindergarten', /детск[а-я]* сад|дошкольн|ясл|прогимнази|центр развития ребенка/i],
  ['kindergarten', word('М?Б?А?К?ДОУ|ЦРР|Д\\/с|д\\/с|д\\/сад')],
  [
    'vocational',
    /колледж|техникум|училищ|профессиональн[а-я]* образовательн|лицей[- ]техникум|профессиональн[а-я]* лице/i,
  ],
  ['vocational', word('(?:Г|ОГ|К|КГ|ЧУ)?(?:Б|А|К)?ПОУ|СПО|ПТУ|ПУ')],
  ['higher', /университет|институт(?! развития| повыш)|академи[яи]/i],
  ['school', /школ|гимнази|лице[йея]|интернат|кадетск|образовательн[а-я]* (?:центр|комплекс)|корпус/i],
  ['school', word('М?Б?А?К?СОШ|О?ООШ|НОШ|СОШ|ООШ|НШ|НШДС|ОСШ|ВСОШ|О\\(С\\)ОШ|СКОШ|УВК|ОШИ|ШИ|СШ|ОШ|КШИ|ЦО')],
  [
    'office',
    /^(?:управлени|отдел|департамент|министерств|комитет|администраци)|(?:^|\s)управление образовани/i,
  ],
  ['centre', /центр|информационно-методическ|методическ[а-я]* кабинет|рабоч[а-я]* групп/i],
  ['centre', word('ИМЦ|НМЦ|РНЦ|МНЦ|ЦПМПК|ППМС|ПМПК')],
];

/** The type that the name shows; null when it shows none. Further education comes first: «спортивная школа» is no school. */
export function typeOf(name: string): OrganisationType | null {
  const text = plain(name);
  // What stands in quotes names it; the form before the quotes may be the wider one.
  const kind = TYPES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  if (kind === 'kindergarten' && /школ[аы]?[ –-]+детск[а-я]* сад|НШДС|школ[а-я]* .*дошкольн/i.test(text))
    return 'school';
  if (kind !== null) return kind;
  return LEGAL.test(text) || LEGAL_WORDS.test(text) ? 'other' : null;
}

const EDUCATES: readonly (OrganisationType | null)[] = [
  'school',
  'kindergarten',
  'further-education',
  'vocational',
  'other',
  'centre',
  'higher',
  'office',
];
const LONGEST = 400;
const HEAD = /^(?:М|Г|Ч|Ф|О|К|А|Н|Р|д|Д|С|Л|Ц|ш|Ш|н|Н|г|л|У|П|В|И|Т|м|"|\()/;
const SENTENCE =
  /:|^\S+(?:ние|зация)\s|[.;!?]\s+[А-ЯЁ][а-яё]+\s+[а-яё]+\s|(?:обеспечить|организовать|назначить|провести|предоставить|разработать|прошу|необходимо|в срок|внедрени|мероприят|руководител|утвержден|реализаци|совещани)/i;

/** True for a text that is an organisation's name and nothing else. */
export function looksLikeOrganisation(text: string): boolean {
  if (text.length > LONGEST * 2) return false;
  const name = plain(text).replace(/[.,;]+$/, '');
  if (name.length < 4 || name.length > LONGEST || SENTENCE.test(name)) return false;
  const type = typeOf(name);
  if (type === null || !EDUCATES.includes(type)) return false;
  const legal = LEGAL.test(name) || LEGAL_WORDS.test(name);
  const numbered = /(?:школ|сад|гимнази|лице|интернат|СОШ|ООШ|НОШ|ДОУ|СШ)[а-я]*\s*(?:№|N)/i.test(name);
  const starts = legal && name.search(LEGAL) <= 2;
  const startsInWords =
    legal &&
    /^"?(?:муниципальн|государственн|областн|краев|федеральн|частн|автономн|казенн|негосударственн|филиал|структурн)/i.test(
      name,
    );
  const short =
    name.length <= 90 &&
    /^(?:"|[А-ЯЁ])/.test(name) &&
    (numbered ||
      /^[А-ЯЁ][а-яё-]+ (?:СОШ|ООШ|НОШ|СШ|ОШ|средн|основн|начальн|школ|лицей|гимнази|детск)/.test(name) ||
      /^(?:СОШ|ООШ|НОШ|Лицей|Гимнази|Школа|Детский сад|ДЮСШ|ДДТ|ЦДТ|ДЮЦ|Колледж|Техникум|Центр|Дом|Дворец)/i.test(
        name,
      ));
  return HEAD.test(name) && (starts || startsInWords || short);
}

/** The number after «№» (also «N», «No»), the last one in the name; null when there is none. */
export function numberOf(name: string): string | null {
  const all = [...name.matchAll(/(?:№|N[o°]?\.?|No)\s?(\d{1,5}(?:[-/]\d{1,3})?)/g)];
  return all[all.length - 1]?.[1] ?? null;
}

const FORMS: readonly (readonly [RegExp, string])[] = [
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
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/средн[а-я]* общеобразовательн[а-я]* школ[а-я]*/gi, 'СОШ'],
  [/основн[а-я]* общеобразовательн[а-я]* школ[а-я]*/gi, 'ООШ'],
  [/начальн[а-я]* общеобразовательн[а-я]* школ[а-я]*/gi, 'НОШ'],
  [/средн[а-я]* школ[а-я]*/gi, 'СШ'],
  [/детско-юношеск[а-я]* спортивн[а-я]* школ[а-я]*/gi, 'ДЮСШ'],
  [/детско-юношеск[а-я]* центр[а-я]*/gi, 'ДЮЦ'],
  [/дом детского творчества/gi, 'ДДТ'],
  [/центр детского творчества/gi, 'ЦДТ'],
  [/детск[а-я]* школ[а-я]* искусств/gi, 'ДШИ'],
];

/** «Муниципальное бюджетное общеобразовательное учреждение «… школа № 5»» → «МБОУ «… СОШ № 5»»; a short form in brackets is taken as it is. */
export function shortNameOf(name: string): string {
  const text = name
    .replace(/[\s\u00a0\u200b]+/g, ' ')
    .trim()
    .replace(/[.,;]+$/, '');
  const given = /\((?:далее\s*[–—-]\s*|сокращ[а-яё]*\s*[–—:-]?\s*)?([^()]{4,80})\)\s*$/.exec(text)?.[1];
  if (given !== undefined && LEGAL.test(given)) return given.trim();
  let rest = text;
  const form =
    /^["«]?((?:[А-ЯЁа-яё]+\s+){1,9}?(?:учреждени[а-я]*|организаци[яи]))((?:\s+дополнительного(?:\s+профессионального)?\s+образования(?:\s+детей)?)?)\s*/i.exec(
      text,
    );
  if (form !== null) {
    const words = (form[1] ?? '').replace(/ё/g, 'е');
    const owner = FORMS.filter(([pattern]) => pattern.test(words))
      .map(([, letter]) => letter)
      .join('');
    const kind = /дошкольн/i.test(words)
      ? 'ДОУ'
      : /профессиональн/i.test(words)
        ? 'ПОУ'
        : /образовательн/i.test(words)
          ? 'ОУ'
          : 'У';
    const further = (form[2] ?? '') === '' ? '' : /профессиональн/i.test(form[2] ?? '') ? ' ДПО' : ' ДО';
    const base = further !== '' && kind === 'ОУ' ? 'У' : kind;
    if (owner !== '') rest = `${owner}${base}${further} ${text.slice(form[0].length)}`;
  }
  for (const [pattern, short] of KINDS) rest = rest.replace(pattern, short);
  return rest.trim();
}

/** By which the same organisation is known in two spellings: quotes, spaces, «№», case, forms do not matter. */
export function keyOf(name: string): string {
  return plain(shortNameOf(name))
    .toLowerCase()
    .replace(/n[o°]?\.?\s?(?=\d)/g, '№')
    .replace(/№\s+/g, '№')
    .replace(/["«»().,–—-]/g, ' ')
    .replace(/общеобразовательн[а-я]*/g, 'образовательн')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What makes two names suspiciously near: the same type, the same number, the same place name. */
export function nearKeyOf(name: string): string | null {
  const number = numberOf(name);
  const text = keyOf(name).replace(/^(?:м|г|ч|о|ф|к)?[абк]?(?:оу|доу|у|поу)(?: до)?\s/, '');
  const place = text
    .replace(/№\d+[-/\d]*/g, '')
    .replace(
      /(?:^|\s)(?:сош|оош|нош|сш|ош|школа|лицей|гимназия|детский|сад|имени|им|г|с|п|д|село|города|поселка)(?=\s|$)/g,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim();
  if (number === null) return text.length >= 8 ? `${typeOf(name) ?? ''}|${text}` : null;
  return `${typeOf(name) ?? ''}|${number}|${place.slice(0, 6)}`;
}
