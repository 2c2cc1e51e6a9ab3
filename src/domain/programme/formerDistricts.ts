/**
 * In which district an organisation was on a day. «Организации» says where it is now, and in «Прежние районы» where
 * it was before and until which day: «Ленинский по 27.02.2021; Кировский по 04.09.2021». The jobs add to that cell
 * when the administrator changes the district, and the administrator may correct it.
 */
import { addDays, type CivilDate, civil, formatRu } from '../dates/civil';
import { sameKey, tidy } from '../values/text';
import { dueDate } from './deadline';
import type { FormerDistrict, Organisation, Stage } from './programme';

/** «по» as it is written, and what is read as the same. Plain words. */
export type UntilWords = readonly [written: string, ...read: string[]];

/** Sorted by their days; null when some part cannot be read, or two parts end on one day. */
export function readFormerDistricts(text: string, until: UntilWords): FormerDistrict[] | null {
  const pattern = new RegExp(
    `^(.*\\S)\\s+(?:${until.join('|')})\\s+(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})$`,
    'i',
  );
  const districts: FormerDistrict[] = [];
  for (const part of text.split(/[;\n]/).map(tidy)) {
    if (part === '') continue;
    const [, district = '', day, month, year] = pattern.exec(part) ?? [];
    const last = civil(Number(year), Number(month), Number(day));
    if (last === null || districts.some((each) => each.until === last)) return null;
    districts.push({ district, until: last });
  }
  return districts.sort((a, b) => (a.until < b.until ? -1 : 1));
}

export const formerDistrictsText = (districts: readonly FormerDistrict[], [word]: UntilWords): string =>
  districts.map(({ district, until }) => `${district} ${word} ${formatRu(until)}`).join('; ');

/** Null stands for a day that nobody knows: the present district. */
export const districtOn = (
  { district, formerDistricts = [] }: Pick<Organisation, 'district' | 'formerDistricts'>,
  day: CivilDate | null,
): string =>
  (day === null ? undefined : formerDistricts.find(({ until }) => day <= until)?.district) ?? district;

/** The present one and the former ones. */
export const districtsOf = ({ district, formerDistricts = [] }: Organisation): string[] => [
  district,
  ...formerDistricts.map((each) => each.district),
];

/**
 * The district in which a report counts: that of the organisation on the stage's first deadline, which never changes,
 * so that no extension moves it either. Without a deadline it counts in the present one.
 */
export const districtFor = (organisation: Organisation, stage: Stage): string =>
  districtOn(organisation, dueDate(stage));

/** An organisation as «Организации» has it, and where the rows of «Отчёт» still have it: '' where none says. */
export interface SeenDistrict {
  readonly organisation: Organisation;
  /** What stands in «Прежние районы». */
  readonly text: string;
  readonly seen: string;
}

const same = (a: string, b: string): boolean => sameKey(a) === sameKey(b);

interface Move {
  readonly id: string;
  readonly text: string;
  /** Null where the text cannot be read. */
  readonly parts: readonly FormerDistrict[] | null;
  readonly last: FormerDistrict | undefined;
  /** `last` ended yesterday: a move of today is written down already. */
  readonly isToday: boolean;
  /** When the day began; as «Отчёт» has it; as «Организации» says. */
  readonly start: string;
  readonly seen: string;
  readonly now: string;
}

/**
 * The texts of «Прежние районы» to change, by organisation's id. A district that «Отчёт» still has and «Организации»
 * has no more ended yesterday. What is put right on the same day leaves nothing, and where all organisations of a
 * district have a new name in common that nobody had when the day began, the district was renamed: nobody moved.
 * What was written on that day is taken back only once the rows of «Отчёт» have the present districts: until then
 * they would show the same move once more to a run that goes on after a stop.
 */
export function changedDistricts(
  organisations: readonly SeenDistrict[],
  today: CivilDate,
  words: UntilWords,
): Map<string, string> {
  const yesterday = addDays(today, -1);
  const moves = organisations.map(({ organisation: { id, district }, text, seen: shown }): Move => {
    const parts = readFormerDistricts(text, words);
    const last = parts?.[parts.length - 1];
    const isToday = last?.until === yesterday;
    const [now, seen] = [district || shown, shown || district];
    return { id, text, parts, last, isToday, start: isToday ? last.district : seen, seen, now };
  });
  const isSettled = !moves.some(isMoved);
  const changed = new Map<string, string>();
  if (isSettled && !moves.some(({ isToday }) => isToday)) return changed;
  const open = new Set(
    organisations.flatMap(({ organisation: { id, closed } }) =>
      closed === null || closed >= today ? [id] : [],
    ),
  );
  const names = renamedDistricts(
    moves.filter(({ id }) => open.has(id)),
    isSettled,
  );
  const nameOf = (district: string) => names.get(sameKey(district)) ?? district;
  for (const move of moves) {
    const { id, text, parts, last, isToday, seen, start, now } = move;
    const left = { district: seen, until: yesterday };
    const isGone = isMoved(move) && !same(nameOf(start), now);
    if (parts === null) {
      // What nobody can read stays in front: once it is mended the whole history is there.
      const more = formerDistrictsText([left], words);
      if (isGone && !text.endsWith(more)) changed.set(id, `${text.trim()}; ${more}`);
      continue;
    }
    let wanted = parts;
    if (isSettled && isToday && same(nameOf(start), now)) wanted = parts.slice(0, -1);
    // Else it is written already: the run before this one was stopped, or the administrator was first.
    if (isGone && !isToday && !(last && same(last.district, seen))) wanted = [...parts, left];
    const said = formerDistrictsText(
      wanted.map((part) => ({ ...part, district: nameOf(part.district) })),
      words,
    );
    if (said !== formerDistrictsText(parts, words)) changed.set(id, said);
  }
  return changed;
}

const isMoved = ({ now, seen }: Pick<Move, 'now' | 'seen'>): boolean => !same(seen, now);

/**
 * Districts that were renamed today: the key of the old name → the new name. While rows are behind only where all of
 * them are: some of a district's organisations may have their move written down already.
 */
function renamedDistricts(moves: readonly Move[], isSettled: boolean): Map<string, string> {
  const names = new Map<string, string>();
  for (const { start, now } of moves) {
    if (same(start, now) || start === '' || names.has(sameKey(start))) continue;
    const own = moves.filter((each) => same(each.start, start) || same(each.now, now));
    const isWhole = own.every((each) => same(each.start, start) && same(each.now, now));
    if (isWhole && (isSettled || own.every(({ isToday }) => !isToday))) names.set(sameKey(start), now);
  }
  return names;
}

/** The organisation with what {@link changedDistricts} asks for; while its cell is blank it stays where it was. */
export function withHistory(
  organisation: Organisation,
  seen: string,
  text: string | undefined,
  words: UntilWords,
): Organisation {
  if (text === undefined && (organisation.district !== '' || seen === '')) return organisation;
  const formerDistricts =
    text === undefined ? (organisation.formerDistricts ?? []) : (readFormerDistricts(text, words) ?? []);
  return { ...organisation, district: organisation.district || seen, formerDistricts };
}
