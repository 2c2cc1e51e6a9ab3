/** What «Прежние районы» says, and what the jobs add to it when the administrator changes a district. */
import { describe, expect, test } from '@jest/globals';
import {
  changedDistricts,
  districtOn,
  formerDistrictsText,
  readFormerDistricts,
} from '../../../src/domain/programme/formerDistricts';
import { UNTIL_WORDS } from '../../../src/messages/words/words';
import { day, organisationOf } from '../../support/analysis';

const read = (text: string) => readFormerDistricts(text, UNTIL_WORDS);

describe('the cell', () => {
  test('is read as people write it, in any order', () => {
    expect(read('Кировский до 4.09.2021;  Ленинский   по 27.02.2021\n')).toEqual([
      { district: 'Ленинский', until: '2021-02-27' },
      { district: 'Кировский', until: '2021-09-04' },
    ]);
    expect(read('')).toEqual([]);
    expect(read('Посёлок по дороге по 01.02.2021')).toEqual([
      { district: 'Посёлок по дороге', until: '2021-02-01' },
    ]);
  });
  test.each([
    'Ленинский',
    'Ленинский по весну',
    'Ленинский по 31.02.2021',
    'А по 01.02.2021; Б по 01.02.2021',
  ])('«%s» is no history', (text) => {
    expect(read(text)).toBeNull();
  });
  test('is written as it is read', () => {
    const text = 'Ленинский по 27.02.2021; Кировский по 04.09.2021';
    expect(formerDistrictsText(read(text) ?? [], UNTIL_WORDS)).toBe(text);
  });
  test.each([
    ['2021-02-27', 'Ленинский'],
    ['2021-02-28', 'Кировский'],
    ['2021-09-05', 'Чкаловский'],
  ])('on %s the school was in %s', (on, district) => {
    const formerDistricts = read('Ленинский по 27.02.2021; Кировский по 04.09.2021') ?? [];
    const school = organisationOf({ id: 'К', district: 'Чкаловский', formerDistricts });
    expect(districtOn(school, day(on))).toBe(district);
    expect(districtOn(school, null)).toBe('Чкаловский');
  });
});

/** «now text < seen» of schools К-1, К-2 …, on 5 September 2021. */
function changes(...schools: [now: string, seen: string, text?: string, closed?: string][]): string[] {
  const seen = schools.map(([district, shown, text = '', closed = ''], index) => ({
    organisation: organisationOf({
      id: String(index + 1),
      district,
      closed: closed === '' ? null : day(closed),
    }),
    text,
    seen: shown,
  }));
  return [...changedDistricts(seen, day('2021-09-05'), UNTIL_WORDS)].map(([id, text]) => `${id}: ${text}`);
}

describe('when the administrator changes a district', () => {
  const stays: [string, string] = ['А', 'А'];
  test('it was the former one until yesterday', () => {
    expect(changes(stays, ['Б', 'А'], ['Б', 'Б'])).toEqual(['2: А по 04.09.2021']);
    expect(changes(stays, ['В', 'А', 'Г по 01.02.2021'], ['В', 'В'])).toEqual([
      '2: Г по 01.02.2021; А по 04.09.2021',
    ]);
  });
  test('nothing is written twice, nor where the administrator was first', () => {
    expect(changes(stays, ['Б', 'А', 'А по 04.09.2021'], ['Б', 'Б'])).toEqual([]);
    expect(changes(stays, ['Б', 'А', 'А по 31.08.2021'], ['Б', 'Б'])).toEqual([]);
    expect(changes(stays, ['Б', 'Б', 'А по 31.08.2021'], ['Б', 'Б'])).toEqual([]);
  });
  test('a slip that is put right on the same day leaves nothing', () => {
    // First the rows, then the cell: a run that was stopped between the two must not take the slip for a move.
    expect(changes(stays, ['А', 'Аа', 'А по 04.09.2021'])).toEqual([]);
    expect(changes(stays, ['А', 'А', 'А по 04.09.2021'])).toEqual(['2: ']);
    expect(changes(stays, ['Б', 'Бб', 'А по 04.09.2021'], ['Б', 'Б'])).toEqual([]);
  });
  test('one that is put right later was there until then', () => {
    expect(changes(stays, ['А', 'Б', 'А по 01.09.2021'], ['Б', 'Б'])).toEqual([
      '2: А по 01.09.2021; Б по 04.09.2021',
    ]);
  });
  test('a district whose schools all have a new name is renamed: nobody moved', () => {
    expect(changes(['Новый', 'А'], ['Новый', 'А'], ['Б', 'Б', 'А по 01.02.2021'])).toEqual([
      '3: Новый по 01.02.2021',
    ]);
    // One by one, with runs between: the first were taken for moved.
    expect(changes(['Новый', 'Новый', 'А по 04.09.2021'], ['Новый', 'А'])).toEqual(['2: А по 04.09.2021']);
    const written = 'А по 04.09.2021';
    expect(changes(['Новый', 'Новый', written], ['Новый', 'А', written])).toEqual([]);
    expect(changes(['Новый', 'Новый', written], ['Новый', 'Новый', written])).toEqual(['1: ', '2: ']);
    // A closed school keeps the name that nobody changed.
    expect(changes(['Новый', 'А'], ['Новый', 'А'], ['А', 'А', '', '2021-01-01'])).toEqual([]);
  });
  test('all schools of one district in another that was there moved', () => {
    expect(changes(['Б', 'А'], ['Б', 'А'], ['Б', 'Б'])).toEqual(['1: А по 04.09.2021', '2: А по 04.09.2021']);
  });
  test('a part of a district with a new name moved', () => {
    expect(changes(['Новый', 'А'], stays)).toEqual(['1: А по 04.09.2021']);
  });
  test('a blank cell, another spelling and a new school are no move', () => {
    expect(changes(['', 'А'], [' а', 'А'], ['Б', ''], ['Б', 'Б'])).toEqual([]);
  });
  test('what cannot be read stays, with the move behind it', () => {
    expect(changes(stays, ['Б', 'А', 'с весны'], ['Б', 'Б'])).toEqual(['2: с весны; А по 04.09.2021']);
    expect(changes(stays, ['Б', 'А', 'с весны; А по 04.09.2021'], ['Б', 'Б'])).toEqual([]);
  });
});
