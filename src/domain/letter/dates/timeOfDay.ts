/** The time of day that letters put before or after a date: «до 12:00 05.10.2020», «15 часов 12 марта», «17.00 ч.» */
import { isFigure, isText, type Token } from '../text/tokens';

const HOURS = ['часов', 'часа', 'час', 'ч'];
const MINUTES = ['минут', 'минуты', 'мин', 'м'];

const passUnit = (tokens: readonly Token[], index: number, units: readonly string[]): number =>
  isText(tokens, index, ...units) ? (isText(tokens, index + 1, '.') ? index + 2 : index + 1) : -1;

/** Index after a time of day, or -1. A time without «часов» needs a colon, or `beforeDate` to tell it from a date. */
export function passTime(
  tokens: readonly Token[],
  index: number,
  beforeDate: (at: number) => boolean,
): number {
  const hour = tokens[index];
  if (!isFigure(hour, 1, 2) || hour.value > 24) return -1;
  const sign =
    isText(tokens, index + 1, ':', '.', '-') && tokens[index + 1]?.gap === 0 ? tokens[index + 1]?.text : '';
  const minute = tokens[index + 2];
  const full = sign !== '' && isFigure(minute, 2, 2) && minute.gap === 0 && minute.value < 60;
  const after = full ? index + 3 : index + 1;
  const unit = passUnit(tokens, after, HOURS);
  if (unit > 0) {
    const minutes = isFigure(tokens[unit], 1, 2) ? passUnit(tokens, unit + 1, MINUTES) : -1;
    return passZone(tokens, minutes > 0 ? minutes : unit);
  }
  if (!full) return -1;
  if (sign === ':') return passZone(tokens, after);
  const zone = passZone(tokens, after);
  return beforeDate(zone) ? zone : -1;
}

/** «(мск)», «по московскому времени», «МСК», «местного времени» and a comma. */
function passZone(tokens: readonly Token[], index: number): number {
  let at = index;
  const bracket = isText(tokens, at, '(') && isText(tokens, at + 1, 'мск', 'время', 'по', 'местное');
  if (bracket) at += 1;
  if (isText(tokens, at, 'мск')) at += 1;
  else if (isText(tokens, at, 'по') && isText(tokens, at + 2, 'времени')) at += 3;
  else if (
    isText(tokens, at, 'московского', 'местного', 'время') &&
    isText(tokens, at + 1, 'времени', 'московское', 'местное')
  )
    at += 2;
  if (bracket) return isText(tokens, at, ')') ? at + 1 : index;
  return at;
}
