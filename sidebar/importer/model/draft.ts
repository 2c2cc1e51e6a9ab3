/** From what the grammar found to rows that the administrator mends. Each row remembers its place in the text. */
import type { DraftOrganisation, DraftStage, DraftTarget } from '../../../src/domain/import/programmeDraft';
import type {
  Letter,
  LetterOrganisation,
  LetterStage,
  LetterTarget,
} from '../../../src/domain/letter/letter';
import { clip, sameKey, tidy } from '../../../src/domain/values/text';
import { organisationType, questionReason } from '../../../src/messages/importer/letter';
import { review } from '../../../src/messages/importer/page';
import { ORGANISATION_TYPES } from '../../../src/messages/words/words';
import { reportersOf } from './reporters';

export type From = 'letter' | 'list';
export interface Place {
  readonly start: number;
  readonly end: number;
}
export interface Row<Fields> {
  /** Stays with the row as long as the page lives. */
  readonly id: number;
  readonly from: From;
  /** Null for rows that were added by hand. */
  readonly place: Place | null;
  readonly fields: Fields;
}
export type Part = 'stages' | 'targets' | 'organisations';

export interface Ask {
  readonly id: number;
  readonly from: From;
  readonly line: number | null;
  readonly place: Place | null;
  readonly text: string;
  readonly reason: string;
  /** Where to mend it. */
  readonly part: Part | null;
  readonly row: number | null;
  /** A press that settles it. */
  readonly offer: 'add' | 'join' | null;
  readonly done: boolean;
}

export interface Draft {
  readonly title: string;
  readonly stages: readonly Row<DraftStage>[];
  readonly targets: readonly Row<DraftTarget>[];
  readonly organisations: readonly Row<DraftOrganisation>[];
  readonly asks: readonly Ask[];
}

const [, , , , OFFICE, CENTRE, , OTHER] = ORGANISATION_TYPES;

let lastId = 0;
export const newId = (): number => {
  lastId += 1;
  return lastId;
};

export const blankStage = (code: string): DraftStage => ({
  code,
  section: '',
  title: '',
  kind: 'by',
  start: null,
  deadline: null,
  responsible: '',
  result: '',
  documentNeeded: false,
  approval: 'no',
  appliesTo: [],
  phrase: '',
  sameAs: null,
});
export const blankTarget: DraftTarget = { indicator: 'other', title: '', date: null, value: null, unit: '' };
export const blankOrganisation: DraftOrganisation = {
  id: '',
  district: '',
  fullName: '',
  shortName: '',
  type: '',
  emails: [],
  sameAs: '',
};

