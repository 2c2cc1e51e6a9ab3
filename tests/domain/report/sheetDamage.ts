/** A small model of «Отчёт» and of what people do to it, for tests of whose row is whose. */
import fc from 'fast-check';
import type { Organisation, Stage } from '../../../src/domain/programme/programme';
import { type Identities, identify } from '../../../src/domain/report/identity';
import { makeRegistry, pairKey, type Registry } from '../../../src/domain/report/registry';
import { organisationOf, stageOf } from '../../support/analysis';

export interface ModelRow {
  key: string;
  organisation: string;
  stage: string;
  /** What people wrote; it begins with the pair that it was written for. */
  content: string;
  /** Svodka's hidden mark of a row that it could not tell. */
  disputed: boolean;
}

export interface World {
  organisations: Organisation[];
  stages: Stage[];
  rows: ModelRow[];
}

const registryOf = (world: World): Registry => makeRegistry(world);

export const pairsOf = (world: World): string[] =>
  world.organisations.flatMap(({ id }) => world.stages.map(({ code }) => pairKey(id, code)));

const rowFor = (registry: Registry, organisation: string, stage: string, content: string): ModelRow => ({
  key: pairKey(organisation, stage),
  organisation: registry.organisationLabel(organisation) ?? '',
  stage: registry.stageLabel(stage) ?? '',
  content,
  disputed: false,
});

/** Every pair has its row, in order; `filled` says which were reported. */
export function rightTable(organisations: number, stages: number, filled: (index: number) => boolean): World {
  const world: World = {
    organisations: Array.from({ length: organisations }, (_, index) =>
      organisationOf({ id: `К-${index + 1}` }),
    ),
    stages: Array.from({ length: stages }, (_, index) => stageOf({ code: String(index + 1) })),
    rows: [],
  };
  const registry = registryOf(world);
  world.rows = pairsOf(world).map((pair, index) => {
    const [organisation = '', stage = ''] = pair.split('/');
    return rowFor(registry, organisation, stage, filled(index) ? `${pair}: сделано` : '');
  });
  return world;
}

export const look = (world: World): Identities => identify(world.rows, registryOf(world));

/** What the jobs do with what they see: Svodka's cells of certain rows are put right, missing rows are added. */
export function run(world: World): Identities {
  const registry = registryOf(world);
  const seen = look(world);
  seen.rows.forEach((identity, index) => {
    const row = world.rows[index] as ModelRow;
    if (identity.kind === 'blank') Object.assign(row, { key: '', disputed: false });
    if (identity.kind === 'unclear' || identity.kind === 'copy') row.disputed = true;
    if (identity.kind !== 'certain') return;
    const { organisation, stage } = identity;
    if (!registry.organisations.has(organisation) || !registry.stages.has(stage)) return;
    Object.assign(row, rowFor(registry, organisation, stage, row.content));
  });
  for (const pair of pairsOf(world)) {
    if (seen.claimed.has(pair)) continue;
    const [organisation = '', stage = ''] = pair.split('/');
    world.rows.push(rowFor(registry, organisation, stage, ''));
  }
  return seen;
}

export interface Damage {
  readonly name: string;
  /** Picks are numbers from 0 to 1. */
  happen(world: World, picks: readonly number[]): void;
}

const pick = (world: World, at: number | undefined): number =>
  Math.min(world.rows.length - 1, Math.floor((at ?? 0) * world.rows.length));

/** A permutation of so many things out of numbers: sorting by them. */
const order = (count: number, seed: number): number[] =>
  Array.from({ length: count }, (_, index) => ({ index, by: Math.sin((index + 1) * (seed * 97 + 1)) }))
    .sort((a, b) => a.by - b.by)
    .map(({ index }) => index);

const visible = ({ organisation, stage, content }: ModelRow) => ({ organisation, stage, content });

export function permuteVisible(world: World, from: number, places: readonly number[]): void {
  const before = world.rows.map(visible);
  places.forEach((place, index) => {
    Object.assign(world.rows[from + index] as ModelRow, before[from + place]);
  });
}

const someRow = (name: string, change: (row: ModelRow) => void): Damage => ({
  name,
  happen: (world, [a]) => {
    if (world.rows.length > 0) change(world.rows[pick(world, a)] as ModelRow);
  },
});

export const SORTS: readonly Damage[] = [
  {
    name: 'sorts the visible columns without the hidden ones',
    happen: (world, [seed = 0]) => permuteVisible(world, 0, order(world.rows.length, seed)),
  },
  {
    name: 'sorts the visible columns by organisation, backwards',
    happen: (world) => {
      const places = world.rows.map((_, index) => index);
      const name = (index: number) => world.rows[index]?.organisation ?? '';
      places.sort((a, b) => (name(b) < name(a) ? -1 : name(b) > name(a) ? 1 : a - b));
      permuteVisible(world, 0, places);
    },
  },
  {
    name: 'sorts the visible columns of a few rows',
    happen: (world, [a = 0, b = 0, seed = 0]) => {
      if (world.rows.length === 0) return;
      const from = pick(world, Math.min(a, b));
      permuteVisible(world, from, order(pick(world, Math.max(a, b)) - from + 1, seed));
    },
  },
  {
    name: 'sorts whole rows',
    happen: (world, [seed = 0]) => {
      world.rows = order(world.rows.length, seed).map((index) => world.rows[index] as ModelRow);
    },
  },
];

