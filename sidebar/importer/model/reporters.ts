/** Which types of organisation report, by the letter's «Ответственный»; a word that may mean several is not guessed. */
import { tidy } from '../../../src/domain/values/text';
import { ORGANISATION_TYPES } from '../../../src/messages/words/words';

const [SCHOOL, KINDERGARTEN, FURTHER, VOCATIONAL, OFFICE, CENTRE, GROUP] = ORGANISATION_TYPES;

/** In this order: the first that fits a part. «ОО», «ДО» and «образовательные организации» are in none of them. */
const CERTAIN: readonly (readonly [RegExp, string])[] = [
  [/рабоч\S* групп/i, GROUP],
  [/наставническ\S* центр|^мнц$/i, CENTRE],
  [/управлени\S* образовани|отдел\S* образовани|^уо$|комитет\S* (?:по )?образовани/i, OFFICE],
  [/дополнительного образования|^у?до[пд]$|^удод?$/i, FURTHER],
  [/детск\S* сад|дошкольн|^м?[бак]?доу$|^дош/i, KINDERGARTEN],
  [/колледж|техникум|профессиональн\S* образовательн|^г?[бак]?поу$|^спо$/i, VOCATIONAL],
  [/^школ|(?:^|\s)школ(?:ы|ам|ах|а)?$|общеобразовательн|^[мг]?[бак]?с?о?ош$/i, SCHOOL],
];
const LEADING =
  /^(?:руководител\S*|директор\S*|заведующ\S*|заместител\S*|член\S*|куратор\S*|администраци\S*)\s+/i;

/** «школ, работающих по основным программам»: which schools, not another body. */
const CLAUSE = /,\s*(?:работающ|реализующ|внедряющ|осуществляющ|участвующ|подведомственн)[^,;]*/gi;

/** The types; null when some part is not certain. */
export function reportersOf(responsible: string): string[] | null {
  const types = new Set<string>();
  for (const part of responsible.replace(CLAUSE, '').split(/[,;/\n]|\sи\s/)) {
    const words = tidy(part.replace(/[()«».:]/g, ' ')).replace(LEADING, '');
    if (words === '') continue;
    const type = CERTAIN.find(([pattern]) => pattern.test(words))?.[1];
    if (type === undefined) return null;
    types.add(type);
  }
  return types.size > 0 ? ORGANISATION_TYPES.filter((type) => types.has(type)) : null;
}
