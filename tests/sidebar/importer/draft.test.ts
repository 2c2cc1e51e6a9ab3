/** From what the grammar found to the rows of the dialog: codes, reporters, questions; nothing is guessed. */
import { describe, expect, test } from '@jest/globals';
import { issuesIn } from '../../../sidebar/importer/model/issues';
import { reviewDraftOf } from '../../../sidebar/importer/model/readDraft';
import { reportersOf } from '../../../sidebar/importer/model/reporters';
import { ofText, readSource } from '../../../sidebar/importer/model/source';
import { FIRST, reduce } from '../../../sidebar/importer/model/state';
import { growthOf, LINEAR } from '../../support/growth';
import { letter } from './dialog';

const read = (text: string) => readSource(ofText(text));
const draft = (text: string, list = '') => reviewDraftOf(read(text), read(list));

describe('who reports is told by «Ответственный» only where it is certain', () => {
  test.each<readonly [string, string[] | null]>([
    ['Руководители школ', ['школа']],
    ['Руководителям школ, работающих по основным программам', ['школа']],
    ['Школы, детские сады', ['школа', 'детский сад']],
    ['УО', ['управление образования']],
    ['Управление образования и члены рабочей группы', ['управление образования', 'рабочая группа']],
    ['Организации дополнительного образования', ['дополнительное образование']],
    ['МНЦ', ['наставнический центр']],
    ['ОО', null],
    ['ОО, ДО', null],
    ['Кураторы ОО/ДО', null],
    ['Школы, ОО', null],
    ['Заместитель директора', null],
    ['', null],
  ])('«%s»', (responsible, types) => {
    expect(reportersOf(responsible)).toEqual(types);
  });
});

describe('a draft', () => {
  test('keeps the letter’s numbers as codes, and tells sections apart where numbers repeat', () => {
    const codes = draft(letter('roadmap')).stages.map(({ fields }) => fields.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toContain('п.3.1');
    expect(issuesIn(draft(letter('roadmap'))).of('stages', 0)).toEqual({});
  });

  test('asks once a wording of «Ответственный», and leads to its stage', () => {
    const { questions, stages } = draft(letter('roadmap'));
    const about = questions.filter(({ reason }) => reason.includes('«ОО, ДО»'));
    expect(about).toHaveLength(1);
    expect(stages.find(({ id }) => id === about[0]?.row)?.fields).toMatchObject({
      responsible: 'ОО, ДО',
      appliesTo: [],
    });
  });

  test('joins a school that both the letter and the list name, with what either knows', () => {
    const list =
      'Район\tНаименование\tПочта\nПримерный\tМБОУ СОШ № 1\ta@example.org\nПримерный\tМБОУ СОШ № 9\tb@example.org';
    const both = draft('Перечень школ:\n1. МБОУ СОШ № 1\n2. МБОУ СОШ № 2\n', list);
    expect(
      both.organisations.map(({ fields }) => [fields.shortName, fields.district, fields.emails.length]),
    ).toEqual([
      ['МБОУ СОШ № 1', 'Примерный', 1],
      ['МБОУ СОШ № 2', '', 0],
      ['МБОУ СОШ № 9', 'Примерный', 1],
    ]);
  });

  test('offers to join two names that nearly agree, and leads to the later of them', () => {
    const list =
      'Район\tНаименование\nПримерный\tМБОУ СОШ № 1 г. Примерска\nПримерный\tМБОУ СОШ № 1 Примерск';
    const { questions, organisations } = draft('', list);
    expect(questions.filter(({ offer }) => offer === 'join')).toMatchObject([
      { from: 'list', part: 'organisations', row: organisations[1]?.id },
    ]);
  });

  test('offers to add a request without a date; then the question is done and leads to the new stage', () => {
    const first = draft('Уважаемые коллеги!\nПросим направить отчёт о работе наставников.');
    const [question] = first.questions;
    expect(question).toMatchObject({ offer: 'add', part: null, row: null, done: false });
    const asked = reduce(FIRST, { type: 'draft', draft: first, readFrom: '' });
    const { draft: after } = reduce(asked, {
      type: 'add',
      part: 'stages',
      ...(question ? { question } : {}),
    });
    expect(after?.stages.map(({ fields }) => fields.title)).toEqual([question?.text]);
    expect(after?.questions[0]).toMatchObject({ done: true, part: 'stages', row: after?.stages[0]?.id });
  });

  test('a deadline without a year is an issue of its row until a day is given or another kind chosen', () => {
    const first = draft('Руководителям школ:\n1. Назначить куратора до 5 октября.');
    const [row] = first.stages;
    expect(issuesIn(first).of('stages', row?.id ?? 0)).toHaveProperty('deadline');
    let state = reduce(FIRST, { type: 'draft', draft: first, readFrom: '' });
    state = reduce(state, { type: 'edit', part: 'stages', id: row?.id ?? 0, fields: { kind: 'none' } });
    expect(state.draft && issuesIn(state.draft).count).toBe(0);
    expect(state.edited).toBe(true);
  });

  test('a row that was dropped comes back by one press; an added one has a code of its own', () => {
    const first = draft(letter('city'));
    let state = reduce(FIRST, { type: 'draft', draft: first, readFrom: '' });
    state = reduce(state, { type: 'remove', part: 'stages', id: first.stages[0]?.id ?? 0, name: 'x' });
    expect(state.draft?.stages).toHaveLength(first.stages.length - 1);
    state = reduce(state, { type: 'undo' });
    expect(state.draft?.stages).toEqual(first.stages);
    state = reduce(state, { type: 'add', part: 'stages' });
    const codes = state.draft?.stages.map(({ fields }) => fields.code) ?? [];
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('of a thousand organisations is checked in a time that grows with the number, not with its square', () => {
    const drafts = new Map(
      [1000, 4000].map((count) => {
        const rows = Array.from(
          { length: count },
          (_, index) => `Район ${index % 20}\tМБОУ СОШ № ${index + 1}\tшкола`,
        );
        return [count, draft('', ['Район\tНаименование\tТип', ...rows].join('\n'))] as const;
      }),
    );
    const check = (count: number) => {
      const many = drafts.get(count);
      expect(many?.organisations).toHaveLength(count);
      expect(many && issuesIn(many).count).toBe(0);
    };
    expect(growthOf(check, 1000)).toBeLessThan(LINEAR);
  });
});
