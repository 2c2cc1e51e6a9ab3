/** A school closes, a school moves: what the pages, «Организации» and the journal say, through the bundle. */
import { describe, expect, it } from '@jest/globals';
import { at, headOf, MINISTRY, mailing, setSetting } from '../mail/world';
import { sheetWrites } from '../support/crash';
import { fork, type World } from '../support/fork';
import { built } from '../support/scenes';
import { journalRows, must, mustRun, placeOf, rebuild, run, viewOf } from '../support/smallProgramme';

const quiet = built();

/** The administrator writes in «Организации», in the row of the n-th school. */
function write(world: World, school: number, header: string, text: string): void {
  const administrator = world.host.person(world.books.administrator);
  const place = placeOf(world, 'Организации');
  must(administrator.type(place, viewOf(world, 'Организации').cell(school + 1, header), text));
}
const former = (world: World, school: number): string => {
  const view = viewOf(world, 'Организации');
  return view.text(school + 1, view.column('Прежние районы'));
};
const districts = ['Кировский', 'Ленинский', 'Чкаловский'];
const figures = (world: World): Record<string, Record<string, number>> =>
  Object.fromEntries(
    ['Сводка', ...districts.map((each) => `Сводка · ${each}`)].map((tab) => {
      const value = (row: number) => Number(viewOf(world, tab).sheet.value(row, 2));
      return [
        tab,
        { expected: value(4), inTime: value(5), late: value(6), missed: value(7), notYetDue: value(8) },
      ];
    }),
  );

describe('a school that moves', () => {
  it('leaves what was due where it was, takes along what is to come, and the move stands in its row', () => {
    const world = fork(quiet);
    const before = figures(world);
    write(world, 1, 'Район', 'Ленинский');
    rebuild(world);
    expect(former(world, 1)).toBe('Кировский по 30.09.2020');
    const after = figures(world);
    // Stage 1 was due on 15 September; stages 2 and 3 are ahead.
    expect(after.Сводка).toEqual(before.Сводка);
    expect(after['Сводка · Кировский']).toEqual({
      ...before['Сводка · Кировский'],
      expected: (before['Сводка · Кировский']?.expected ?? 0) - 2,
      notYetDue: (before['Сводка · Кировский']?.notYetDue ?? 0) - 2,
    });
    expect(after['Сводка · Ленинский']).toEqual({
      ...before['Сводка · Ленинский'],
      expected: (before['Сводка · Ленинский']?.expected ?? 0) + 2,
      notYetDue: (before['Сводка · Ленинский']?.notYetDue ?? 0) + 2,
    });
    expect(viewOf(world, 'Сводка · Кировский').texts().flat()).toContain('Школа № 1 (теперь: Ленинский)');
    expect(viewOf(world, 'Сводка · Ленинский').texts().flat()).toContain('Школа № 1 (раньше: Кировский)');
    expect(journalRows(world).filter((cells) => cells[1] === 'смена района')).toHaveLength(1);
    expect(sheetWrites(rebuild(world))).toBe(1);
  });
  it('by a slip that is put right on the same day leaves nothing', () => {
    const world = fork(quiet);
    const before = figures(world);
    write(world, 1, 'Район', 'Ленинский');
    rebuild(world);
    write(world, 1, 'Район', 'Кировский');
    rebuild(world);
    expect(former(world, 1)).toBe('');
    expect(figures(world)).toEqual(before);
  });
  it('with its whole district, one school after the other, was only renamed', () => {
    const world = fork(quiet);
    const before = figures(world);
    for (const school of [1, 2]) {
      write(world, school, 'Район', 'Новый');
      rebuild(world);
    }
    expect([former(world, 1), former(world, 2)]).toEqual(['', '']);
    const value = (row: number) => Number(viewOf(world, 'Сводка · Новый').sheet.value(row, 2));
    expect([4, 5, 6, 7, 8].map(value)).toEqual(Object.values(before['Сводка · Кировский'] ?? {}));
  });
  it('keeps what the administrator corrected', () => {
    const world = fork(quiet);
    write(world, 1, 'Район', 'Ленинский');
    rebuild(world);
    write(world, 1, 'Прежние районы', 'Кировский по 01.09.2020');
    rebuild(world);
    rebuild(world);
    expect(former(world, 1)).toBe('Кировский по 01.09.2020');
    expect(figures(world)['Сводка · Ленинский']?.expected).toBe(9);
  });
  it('stopped at any call of the run and run again ends the same', () => {
    const start = fork(quiet);
    write(start, 1, 'Район', 'Ленинский');
    const whole = fork(start);
    const outcome = rebuild(whole);
    for (let nth = 30; nth < outcome.meter.total; nth += 11) {
      const world = fork(start);
      run(world, 'menuRebuild', [{ at: nth, kill: true }]);
      rebuild(world);
      rebuild(world);
      expect({ nth, former: former(world, 1), figures: figures(world) }).toEqual({
        nth,
        former: former(whole, 1),
        figures: figures(whole),
      });
    }
  });
  it('while somebody sorts «Организации» gets its history in its own row, whatever the call', () => {
    const start = fork(quiet);
    write(start, 1, 'Район', 'Ленинский');
    const outcome = rebuild(fork(start));
    const sort = (world: World) => () => {
      const person = world.host.person(world.books.administrator);
      must(person.sort(placeOf(world, 'Организации'), 'A2:H7', 1, false));
    };
    for (let nth = 20; nth < Math.min(outcome.meter.total, 90); nth += 3) {
      const world = fork(start);
      run(world, 'menuRebuild', [{ at: nth, meanwhile: sort(world) }]);
      rebuild(world);
      const view = viewOf(world, 'Организации');
      const told = view
        .dataRows()
        .map((row) => [view.text(row, 1), view.text(row, view.column('Прежние районы'))])
        .filter(([, text]) => text !== '');
      expect({ nth, told }).toEqual({ nth, told: [['К-01', 'Кировский по 30.09.2020']] });
    }
  });
});

