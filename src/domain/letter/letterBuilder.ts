/** Builds what a letter is read into: collects what the readers find, in the order of the text, and tidies its words. */
import { type FindingKind, findInLetter } from '../personal/personalData';
import type { DeadlineProblem, FoundDeadline } from './deadlines/deadline';
import type {
  LetterOrganisation,
  LetterPersonalData,
  LetterStage,
  LetterTarget,
  Placed,
  Question,
  QuestionReason,
} from './letter';
import type { LetterText } from './source/letterText';
import { lineAt } from './text/lines';
import type { TextRange } from './text/textRange';

type Open<T extends Placed> = Omit<T, 'line'>;
/** What a reader finds of a stage; whether it needs approval follows from its words. */
export type StageFindings = Omit<
  LetterStage,
  'line' | 'approval' | 'approvalInDeadline' | 'deadline' | 'deadlinePlace'
> & {
  readonly found: FoundDeadline;
};

/** «согласовать», «согласование», «согласованную», «по согласованию с»; not «согласно», «согласие». */
const APPROVAL = /(?:^|[^А-Яа-яЁё])соглас(?:ов|уй|ую)/i;
const HIDDEN = '…';
/** A full stop that followed a left-out deadline inside the sentence: «до 15.10.2020. по адресу …». */
const STOP_INSIDE = /^[\s\u00a0]*\.[\s\u00a0]+(?=[а-яё])/;
const STOP_REACH = 12;
const LONGEST_QUESTION = 200;

export class LetterBuilder {
  readonly stages: LetterStage[] = [];
  readonly targets: LetterTarget[] = [];
  readonly organisations: LetterOrganisation[] = [];
  readonly questions: Question[] = [];
  readonly personalData: LetterPersonalData[];
  private readonly personal: readonly (TextRange & { readonly kind: FindingKind })[];

  constructor(readonly text: LetterText) {
    this.personal = findInLetter(text.plain);
    this.personalData = this.personal.map(({ kind, start, end }) =>
      this.placed({ kind, place: { start, end } }),
    );
  }

  placed<T extends { readonly place: TextRange }>(value: T): T & { readonly line: number } {
    return { ...value, line: lineAt(this.text.lines, value.place.start) };
  }

  /** The letter's words between two offsets, without the places in `cut` and without personal data. */
  words(start: number, end: number, cut: readonly TextRange[] = []): string {
    const holes: { start: number; end: number; mark: string }[] = cut.map((place) => ({
      ...place,
      mark: ' ',
    }));
    for (const place of this.personalIn(start, end)) holes.push({ ...place, mark: HIDDEN });
    holes.sort((a, b) => a.start - b.start);
    let text = '';
    let at = start;
    for (const hole of holes) {
      if (hole.end <= at || hole.start >= end) continue;
      text += this.text.plain.slice(at, Math.max(at, hole.start)) + hole.mark;
      const stop =
        hole.mark === ' ' ? STOP_INSIDE.exec(this.text.plain.slice(hole.end, hole.end + STOP_REACH)) : null;
      at = hole.end + (stop?.[0].length ?? 0);
    }
    return tidyWords(text + this.text.plain.slice(at, Math.max(at, end)));
  }

  /** Personal data between two offsets, by binary search: the list is in the order of the text. */
  private personalIn(start: number, end: number): TextRange[] {
    const places: TextRange[] = [];
    let low = 0;
    let high = this.personal.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.personal[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    for (
      let place = this.personal[low];
      place !== undefined && place.start < end;
      place = this.personal[++low]
    ) {
      if (place.kind !== 'office-phone') places.push(place);
    }
    return places;
  }

  /** Words of a table's cell without personal data. */
  cellWords(text: string): string {
    let kept = '';
    let at = 0;
    for (const finding of findInLetter(text)) {
      if (finding.kind === 'office-phone') continue;
      kept += text.slice(at, finding.start) + HIDDEN;
      at = finding.end;
    }
    return tidyWords(kept + text.slice(at));
  }

  addStage({ found, ...stage }: StageFindings): void {
    const words = `${stage.title} ${stage.result ?? ''}`;
    const approval = APPROVAL.test(words);
    const index = this.stages.length;
    this.stages.push(
      this.placed({
        ...stage,
        deadline: found.deadline,
        deadlinePlace: found.place,
        approval,
        // One deadline for the whole task: what is to be approved has to be approved by then.
        approvalInDeadline: approval && found.deadline.kind !== 'none' && found.deadline.kind !== 'from',
      }),
    );
    if (found.problem !== null)
      this.askStage(index, found.problem, found.place ?? stage.place, found.deadline.text);
  }

  /** «Срок: …» on a line of its own gives the last stage its deadline. */
  setDeadline(found: FoundDeadline): boolean {
    const index = this.stages.length - 1;
    const last = this.stages[index];
    if (last === undefined || last.deadline.kind !== 'none' || found.place === null) return false;
    this.stages[index] = {
      ...last,
      deadline: found.deadline,
      deadlinePlace: found.place,
      approvalInDeadline: last.approval && found.deadline.kind !== 'from',
    };
    if (found.problem !== null) this.askStage(index, found.problem, found.place, found.deadline.text);
    return true;
  }

  setResponsible(text: string): void {
    const index = this.stages.length - 1;
    const last = this.stages[index];
    if (last !== undefined && last.responsible === null && text !== '')
      this.stages[index] = { ...last, responsible: text };
  }

  addTarget(target: Open<LetterTarget>): void {
    this.targets.push(this.placed(target));
  }

  ask(reason: QuestionReason, place: TextRange, text?: string): void {
    const words = text ?? this.words(place.start, Math.min(place.end, place.start + LONGEST_QUESTION));
    this.questions.push(this.placed({ text: words, reason, place, stage: null }));
  }

  private askStage(stage: number, reason: DeadlineProblem, place: TextRange, text: string): void {
    const words = text === '' ? this.words(place.start, place.end) : text;
    this.questions.push(this.placed({ text: words, reason, place, stage }));
  }
}

const AT_ENDS = ' \u00a0-–—−,;:.•*';

/** Without the marks at both ends; a loop, since a pattern for an end is quadratic on a long row of marks. */
function strip(text: string, marks: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && marks.includes(text.charAt(start))) start += 1;
  while (end > start && marks.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** One space between words, no mark left over at the ends; the first letter a capital, as a table's rows begin. */
function tidyWords(text: string): string {
  const words = text
    .replace(/[\s\u00a0\u200b\u00ad\u2060\ufeff]+/g, ' ')
    .replace(/ ([,.;:)])(?=[\s,.;:)]|$)/g, '$1')
    .replace(/\( ?\)/g, ' ')
    .replace(/ {2,}/g, ' ')
    // A dash before a deadline that was taken out.
    .replace(/ [-–—] ?(?=[,;(]|$)/g, ' ')
    .replace(/ (?=[,;])/g, '')
    .replace(/([,;:])(?: ?[,;])+/g, '$1');
  const inner = strip(words, AT_ENDS);
  return inner.charAt(0).toUpperCase() + inner.slice(1);
}