/** Words of a cell: within what a cell of the tab may hold. */
const cell = (text: string | null, most = 1900): string =>
  clip(tidy(text ?? '').replace(/^[=+\-@'\s]+/, ''), most);

/**
 * Codes from the letter's own numbers. Points of the order beside a plan are «п.3.1»; where the plan begins anew in
 * each section, the section's number stands in front.
 */
function codesOf(stages: readonly LetterStage[]): string[] {
  const numberOf = ({ number }: LetterStage): string => {
    const own = (number ?? '').replace(/[.)\s]+$/, '').replace(/\s/g, '');
    return /^[\dA-Za-zА-Яа-яЁё]\S{0,20}$/.test(own) ? own : '';
  };
  const plan = stages.filter(({ source }) => source === 'plan');
  const sections = [...new Set(plan.map(({ section }) => section))].filter((section) => section !== null);
  const numbers = plan.map(numberOf);
  const restarts = new Set(numbers).size < numbers.length;
  const taken = new Set<string>();
  return stages.map((stage) => {
    const own = numberOf(stage);
    const inPlan = stage.source === 'plan';
    const section = stage.section === null ? 0 : sections.indexOf(stage.section) + 1;
    const wanted =
      !inPlan && plan.length > 0
        ? `${review.pointMark}${own}`
        : inPlan && restarts && section > 0
          ? `${section}.${own}`
          : own;
    let code = own === '' || taken.has(sameKey(wanted)) ? '' : wanted;
    for (let next = 1; code === ''; next += 1) if (!taken.has(String(next))) code = String(next);
    taken.add(sameKey(code));
    return code;
  });
}

function stageOf(stage: LetterStage, code: string): DraftStage {
  const { kind, start, end, text } = stage.deadline;
  const responsible = cell(stage.responsible);
  return {
    code,
    section: cell(stage.section),
    title: cell(stage.title),
    kind,
    start: kind === 'from' || kind === 'range' ? start : null,
    deadline: kind === 'from' ? null : end,
    responsible,
    result: cell(stage.result),
    documentNeeded: stage.result !== null,
    approval: stage.approvalInDeadline ? 'included' : stage.approval ? 'yes' : 'no',
    appliesTo: reportersOf(responsible) ?? [],
    phrase: cell(text),
    sameAs: null,
  };
}

function targetOf(target: LetterTarget): DraftTarget {
  const title = cell(target.title);
  // The table counts shares of those who have a mentor by itself; anything else is told by hand.
  const share = target.unit === '%' && /наставляем/i.test(title);
  return {
    indicator: share ? 'menteeShare' : 'other',
    title,
    date: target.date,
    value: target.value,
    unit: cell(target.unit, 90),
  };
}

function organisationOf(found: LetterOrganisation): DraftOrganisation {
  const own = sameKey(found.typeText ?? '');
  const words = found.type === null ? '' : organisationType[found.type];
  const guess =
    found.type === 'office'
      ? OFFICE
      : found.type === 'centre' && /наставническ/i.test(found.name)
        ? CENTRE
        : words;
  const known = (text: string): string =>
    ORGANISATION_TYPES.find((type) => sameKey(type) === sameKey(text)) ?? '';
  return {
    id: '',
    district: cell(found.district),
    fullName: cell(found.name),
    shortName: cell(found.shortName, 200),
    type: known(own) || known(guess) || (found.type === null ? '' : OTHER),
    emails: found.emails,
    sameAs: '',
  };
}

/** The draft of a letter and of a list of organisations beside it. */
export function draftOf(letter: Letter, list: Letter): Draft {
  const codes = codesOf(letter.stages);
  const stages = letter.stages.map((stage, index) => ({
    id: newId(),
    from: 'letter' as const,
    place: stage.place,
    fields: stageOf(stage, codes[index] ?? ''),
  }));
  const asks: Ask[] = [];
  const ask = (from: From, given: Pick<Ask, 'text' | 'reason'> & Partial<Ask>): void => {
    asks.push({
      line: null,
      place: null,
      part: null,
      row: null,
      offer: null,
      done: false,
      ...given,
      id: newId(),
      from,
    });
  };
  const organisations: Row<DraftOrganisation>[] = [];
  for (const [from, read] of [
    ['letter', letter],
    ['list', list],
  ] as const) {
    for (const found of read.organisations) {
      organisations.push({ id: newId(), from, place: found.place, fields: organisationOf(found) });
    }
    for (const { text, reason, line, place, stage } of read.questions) {
      const row =
        stage === null ? rowAt(organisations, from, place.start, reason) : (stages[stage]?.id ?? null);
      ask(from, {
        text,
        reason: questionReason[reason],
        line,
        place,
        part:
          stage !== null
            ? 'stages'
            : reason.startsWith('target')
              ? 'targets'
              : row === null
                ? null
                : 'organisations',
        row,
        offer:
          reason === 'request-undated' || reason === 'date-outside'
            ? 'add'
            : reason === 'near-duplicate' && row !== null
              ? 'join'
              : null,
      });
    }
  }
  askReporters(stages, letter.stages, ask);
  return {
    title: cell(letter.document.subject, 200),
    stages,
    targets: letter.targets.map((target) => ({
      id: newId(),
      from: 'letter' as const,
      place: target.place,
      fields: targetOf(target),
    })),
    organisations: joined(organisations),
    asks,
  };
}

function rowAt(rows: readonly Row<unknown>[], from: From, start: number, reason: string): number | null {
  if (reason !== 'near-duplicate' && reason !== 'made-from-numbers') return null;
  return rows.find((row) => row.from === from && row.place?.start === start)?.id ?? null;
}

/** A school that both the letter and the list name is one; what one leaves open the other fills. */
function joined(rows: readonly Row<DraftOrganisation>[]): Row<DraftOrganisation>[] {
  const byName = new Map<string, number>();
  const kept: Row<DraftOrganisation>[] = [];
  for (const row of rows) {
    const key = sameKey(row.fields.shortName);
    const at = row.from === 'list' ? byName.get(key) : undefined;
    const first = at === undefined ? undefined : kept[at];
    if (at === undefined || first === undefined || first.from !== 'letter') {
      if (row.from === 'letter') byName.set(key, kept.length);
      kept.push(row);
      continue;
    }
    byName.delete(key);
    kept[at] = {
      ...row,
      fields: {
        ...row.fields,
        type: row.fields.type || first.fields.type,
        district: row.fields.district || first.fields.district,
      },
    };
  }
  return kept;
}

/** One question a wording of «Ответственный», not one a stage. */
function askReporters(
  rows: readonly Row<DraftStage>[],
  stages: readonly LetterStage[],
  ask: (from: From, given: Pick<Ask, 'text' | 'reason'> & Partial<Ask>) => void,
): void {
  const seen = new Set<string>();
  rows.forEach((row, index) => {
    const { responsible } = row.fields;
    const words = sameKey(responsible);
    if (seen.has(words) || (responsible !== '' && reportersOf(responsible) !== null)) return;
    seen.add(words);
    ask('letter', {
      text: clip(row.fields.title, 120),
      reason:
        responsible === '' ? review.responsibleMissing : review.responsibleUnclear(clip(responsible, 80)),
      line: stages[index]?.line ?? null,
      place: row.place,
      part: 'stages',
      row: row.id,
    });
  });
}
