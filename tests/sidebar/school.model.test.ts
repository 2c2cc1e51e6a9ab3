/** What the schools' sidebar keeps, checks and counts, without a browser. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type DraftStorage, Drafts } from '../../sidebar/school/model/drafts';
import {
  changedIn,
  draftOf,
  hindrances,
  problemsIn,
  resume,
  saveOf,
  seenIn,
  type Typed,
} from '../../sidebar/school/model/fields';
import { dayByKey, shiftMonth, weeksOf } from '../../sidebar/school/model/month';
import { checklistOf } from '../../sidebar/school/model/stages';
import type { Answer } from '../../src/contract/plain';
import type { Form, StageItem } from '../../src/contract/school';
import { addDays, type CivilDate, civil, partsOf, weekday } from '../../src/domain/dates/civil';
import type { Column } from '../../src/domain/schema/schema';
import { type FormDraft, fingerprintOf } from '../../src/domain/school/draft';
import type { Cell } from '../../src/domain/values/cell';
import { daysInWords } from '../../src/messages/sidebar/page';
import { reportSchema } from '../../src/tabs/schemas/report';

const day = (text: string): CivilDate => text as CivilDate;

const stage = (given: Partial<StageItem> = {}): StageItem => ({
  key: 'К-01/1',
  row: 2,
  title: '1. Назначить куратора',
  fullTitle: '1. Назначить куратора',
  result: '',
  documentNeeded: true,
  documentMissing: false,
  status: 'soon',
  statusText: 'скоро срок: 1 дн.',
  days: 1,
  due: day('2020-10-07'),
  extended: false,
  approval: null,
  refiled: false,
  bucket: 'notYetDue',
  soon: true,
  reason: '',
  done: null,
  issues: 0,
  unclear: false,
  ...given,
});

const own = (type: Column['type'], given: Partial<Column> = {}): Column => ({
  id: `own:${type}`,
  header: type,
  type,
  writer: 'curator',
  help: '',
  example: '',
  width: 100,
  ...given,
});

function formOf(values: Readonly<Record<string, Cell>> = {}, declared: readonly Column[] = []): Form {
  const columns = reportSchema(declared).columns.filter(({ writer }) => writer === 'curator');
  return {
    key: 'К-01/1',
    organisation: 'Школа № 1',
    stage: stage(),
    fields: columns.map((column) => ({ column, value: values[column.id] ?? '' })),
    mayWrite: true,
    today: day('2020-10-06'),
    programmeStart: day('2020-09-01'),
    draft: null,
  };
}
const columnsOf = (form: Form) => form.fields.map(({ column }) => column);
const wrongIn = (form: Form, typed: Typed) => {
  const seen = seenIn(form);
  return hindrances(problemsIn(form, seen, typed), changedIn(columnsOf(form), seen, typed));
};

describe('a form', () => {
  test.each(['5.10.20', '5 октября 2020', '05/10/2020', '2020-10-05'])('reads the day «%s»', (typed) => {
    const form = formOf();
    const save = saveOf(form, columnsOf(form), seenIn(form), { doneOn: typed });
    expect(save).toEqual({
      key: 'К-01/1',
      organisation: 'Школа № 1',
      stage: '1. Назначить куратора',
      values: { doneOn: { date: '2020-10-05' } },
      seen: { doneOn: '' },
    });
  });

  test('sends what was changed and nothing else; the same day in other words is no change', () => {
    const form = formOf({ doneOn: { date: day('2020-10-05') }, document: 'приказ № 5', 'own:number': 2.5 }, [
      own('number'),
    ]);
    const seen = seenIn(form);
    expect(changedIn(columnsOf(form), seen, { doneOn: '5 октября 2020', 'own:number': '2,50' })).toEqual([]);
    const typed = { document: 'приказ № 6', comment: '   ' };
    expect(saveOf(form, columnsOf(form), seen, typed)).toMatchObject({
      values: { document: 'приказ № 6' },
      seen: { document: 'приказ № 5' },
    });
  });

  test('a day to come, a day before the programme, rubbish and a name keep it from being sent', () => {
    for (const typed of ['7.10.2020', '31.08.2020', 'выполнено', '5 октября']) {
      expect([typed, wrongIn(formOf(), { doneOn: typed }).wrong]).toEqual([typed, ['doneOn']]);
    }
    expect(wrongIn(formOf(), { comment: 'Куратор Иванова Мария Петровна' }).wrong).toEqual(['comment']);
    expect(wrongIn(formOf({}, [own('integer')]), { 'own:integer': 'много' }).wrong).toEqual(['own:integer']);
  });

  test('a document that is missing asks, it does not forbid', () => {
    expect(wrongIn(formOf(), { doneOn: '5.10.2020' })).toEqual({ wrong: [], missing: ['document'] });
    expect(wrongIn(formOf(), { doneOn: '5.10.2020', document: '№ 5' })).toEqual({ wrong: [], missing: [] });
  });

  test('what is wrong in a cell that the person did not touch does not hold the others back', () => {
    const form = formOf({ comment: 'Куратор Иванова Мария Петровна' });
    expect(wrongIn(form, { doneOn: '5.10.2020', document: '№ 5' }).wrong).toEqual([]);
  });

  test('is begun only where the text differs from the table', () => {
    const form = formOf({ doneOn: { date: day('2020-10-05') } });
    const draft = (typed: Typed) => draftOf(columnsOf(form), seenIn(form), typed);
    expect(draft({})).toBeNull();
    expect(draft({ doneOn: '05.10.2020', comment: '' })).toBeNull();
    expect(draft({ doneOn: '05.10.2020', comment: 'Карта' })).toEqual({
      comment: { text: 'Карта', over: fingerprintOf('') },
    });
  });
});

describe('what was typed and not sent', () => {
  const shelfOf = (kept = new Map<string, string>()): DraftStorage => ({
    get: (name) => kept.get(name) ?? null,
    set: (name, text) => void kept.set(name, text),
    remove: (name) => void kept.delete(name),
  });
  const forgetful: DraftStorage = { get: () => null, set: () => {}, remove: () => {} };
  const over = (texts: Typed, cell: Cell = ''): FormDraft =>
    Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, { text, over: fingerprintOf(cell) }]));
  const KEY = 'К-01/1';

  function server(answers = true) {
    const sent: (FormDraft | null)[] = [];
    return {
      sent,
      send: async (_key: string, draft: FormDraft | null): Promise<Answer<object>> => {
        sent.push(draft);
        return answers ? { ok: true } : { ok: false, sentence: 'Нет связи.', again: true };
      },
    };
  }

  test('comes back on this computer when the server could not be reached', async () => {
    const kept = new Map<string, string>();
    const offline = server(false);
    const before = new Drafts('book', shelfOf(kept), offline.send);
    before.store(KEY, over({ comment: 'Карта' }));
    await before.flush(KEY);
    const after = new Drafts('book', shelfOf(kept), offline.send);
    expect(after.isBegun(KEY, false)).toBe(true);
    expect(after.read(KEY, null)).toEqual(over({ comment: 'Карта' }));
    expect(new Drafts('other book', shelfOf(kept), offline.send).read(KEY, null)).toBeNull();
  });

  test('comes from the server once it has it: it may be newer, of another computer, or sent', async () => {
    const kept = new Map<string, string>();
    const online = server();
    const before = new Drafts('book', shelfOf(kept), online.send);
    before.store(KEY, over({ comment: 'Карта' }));
    await before.flush(KEY);
    expect(online.sent).toEqual([over({ comment: 'Карта' })]);
    const after = new Drafts('book', shelfOf(kept), online.send);
    expect(after.read(KEY, over({ comment: 'Карта готова' }))).toEqual(over({ comment: 'Карта готова' }));
    expect(after.read(KEY, null)).toBeNull();
    expect([after.isBegun(KEY, false), after.isBegun(KEY, true)]).toEqual([false, true]);
  });

  test('is kept by the page alone where the browser forbids storage', async () => {
    const drafts = new Drafts('book', forgetful, server(false).send);
    drafts.store(KEY, over({ comment: 'Карта' }));
    expect(drafts.read(KEY, null)).toEqual(over({ comment: 'Карта' }));
    drafts.store(KEY, null);
    expect(drafts.read(KEY, over({ comment: 'прежнее' }))).toBeNull();
    await drafts.flush(KEY);
  });

  test('is kept nowhere but in the open page where it looks like personal data', async () => {
    const kept = new Map<string, string>();
    const online = server();
    const drafts = new Drafts('book', shelfOf(kept), online.send);
    const both = over({ comment: 'имя', document: '№ 5' });
    drafts.store(KEY, both, new Set(['comment']));
    expect(drafts.read(KEY, null)).toEqual(both);
    await drafts.flush(KEY);
    expect(drafts.read(KEY, over({ document: '№ 5' }))).toEqual(both);
    expect(online.sent).toEqual([over({ document: '№ 5' })]);
    expect(JSON.stringify([...kept])).not.toContain('имя');
    drafts.store(KEY, over({ comment: 'мир', document: '№ 5' }));
    expect(drafts.read(KEY, null)).toEqual(over({ comment: 'мир', document: '№ 5' }));
    await drafts.flush(KEY);
  });

  test('is forgotten everywhere once it was sent; where the server has none it is not called', async () => {
    const kept = new Map<string, string>();
    const online = server();
    const drafts = new Drafts('book', shelfOf(kept), online.send);
    drafts.store(KEY, over({ comment: 'Карта' }));
    drafts.forget(KEY);
    await drafts.flush(KEY);
    expect([online.sent, [...kept]]).toEqual([[], []]);
    drafts.store(KEY, over({ comment: 'Карта' }));
    await drafts.flush(KEY);
    drafts.forget(KEY);
    await drafts.flush(KEY);
    expect(online.sent).toEqual([over({ comment: 'Карта' }), null]);
    expect(drafts.read(KEY, null)).toBeNull();
  });

  test('is not brought back by a call that was overtaken: one goes out when the one before it ended', async () => {
    const sent: (FormDraft | null)[] = [];
    let arrive = (): void => {};
    const drafts = new Drafts('book', forgetful, (_key, draft) => {
      sent.push(draft);
      return new Promise((done) => {
        arrive = () => done({ ok: true });
      });
    });
    drafts.store(KEY, over({ comment: 'Карта' }));
    const first = drafts.flush(KEY);
    await Promise.resolve();
    drafts.forget(KEY);
    await Promise.resolve();
    expect(sent).toHaveLength(1);
    arrive();
    await first;
    await Promise.resolve();
    expect(sent).toEqual([over({ comment: 'Карта' }), null]);
  });

  test('says why when the server will not keep it', async () => {
    const drafts = new Drafts('book', forgetful, async () => ({
      ok: false,
      sentence: 'Слишком длинное.',
      again: false,
    }));
    const told: string[] = [];
    drafts.onRefused = (key, sentence) => told.push(`${key}: ${sentence}`);
    drafts.store(KEY, over({ comment: 'ж'.repeat(6000) }));
    await drafts.flush(KEY);
    expect(told).toEqual(['К-01/1: Слишком длинное.']);
  });

  test('rubbish on the shelf is nothing', () => {
    const rubbish = [
      '',
      '{',
      'null',
      '{"draft":5,"sent":false}',
      '{"draft":{"a":{}},"sent":false}',
      '{"draft":{"a":"text"},"sent":false}',
    ];
    for (const text of rubbish) {
      const drafts = new Drafts('book', shelfOf(new Map([['svodka|book|К-01/1', text]])), server().send);
      expect([text, drafts.read(KEY, null)]).toEqual([text, null]);
    }
  });

  test('over a cell that somebody changed since asks; over one that says the same already it is done', () => {
    const form = formOf({ comment: 'написал завуч', document: 'приказ № 5', doneOn: '' });
    const resumed = (draft: FormDraft) => resume(columnsOf(form), seenIn(form), draft);
    expect(resumed(over({ comment: 'моё', document: 'приказ № 5' }))).toEqual({
      typed: { comment: 'моё' },
      conflicts: [{ column: 'comment', header: 'Комментарий', theirs: 'написал завуч' }],
    });
    expect(resumed(over({ comment: 'моё' }, 'написал завуч')).conflicts).toEqual([]);
    // Emptied meanwhile.
    expect(resumed(over({ doneOn: '5.10.20' }, { date: day('2020-10-01') })).conflicts).toEqual([
      { column: 'doneOn', header: 'Дата выполнения', theirs: '' },
    ]);
  });
});

describe('the calendar', () => {
  const months = fc.tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }));
  const days = fc
    .tuple(months, fc.integer({ min: 1, max: 28 }))
    .map(([[year, month], date]) => civil(year, month, date) as CivilDate);

  test('shows each day of the month once, under its own weekday', () => {
    fc.assert(
      fc.property(months, ([year, month]) => {
        const weeks = weeksOf(year, month);
        const shown = weeks.flat().filter((each) => each !== null);
        expect(shown.map((each) => partsOf(each).day)).toEqual(shown.map((_each, at) => at + 1));
        expect(civil(year, month, shown.length + 1)).toBeNull();
        for (const week of weeks) {
          week.forEach((each, at) => {
            if (each !== null) expect(weekday(each)).toBe(at + 1);
          });
        }
      }),
    );
  });

  test('is walked by arrows, Home, End and pages as calendars are', () => {
    fc.assert(
      fc.property(days, (from) => {
        expect(dayByKey('ArrowRight', from)).toBe(addDays(from, 1));
        expect(dayByKey('ArrowUp', from)).toBe(addDays(from, -7));
        expect(weekday(dayByKey('Home', from) ?? from)).toBe(1);
        expect(weekday(dayByKey('End', from) ?? from)).toBe(7);
        expect(shiftMonth(shiftMonth(from, 1) ?? from, -1)).toBe(from);
        expect(dayByKey('Enter', from)).toBeNull();
      }),
    );
    expect(dayByKey('PageDown', day('2021-01-31'))).toBe('2021-02-28');
    expect(dayByKey('ArrowRight', day('2100-12-31'))).toBeNull();
  });
});

test('the checklist: overdue first, oldest first; what waits for the district, is handed in or not required apart', () => {
  const { todo, awaiting, done, notExpected } = checklistOf([
    stage({ key: 'a', status: 'ahead', due: day('2020-12-01') }),
    stage({ key: 'b', status: 'inTime' }),
    stage({ key: 'c', status: 'missed', due: day('2020-10-01') }),
    stage({ key: 'd', status: 'undated', due: null }),
    stage({ key: 'e', status: 'missed', due: day('2020-09-01') }),
    stage({ key: 'f', status: 'notExpected', due: null }),
    stage({ key: 'g', status: 'invalid' }),
    stage({ key: 'h', status: 'soon' }),
    stage({ key: 'i', status: 'missed', due: day('2020-08-01'), approval: 'awaiting' }),
    stage({ key: 'j', status: 'missed', due: day('2020-08-02'), approval: 'returned', refiled: true }),
    stage({ key: 'k', status: 'missed', due: day('2020-08-03'), approval: 'returned' }),
  ]);
  expect(todo.map(({ key }) => key).join('')).toBe('kecghad');
  const rest = [awaiting, done, notExpected].map((each) => each.map(({ key }) => key).join(''));
  expect(rest).toEqual(['ij', 'b', 'f']);
});

test('days are said as people say them', () => {
  expect([
    daysInWords('missed', 1),
    daysInWords('missed', 22),
    daysInWords('soon', 0),
    daysInWords('soon', 1),
    daysInWords('soon', 3),
    daysInWords('ahead', 21),
    daysInWords('late', 5),
    daysInWords('inTime', 0),
    daysInWords('undated', null),
  ]).toEqual([
    'просрочено на 1 день',
    'просрочено на 22 дня',
    'срок сегодня',
    'срок завтра',
    'осталось 3 дня',
    'остался 21 день',
    'на 5 дней позже срока',
    '',
    '',
  ]);
});
