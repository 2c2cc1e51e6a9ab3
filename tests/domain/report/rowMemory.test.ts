/** What a row remembers belongs to its report, also where people moved cells without the hidden columns. */
import { describe, expect, test } from '@jest/globals';
import type { Identities, RowIdentity } from '../../../src/domain/report/identity';
import { pairKey } from '../../../src/domain/report/registry';
import { memoryByPair } from '../../../src/domain/report/rowMemory';
import { reportSchema } from '../../../src/tabs/schemas/report';
import { analysisOf, bookOf, day, on, organisationOf, stageOf, tableOf } from '../../support/analysis';

const certain = (organisation: string, stage = '1'): RowIdentity => ({
  kind: 'certain',
  organisation,
  stage,
});
const identities = (...rows: RowIdentity[]): Identities => ({
  rows,
  rowOf: new Map(),
  claimed: new Set(),
});
const firstSeen = (row: { key: string; firstSeen: string }[], found: Identities, school: string) =>
  memoryByPair(
    tableOf(
      reportSchema(),
      row.map(({ key, firstSeen: iso }) => ({ key, firstSeen: iso === '' ? '' : on(iso) })),
    ),
    found,
  )(pairKey(school, '1')).firstSeen;

describe('the day on which a report was first seen', () => {
  const sorted = [
    { key: 'К-01/1', firstSeen: '2020-09-01' },
    { key: 'К-02/1', firstSeen: '2020-09-20' },
  ];
  test('is that of the key beside it, where rows were sorted without the hidden columns', () => {
    const swapped = identities(certain('К-02'), certain('К-01'));
    expect(firstSeen(sorted, swapped, 'К-01')).toEqual({ date: '2020-09-01' });
    expect(firstSeen(sorted, swapped, 'К-02')).toEqual({ date: '2020-09-20' });
  });
  test('is no other report’s: one that has none gets none', () => {
    const rows = [sorted[0] ?? { key: '', firstSeen: '' }, { key: 'К-02/1', firstSeen: '' }];
    expect(firstSeen(rows, identities(certain('К-02'), certain('К-01')), 'К-02')).toBe('');
  });
  test('is the row’s own where somebody wrote over the key alone', () => {
    const rows = [
      { key: 'К-01/1', firstSeen: '2020-09-01' },
      { key: 'К-01/1', firstSeen: '2020-09-20' },
    ];
    expect(firstSeen(rows, identities(certain('К-01'), certain('К-02')), 'К-02')).toEqual({
      date: '2020-09-20',
    });
    expect(firstSeen(rows, identities(certain('К-01'), certain('К-02')), 'К-01')).toEqual({
      date: '2020-09-01',
    });
  });
});

describe('which of two dates decides', () => {
  const statusOf = (deadline: string, extendedTo: string, doneOn: string) => {
    const stages = [stageOf({ code: '1', deadline: day(deadline) })];
    const organisations = [organisationOf({ id: 'К-01' })];
    const report = [
      {
        key: 'К-01/1',
        organisation: 'Школа К-01',
        stage: '1. Мероприятие 1',
        doneOn: on(doneOn),
        extendedTo: on(extendedTo),
      },
    ];
    const [record] = analysisOf(bookOf({ today: '2020-10-30', stages, organisations, report })).records;
    return [record?.status.name, record?.due];
  };
  test('an extension does, also one to an earlier day than the first deadline', () => {
    expect(statusOf('2020-10-05', '2020-10-20', '2020-10-19')).toEqual(['inTime', '2020-10-20']);
    expect(statusOf('2020-10-20', '2020-10-05', '2020-10-19')).toEqual(['late', '2020-10-05']);
  });
});
