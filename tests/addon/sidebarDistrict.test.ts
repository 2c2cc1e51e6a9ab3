/** «Замечания» of a school and «Район» of a head, live; reminders that a head asks for. */
import { describe, expect, test } from '@jest/globals';
import { SampleCourse } from '../../host/sample/reports';
import type { District } from '../../src/contract/school';
import { parseIso } from '../../src/domain/dates/civil';
import {
  CURATOR,
  EKATERINBURG,
  figuresOf,
  HEAD,
  issuesOf,
  makeOffice,
  rebuild,
  reportingTab,
  reportOf,
  setUp,
  Tab,
} from './office';
import { ask, get, refused } from './sidebarCalls';

/** Noon in Yekaterinburg of 2 November 2020: four stages are due. */
const office = makeOffice({ programme: EKATERINBURG, now: Date.UTC(2020, 10, 2, 7) });
const { books, administrator, curator } = office;
const report = () => reportOf(office);
const today = parseIso('2020-11-02');
if (today) new SampleCourse(office.host, books).typeUntil(today);
rebuild(office);

const districts = [
  ...new Set(
    reportingTab(office, 'Организации')
      .rows()
      .map((row) => row.Район ?? ''),
  ),
];

describe('«Район»', () => {
  test('the figures, what is overdue and who waits are those of the summary tab, for every district', () => {
    expect(districts.length).toBeGreaterThan(4);
    for (const name of districts) {
      const answer = get(office, 'sidebarDistrict', [name]);
      expect(answer.district).toBe(name);
      expect(answer.districts).toEqual(districts);
      const tab = `Сводка · ${name}`;
      expect({ name, ...answer.figures }).toEqual({ name, ...figuresOf(office, tab) });
      expect(answer.summary).toBe(reportingTab(office, tab).place.sheetId);
      const texts = reportingTab(office, tab).view.texts().flat();
      expect(answer.overdue).toHaveLength(Math.min(50, answer.figures.missed));
      expect(answer.overdueMore).toBe(Math.max(0, answer.figures.missed - 50));
      for (const each of [...answer.overdue, ...answer.awaiting]) {
        const row = report().view.find({ Ключ: each.key });
        expect(report().at(row, 'Организация')).toBe(each.school);
        expect(report().at(row, 'Состояние')).toBe(each.statusText);
        expect(texts).toContain(each.school);
      }
      const waiting = report()
        .rows()
        .filter((row) => row.Район === name && row.Состояние?.includes('ждёт согласования'));
      expect(answer.awaiting.length + answer.awaitingMore).toBe(waiting.length);
    }
  });

  test('is right the moment somebody files, before the summary is rebuilt', () => {
    const before = get(office, 'sidebarDistrict', ['Кировский']);
    const [first] = before.overdue;
    if (first === undefined) throw new Error('nothing is overdue');
    const row = report().view.find({ Ключ: first.key });
    curator.type(report().place, report().cell(row, 'Дата выполнения'), '20.09.2020');
    const after = get(office, 'sidebarDistrict', ['Кировский']);
    expect(after.figures.missed).toBe(before.figures.missed - 1);
    expect(after.overdue.map(({ key }) => key)).not.toContain(first.key);
    rebuild(office);
    expect(after.figures).toEqual(figuresOf(office, 'Сводка · Кировский'));
  });

  test('the longest overdue come first', () => {
    const days = get(office, 'sidebarDistrict', ['Ленинский']).overdue.map((each) => each.days ?? 0);
    expect(days).toEqual([...days].sort((a, b) => b - a));
  });

  test('without a name it is the one looked at last, else that of the person’s school', () => {
    expect(get(office, 'sidebarDistrict', ['']).district).toBe('Ленинский');
    get(office, 'sidebarChoose', ['ВИ-04'], { user: HEAD });
    expect(get(office, 'sidebarDistrict', [''], { user: HEAD }).district).toBe('Верх-Исетский');
  });

  test('also after a sort without the hidden columns, which the jobs will put right', () => {
    const before = get(office, 'sidebarDistrict', ['Чкаловский']).figures;
    const last = report().view.sheet.lastRow();
    administrator.sort(report().place, `A2:J${last}`, 1, false);
    expect(get(office, 'sidebarDistrict', ['Чкаловский']).figures).toEqual(before);
    rebuild(office);
    expect(get(office, 'sidebarDistrict', ['Чкаловский']).figures).toEqual(before);
  });
});

