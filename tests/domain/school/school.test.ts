/** The pure parts of the sidebar's server. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseIso } from '../../../src/domain/dates/civil';
import type { Column } from '../../../src/domain/schema/schema';
import { readManifest, type SchoolManifest, writeManifest } from '../../../src/domain/school/manifest';
import { rowsOfOrganisation, stretchesOf } from '../../../src/domain/school/rows';
import { cleaned, compare } from '../../../src/domain/school/save';
import { inOrder, type Ranked } from '../../../src/domain/school/stages';
import type { Cell } from '../../../src/domain/values/cell';
import { saysTheSame, unmarked } from '../../../src/domain/values/formulaText';

const NOBODY = { organisations: new Set<string>(), stages: new Set<string>() };
const text: Column = {
  id: 'x',
  header: 'Х',
  type: 'text',
  writer: 'curator',
  help: '',
  example: '',
  width: 1,
};
const when = (iso: string) => parseIso(iso);

describe('the manifest in «Служебное»', () => {
  const manifest: SchoolManifest = {
    tabs: { report: 5, coverage: 7 },
    renamed: { report: { document: 'Чем подтверждено' } },
    programmeStart: when('2020-09-01'),
    stages: [{ code: '1', label: '1. Куратор', result: 'Приказ', documentNeeded: true }],
    declared: {
      report: [{ ...text, required: true, allowed: ['а'], rules: [{ kind: 'documentForStage' }] }],
      coverage: [],
    },
  };

  test('is read as it was written', () => {
    expect(readManifest(writeManifest(manifest))).toEqual(manifest);
  });

  test('fits into a cell however long the programme is', () => {
    const stages = Array.from({ length: 200 }, (_, index) => ({
      ...{ code: String(index), label: `${index}. Этап`, result: 'ж'.repeat(300), documentNeeded: false },
    }));
    const written = writeManifest({ ...manifest, stages });
    expect(written.length).toBeLessThan(50_000);
    expect(readManifest(written)?.stages).toHaveLength(200);
  });

  test('is none where the cell says anything else', () => {
    for (const said of [
      undefined,
      '',
      5,
      '{',
      '[]',
      '{}',
      writeManifest(manifest).slice(0, -9),
      '{"tabs":{"report":"5"}}',
    ]) {
      expect(readManifest(said)).toBeNull();
    }
    fc.assert(fc.property(fc.anything(), (said) => void readManifest(said)));
  });
});

describe('rows', () => {
  test('of a school are those whose key names it, not one whose code begins so', () => {
    expect(rowsOfOrganisation(['К-1/1', 'К-10/1', '', 'К-1/2', 'К-1'], 'К-1')).toEqual([2, 5]);
  });

  test('are read in stretches that hold every one, with gaps no longer than told', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 2, max: 500 })),
        fc.integer({ min: 0, max: 50 }),
        (list, gap) => {
          const rows = [...list].sort((a, b) => a - b);
          const stretches = stretchesOf(rows, gap);
          const covered = new Set(
            stretches.flatMap(({ first, count }) => Array.from({ length: count }, (_, at) => first + at)),
          );
          for (const row of rows) expect(covered.has(row)).toBe(true);
          expect(covered.size - rows.length).toBeLessThanOrEqual(gap * Math.max(0, rows.length - 1));
          stretches.slice(1).forEach(({ first }, at) => {
            const before = stretches[at];
            expect(first - ((before?.first ?? 0) + (before?.count ?? 0))).toBeGreaterThan(gap);
          });
        },
      ),
    );
  });

  test('of the checklist: overdue first and the oldest of them, then by deadline, handed in last', () => {
    const row = (status: Ranked['status'], due: string | null, at: number): Ranked => ({
      status,
      due: due === null ? null : when(due),
      row: at,
    });
    const sorted = [
      row('missed', '2020-09-01', 9),
      row('missed', '2020-09-05', 2),
      row('invalid', null, 1),
      row('soon', '2020-10-08', 5),
      row('ahead', '2020-11-01', 3),
      row('ahead', '2020-11-01', 4),
      row('undated', null, 8),
      row('inTime', '2020-09-01', 6),
      row('notExpected', '2020-01-01', 7),
    ];
    expect([...sorted].reverse().sort(inOrder)).toEqual(sorted);
  });
});

describe('what was sent', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom<Cell>('', '=1', "'=1", "''x", ' а ', 5, true, {
      date: when('2020-10-05') ?? ('' as never),
    }),
  );

  test('is text in a text column, and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(cell, (value) => {
        const once = cleaned(value, text, NOBODY);
        expect(typeof once).toBe('string');
        expect(String(once)).toBe(String(once).trim());
        if (unmarked(once) === once) expect(cleaned(once, text, NOBODY)).toBe(once);
      }),
    );
  });

  test('loses what nobody sees: marks that turn the direction of writing, control signs', () => {
    expect(cleaned('приказ \u202e5 №\u202c\u0007', text, NOBODY)).toBe('приказ 5 №');
    expect(cleaned('две\r\nстроки', text, NOBODY)).toBe('две\nстроки');
  });

  test('is written, is there already, or is somebody else’s: each cell exactly one of these', () => {
    fc.assert(
      fc.property(cell, cell, cell, (value, seen, now) => {
        const { theirs, write } = compare({ values: { x: value }, seen: { x: seen } }, () => now);
        const same = saysTheSame(now, value);
        expect(theirs.length + write.length).toBe(same ? 0 : 1);
        if (write.length > 0) expect(saysTheSame(now, seen)).toBe(true);
        if (theirs.length > 0) expect(saysTheSame(now, seen)).toBe(false);
      }),
    );
  });
});
