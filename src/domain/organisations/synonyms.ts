/** Words of kinds as people type them. */
import { type OrganisationKind, SCHOOL_LEVELS } from './kinds';

/** Synonyms: words and abbreviations (sources of patterns of a whole word) that people use for the same kinds. */
export const KIND_SYNONYMS: readonly (readonly [words: string, ...kinds: OrganisationKind[]])[] = [
  [`школ(?:а|ы|е|у|ой|ам|ах)?|шк|${SCHOOL_LEVELS}`, 'school'],
  ['(?:дет)?сад(?:а|у|е|ом|ы|ов|ик[а-я]*)?|ясл(?:и|ей|ям|ях)|дс', 'kindergarten'],
  ['[гмкнч]?[абк]?доу|дошкольн[а-я]*', 'kindergarten'],
  ['гимнази[а-я]*', 'gymnasium'],
  ['лице(?:й|я|ю|е|ем|и|ев)', 'lyceum'],
  ['интернат[а-я]*', 'boarding'],
  ['школинтернат[а-я]*', 'school', 'boarding'],
  ['вечерн[а-я]*', 'evening'],
  ['коррекц[а-я]*', 'remedial'],
  ['спортивн[а-я]*', 'sport'],
  ['спортшкол[а-я]*|с?д?юсш(?:ор)?|сдюшор|сшор', 'sport', 'school'],
  ['музыкальн[а-я]*', 'music'],
  ['музыкалк[а-я]*|музшкол[а-я]*|дмш', 'music', 'school'],
  ['искусств[а-я]*|художествен[а-я]*', 'arts'],
  ['дши|дхш', 'arts', 'school'],
];

/** Words of kinds that an unfinished or misspelt word is compared with. */
export const KIND_WORDS =
  'школа детсад садик гимназия лицей интернат спортивная спортшкола музыкальная искусств';
