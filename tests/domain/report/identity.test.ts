import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Identities } from '../../../src/domain/report/identity';
import {
  begin,
  type Damage,
  LOSSES,
  look,
  type ModelRow,
  PASTES,
  pairsOf,
  permuteVisible,
  REMOVALS,
  RENAMES,
  RETYPES,
  rightTable,
  run,
  SORTS,
  type Story,
  stories,
  told,
  type World,
} from './sheetDamage';

const clone = (world: World): World => ({ ...world, rows: world.rows.map((row) => ({ ...row })) });
const contentOf = (world: World, seen: Identities, pair: string) =>
  world.rows[seen.rowOf.get(pair) ?? -1]?.content;

/** What must hold whatever people did; the first thing that does not, in words. */
function broken(world: World, seen: Identities): string | null {
  const speakers = new Set<string>();
  const programme = new Set(pairsOf(world));
  for (const [index, identity] of seen.rows.entries()) {
    if (identity.kind !== 'certain') continue;
    const pair = `${identity.organisation}/${identity.stage}`;
    if (speakers.has(pair)) return `two rows speak for ${pair}`;
    speakers.add(pair);
    if (seen.rowOf.get(pair) !== index) return `${pair} is read from another row`;
    if (!seen.claimed.has(pair)) return `${pair} would get a second row`;
    // Rows of what left the programme stay and are not counted.
    if (!programme.has(pair)) continue;
    const { content } = world.rows[index] as ModelRow;
    if (content !== '' && content.split(':')[0] !== pair) return `«${content}» is counted for ${pair}`;
  }
  return seen.rowOf.size === speakers.size ? null : 'a pair is read from a row that is not its own';
}

/** Everything that people wrote, wherever it stands. */
const written = (world: World): string =>
  world.rows
    .map((row) => row.content)
    .filter((text) => text !== '')
    .sort()
    .join('\n');

/** Lives through the story, the jobs running at the end twice; what went wrong, or null. */
function lived(story: Story): string | null {
  const world = begin(story);
  for (const { damage, picks } of [...story.events, THE_JOBS, THE_JOBS]) {
    if (damage) damage.happen(world, picks);
    else {
      const before = written(world);
      const wrong = broken(world, run(world));
      if (wrong !== null) return wrong;
      if (written(world) !== before) return 'something that people wrote was changed';
    }
  }
  const settled = JSON.stringify(world.rows);
  run(world);
  return JSON.stringify(world.rows) === settled ? null : 'the jobs never come to an end';
}

const THE_JOBS = { damage: null, picks: [] };

function assertStories(damages: readonly Damage[], numRuns: number, most = 3): void {
  fc.assert(
    fc.property(stories(damages, most), (story) => {
      const wrong = lived(story);
      if (wrong !== null) throw new Error(`${told(story).join('; ')}: ${wrong}`);
    }),
    { numRuns },
  );
}

describe('whose row it is', () => {
  test('sorting the visible columns without the hidden ones loses nothing: every row is repaired', () => {
    fc.assert(
      fc.property(stories([SORTS[0] as Damage], 1), (story) => {
        const world = begin(story);
        const before = clone(world);
        SORTS[0]?.happen(world, story.events[0]?.picks ?? []);
        const seen = run(world);
        expect(seen.rows.every((identity) => identity.kind === 'certain')).toBe(true);
        for (const pair of pairsOf(world)) {
          expect(contentOf(world, seen, pair)).toBe(contentOf(before, look(before), pair));
        }
      }),
    );
  });

  test('whatever people do, nobody is counted for another: sorts, pastes, deletions', () => {
    assertStories([...SORTS, ...PASTES, ...LOSSES], 3000, 4);
  });
  test('the same where labels are typed over', () => {
    assertStories([...PASTES.filter(({ name }) => !name.includes('visible')), ...LOSSES, ...RETYPES], 2000);
  });
  test('the same while the administrator renames, and people sort', () => {
    assertStories([...SORTS, ...PASTES, ...LOSSES, ...RENAMES], 3000, 3);
  });
  test('the same where organisations and stages are deleted from the list', () => {
    assertStories([...SORTS, ...PASTES, ...LOSSES, ...REMOVALS], 3000, 3);
  });
});

