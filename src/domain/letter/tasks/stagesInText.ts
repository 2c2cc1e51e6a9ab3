/** Stages, targets and questions of the running text: walks over its items with the list they belong to. */

import { chooseDeadline, type FoundDeadline } from '../deadlines/deadline';
import { readPhrases } from '../deadlines/phrases';
import { type Place, placeOf } from '../deadlines/reading';
import type { Draft } from '../draft';
import { sentencesOf } from '../text/sentences';
import { isText, type Token } from '../text/tokens';
import { hasStem, isActionNoun } from '../text/words';
import {
  bodyStart,
  hasDated,
  isFirm,
  isSubject,
  leadIsDeadline,
  namesStage,
  needsWord,
  opensList,
} from './classifiers';
import type { Item } from './items';
import {
  addresseeOnly,
  firstInfinitive,
  hasOrderWord,
  isAlwaysAct,
  isRequest,
  type ReadItem,
  readItem,
} from './orders';
import { findTargets } from './targets';
import { addressee, bodyOf, requestStart } from './whoActs';

/** A list being read: who is to act, whether its items are orders, and the deadline they share. */
interface Group {
  readonly responsible: string | null;
  /** `no`: aims, definitions; `maybe`: nothing says so, the items' own form decides. */
  readonly orders: 'yes' | 'maybe' | 'no';
  readonly found: FoundDeadline | null;
}

