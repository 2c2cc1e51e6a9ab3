/** Days as people say them: «5 октября 2020, понедельник». */
import { type CivilDate, partsOf, weekday } from '../../domain/dates/civil';

const MONTHS_OF = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
] as const;

const MONTHS = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
] as const;

/** From Monday. */
export const WEEKDAYS = [
  'понедельник',
  'вторник',
  'среда',
  'четверг',
  'пятница',
  'суббота',
  'воскресенье',
] as const;
export const SHORT_WEEKDAYS = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'] as const;

/** «5 октября 2020» */
export function dayInWords(date: CivilDate): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${MONTHS_OF[month - 1] ?? ''} ${year}`;
}

/** «5 октября 2020, понедельник» */
export const dayAndWeekday = (date: CivilDate): string =>
  `${dayInWords(date)}, ${WEEKDAYS[weekday(date) - 1] ?? ''}`;

/** «Октябрь 2020». Month from 1. */
export function monthTitle(year: number, month: number): string {
  const name = MONTHS[month - 1] ?? '';
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${year}`;
}