it('a school that closes keeps what was due and is not asked for the rest', () => {
  const world = fork(quiet);
  const before = figures(world).Сводка;
  write(world, 1, 'Закрыта', '30.09.2020');
  rebuild(world);
  expect(figures(world).Сводка).toEqual({
    ...before,
    expected: (before?.expected ?? 0) - 2,
    notYetDue: (before?.notYetDue ?? 0) - 2,
  });
  expect(viewOf(world, 'Сводка · Кировский').texts().flat()).toContain('Школа № 1 (закрытие 30.09.2020)');
});

describe('the digest of the next morning', () => {
  /** Monday's digests are out; the change is made in the afternoon; Tuesday's are read. */
  function digests(change: (world: World) => void): Record<string, string> {
    const world = fork(mailing());
    world.host.clock.set(at(4, 9).getTime());
    mustRun(world, 'tick');
    world.host.clock.set(at(4, 15).getTime());
    change(world);
    rebuild(world);
    const from = world.host.outbox.messages.length;
    setSetting(world, 'Сводка районам, дни недели', 'пн, вт');
    setSetting(world, 'Сводка министерству, дни недели', 'пн, вт');
    world.host.clock.set(at(5, 9).getTime());
    mustRun(world, 'tick');
    const changes = /\((?:[+−]\d+)\)/g;
    return Object.fromEntries(
      world.host.outbox.messages.slice(from).map(({ to, body }) => {
        const text = (body ?? '').replace(/\s+/g, ' ');
        const line = /(?:Закрыты|Переведены)[^.]*(?:\.[^.]*)*?\. Это с прошлой/.exec(text)?.[0] ?? '';
        return [to.join(), [...(text.match(changes) ?? []), line.replace(/\.? Это с прошлой/, '')].join(' ')];
      }),
    );
  }
  // Stage 2 was due on Monday: five reports of it are missed since, whoever moves or closes.
  it('has no «−» and «+» by a move, and tells of it', () => {
    expect(digests((world) => write(world, 1, 'Район', 'Ленинский'))).toEqual({
      [MINISTRY]: '(+5) (−5) Переведены в другой район: Школа № 1 («Кировский» → «Ленинский»)',
      [headOf(1)]: '(+1) (−1) Переведены из района: Школа № 1 (в «Ленинский»)',
      [headOf(2)]: '(+3) (−3) Переведены в район: Школа № 1 (из «Кировский»)',
      [headOf(3)]: '(+1) (−1) ',
    });
  });
  it('has no «−» by a closing, and tells of it', () => {
    expect(digests((world) => write(world, 1, 'Закрыта', '05.10.2020'))).toEqual({
      [MINISTRY]: '(+5) (−5) Закрыты: Школа № 1',
      [headOf(1)]: '(+2) (−2) Закрыты: Школа № 1',
      [headOf(2)]: '(+2) (−2) ',
      [headOf(3)]: '(+1) (−1) ',
    });
  });
});