const TOP: Group = { responsible: null, orders: 'maybe', found: null };
const NO_ORDERS = [
  'цел',
  'задачи',
  'задачами',
  'принцип',
  'функци',
  'преимуществ',
  'состав',
  'член',
  'участник',
  'приложени',
  'включа',
  'определени',
  'понятия',
  'критери',
  'повестк',
];
/** Verbs of a figure, not of a task. */
const FIGURE_VERB = /^(?:быть|составить|составлять|достигнуть|достичь|достигать)$/;
/** What is left at the end of an indicator when its figures are taken out. */
const FIGURE_REST = /(?:,? (?:и|а|к|до|на|должн[аоы]?|составит|составляет|быть|будет|не))+$/;
const COURTESY = /^(?:принять|довести|обращаться|считать|учесть|сообщить|рассмотреть|подтвердить)$/;
const BODY_ENDED = /[.!]["»”)*]*$/;

export class TextReader {
  private groups: Group[] = [TOP];
  private styles: string[] = [];
  private section: string | null = null;
  /** Items without marks go on with the list until one ends with a full stop. */
  private unmarked = false;
  private lastWasTask = false;
  /** The item before this one was a task. */
  private siblings = false;

  constructor(private readonly draft: Draft) {}

  read(items: readonly Item[]): void {
    const read = items.map((item) => readItem(item, this.draft.source.plain));
    read.forEach((item, index) => {
      if (item.tokens.length > 0) this.item(item, read[index + 1]);
    });
  }

  private item(item: ReadItem, next: ReadItem | undefined): void {
    const text = this.draft.source.plain.slice(Math.max(item.start, item.end - 60), item.end).trimEnd();
    if (item.mark === null) {
      const child = this.unmarked && item.kind !== 'opener' && item.blanks < 2;
      const led = leadIsDeadline(item.tokens);
      if (item.kind !== 'label' && !child && !led) this.leaveLists();
      this.unmarked =
        /[:;,]["»”)*]*$/.test(text) && (child || led || item.kind === 'opener' || text.endsWith(':'));
      if (child && BODY_ENDED.test(text)) this.unmarked = false;
      this.dispatch(item, next, child || led);
    } else {
      this.enterStyle(item.style ?? '');
      this.unmarked = text.endsWith(':') && (next?.mark === null || next?.style === null);
      this.dispatch(item, next, true);
    }
  }

  private dispatch(item: ReadItem, next: ReadItem | undefined, listed: boolean): void {
    const group = this.groups[this.groups.length - 1] ?? TOP;
    const wasTask = this.lastWasTask;
    this.lastWasTask = false;
    this.siblings = wasTask;
    if (item.kind === 'label') this.lastWasTask = this.label(item, wasTask);
    else if (item.kind === 'act' && !this.isOrdered(item, group)) return;
    else if (
      item.style === 'roman' &&
      firstInfinitive(item.tokens) < 0 &&
      !hasDated(item.tokens, this.draft.source.plain)
    ) {
      this.section = `${item.mark ?? ''}. ${this.draft.words(item.start, item.end)}`;
    } else if (item.kind === 'opener' || (listed && opensList(item, next))) this.open(item);
    else if (listed) this.listed(item, group);
    else for (const sentence of sentencesOf(item.tokens)) this.sentence(sentence, group);
  }

  /** «Утвердить график» is an act of the document, but a task for those it is addressed to or by a date. */
  private isOrdered(item: ReadItem, group: Group): boolean {
    if (isAlwaysAct(item.tokens) || firstInfinitive(item.tokens) < 0) return false;
    return group.responsible !== null || isFirm(item.tokens);
  }

  /** A new kind of mark is a deeper list, a known one goes back to its own. */
  private enterStyle(style: string): void {
    const depth = this.styles.indexOf(style);
    if (depth >= 0) this.styles = this.styles.slice(0, depth + 1);
    else this.styles = [...this.styles, style];
    this.groups = this.groups.slice(0, this.styles.length);
    while (this.groups.length < this.styles.length)
      this.groups.push(this.groups[this.groups.length - 1] ?? TOP);
  }

  private leaveLists(): void {
    this.styles = [];
    this.groups = [TOP];
    this.unmarked = false;
  }

  private open(item: ReadItem): void {
    const parent = this.groups[this.groups.length - 1] ?? TOP;
    const found = chooseDeadline(item.tokens, readPhrases(item.tokens, 'prose'), this.draft.source.plain);
    const ordered =
      hasOrderWord(item.tokens) || addresseeOnly(item.tokens) || firstInfinitive(item.tokens) >= 0;
    const aims = item.tokens.some((_, index) => hasStem(item.tokens, index, ...NO_ORDERS));
    const shared = found.problem === 'weak-period' || found.deadline.kind === 'none' ? null : found;
    const group: Group = {
      responsible: addressee(this.draft, item.tokens) ?? parent.responsible,
      orders: ordered ? 'yes' : aims ? 'no' : parent.orders,
      found: shared ?? parent.found,
    };
    if (item.mark === null) {
      this.styles = [];
      this.groups = [group];
    } else this.groups = [...this.groups.slice(0, this.styles.length), group];
  }

  /** An item of a list: each of its sentences with a verb and a date of its own is a stage. */
  private listed(item: ReadItem, group: Group): void {
    const targets = this.targets(item.tokens, group);
    const verb = firstInfinitive(item.tokens);
    if (targets && (verb < 0 || FIGURE_VERB.test(item.tokens[verb]?.text ?? ''))) return;
    const parts = this.parts(item.tokens);
    for (const part of parts)
      this.task(part, item, group, parts.length === 1 ? item : placeOf(part, 0, part.length));
  }

  /** Sentences of an item joined into parts, each with at most one dated task. */
  private parts(tokens: readonly Token[]): Token[][] {
    const parts: Token[][] = [];
    let lastDated = false;
    for (const sentence of sentencesOf(tokens)) {
      const last = parts[parts.length - 1];
      const dated = hasDated(sentence, this.draft.source.plain);
      if (last === undefined || (dated && lastDated && firstInfinitive(sentence) >= 0)) {
        parts.push([...sentence]);
        lastDated = dated;
      } else {
        last.push(...sentence);
        lastDated = lastDated || dated;
      }
    }
    return parts;
  }

  private task(tokens: readonly Token[], item: ReadItem, group: Group, place: Place): void {
    const own = chooseDeadline(tokens, readPhrases(tokens, 'prose'), this.draft.source.plain);
    const dated = own.deadline.kind !== 'none' && own.problem !== 'weak-period';
    const first = bodyStart(tokens, own);
    const verb = firstInfinitive(tokens);
    const named = isActionNoun(tokens[first]) || dated;
    // «Текущий ремонт – июнь 2021 г.» among tasks, or under a plan's section, is one of them.
    const sibling = dated && (this.siblings || this.section !== null) && group.orders !== 'no';
    const isTask =
      sibling ||
      (group.orders === 'no'
        ? dated && verb >= 0
        : verb >= 0 || (group.orders === 'yes' ? named : dated && isActionNoun(tokens[first])));
    if (!isTask) {
      if (dated && group.orders !== 'no') this.draft.ask('date-outside', place);
      return;
    }
    const found =
      own.deadline.kind === 'none' && group.found !== null ? { ...group.found, problem: null } : own;
    const body = bodyOf(this.draft, tokens, first, verb);
    const start = body?.from ?? place.start;
    const title = this.draft.words(start, place.end, own.cut);
    this.draft.addStage({
      title,
      section: this.section,
      number: item.mark === '' ? null : item.mark,
      found,
      responsible: body?.responsible ?? group.responsible,
      result: null,
      source: 'order',
      place: { start: place.start, end: place.end },
    });
    if (title === '') this.draft.ask('title-missing', place);
    this.lastWasTask = true;
  }

  /** Running text: a dated request is a stage, an undated one a question; targets wherever they stand. */
  private sentence(tokens: readonly Token[], group: Group): void {
    const verb = firstInfinitive(tokens);
    if (this.targets(tokens, group) && (verb < 0 || FIGURE_VERB.test(tokens[verb]?.text ?? ''))) return;
    const place = placeOf(tokens, 0, tokens.length);
    const request = isRequest(tokens);
    const found = chooseDeadline(tokens, readPhrases(tokens, 'prose'), this.draft.source.plain);
    const dated =
      !['none', 'reference'].includes(found.deadline.kind) &&
      found.problem !== 'weak-period' &&
      found.cut.length > 0;
    if (dated && namesStage(tokens)) {
      const title = this.draft.words(place.start, place.end, found.cut);
      this.draft.addStage({
        title,
        section: null,
        number: null,
        found,
        responsible: null,
        result: null,
        source: 'order',
        place,
      });
    } else if (verb >= 0 && dated && (request || isFirm(tokens))) {
      const title = this.draft.words(requestStart(tokens, verb) ?? place.start, place.end, found.cut);
      const responsible = addressee(this.draft, tokens);
      this.draft.addStage({
        title,
        section: null,
        number: null,
        found,
        responsible,
        result: null,
        source: 'order',
        place,
      });
      this.lastWasTask = true;
    } else if (verb >= 0 && request && !COURTESY.test(tokens[verb]?.text ?? '')) {
      this.draft.ask('request-undated', place);
    } else if (needsWord(tokens) && !isSubject(tokens)) this.draft.ask('date-outside', place);
  }

  private targets(tokens: readonly Token[], group: Group): boolean {
    const found = findTargets(tokens);
    const dated = found.filter(
      (target) => target.date !== null || (group.found?.deadline.end ?? null) !== null,
    );
    const asked =
      dated.length === 0 && found.some((target) => target.unit === '%' && target.operator === '>=');
    if (dated.length === 0 && !asked) return false;
    const place = placeOf(tokens, 0, tokens.length);
    const cut = found.flatMap((target) => target.cut);
    const title = this.draft.words(place.start, place.end, cut).replace(FIGURE_REST, '');
    for (const target of asked ? found : dated) {
      const date = target.date ?? group.found?.deadline.end ?? null;
      this.draft.addTarget({
        title,
        date,
        operator: target.operator,
        value: target.value,
        unit: target.unit,
        place,
      });
      if (date === null) this.draft.ask('target-undated', place);
    }
    // Asked once for a series of years.
    const taken = dated.find((target) => target.yearTaken);
    if (taken !== undefined) this.draft.ask('target-year', taken.cut[1] ?? place);
    return true;
  }

  /** «Срок: …», «Ответственный – …» for the task above. */
  private label(item: ReadItem, wasTask: boolean): boolean {
    const found = chooseDeadline(item.tokens, readPhrases(item.tokens, 'prose'), this.draft.source.plain);
    const responsible = /^(?:ответственн|исполнител)/.test(item.tokens[0]?.text ?? '');
    if (!wasTask) {
      if (found.place !== null && !responsible) this.draft.ask('date-outside', item);
      return false;
    }
    if (responsible) {
      const colon = item.tokens.findIndex((_, index) => isText(item.tokens, index, ':', '-'));
      const place = placeOf(item.tokens, colon + 1, item.tokens.length);
      const words = this.draft.words(place.start, item.end, found.cut);
      this.draft.setResponsible(words === '…' ? '' : words);
    }
    if (found.place !== null && !this.draft.complete(found)) this.draft.ask('two-deadlines', item);
    return true;
  }
}