export const PASTES: readonly Damage[] = [
  {
    name: 'pastes the visible part of a row over another',
    happen: (world, [a, b]) => {
      const [from, to] = [world.rows[pick(world, a)], world.rows[pick(world, b)]];
      if (from && to) Object.assign(to, visible(from));
    },
  },
  {
    name: 'pastes a whole row over another',
    happen: (world, [a, b]) => {
      const [from, to] = [world.rows[pick(world, a)], world.rows[pick(world, b)]];
      if (from && to) Object.assign(to, { ...from });
    },
  },
  {
    name: 'inserts a copy of a row',
    happen: (world, [a, b]) => {
      const from = world.rows[pick(world, a)];
      if (from) world.rows.splice(pick(world, b), 0, { ...from });
    },
  },
  {
    name: 'changes the copy afterwards',
    happen: (world, [a, b]) => {
      const from = world.rows[pick(world, a)];
      if (!from) return;
      const [pair] = from.content.split(':');
      world.rows.splice(pick(world, b), 0, { ...from, content: from.content && `${pair}: иначе` });
    },
  },
];

export const LOSSES: readonly Damage[] = [
  {
    name: 'deletes a row',
    happen: (world, [a]) => {
      world.rows.splice(pick(world, a), 1);
    },
  },
  {
    name: 'inserts a blank row',
    happen: (world, [a]) => {
      world.rows.splice(pick(world, a), 0, {
        key: '',
        organisation: '',
        stage: '',
        content: '',
        disputed: false,
      });
    },
  },
  someRow('clears the visible part of a row', (row) =>
    Object.assign(row, { organisation: '', stage: '', content: '' }),
  ),
  someRow('clears a key', (row) => Object.assign(row, { key: '' })),
  someRow('clears the labels of a row', (row) => Object.assign(row, { organisation: '', stage: '' })),
  someRow('clears what was reported', (row) => Object.assign(row, { content: '' })),
  {
    name: 'writes something below the table',
    happen: (world) => {
      world.rows.push({ key: '', organisation: 'Итого', stage: '', content: 'nobody: 5', disputed: false });
    },
  },
];

export const RETYPES: readonly Damage[] = [
  someRow('types over an organisation', (row) => Object.assign(row, { organisation: 'опечатка' })),
  someRow('types over a stage', (row) => Object.assign(row, { stage: 'опечатка' })),
];

export const RENAMES: readonly Damage[] = [
  {
    name: 'the administrator renames an organisation',
    happen: (world, [a = 0]) => {
      const at = Math.floor(a * world.organisations.length * 0.999);
      world.organisations = world.organisations.map((each, index) =>
        index === at ? { ...each, shortName: `${each.shortName} (новая)` } : each,
      );
    },
  },
  {
    name: 'the administrator rewords a stage',
    happen: (world, [a = 0]) => {
      const at = Math.floor(a * world.stages.length * 0.999);
      world.stages = world.stages.map((each, index) =>
        index === at ? { ...each, title: `${each.title}, уточнено` } : each,
      );
    },
  },
];

export const REMOVALS: readonly Damage[] = [
  {
    name: 'the administrator deletes an organisation from the list',
    happen: (world, [a = 0]) => {
      if (world.organisations.length > 1) {
        world.organisations.splice(Math.floor(a * world.organisations.length * 0.999), 1);
      }
    },
  },
  {
    name: 'the administrator deletes a stage from the list',
    happen: (world, [a = 0]) => {
      if (world.stages.length > 1) world.stages.splice(Math.floor(a * world.stages.length * 0.999), 1);
    },
  },
];

export interface Story {
  readonly organisations: number;
  readonly stages: number;
  readonly filled: readonly boolean[];
  readonly events: readonly { readonly damage: Damage | null; readonly picks: readonly number[] }[];
}

const unit = fc.double({ min: 0, max: 1, noNaN: true });

/** One to `most` damages, with runs of the jobs (null) anywhere between. */
export const stories = (damages: readonly Damage[], most = 3): fc.Arbitrary<Story> =>
  fc.record({
    organisations: fc.integer({ min: 2, max: 4 }),
    stages: fc.integer({ min: 2, max: 3 }),
    filled: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
    events: fc
      .array(
        fc.tuple(fc.constantFrom(...damages), fc.array(unit, { minLength: 3, maxLength: 3 }), fc.boolean()),
        {
          minLength: 1,
          maxLength: most,
        },
      )
      .map((list) =>
        list.flatMap(([damage, picks, runAfter]) => [
          { damage, picks },
          ...(runAfter ? [{ damage: null, picks: [] }] : []),
        ]),
      ),
  });

export const begin = (story: Story): World =>
  rightTable(story.organisations, story.stages, (index) => story.filled[index] ?? false);

export const told = (story: Story): string[] =>
  story.events.map(
    ({ damage, picks }) => `${damage?.name ?? 'the jobs run'} ${picks.map((n) => n.toFixed(2))}`,
  );