describe('«Напомнить»', () => {
  const of = (name: string, user = HEAD): District => get(office, 'sidebarDistrict', [name], { user });
  const asked = (name: string) => {
    const tab = reportingTab(office, 'Напоминания');
    return tab.at(tab.row({ Район: name }), 'Напомнить');
  };

  test('is the head’s of that district: others are told so', () => {
    setUp(office);
    expect(of('Кировский').mayRemind).toBe(true);
    expect(of('Кировский', CURATOR).mayRemind).toBe(false);
    expect(refused(office, 'sidebarRemind', ['Кировский'])).toContain('руководитель');
    expect(asked('Кировский')).toBe('');
  });

  test('writes today into the head’s cell, once, and shows what came of it', () => {
    const { run, answer } = ask(office, 'sidebarRemind', ['Кировский'], { user: HEAD });
    expect(answer).toMatchObject({ ok: true, reminder: { asked: today, sent: '' } });
    expect(run.meter.cellsWritten).toBe(1);
    expect(asked('Кировский')).toBe('02.11.2020');
    expect(asked('Ленинский')).toBe('');
    expect(ask(office, 'sidebarRemind', ['Кировский'], { user: HEAD }).run.meter.cellsWritten).toBe(0);
  });

  test('a district without a row, or that nobody knows, is refused in words', () => {
    expect(refused(office, 'sidebarRemind', ['Лунный'], { user: HEAD })).toContain('Напоминания');
  });
});

describe('«Замечания»', () => {
  test('of a school are those of the tab, in its report, its counts and its pairs', () => {
    const [coverage, pairs] = [reportingTab(office, 'Охват'), reportingTab(office, 'Реестр пар')];
    const name = 'Школа-образец № 4';
    curator.paste(coverage.place, 'A2', [
      ['Школа-образец № 5', '01.10.2020', '100', '200'],
      [name, '01.10.2020', '100', '200'],
      [name, '01.10.2020', '90', ''],
    ]);
    curator.paste(pairs.place, 'A2', [['П-001', name, 'ученик–ученик', '01.10.2020', '20.09.2020']]);
    const at = (stage: string) => report().view.find({ Ключ: `ВИ-04/${stage}` });
    curator.type(report().place, report().cell(at('3'), 'Дата выполнения'), 'завтра');
    curator.type(report().place, report().cell(at('4'), 'Комментарий'), 'звоните +7 912 345-67-89');
    rebuild(office);
    const { issues } = get(office, 'sidebarIssues', ['ВИ-04']);
    const shown = issuesOf(office).filter((issue) => issue.organisation === name);
    const plain = (list: readonly { tab: string; cell: string; repair: string }[]) =>
      list.map(({ tab, cell, repair }) => `${tab} ${cell}: ${repair}`).sort();
    expect(plain(issues)).toEqual(plain(shown));
    expect(issues.length).toBeGreaterThanOrEqual(5);
    expect(JSON.stringify(issues)).not.toContain('345-67-89');
    for (const { sheetId, cell } of issues) get(office, 'sidebarGo', [{ sheetId, cell }]);
    expect(issues.find(({ found }) => found === 'завтра')).toMatchObject({
      tab: 'Отчёт',
      column: 'Дата выполнения',
      stage: '3. Рассказать о модели ученикам, родителям и работодателям',
    });
  });

  test('are gone the moment the cell is repaired, without a rebuild', () => {
    const count = get(office, 'sidebarIssues', ['ВИ-04']).issues.length;
    const row = report().view.find({ Ключ: 'ВИ-04/4' });
    curator.type(report().place, report().cell(row, 'Комментарий'), '');
    expect(get(office, 'sidebarIssues', ['ВИ-04']).issues).toHaveLength(count - 1);
  });

  test('a school of which nobody knows is refused in words', () => {
    expect(refused(office, 'sidebarIssues', ['нет'])).toContain('нет');
  });
});

test('a single district has its figures on «Сводка»', () => {
  const alone = makeOffice({ programme: 2 });
  const { districts: names, summary, figures } = get(alone, 'sidebarDistrict', ['']);
  expect(names).toHaveLength(1);
  expect(summary).toBe(new Tab(alone.books.reporting, 'Сводка').place.sheetId);
  expect(figures).toEqual(figuresOf(alone));
});
