/** How the name of an organisation shows its type, and how its kind is abbreviated in a short name. */
import { type OrganisationType, SCHOOL_LEVELS } from './kinds';

export interface TypePattern {
  readonly type: OrganisationType;
  readonly words: RegExp;
  /** A source for a pattern of whole words that minds case. */
  readonly abbreviations?: string;
}

/** The first that matches decides. Further education comes before school: «спортивная школа» is no school. */
export const TYPE_PATTERNS: readonly TypePattern[] = [
  {
    type: 'office',
    words:
      /^(?:управлени|отдел|департамент|министерств|комитет|администраци)|(?:управление|отдел|комитет) (?:по )?образовани/i,
  },
  {
    type: 'further-education',
    words:
      /дополнительн[а-я]* (?:профессиональн[а-я]* )?образовани|детско-юношеск|(?:спортивн|музыкальн|художественн|хореографическ)[а-я]* школ|школ[аы] (?:детских )?искусств|(?:дом|дворец|центр) (?:детск|творчеств|пионер|юн|внешкольн|развития творч|дополнительн)|станци[яи] юн|детск[а-я]* (?:творческ[а-я]* )?центр|центр технического творчества|кванториум|автогородок/i,
    abbreviations:
      'Д?ЮСШ|СДЮ(?:С|СШ)?ОР|СДЮШОР|ДДТ|ДДЮТ|ДТДиМ|ДТ|ЦДТ|ЦВР|ЦДО|ДЮЦ|ДЮТ|ЦДТТ|СЮТ|СЮН|ДШИ|ДМШ|ДХШ|ЦДЮТ|ДООЦ|УДО|УДОД|БУДО|СШ ?О?Р|ДО(?= |$|«|")|ЦДиЮТ|СПШ|ДЮКФП',
  },
  {
    type: 'kindergarten',
    words: /детск[а-я]* сад|дошкольн|ясл|прогимнази|центр развития ребенка/i,
    abbreviations: 'М?Б?А?К?ДОУ|ЦРР|Д\\/с|д\\/с|д\\/сад',
  },
  {
    type: 'vocational',
    words:
      /колледж|техникум|училищ|профессиональн[а-я]* образовательн|лицей[- ]техникум|профессиональн[а-я]* лице/i,
    abbreviations: '(?:Г|ОГ|К|КГ|ЧУ)?(?:Б|А|К)?ПОУ|СПО|ПТУ|ПУ',
  },
  { type: 'higher', words: /университет|институт(?! развития| повыш)|академи[яи]/i },
  {
    type: 'school',
    words: /школ|гимнази|лице[йея]|интернат|кадетск|образовательн[а-я]* (?:центр|комплекс)|корпус/i,
    abbreviations: `М?Б?А?К?СОШ|${SCHOOL_LEVELS}|ОООШ|НШ|НШДС|ОСШ|ВСОШ|О\\(С\\)ОШ|СКОШ|УВК|ОШИ|ШИ|КШИ|ЦО`,
  },
  {
    type: 'centre',
    words: /центр|информационно-методическ|методическ[а-я]* кабинет|рабоч[а-я]* групп/i,
    abbreviations: 'ИМЦ|НМЦ|РНЦ|МНЦ|ЦПМПК|ППМС|ПМПК',
  },
];

/** Kinds in the words of a full name, and the abbreviation that a short name has instead. */
export const KIND_ABBREVIATIONS: readonly (readonly [words: RegExp, abbreviation: string])[] = [
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
