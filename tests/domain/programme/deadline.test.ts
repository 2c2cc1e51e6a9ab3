import { describe, expect, test } from '@jest/globals';

import type { CivilDate } from '../../../src/domain/dates/civil';
import { countedFor, dueDate, isOpen } from '../../../src/domain/programme/deadline';

import { day, organisationOf, stageOf } from '../../support/analysis';

describe('when a stage is due', () => {
  const [start, deadline] = [day('2020-09-01'), day('2020-10-05')];
  test.each<[string, Parameters<typeof dueDate>[0], CivilDate | null]>([
    ['by a day: that day', { kind: 'by', start: null, deadline }, deadline],
    ['on a day: that day', { kind: 'on', start: null, deadline }, deadline],
    ['a span: its last day', { kind: 'range', start, deadline }, deadline],
    ['from a day: that day, for to begin is the task', { kind: 'from', start, deadline }, start],
    ['from a day written into the wrong column', { kind: 'from', start: null, deadline }, deadline],
    ['as another paper says: not yet', { kind: 'reference', start: null, deadline: null }, null],
    ['a span without an end: not yet', { kind: 'range', start, deadline: null }, null],
    ['after an event, the day given meanwhile', { kind: 'relative', start: null, deadline }, deadline],
    ['every month, the day given meanwhile', { kind: 'recurring', start: null, deadline }, deadline],
  ])('%s', (_, stage, due) => {
    expect(dueDate(stage)).toBe(due);
  });
});

describe('who is asked', () => {
  const stage = stageOf({ code: '1', deadline: day('2020-10-05') });
  const undated = stageOf({ code: '1', kind: 'none', deadline: null });
  const open = (opened: string | null, closed: string | null) =>
    organisationOf({
      id: 'К',
      opened: opened === null ? null : day(opened),
      closed: closed === null ? null : day(closed),
    });
  test.each([
    ['a school that was always there', open(null, null), stage, '2020-10-06', 'yes'],
    ['one that opens on the due day', open('2020-10-05', null), stage, '2020-10-05', 'yes'],
    ['not one that opens the day after it', open('2020-10-06', null), stage, '2020-12-01', 'notYetOpen'],
    ['not one that is to open tomorrow', open('2020-10-02', null), stage, '2020-10-01', 'notYetOpen'],
    ['one that closes on the due day', open(null, '2020-10-05'), stage, '2020-10-05', 'yes'],
    ['not one that closes the day before it', open(null, '2020-10-04'), stage, '2020-10-01', 'closed'],
    ['one that closed after it was due', open(null, '2020-10-05'), stage, '2021-10-06', 'yes'],
    [
      'not one that closed yesterday, where there is no deadline',
      open(null, '2020-10-05'),
      undated,
      '2020-10-06',
      'closed',
    ],
    [
      'one on its last day, where there is no deadline',
      open(null, '2020-10-05'),
      undated,
      '2020-10-05',
      'yes',
    ],
    [
      'not another type',
      organisationOf({ id: 'К', type: 'детский сад' }),
      stageOf({ code: '1', appliesTo: ['школа'] }),
      '2020-10-01',
      'notApplicable',
    ],
    [
      'nobody for a dropped stage',
      open(null, null),
      stageOf({ code: '1', dropped: true }),
      '2020-10-01',
      'dropped',
    ],
  ])('%s', (_, organisation, ofStage, today, expected) => {
    expect(countedFor(organisation, ofStage, day(today))).toBe(expected);
  });
});

describe('an organisation is open', () => {
  const school = organisationOf({ id: 'К-01', opened: day('2020-09-01'), closed: day('2020-12-31') });
  test.each([
    ['2020-08-31', false],
    ['2020-09-01', true],
    ['2020-12-31', true],
    ['2021-01-01', false],
  ])('on %s: %s', (today, expected) => {
    expect(isOpen(school, day(today))).toBe(expected);
  });
});