const withRows = (change: (rows: ModelRow[]) => void, organisations = 3, stages = 3): World => {
  const world = rightTable(organisations, stages, (index) => index % 2 === 0);
  change(world.rows);
  return world;
};
const kinds = (world: World): string[] => look(world).rows.map((identity) => identity.kind);
const at = (rows: ModelRow[], index: number): ModelRow => rows[index] as ModelRow;

describe('what was pasted over another row is counted for nobody', () => {
  const pasted = (from: number, to: number): World =>
    withRows((rows) => {
      const { organisation, stage, content } = at(rows, from);
      Object.assign(at(rows, to), { organisation, stage, content });
    });
  test('also when the administrator deletes its stage before a job has run', () => {
    const world = pasted(0, 1);
    world.stages.splice(0, 1);
    expect(contentOf(world, look(world), 'К-1/2')).toBeUndefined();
  });
  test('nor when its organisation is deleted', () => {
    const world = pasted(0, 3);
    world.organisations.splice(0, 1);
    expect(contentOf(world, look(world), 'К-2/1')).toBeUndefined();
  });
});

describe('one thing that happened', () => {
  test('a right table is certain, row by row', () => {
    expect(new Set(kinds(withRows(() => {})))).toEqual(new Set(['certain']));
  });

  test('a whole row pasted over another: counted once, and the lost row is made anew', () => {
    const world = withRows((rows) => Object.assign(at(rows, 1), at(rows, 0)));
    const seen = run(world);
    expect(seen.rows[0]).toMatchObject({ kind: 'certain', organisation: 'К-1', stage: '1' });
    expect(seen.rows[1]).toEqual({ kind: 'copy', twin: 0 });
    expect(world.rows.at(-1)).toMatchObject({ key: 'К-1/2', content: '' });
  });

  test('its visible part pasted over another: the other row is reported, and no second one made', () => {
    const world = withRows((rows) => {
      const { organisation, stage, content } = at(rows, 0);
      Object.assign(at(rows, 4), { organisation, stage, content });
    });
    const seen = run(world);
    expect(seen.rows[0]?.kind).toBe('certain');
    expect(seen.rows[4]).toEqual({ kind: 'unclear', twin: null });
    expect(seen.claimed.has('К-2/2')).toBe(true);
    expect(world.rows).toHaveLength(9);
  });

  test('two rows of one pair that say different things: neither is believed, each names the other', () => {
    const world = withRows((rows) => {
      rows.push({ ...at(rows, 0), content: 'К-1/1: иначе' });
    });
    expect([look(world).rows[0], look(world).rows[9]]).toEqual([
      { kind: 'unclear', twin: 9 },
      { kind: 'unclear', twin: 0 },
    ]);
  });

  test.each([
    ['below', 9, 0],
    ['above', 0, 1],
  ])('an empty copy %s does not take a school its report away', (_, place, speaker) => {
    const world = withRows((rows) => {
      rows.splice(place, 0, { ...at(rows, 0), content: '' });
    });
    const seen = look(world);
    expect(seen.rowOf.get('К-1/1')).toBe(speaker);
    expect(seen.rows[place]).toEqual({ kind: 'copy', twin: speaker });
  });

  test('a school renamed by the administrator keeps its reports', () => {
    const world = withRows(() => {});
    RENAMES[0]?.happen(world, [0]);
    const seen = run(world);
    expect(seen.rows.every(({ kind }) => kind === 'certain')).toBe(true);
    expect(at(world.rows, 0).organisation).toBe('Школа К-1 (новая)');
  });

  test('so do all schools renamed at once, and stages reworded', () => {
    const world = withRows(() => {});
    world.organisations = world.organisations.map((each) => ({ ...each, shortName: `СОШ ${each.id}` }));
    world.stages = world.stages.map((each) => ({ ...each, title: `Задача ${each.code}` }));
    expect(new Set(run(world).rows.map(({ kind }) => kind))).toEqual(new Set(['certain']));
    expect(at(world.rows, 8)).toMatchObject({
      organisation: 'СОШ К-3',
      stage: '3. Задача 3',
      content: 'К-3/3: сделано',
    });
  });

  test('an office with one row is renamed while somebody else is in disorder', () => {
    const world = withRows((rows) => Object.assign(at(rows, 0), { stage: at(rows, 1).stage }), 3, 2);
    world.organisations.push({
      ...world.organisations[0],
      id: 'УО',
      shortName: 'Управление',
    } as (typeof world.organisations)[0]);
    world.rows.push({
      key: 'УО/1',
      organisation: 'Отдел',
      stage: at(world.rows, 2).stage,
      content: 'УО/1: сделано',
      disputed: false,
    });
    expect(look(world).rows.at(-1)).toEqual({ kind: 'certain', organisation: 'УО', stage: '1' });
  });

  test('a name typed over is put right', () => {
    const world = withRows((rows) => Object.assign(at(rows, 4), { organisation: 'опечатка' }));
    run(world);
    expect(at(world.rows, 4)).toMatchObject({
      organisation: 'Школа К-2',
      key: 'К-2/2',
      content: 'К-2/2: сделано',
    });
  });

  test("names typed over to be those of a pair whose row is gone give it nobody else's report", () => {
    const world = withRows((rows) => {
      Object.assign(at(rows, 4), { organisation: at(rows, 1).organisation, stage: at(rows, 1).stage });
      rows.splice(1, 1);
    });
    const seen = run(world);
    expect(seen.rows[3]).toEqual({ kind: 'unclear', twin: null });
    expect([seen.claimed.has('К-1/2'), seen.claimed.has('К-2/2')]).toEqual([true, true]);
  });

  test('a lost key is put back', () => {
    const world = withRows((rows) => Object.assign(at(rows, 4), { key: '' }));
    run(world);
    expect(at(world.rows, 4)).toMatchObject({ key: 'К-2/2', content: 'К-2/2: сделано' });
  });

  test('a row emptied by hand gets its labels back; one with a report and no names is asked about', () => {
    const cleared = { organisation: '', stage: '' };
    const world = withRows((rows) => {
      Object.assign(at(rows, 1), cleared);
      Object.assign(at(rows, 2), cleared);
    });
    expect(kinds(world).slice(1, 3)).toEqual(['certain', 'unclear']);
  });

  test('blank rows between and notes below belong to nobody', () => {
    const nobody = { key: '', organisation: '', stage: '', content: '', disputed: false };
    const world = withRows((rows) => {
      rows.splice(2, 0, { ...nobody });
      rows.push({ ...nobody, content: 'Итого 5' }, { ...nobody, organisation: 'Проверено', content: 'да' });
    });
    expect([kinds(world)[2], ...kinds(world).slice(-2)]).toEqual(['blank', 'foreign', 'foreign']);
  });

  test('rows of a school that left the list stay certain, and nobody gets them', () => {
    const world = withRows(() => {});
    world.organisations.shift();
    const seen = run(world);
    expect(seen.rows.slice(0, 3).map(({ kind }) => kind)).toEqual(['certain', 'certain', 'certain']);
    expect(at(world.rows, 0)).toMatchObject({ key: 'К-1/1', content: 'К-1/1: сделано' });
  });

  test('letters of another case, no-break spaces and dashes in a name are no disagreement', () => {
    const world = withRows((rows) => Object.assign(at(rows, 0), { organisation: 'ШКОЛА\u00a0К–1' }));
    expect(kinds(world)[0]).toBe('certain');
  });

  test('what was once unclear is not believed on half of the evidence later', () => {
    const world = withRows((rows) =>
      Object.assign(at(rows, 4), { organisation: 'опечатка', disputed: true }),
    );
    expect(kinds(world)[4]).toBe('unclear');
    Object.assign(at(world.rows, 4), { organisation: 'Школа К-2' });
    expect(kinds(world)[4]).toBe('certain');
  });

  test('a part of a table sorted by hand is repaired too', () => {
    const world = withRows(() => {});
    permuteVisible(world, 1, [2, 0, 1]);
    const seen = run(world);
    expect(contentOf(world, seen, 'К-2/2')).toBe('К-2/2: сделано');
    expect(
      world.rows.every((row) => row.key === '' || row.content === '' || row.content.startsWith(row.key)),
    ).toBe(true);
  });
});
