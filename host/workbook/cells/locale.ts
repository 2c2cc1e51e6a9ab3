/** What a spreadsheet's locale decides: how typed text is read and how values are shown. */
export interface LocaleRules {
  readonly decimal: string;
  readonly group: string;
  readonly dayFirst: boolean;
  /** The separator that makes bare digits a date, e.g. 05.10.2020. */
  readonly dateSeparators: string;
  readonly dateFormat: string;
  readonly months: readonly string[];
  readonly trueWords: readonly string[];
  readonly falseWords: readonly string[];
}

const RU_MONTHS = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(
  ' ',
);
const EN_MONTHS =
  'January February March April May June July August September October November December'.split(' ');

const US: LocaleRules = {
  decimal: '.',
  group: ',',
  dayFirst: false,
  dateSeparators: '/-',
  dateFormat: 'M/d/yyyy',
  months: EN_MONTHS,
  trueWords: ['true'],
  falseWords: ['false'],
};
const RU: LocaleRules = {
  decimal: ',',
  group: '\u00a0',
  dayFirst: true,
  dateSeparators: './-',
  dateFormat: 'dd.MM.yyyy',
  months: RU_MONTHS,
  trueWords: ['true', 'истина'],
  falseWords: ['false', 'ложь'],
};
const GB: LocaleRules = { ...US, dayFirst: true, dateFormat: 'dd/MM/yyyy' };
const DE: LocaleRules = {
  ...RU,
  group: '.',
  months: EN_MONTHS,
  trueWords: ['true', 'wahr'],
  falseWords: ['false', 'falsch'],
};

/** Rules of a locale such as `ru_RU`; locales that the host does not know are read as a day-first one with a decimal comma. */
export function localeRules(locale: string): LocaleRules {
  // Asked once per written cell.
  let rules = known.get(locale);
  if (!rules) {
    rules = rulesOf(locale);
    known.set(locale, rules);
  }
  return rules;
}

const known = new Map<string, LocaleRules>();

function rulesOf(locale: string): LocaleRules {
  if (locale === 'en_US' || locale === 'en' || locale === '') return US;
  if (locale.startsWith('en')) return GB;
  if (/^(ru|uk|be|kk|tt|ba)/.test(locale)) return RU;
  return DE;
}
