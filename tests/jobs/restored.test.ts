/** Cells that Svodka writes, overwritten by somebody: the next run puts them back and touches nobody else's. */
import { describe, expect, it } from '@jest/globals';
import { differences } from '../support/bookDump';
import { stateOf } from '../support/crash';
import { fork } from '../support/fork';
import { peoplesCells } from '../support/people';
import { built } from '../support/scenes';
import { must, placeOf, rebuild, viewOf } from '../support/smallProgramme';

const quiet = built();
const CELLS: readonly (readonly [string, string])[] = [
  ['Состояние', 'сдано в срок'],
  ['Состояние', ''],
  ['Срок', '01.01.2021'],
  ['Срок', 'когда-нибудь'],
  ['Учитывается', 'нет: этап снят'],
  ['Учитывается', ''],
  ['Нужно согласование', 'входит в срок'],
  ['Район', 'Другой'],
  ['Учтено в районе', 'мусор'],
  ['Ключ', ''],
  ['Ключ', 'мусор'],
  ['Решение учтено', 'мусор'],
  ['Решение учтено', '01.10.2020 согласовано'],
  ['Этап', 'мусор'],
  ['Организация', ''],
];

describe('the next rebuild puts back', () => {
  for (const [header, text] of CELLS) {
    it(`«${header}» where somebody wrote «${text}»`, () => {
      const world = fork(quiet);
      const expected = stateOf(world);
      const people = peoplesCells(world);
      const administrator = world.host.person(world.books.administrator);
      for (const row of [2, 5, 12]) {
        must(administrator.type(placeOf(world, 'Отчёт'), viewOf(world, 'Отчёт').cell(row, header), text));
      }
      expect(differences(expected, stateOf(world))).not.toEqual([]);
      rebuild(world);
      expect(peoplesCells(world)).toBe(people);
      expect(differences(expected, stateOf(world))).toEqual([]);
    });
  }
});
