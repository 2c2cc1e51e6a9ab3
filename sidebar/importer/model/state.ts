/** The state of the page and the actions that change it. A failed call changes nothing of it. */
import type { BookContent } from '../../../src/contract/importer';
import type { DraftOrganisation, DraftStage, DraftTarget } from '../../../src/domain/import/programmeDraft';
import { sameKey } from '../../../src/domain/values/text';
import {
  blankOrganisation,
  blankStage,
  blankTarget,
  newId,
  type Part,
  type ReviewDraft,
  type ReviewQuestion,
  type ReviewRow,
  type SourceName,
} from './reviewDraft';
import { EMPTY, type Source } from './source';

export type Step = 0 | 1 | 2 | 3;
export type Tab = Part | 'questions';

/** The row that the administrator is at, and its place in the text. */
export interface Focus {
  readonly from: SourceName;
  readonly start: number;
  readonly end: number;
  readonly row: number | null;
  /** Grows with every action, so that the same place is scrolled to again. */
  readonly turn: number;
}

export interface State {
  readonly step: Step;
  readonly letter: Source;
  readonly list: Source;
  readonly draft: ReviewDraft | null;
  /** Texts that the draft was read from. */
  readonly readFrom: string;
  readonly edited: boolean;
  readonly tab: Tab;
  readonly focus: Focus | null;
  readonly removed: { readonly draft: ReviewDraft; readonly name: string } | null;
  readonly content: BookContent | null;
  readonly drop: readonly string[];
  readonly finished: string;
  readonly rowsMade: string | null;
}

export const FIRST: State = {
  step: 0,
  letter: EMPTY,
  list: EMPTY,
  draft: null,
  readFrom: '',
  edited: false,
  tab: 'stages',
  focus: null,
  removed: null,
  content: null,
  drop: [],
  finished: '',
  rowsMade: null,
};

export type Fields = { stages: DraftStage; targets: DraftTarget; organisations: DraftOrganisation };

export type Action =
  | { readonly type: 'step'; readonly step: Step }
  | { readonly type: 'source'; readonly from: SourceName; readonly source: Source }
  | { readonly type: 'draft'; readonly draft: ReviewDraft; readonly readFrom: string }
  | { readonly type: 'tab'; readonly tab: Tab }
  | {
      readonly type: 'focus';
      readonly from: SourceName;
      readonly place: { start: number; end: number } | null;
      readonly row: number | null;
    }
  | {
      readonly type: 'edit';
      readonly part: Part;
      readonly id: number;
      readonly fields: Partial<Fields[Part]>;
    }
  | {
      readonly type: 'editAll';
      readonly part: Part;
      readonly change: (fields: Fields[Part]) => Partial<Fields[Part]> | null;
    }
  | { readonly type: 'add'; readonly part: Part; readonly question?: ReviewQuestion }
  | { readonly type: 'remove'; readonly part: Part; readonly id: number; readonly name: string }
  | { readonly type: 'undo' }
  | { readonly type: 'question'; readonly id: number; readonly done: boolean }
  | { readonly type: 'content'; readonly content: BookContent | null }
  | { readonly type: 'drop'; readonly id: string; readonly on: boolean }
  | { readonly type: 'title'; readonly title: string }
  | { readonly type: 'finished'; readonly sentence: string }
  | { readonly type: 'rowsMade'; readonly sentence: string };

/** A key of both texts, to see whether they changed since the draft was read. */
export const textsOf = ({ letter, list }: Pick<State, 'letter' | 'list'>): string =>
  JSON.stringify([letter.text, list.text]);

export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'step':
      return { ...state, step: action.step, removed: null };
    case 'source':
      return { ...state, [action.from]: action.source };
    case 'draft':
      return {
        ...state,
        draft: action.draft,
        readFrom: action.readFrom,
        edited: false,
        drop: [],
        focus: null,
        tab: firstTab(action.draft),
        step: 1,
      };
    case 'tab':
      return { ...state, tab: action.tab, removed: null };
    case 'focus':
      return action.place === null
        ? { ...state, focus: null }
        : {
            ...state,
            focus: {
              from: action.from,
              ...action.place,
              row: action.row,
              turn: (state.focus?.turn ?? 0) + 1,
            },
          };
    case 'content':
      return { ...state, content: action.content };
    case 'drop': {
      const rest = state.drop.filter((id) => id !== action.id);
      return { ...state, drop: action.on ? [...rest, action.id] : rest };
    }
    case 'finished':
      return { ...state, finished: action.sentence, step: 3 };
    case 'rowsMade':
      return { ...state, rowsMade: action.sentence };
    case 'undo':
      return state.removed === null ? state : { ...state, draft: state.removed.draft, removed: null };
    default:
      return state.draft === null ? state : { ...state, ...reduceDraft(state.draft, action) };
  }
}

const firstTab = ({ stages, organisations, targets }: ReviewDraft): Tab =>
  stages.length > 0
    ? 'stages'
    : organisations.length > 0
      ? 'organisations'
      : targets.length > 0
        ? 'targets'
        : 'stages';

type DraftAction = Extract<Action, { type: 'edit' | 'editAll' | 'add' | 'remove' | 'question' | 'title' }>;

function reduceDraft(draft: ReviewDraft, action: DraftAction): Partial<State> {
  const edited = (change: Partial<ReviewDraft>): Partial<State> => ({
    draft: { ...draft, ...change },
    edited: true,
    removed: null,
  });
  switch (action.type) {
    case 'title':
      return edited({ title: action.title });
    case 'edit':
      return edited({
        [action.part]: (draft[action.part] as readonly ReviewRow<unknown>[]).map((row) =>
          row.id === action.id ? { ...row, fields: { ...(row.fields as object), ...action.fields } } : row,
        ),
      });
    case 'editAll':
      return edited({
        [action.part]: (draft[action.part] as readonly ReviewRow<Fields[Part]>[]).map((row) => {
          const change = action.change(row.fields);
          return change === null ? row : { ...row, fields: { ...row.fields, ...change } };
        }),
      });
    case 'remove':
      return {
        ...edited({
          [action.part]: (draft[action.part] as readonly ReviewRow<unknown>[]).filter(
            ({ id }) => id !== action.id,
          ),
        }),
        removed: { draft, name: action.name },
      };
    case 'question':
      return {
        draft: {
          ...draft,
          questions: draft.questions.map((question) =>
            question.id === action.id ? { ...question, done: action.done } : question,
          ),
        },
      };
    case 'add':
      return add(draft, action, edited);
  }
}

function add(
  draft: ReviewDraft,
  { part, question }: Extract<Action, { type: 'add' }>,
  edited: (change: Partial<ReviewDraft>) => Partial<State>,
): Partial<State> {
  const row = { id: newId(), from: question?.from ?? ('letter' as const), place: question?.place ?? null };
  const questions = question
    ? draft.questions.map((each) =>
        each.id === question.id ? { ...each, done: true, part, row: row.id } : each,
      )
    : draft.questions;
  if (part === 'stages') {
    const fields = {
      ...blankStage(freeCode(draft)),
      ...(question ? { title: question.text, kind: 'none' as const } : {}),
    };
    return { ...edited({ questions, stages: [...draft.stages, { ...row, fields }] }), tab: 'stages' };
  }
  return part === 'targets'
    ? edited({ targets: [...draft.targets, { ...row, fields: blankTarget }] })
    : edited({ organisations: [...draft.organisations, { ...row, fields: blankOrganisation }] });
}

function freeCode({ stages }: ReviewDraft): string {
  const taken = new Set(stages.map(({ fields }) => sameKey(fields.code)));
  let number = stages.length + 1;
  while (taken.has(String(number))) number += 1;
  return String(number);
}
